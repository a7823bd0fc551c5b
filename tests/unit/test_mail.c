/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/box_item.h"
#include "read/mail_part.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "text_helpers.h"

static void
what_programs_write_in_headers_tells_a_mail(void **state)
{
    static const struct {
        const char *path, *bytes;
        bool mail;
    } rows[] = {
        {"a.eml", "From: a@example.com\n\nx", true},
        {"a.eml", "Terms of use\n\nFrom: a", false},
        {"a.txt", "From: a@example.com\nMIME-Version: 1.0\n\nx", true},
        {"a.txt", "Received: by x\r\n\tid 1\r\nSubject: y\r\n\r\nx", true},
        {"a.txt", "From a@example.com Mon\nMessage-ID: <1>\nTo: b\n\n", true},
        {"a.txt", "From: a\nTo: b\nDate: today\nSubject: Terms\n\nx", false},
        {"a.txt", "Note: this\nmay be a contract.\n", false},
        {"a.txt", "Message-ID: alone\n", false},
        {"a.mht", "MIME-Version: 1.0", true},
        {"a.txt", "", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_mail_recognizes(ek_str_of(rows[i].path),
                               ek_str_of(rows[i].bytes)) != rows[i].mail)
            fail_msg("row %zu", i);
}

static void
parts_are_read_with_their_bytes(void **state)
{
    struct ek_mail mail = {.truncated = false};
    ek_str lines = EK_STR("ekimu-mail 1\n"
                          "part - multipart/mixed - - 0 \n\n"
                          "part 1 text/plain;format=flowed utf-8 - 4 \na\nb\n\n"
                          "part 2 multipart/mixed - - 0 \n\n"
                          "part 2.1 application/pdf - attachment 1 a b.pdf\nx\n"
                          "part 3 text/html - inline 0 \n\n"
                          "warn truncated\n"
                          "end\n");
    assert_true(ek_mail_parse(&mail, *state, lines));
    assert_int_equal(mail.parts.n, 5);
    assert_true(mail.truncated);
    assert_false(mail.nested);
    const struct ek_mail_part *p = mail.parts.v;
    assert_int_equal(p[0].parent, UINT32_MAX);
    assert_int_equal(p[1].parent, 0);
    assert_string_equal(copied(*state, p[1].type), "text/plain");
    assert_string_equal(copied(*state, p[1].parameters), ";format=flowed");
    assert_string_equal(copied(*state, p[1].bytes), "a\nb\n");
    assert_int_equal(p[3].parent, 2);
    assert_string_equal(copied(*state, p[3].name), "a b.pdf");
    assert_int_equal(p[4].parent, 0);
    for (size_t n = 0; n + 1 < lines.n; n++) {
        struct ek_mail cut = {.truncated = false};
        if (ek_mail_parse(&cut, *state, ek_str_slice(lines, 0, n)))
            fail_msg("cut at %zu", n);
    }
}

static void
flowed_lines_are_joined(void **state)
{
    static const struct {
        const char *flowed, *text;
        bool delete_blank;
    } rows[] = {
        {"one \ntwo\nthree\n", "one two\nthree\n", false},
        {"one \r\ntwo\r\n", "one two\n", false},
        {"\xE4\xB8\x80 \n\xE4\xBA\x8C\n", "\xE4\xB8\x80\xE4\xBA\x8C\n", true},
        {"a \n>b \n>c\nd", "a \n> b c\nd\n", false},
        {" From x\n", "From x\n", false},
        {"-- \nname\n", "-- \nname\n", false},
        {"", "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(
            copied(*state, ek_mail_unflow(*state, ek_str_of(rows[i].flowed),
                                          rows[i].delete_blank)),
            rows[i].text);
}

struct row {
    const char *number, *type, *disposition, *name, *bytes;
};

static ek_str
said(const char *field)
{
    return ek_str_of(*field ? field : "-");
}

/* Lines "FATE PART NAME", and what the first tells of the rest. */
static const char *
listed(ek_arena *arena, const struct row *rows, size_t n)
{
    static const char *const fates[] = {"try", "refuse", "other", "nothing"};
    ek_buf lines = ek_buf_on(arena), out = ek_buf_on(arena);
    struct ek_box_list list = {.zip = NULL};
    struct ek_mail mail = {.truncated = false};
    const ek_source source = {.path = EK_STR("a.eml")};
    ek_buf_puts(&lines, "ekimu-mail 1\n");
    for (size_t i = 0; i < n; i++)
        ek_buf_printf(&lines, "part %.*s %s - %.*s %zu %s\n%s\n",
                      EK_ARG(said(rows[i].number)), rows[i].type,
                      EK_ARG(said(rows[i].disposition)), strlen(rows[i].bytes),
                      rows[i].name, rows[i].bytes);
    ek_buf_puts(&lines, "end\n");
    assert_true(ek_mail_parse(&mail, arena, ek_buf_str(&lines)));
    ek_box_list_parts(&list, arena, &source, EK_STR(""), &mail);
    for (size_t i = 0; i < list.items.n; i++) {
        const struct ek_box_item *item = &list.items.v[i];
        ek_buf_printf(&out, "%s %.*s %.*s", fates[item->fate],
                      EK_ARG(item->part), EK_ARG(item->name));
        for (size_t k = 0; k < item->aside.apart.n; k++)
            ek_buf_printf(&out, " +%.*s", EK_ARG(item->aside.apart.v[k].what));
        for (size_t k = 0; k < item->aside.unread.n; k++)
            ek_buf_printf(&out, " -%.*s", EK_ARG(item->aside.unread.v[k].name));
        ek_buf_putc(&out, '\n');
    }
    return copied(arena, ek_buf_str(&out));
}

#define LISTED(state, rows)                                                    \
    listed(*(state), rows, sizeof(rows) / sizeof *(rows))

static void
a_mail_of_one_part_is_its_text(void **state)
{
    static const struct row rows[] = {{"1", "text/plain", "", "", "x"}};
    assert_string_equal(LISTED(state, rows), "try 1 body.txt\n");
}

static void
plain_text_is_taken_before_html(void **state)
{
    static const struct row both[] = {
        {"", "multipart/alternative", "", "", ""},
        {"1", "text/html", "", "", "<p>x"},
        {"2", "text/plain", "", "", "x"},
        {"3", "text/calendar", "", "", "x"},
    };
    static const struct row blank[] = {
        {"", "multipart/alternative", "", "", ""},
        {"1", "text/plain", "", "", " \n"},
        {"2", "multipart/related", "", "", ""},
        {"2.1", "text/html", "", "", "<p>x"},
        {"2.2", "image/png", "inline", "logo.png", "x"},
    };
    char page[400] = "<p>";
    memset(page + 3, 'x', sizeof page - 4);
    const struct row stub[] = {
        {"", "multipart/alternative", "", "", ""},
        {"1", "text/plain", "", "", "see the page"},
        {"2", "text/html", "", "", page},
    };
    assert_string_equal(LISTED(state, stub), "try 2 body.html +alternative\n");
    assert_string_equal(LISTED(state, both), "try 2 body.txt +alternative\n");
    assert_string_equal(LISTED(state, blank), "try 2.1 body.html\n");
}

static void
attachments_are_taken_by_name_or_type(void **state)
{
    static const struct row rows[] = {
        {"", "multipart/mixed", "", "", ""},
        {"1", "text/plain", "", "", "see below"},
        {"2", "application/octet-stream", "attachment", "Terms.HTML", "x"},
        {"3", "application/pdf", "attachment", "", "x"},
        {"4", "application/ms-tnef", "attachment", "winmail.dat", "x"},
        {"5", "text/plain", "inline", "notes.txt", "x"},
        {"6", "message/rfc822", "", "", "From: a"},
        {"7", "application/pgp-signature", "", "signature.asc", "x"},
        {"8", "text/plain", "", "", "a list's footer"},
    };
    assert_string_equal(LISTED(state, rows), "try 1 body.txt -winmail.dat\n"
                                             "try 2 Terms.HTML\n"
                                             "try 3 3.pdf\n"
                                             "other 4 winmail.dat\n"
                                             "try 5 notes.txt\n"
                                             "try 6 6.eml\n"
                                             "try 8 body-8.txt\n");
}

static void
attachments_in_a_form_that_is_not_taken_are_kept(void **state)
{
    static const struct row rows[] = {
        {"", "multipart/alternative", "", "", ""},
        {"1", "text/plain", "", "", "x"},
        {"2", "multipart/mixed", "", "", ""},
        {"2.1", "text/html", "", "", "<p>x"},
        {"2.2", "application/pdf", "inline", "terms.pdf", "x"},
    };
    assert_string_equal(LISTED(state, rows), "try 1 body.txt +alternative\n"
                                             "try 2.2 terms.pdf\n");
}

static void
encrypted_parts_are_refused(void **state)
{
    static const struct row smime[] = {
        {"1", "application/pkcs7-mime;smime-type=enveloped-data", "",
         "smime.p7m", "x"}};
    static const struct row opaque[] = {
        {"1", "application/pkcs7-mime;smime-type=signed-data", "", "smime.p7m",
         "x"}};
    static const struct row pgp[] = {
        {"", "multipart/encrypted", "", "", ""},
        {"1", "application/pgp-encrypted", "", "", "Version: 1"},
        {"2", "application/octet-stream", "", "encrypted.asc", "x"},
    };
    static const struct row inlined[] = {
        {"1", "text/plain", "", "", "\n-----BEGIN PGP MESSAGE-----\nx"}};
    assert_string_equal(LISTED(state, smime), "refuse 1 smime.p7m\n");
    assert_string_equal(LISTED(state, opaque), "other 1 smime.p7m\n");
    assert_string_equal(LISTED(state, pgp), "refuse 2 encrypted.asc\n");
    assert_string_equal(LISTED(state, inlined), "refuse 1 body.txt\n");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(what_programs_write_in_headers_tells_a_mail),
        TEST(parts_are_read_with_their_bytes),
        TEST(flowed_lines_are_joined),
        TEST(a_mail_of_one_part_is_its_text),
        TEST(plain_text_is_taken_before_html),
        TEST(attachments_are_taken_by_name_or_type),
        TEST(attachments_in_a_form_that_is_not_taken_are_kept),
        TEST(encrypted_parts_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
