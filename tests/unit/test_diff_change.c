/* SPDX-License-Identifier: Apache-2.0 */
/* Versions built by hand: a line is a block. */
#include "config.h"

#include "diff/change.h"
#include "diff/diff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "sample_result.h"

static ek_arena *arena;
static ek_result *before, *after;

static int
set_up(void **state)
{
    (void)state;
    arena = ek_arena_new(0);
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    ek_result_free(before);
    ek_result_free(after);
    before = after = NULL;
    ek_arena_free(arena);
    return 0;
}

/* The lines that end in a colon are headings. */
static ek_result *
version(const char *text)
{
    ek_result *r = sample_empty("terms.txt");
    ek_document *d = &r->documents.v[0];
    d->text = ek_arena_copy(r->arena, ek_str_of(text));
    for (uint32_t at = 0; at < d->text.n;) {
        uint32_t end = (uint32_t)ek_str_find(d->text, EK_STR("\n"), at);
        struct ek_block block = {.kind = d->text.p[end - 1] == ':'
                                             ? EK_BLOCK_HEADING
                                             : EK_BLOCK_PARAGRAPH,
                                 .span = {at, end}};
        EK_PUSH(r->arena, d->blocks, block);
        at = end + 1;
    }
    return r;
}

static const ek_changes *
changes_of(const char *old, const char *new)
{
    before = version(old);
    after = version(new);
    return ek_diff(arena, before, after);
}

static const struct ek_clause_change *
only_change(const ek_changes *changes)
{
    assert_int_equal(changes->clauses.n, 1);
    return &changes->clauses.v[0];
}

static ek_str
redline_of(const ek_changes *changes, const struct ek_clause_change *c)
{
    static const char marks[] = {' ', '-', '+'};
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < c->pieces.n; i++) {
        const struct ek_piece *p = &c->pieces.v[i];
        const ek_result *r =
            p->kind == EK_PIECE_DELETED ? changes->before : changes->after;
        ek_buf_putc(&out, marks[p->kind]);
        ek_buf_add(&out, ek_str_trim(ek_str_slice(r->documents.v[0].text,
                                                  p->span.begin, p->span.end)));
    }
    return ek_buf_str(&out);
}

#define ONE   "1.1 Customer shall pay the fees that are stated in the order.\n"
#define TWO   "1.2 The provider keeps the service ready on every working day.\n"
#define THREE "1.3 Neither party is liable for a storm, a flood or a strike.\n"

static void
a_version_and_itself_have_no_changes(void **state)
{
    (void)state;
    const ek_changes *c = changes_of(ONE TWO THREE, ONE TWO THREE);
    assert_int_equal(c->clauses.n, 0);
    assert_false(ek_changes_of_substance(c));
}

static void
clauses_come_and_go(void **state)
{
    (void)state;
    const struct ek_clause_change *c =
        only_change(changes_of(ONE THREE, ONE TWO THREE));
    assert_int_equal(c->what, EK_CHANGE_ADDED);
    assert_int_equal(c->before.n, 0);
    assert_int_equal(c->after.v[0].block, 1);
}

static void
an_edit_is_shown_word_by_word(void **state)
{
    (void)state;
    const ek_changes *all = changes_of(
        ONE TWO, ONE
        "1.2 The provider keeps the service ready on every public holiday.\n");
    const struct ek_clause_change *c = only_change(all);
    assert_int_equal(c->what, EK_CHANGE_EDITED);
    assert_int_equal(c->weight, EK_WEIGHT_WORDING);
    assert_true(ek_str_is(redline_of(all, c),
                          " 1.2 The provider keeps the service "
                          "ready on every-working day.+public "
                          "holiday."));
}

