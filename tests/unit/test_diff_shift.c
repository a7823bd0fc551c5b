/* SPDX-License-Identifier: Apache-2.0 */
/* Which way a finding turned, of versions built by hand. */
#include "config.h"

#include "diff/diff.h"
#include "diff/serve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "sample_result.h"

/* One block, on which a finding stands; a clause of NULL: none is found. */
static ek_result *
version(const char *clause, const char *text)
{
    ek_result *r = sample_empty("terms.txt");
    ek_document *d = &r->documents.v[0];
    d->text = ek_arena_copy(r->arena, ek_str_of(text));
    struct ek_block block = {.kind = EK_BLOCK_PARAGRAPH,
                             .span = {0, (uint32_t)d->text.n}};
    EK_PUSH(r->arena, d->blocks, block);
    if (clause) {
        ek_finding *f = sample_finding(r, clause, 1, 1, text);
        f->document = 0;
        f->span = block.span;
    }
    return r;
}

/* clang-format off */
static const struct {
    const char *clause, *before, *after; /* NULL: nothing is found there */
    ek_shift shift;
} rows[] = {
    {"provider-viewing", "Employees may view the files.",
     "Personnel may view the files.", EK_SHIFT_STRONGER},
    {"provider-viewing", "従業員は、内容を閲覧する。",
     "役職員その他の関係者は、内容を閲覧する。", EK_SHIFT_STRONGER},
    {"deletion", "Files are deleted within 30 days.",
     "Files are deleted within 180 days.", EK_SHIFT_STRONGER},
    {"deletion", "終了後3か月以内に消去する。", "終了後30日以内に消去する。",
     EK_SHIFT_WEAKER},
    {"unilateral-change", "We change the terms with 30 days notice.",
     "We change the terms with 7 days notice.", EK_SHIFT_STRONGER},
    {"no-access-commitment", "We keep the files secret.",
     "We make reasonable efforts to keep the files secret.",
     EK_SHIFT_STRONGER},
    {"server-location", "Files are stored in Japan.",
     "Files are stored only in Japan.", EK_SHIFT_WEAKER},
    {"no-access-commitment", NULL, "We do not read the files.",
     EK_SHIFT_WEAKER},
    {"no-access-commitment", "We do not read the files.", NULL,
     EK_SHIFT_STRONGER},
    {"provider-use", NULL, "We use the files for research.",
     EK_SHIFT_STRONGER},
    {"subcontracting", NULL, "We tell you of new subcontractors.",
     EK_SHIFT_OPEN},
    {"governing-law", "The law of Japan applies.",
     "The law of France applies only.", EK_SHIFT_OPEN},
};
/* clang-format on */

static ek_shift
shift_between(const char *clause, const char *before, const char *after)
{
    ek_arena *arena = ek_arena_new(0);
    ek_result *a = version(before ? clause : NULL,
                           before ? before : "Headings have no effect."),
              *b = version(after ? clause : NULL,
                           after ? after : "Headings have no effect.");
    const ek_changes *changes = ek_diff(arena, a, b);
    assert_int_equal(changes->statements.n, 1);
    ek_shift shift = changes->statements.v[0].shift;
    ek_result_free(a);
    ek_result_free(b);
    ek_arena_free(arena);
    return shift;
}

static ek_shift
turned(ek_shift shift)
{
    return shift == EK_SHIFT_OPEN       ? shift
           : shift == EK_SHIFT_STRONGER ? EK_SHIFT_WEAKER
                                        : EK_SHIFT_STRONGER;
}

static void
words_and_clause_types_tell_the_way(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_shift shift =
            shift_between(rows[i].clause, rows[i].before, rows[i].after);
        if (shift != rows[i].shift)
            fail_msg("row %zu: %d", i, shift);
        shift = shift_between(rows[i].clause, rows[i].after, rows[i].before);
        if (shift != turned(rows[i].shift))
            fail_msg("row %zu, the other way round: %d", i, shift);
    }
}

static void
a_tag_is_no_statement(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_result *a = version(NULL, "Headings have no effect."),
              *b = version("consented-access", "<a name=\"consent\"></a>");
    assert_int_equal(ek_diff(arena, a, b)->statements.n, 0);
    ek_result_free(a);
    ek_result_free(b);
    ek_arena_free(arena);
}

static void
unknown_clause_types_serve_nobody(void **state)
{
    (void)state;
    assert_int_equal(ek_serves_whom(EK_STR("deletion")), EK_SERVES_USER);
    assert_int_equal(ek_serves_whom(EK_STR("our-own")), EK_SERVES_NOBODY);
    assert_true(ek_serves_by_time(EK_STR("deletion")));
    assert_false(ek_serves_by_time(EK_STR("encryption")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_clause_types_tell_the_way),
        cmocka_unit_test(a_tag_is_no_statement),
        cmocka_unit_test(unknown_clause_types_serve_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
