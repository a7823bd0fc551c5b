/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/html_index.h"
#include "sample_result.h"

struct batch {
    ek_arena *arena;
    struct ek_report_options options;
    struct ek_html_index *index;
    struct ek_html_names *names;
};

static struct batch
begun(ek_lang lang)
{
    struct batch b = {.arena = ek_arena_new(0), .options = {.lang = lang}};
    b.index = ek_html_index_new(b.arena);
    b.names = ek_html_names_new(b.arena);
    return b;
}

/* Frees it, as the program does. */
static void
take(struct batch *b, ek_result *r)
{
    ek_buf out = ek_buf_on(b->arena);
    struct ek_html *h = ek_html_open(b->arena, &out, r, &b->options);
    ek_html_index_take(b->index, h, ek_html_name(b->names, r));
    ek_arena_free(h->page.arena);
    ek_result_free(r);
}

static ek_str
written(struct batch *b)
{
    ek_buf out = ek_buf_on(b->arena);
    ek_html_index_write(b->index, &out, &b->options);
    ek_str page = ek_buf_str(&out);
    return ek_str_slice(page, ek_str_find(page, EK_STR("<main>"), 0),
                        ek_str_find(page, EK_STR("<script>"), 0));
}

static size_t
times(ek_str s, const char *part)
{
    size_t n = 0;
    for (size_t at = ek_str_find(s, ek_str_of(part), 0); at < s.n;
         at = ek_str_find(s, ek_str_of(part), at + 1))
        n++;
    return n;
}

static void
mixed(struct batch *b)
{
    take(b, sample_rich("in/one.txt"));
    take(b, sample_unread("in/two.pdf", "unreadable"));
    take(b, sample_rich("other/one.txt"));
    take(b, sample_empty("in/three.md"));
}

static void
every_contract_stands_once(void **state)
{
    (void)state;
    struct batch b = begun(EK_LANG_EN);
    mixed(&b);
    ek_str page = written(&b);
    assert_int_equal(times(page, "<th scope=\"row\"><a "), 4);
    assert_int_equal(times(page, "<th scope=\"row\"><a href=\"one.txt.html\""),
                     1);
    assert_int_equal(
        times(page, "<th scope=\"row\"><a href=\"one.txt-2.html\""), 1);
    assert_int_equal(times(page, "href=\"three.md.html\""), 1);
    ek_arena_free(b.arena);
}

static void
counts_add_up(void **state)
{
    (void)state;
    struct batch b = begun(EK_LANG_EN);
    mixed(&b);
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++) {
        size_t n = 0;
        for (size_t k = 0; k < EK_INDEX_STATUSES; k++)
            n += b.index->counts[i][k].n;
        assert_int_equal(n, 4);
    }
    assert_int_equal(b.index->counts[EK_INDEX_ex1][EK_INDEX_S_indicated].n, 2);
    assert_int_equal(b.index->counts[EK_INDEX_ex1][EK_INDEX_S_none].n, 1);
    assert_int_equal(b.index->none, 1);
    for (size_t i = 0; i < b.index->types.n; i++)
        assert_true(b.index->types.v[i].carried + b.index->types.v[i].silent +
                        b.index->types.v[i].other <=
                    3);
    ek_str page = written(&b);
    assert_int_equal(times(page, "<h1>2 of 4 contracts"), 1);
    assert_int_equal(times(page, "1 has no result."), 1);
    ek_arena_free(b.arena);
}

static void
the_gravest_come_first_and_else_as_given(void **state)
{
    (void)state;
    struct batch b = begun(EK_LANG_EN);
    mixed(&b);
    const struct ek_index_row *const *rows =
        ek_index_gravest_first(b.index, b.arena);
    static const size_t places[] = {0, 2, 1, 3};
    for (size_t i = 0; i < 4; i++)
        assert_ptr_equal(rows[i], &b.index->rows.v[places[i]]);
    ek_arena_free(b.arena);
}

static void
what_has_no_result_says_so_in_every_cell(void **state)
{
    (void)state;
    struct batch b = begun(EK_LANG_EN);
    take(&b, sample_rich("one.txt"));
    take(&b, sample_unread("two.pdf", "unreadable"));
    ek_str page = written(&b);
    size_t row = ek_str_find(page, EK_STR("<tr class=\"none\""), 0);
    ek_str cells =
        ek_str_slice(page, row, ek_str_find(page, EK_STR("</tr>"), row));
    assert_int_equal(times(cells, "no result</td>"), EK_INDEX_COLUMNS + 2);
    assert_int_equal(times(page, "<td></td>"), 0);
    assert_int_equal(times(page, "<td class=\"nu\"></td>"), 0);
    ek_arena_free(b.arena);
}

static void
hostile_words_are_words(void **state)
{
    (void)state;
    struct batch b = begun(EK_LANG_JA);
    ek_result *r = sample_rich("in/<img src=x>\"'&\xe2\x80\xae"
                               "fdp\x1b[31m.txt");
    r->documents.v[0].title = EK_STR("</script><script>alert(1)</script>");
    r->documents.v[0].format = EK_STR("<s>");
    r->pack_id = EK_STR("<i>");
    r->questions.v[0].id = EK_STR("<q>");
    r->questions.v[0].to = EK_STR("provider");
    for (size_t i = 0; i < r->findings.v.n; i++) {
        r->findings.v.v[i].clause = EK_STR("\"><u>");
        r->findings.v.v[i].title = (ek_label){EK_STR("<u>"), EK_STR("<u>")};
    }
    r->verdicts.v[0].status = EK_STR("\" onclick=\"");
    take(&b, r);
    ek_str page = written(&b);
    static const char *const never[] = {"<img", "<script",      "<i>",
                                        "<q>",  "<u>",          "<s>",
                                        "\x1b", "\xe2\x80\xae", "onclick=\""};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (times(page, never[i]))
            fail_msg("%s", never[i]);
    assert_true(times(page, "&lt;script&gt;alert(1)") > 0);
    ek_arena_free(b.arena);
}

static void
one_contract_and_none_are_told_as_such(void **state)
{
    (void)state;
    struct batch b = begun(EK_LANG_EN);
    assert_int_equal(times(written(&b), "<h1>No contract was given."), 1);
    take(&b, sample_rich("one.txt"));
    assert_int_equal(
        times(written(&b), "<h1>Exception 1 for this one contract: indicated."),
        1);
    ek_arena_free(b.arena);
}

static void
the_same_batch_gives_the_same_bytes(void **state)
{
    (void)state;
    struct batch a = begun(EK_LANG_JA), b = begun(EK_LANG_JA);
    mixed(&a);
    mixed(&b);
    assert_true(ek_str_eq(written(&a), written(&b)));
    assert_true(ek_str_eq(written(&a), written(&a)));
    ek_arena_free(a.arena);
    ek_arena_free(b.arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_contract_stands_once),
        cmocka_unit_test(counts_add_up),
        cmocka_unit_test(the_gravest_come_first_and_else_as_given),
        cmocka_unit_test(what_has_no_result_says_so_in_every_cell),
        cmocka_unit_test(hostile_words_are_words),
        cmocka_unit_test(one_contract_and_none_are_told_as_such),
        cmocka_unit_test(the_same_batch_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
