/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/html_name.h"

struct row {
    const char *path, *name;
};

/* One after the other from the same names. */
static void
check(const struct row *rows, size_t n)
{
    ek_arena *arena = ek_arena_new(0);
    struct ek_html_names *names = ek_html_names_new(arena);
    for (size_t i = 0; i < n; i++) {
        ek_str name = ek_html_names_take(names, ek_str_of(rows[i].path));
        if (!ek_str_is(name, rows[i].name))
            fail_msg("%s: %.*s", rows[i].path, EK_ARG(name));
    }
    ek_arena_free(arena);
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))

static void
a_page_goes_by_the_file(void **state)
{
    static const struct row rows[] = {
        {"contracts/terms.pdf", "terms.pdf.html"},
        {"利用規約 2024.docx", "利用規約 2024.docx.html"},
        {"box.zip!/dir/terms.docx", "box.zip-terms.docx.html"},
        {"in/box.zip!/terms.docx", "box.zip-terms.docx-2.html"},
        {"Larkmoor Backup", "Larkmoor Backup.html"},
        {"-", "stdin.html"},
    };
    (void)state;
    CHECK(rows);
}

static void
each_has_its_own(void **state)
{
    static const struct row rows[] = {
        {"a/terms.md", "terms.md.html"},
        {"b/terms.md", "terms.md-2.html"},
        {"c/terms.md-2", "terms.md-2-2.html"},
        {"d/terms.md", "terms.md-3.html"},
        {"TERMS.MD", "TERMS.MD-4.html"},
        {"caf\xc3\xa9", "caf\xc3\xa9.html"},
        {"cafe\xcc\x81", "caf\xc3\xa9-2.html"},
        {"\xef\xbc\xa3\xef\xbc\xa1\xef\xbc\xa6\xc3\x89",
         "\xef\xbc\xa3\xef\xbc\xa1\xef\xbc\xa6\xc3\x89-3.html"},
        {"index", "index-2.html"},
        {"Index", "Index-3.html"},
        {"index.html", "index.html.html"},
    };
    (void)state;
    CHECK(rows);
}

static void
every_file_system_takes_it(void **state)
{
    static const struct row rows[] = {
        {"", "contract.html"},
        {"dir/", "contract-2.html"},
        {"..", "contract-3.html"},
        {"../../.ssh", "_.ssh.html"},
        {"-rf", "_-rf.html"},
        {"~root", "_~root.html"},
        {"con", "_con.html"},
        {"Nul.txt", "_Nul.txt.html"},
        {"AUX .pdf", "_AUX .pdf.html"},
        {"COM\xc2\xb9.md", "_COM\xc2\xb9.md.html"},
        {"console.md", "console.md.html"},
        {"a<b>c:d\"e\\f|g?h*i", "a_b_c_d_e_f_g_h_i.html"},
        {"x\n\x7f\x1b[31m", "x___[31m.html"},
        {"fdp\xe2\x80\xaetxt", "fdp_txt.html"},
        {"bad\xff\xe3\x81", "bad___.html"},
        {"end. . ", "end.html"},
    };
    (void)state;
    CHECK(rows);
}

static void
a_long_name_is_cut_between_characters(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    struct ek_html_names *names = ek_html_names_new(arena);
    ek_buf path = ek_buf_on(arena);
    for (int i = 0; i < 400; i++)
        ek_buf_puts(&path, i % 7 ? "契" : "a");
    for (int i = 0; i < 2000; i++) {
        ek_str name = ek_html_names_take(names, ek_buf_str(&path));
        assert_true(name.n <= EK_HTML_NAME_BYTES);
        assert_true(ek_str_ends(name, EK_STR(".html")));
        size_t first = ek_str_find(name, EK_STR("-"), 0);
        if (i)
            assert_true(first < name.n);
        else
            assert_int_equal((unsigned char)name.p[name.n - 6] & 0xC0, 0x80);
    }
    ek_arena_free(arena);
}

static void
a_link_spells_it_in_percent(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_buf out = ek_buf_on(arena);
    ek_html_name_link(&out, EK_STR("a b#1%&'.契.html"));
    assert_true(
        ek_str_is(ek_buf_str(&out), "a%20b%231%25%26%27.%E5%A5%91.html"));
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_goes_by_the_file),
        cmocka_unit_test(each_has_its_own),
        cmocka_unit_test(every_file_system_takes_it),
        cmocka_unit_test(a_long_name_is_cut_between_characters),
        cmocka_unit_test(a_link_spells_it_in_percent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
