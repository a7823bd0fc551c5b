/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mo.h"
#include "base/words.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { ROWS = 4, SLOTS = 7, HEADER = 28, ROOM = 512 };

static const struct row {
    const char *context, *id, *text;
} rows[ROWS] = {
    {NULL, "apple", "りんご"},
    {"column", "kind", "種別"},
    {NULL, "kind", "種類"},
    {NULL, "kinder", "もっと"},
};

struct maker {
    unsigned char bytes[ROOM];
    size_t n; /* behind the last string */
};

static void
put_number(struct maker *maker, size_t at, size_t number)
{
    for (unsigned i = 0; i < 4; i++)
        maker->bytes[at + i] = (unsigned char)(number >> 8 * i);
}

/* A string behind the others, and its entry in a table. */
static void
put_string(struct maker *maker, size_t entry, const char *context,
           const char *text)
{
    size_t begin = maker->n;
    if (context) {
        memcpy(maker->bytes + maker->n, context, strlen(context));
        maker->n += strlen(context);
        maker->bytes[maker->n++] = '\4';
    }
    memcpy(maker->bytes + maker->n, text, strlen(text) + 1);
    maker->n += strlen(text);
    put_number(maker, entry, maker->n - begin);
    put_number(maker, entry + 4, begin);
    maker->n++;
}

/* An entry into the first free slot, of those that its hash names in turn. */
static void
put_slot(struct maker *maker, size_t table, size_t entry, ek_str id)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < id.n; i++) {
        sum = (sum << 4) + (unsigned char)id.p[i];
        sum ^= (sum & 0xF0000000) >> 24;
        sum &= 0x0FFFFFFF;
    }
    size_t slot = sum % SLOTS;
    while (maker->bytes[table + slot * 4])
        slot = (slot + 1 + sum % (SLOTS - 2)) % SLOTS;
    put_number(maker, table + slot * 4, entry + 1);
}

static struct maker
make(void)
{
    enum { IDS = HEADER, TEXTS = IDS + ROWS * 8, TABLE = TEXTS + ROWS * 8 };
    struct maker maker = {.n = TABLE + SLOTS * 4};
    put_number(&maker, 0, 0x950412DE);
    put_number(&maker, 8, ROWS);
    put_number(&maker, 12, IDS);
    put_number(&maker, 16, TEXTS);
    put_number(&maker, 20, SLOTS);
    put_number(&maker, 24, TABLE);
    for (size_t i = 0; i < ROWS; i++) {
        size_t begin = maker.n;
        put_string(&maker, IDS + i * 8, rows[i].context, rows[i].id);
        ek_str id = {(char *)maker.bytes + begin, maker.n - 1 - begin};
        put_slot(&maker, TABLE, i, id);
        put_string(&maker, TEXTS + i * 8, NULL, rows[i].text);
    }
    return maker;
}

static void
a_text_is_found_with_its_context(void **state)
{
    (void)state;
    struct maker maker = make();
    ek_mo mo = {maker.bytes, maker.n};
    for (size_t i = 0; i < ROWS; i++)
        assert_true(
            ek_str_is(ek_mo_find(mo, rows[i].context, ek_str_of(rows[i].id)),
                      rows[i].text));
    static const struct row none[] = {
        {"column", "apple", ""}, {"colum", "kind", ""}, {"columns", "kind", ""},
        {NULL, "kin", ""},       {NULL, "", ""},        {NULL, "zebra", ""},
        {NULL, "column", ""},    {"", "kind", ""},
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(
            ek_mo_find(mo, none[i].context, ek_str_of(none[i].id)).n, 0);
}

/* Bytes in front of a page that must not be read. */
static unsigned char *
behind_which_nothing_is(const unsigned char *bytes, size_t n)
{
    static unsigned char *pages;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    if (!pages) {
        pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        assert_true(pages != MAP_FAILED);
        assert_int_equal(mprotect(pages + page, page, PROT_NONE), 0);
    }
    unsigned char *begin = pages + page - n;
    memcpy(begin, bytes, n);
    return begin;
}

/* Whatever is found lies within the bytes. */
static void
look_for_all(ek_mo mo)
{
    const char *begin = (const char *)mo.bytes;
    for (size_t i = 0; i < ROWS; i++) {
        ek_str text = ek_mo_find(mo, rows[i].context, ek_str_of(rows[i].id));
        if (text.n)
            assert_true(text.p >= begin && text.n <= mo.n &&
                        text.p + text.n <= begin + mo.n);
    }
}

static void
damaged_bytes_are_not_read_beyond_their_end(void **state)
{
    (void)state;
    struct maker maker = make();
    for (size_t n = 0; n <= maker.n; n++)
        look_for_all((ek_mo){behind_which_nothing_is(maker.bytes, n), n});
    for (size_t at = 0; at < maker.n; at++)
        for (unsigned value = 0; value < 256; value++) {
            unsigned char *bytes =
                behind_which_nothing_is(maker.bytes, maker.n);
            bytes[at] = (unsigned char)value;
            look_for_all((ek_mo){bytes, maker.n});
        }
}

static void
other_bytes_hold_no_text(void **state)
{
    (void)state;
    struct maker maker = make();
    ek_mo mo = {maker.bytes, maker.n};
    maker.bytes[0]++;
    assert_int_equal(ek_mo_find(mo, NULL, EK_STR("apple")).n, 0);
    assert_int_equal(ek_mo_find((ek_mo){NULL, 0}, NULL, EK_STR("apple")).n, 0);
}

static void
words_stand_in_both_languages(void **state)
{
    (void)state;
    static const ek_msgid encrypted = {NULL, "encrypted"};
    static const ek_msgid quoted = {NULL, "\"%1\""};
    static const ek_msgid kind = {"column", "kind"};
    static const ek_msgid unknown = {"nowhere", "kind"};
    ek_label label = ek_words_label(&encrypted);
    assert_true(ek_str_is(label.ja, "暗号化されている"));
    assert_true(ek_str_is(label.en, "encrypted"));
    label = ek_words_label(&quoted);
    assert_true(ek_str_is(label.ja, "「%1」"));
    assert_true(ek_str_is(label.en, "“%1”"));
    assert_true(ek_str_is(ek_words_in(&kind, EK_LANG_JA), "種別"));
    assert_true(ek_str_is(ek_words_in(&unknown, EK_LANG_JA), "kind"));
    assert_true(ek_str_is(ek_words_in(&unknown, EK_LANG_OTHER), "kind"));
    assert_true(ek_str_is(ek_words_cause(EK_STR("empty"), EK_LANG_JA), "空"));
    assert_true(
        ek_str_is(ek_words_cause(EK_STR("a kind"), EK_LANG_JA), "a kind"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_found_with_its_context),
        cmocka_unit_test(damaged_bytes_are_not_read_beyond_their_end),
        cmocka_unit_test(other_bytes_hold_no_text),
        cmocka_unit_test(words_stand_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
