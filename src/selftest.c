/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "selftest.h"

#include "scan.h"

struct test {
    const ek_pack *pack;
    ek_matcher *matcher;
    ek_diag *diag;
    struct ek_self_rows *rows;
    unsigned failures;
};

static void
fail(struct test *test, ek_diag_code code, ek_str file, uint32_t line,
     ek_str wanted, ek_str got)
{
    ek_diag_say(test->diag, code, file, line, wanted, got);
    test->failures++;
}

static const ek_finding *
found_in(const ek_result *result, ek_str clause)
{
    for (size_t i = 0; i < result->findings.v.n; i++) {
        const ek_finding *finding = &result->findings.v.v[i];
        if (finding->kind == EK_PRESENT && finding->tier == EK_TIER_FINDING &&
            ek_str_eq(finding->clause, clause))
            return finding;
    }
    return NULL;
}

static ek_str
first_word(ek_qualifier q, uint32_t bits)
{
    for (unsigned i = 0; i < 32; i++)
        if (bits >> i & 1)
            return ek_qualifier_word(q, i);
    return EK_STR("-");
}

/* Names the first qualifier that differs; false when none does. */
static bool
differs(const ek_quals *wanted, const ek_quals *got, ek_arena *arena,
        ek_str *wanted_word, ek_str *got_word)
{
    for (int i = 0; i < EK_QUALIFIERS; i++) {
        ek_qualifier q = (ek_qualifier)i;
        if (!wanted->bits[q] || (wanted->bits[q] & got->bits[q]))
            continue;
        *wanted_word = ek_arena_printf(arena, "%s=%.*s", ek_qualifier_name(q),
                                       EK_ARG(first_word(q, wanted->bits[q])));
        *got_word = first_word(q, got->bits[q]);
        return true;
    }
    return false;
}

static void
judge_example(struct test *test, const ek_clause *clause,
              const struct ek_example *example, const ek_finding *finding)
{
    ek_str wanted, got;
    ek_arena *arena = test->diag->arena;
    bool wrong_quals = finding && differs(&example->quals, &finding->quals,
                                          arena, &wanted, &got);
    switch (example->expect) {
    case EK_EXPECT_YES:
        if (!finding)
            fail(test, EK_D_example_failed, example->file, example->line,
                 clause->id, EK_STR("no finding"));
        else if (wrong_quals)
            fail(test, EK_D_example_failed, example->file, example->line,
                 wanted, got);
        break;
    case EK_EXPECT_NO:
        if (finding)
            fail(test, EK_D_example_failed, example->file, example->line,
                 ek_arena_printf(arena, "no %.*s", EK_ARG(clause->id)),
                 finding->rule);
        break;
    case EK_EXPECT_KNOWN:
        if (finding && !wrong_quals)
            fail(test, EK_D_example_passed, example->file, example->line,
                 clause->id, EK_STR(""));
        break;
    }
}

static void
note_found(struct test *test, struct ek_self_row *row, const ek_result *result)
{
    for (uint32_t c = 0; c < test->pack->clauses.n; c++)
        row->found[c] += found_in(result, test->pack->clauses.v[c].id) != NULL;
}

static void
note_example(struct test *test, const ek_clause *clause,
             const struct ek_example *example, const ek_result *result)
{
    struct ek_self_row *row = &test->rows->v.v[clause - test->pack->clauses.v];
    bool found = found_in(result, clause->id) != NULL;
    switch (example->expect) {
    case EK_EXPECT_YES:
        row->yes++;
        row->missed += !found;
        note_found(test, row, result);
        break;
    case EK_EXPECT_NO:
        row->no++;
        row->wrong += found;
        break;
    case EK_EXPECT_KNOWN:
        row->known++;
        break;
    }
}

static void
run_clause_example(struct test *test, const ek_clause *clause,
                   const struct ek_example *example)
{
    ek_result *result = NULL;
    struct ek_facts none = {0};
    struct ek_scan_options options = {
        .read = {.limits = ek_limits_default(), .encoding = EK_ENC_UTF8},
        .facts = &none};
    if (ek_scan_bytes(&result, test->matcher, test->pack, example->file,
                      example->text, &options) != EK_OK)
        return;
    judge_example(test, clause, example, found_in(result, clause->id));
    note_example(test, clause, example, result);
    ek_result_free(result);
}

static bool
is_hit(struct test *test, const struct ek_word_example *example)
{
    ek_arena *arena = test->diag->arena;
    ek_hits hits;
    ek_text text = {.bytes = example->text, .format = "plain"};
    ek_text_index(&text, arena);
    ek_match(&hits, test->matcher, arena, ek_normalize(arena, &text),
             example->lang == EK_LANG_JA, example->lang == EK_LANG_EN);
    for (size_t i = 0; i < hits.hits.n; i++)
        if (hits.hits.v[i].concept_index == example->concept_index)
            return true;
    return false;
}

static void
run_word_example(struct test *test, const struct ek_word_example *example)
{
    ek_str id = test->pack->concepts.v[example->concept_index].id;
    ek_arena *arena = test->diag->arena;
    bool hit = is_hit(test, example);
    if (hit != example->hit)
        fail(test, EK_D_example_failed, example->file, example->line,
             ek_arena_printf(arena, "%s%.*s", example->hit ? "" : "no ",
                             EK_ARG(id)),
             hit ? EK_STR("a hit") : EK_STR("no hit"));
}

static bool
is_asked(ek_str wanted, ek_str file)
{
    return !wanted.n || ek_str_ends(file, wanted) || ek_str_ends(wanted, file);
}

static void
open_rows(struct ek_self_rows *rows, ek_arena *arena, size_t clauses)
{
    *rows = (struct ek_self_rows){0};
    for (size_t c = 0; c < clauses; c++) {
        struct ek_self_row row = {
            .found = ek_arena_alloc(arena, clauses * sizeof *row.found)};
        EK_PUSH(arena, rows->v, row);
    }
}

unsigned
ek_selftest(struct ek_self_rows *rows, const ek_pack *pack, ek_matcher *matcher,
            ek_str file, ek_diag *diag)
{
    struct test test = {pack, matcher, diag, rows, 0};
    open_rows(rows, diag->arena, pack->clauses.n);
    for (size_t c = 0; c < pack->clauses.n; c++) {
        const ek_clause *clause = &pack->clauses.v[c];
        for (size_t i = 0; i < clause->examples.n; i++)
            if (is_asked(file, clause->examples.v[i].file))
                run_clause_example(&test, clause, &clause->examples.v[i]);
    }
    for (size_t i = 0; i < pack->word_examples.n; i++)
        if (is_asked(file, pack->word_examples.v[i].file))
            run_word_example(&test, &pack->word_examples.v[i]);
    return test.failures;
}