static void
a_japanese_word_is_not_torn(void **state)
{
    (void)state;
    const ek_changes *all =
        changes_of("当社の従業員は、保守のため登録データを閲覧する。\n",
                   "当社の従事者は、保守のため登録データを閲覧する。\n");
    assert_true(ek_str_is(redline_of(all, only_change(all)),
                          " 当社の-従業員は、+従事者は、 "
                          "保守のため登録データを閲覧する。") ||
                ek_str_is(redline_of(all, only_change(all)),
                          " 当社の-従業員+従事者 "
                          "は、保守のため登録データを閲覧する。"));
}

static void
numbers_alone_weigh_less(void **state)
{
    (void)state;
    const struct ek_clause_change *c = only_change(
        changes_of("Fees are due within 30 days after the invoice.\n",
                   "Fees are due within 45 days after the invoice.\n"));
    assert_int_equal(c->weight, EK_WEIGHT_NUMBERS);
}

static void
splits_and_mergers_are_no_edits(void **state)
{
    (void)state;
    const struct ek_clause_change *c = only_change(changes_of(
        "Fees are due at once. Late fees bear interest at five per cent.\n",
        "Fees are due at once.\nLate fees bear interest at five per cent.\n"));
    assert_int_equal(c->what & ~(unsigned)EK_CHANGE_RENUMBERED,
                     EK_CHANGE_SPLIT);
    assert_int_equal(c->weight, EK_WEIGHT_NONE);
}

static void
a_heading_moves_with_its_clause(void **state)
{
    (void)state;
    const ek_changes *c = changes_of("Fees:\n" ONE "Days:\n" TWO THREE,
                                     "Days:\n" TWO THREE "Fees:\n" ONE);
    assert_int_equal(c->clauses.n, 2);
    for (size_t i = 0; i < c->clauses.n; i++)
        assert_int_equal(c->clauses.v[i].what, EK_CHANGE_MOVED);
}

static void
renumbering_is_told_and_weighs_nothing(void **state)
{
    (void)state;
    const struct ek_clause_change *c =
        only_change(changes_of("2. The fees of Section 3 are due at once.\n",
                               "4. The fees of Section 7 are due at once.\n"));
    assert_int_equal(c->what, EK_CHANGE_RENUMBERED);
    assert_true(ek_str_is(c->label_before, "2."));
    assert_true(ek_str_is(c->label_after, "4."));
}

static void
a_line_with_a_date_stays_one_clause(void **state)
{
    (void)state;
    const struct ek_clause_change *c =
        only_change(changes_of(ONE "Effective date: 13 November 2019\n" TWO,
                               ONE "Effective date: April 2, 2020\n" TWO));
    assert_int_equal(c->what, EK_CHANGE_EDITED);
}

static void
page_numbers_of_one_version_are_no_edit(void **state)
{
    (void)state;
    const ek_changes *c =
        changes_of(ONE TWO THREE, ONE "- 1 -\nTerms of use\n" TWO
                                      "- 2 -\nTerms of use\n" THREE "- 3 -\n"
                                      "Terms of use\n");
    assert_int_equal(c->counts[EK_WEIGHT_NUMBERS], 0);
    assert_int_equal(c->counts[EK_WEIGHT_WORDING], 0);
}

static void
chance_words_make_no_link(void **state)
{
    (void)state;
    const ek_changes *c = changes_of(
        ONE "料金は、申込書に記載された額とし、毎月末日までに支払う。\n",
        ONE "契約者は、利用者に権限を設定し、これを管理するものとする。\n");
    assert_int_equal(c->clauses.n, 2);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_version_and_itself_have_no_changes),
        TEST(clauses_come_and_go),
        TEST(an_edit_is_shown_word_by_word),
        TEST(a_japanese_word_is_not_torn),
        TEST(numbers_alone_weigh_less),
        TEST(splits_and_mergers_are_no_edits),
        TEST(a_heading_moves_with_its_clause),
        TEST(renumbering_is_told_and_weighs_nothing),
        TEST(a_line_with_a_date_stays_one_clause),
        TEST(page_numbers_of_one_version_are_no_edit),
        TEST(chance_words_make_no_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
