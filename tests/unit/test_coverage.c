/* SPDX-License-Identifier: Apache-2.0 */
/* Every row of every table is taken by some case below: none may be left. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"

static const struct coverage {
    const char *findings, *facts;
} cases[] = {
#include "coverage.def"
};

enum { CASES = sizeof cases / sizeof *cases };

static ek_result *results[CASES];

static bool
has_reason(const ek_verdict *verdict, const ek_row *row)
{
    for (size_t i = 0; i < verdict->findings.n; i++)
        if (strstr(verdict->findings.v[i].reason.en.p, row->reason.en.p))
            return true;
    return false;
}

static bool
is_in_evidence(const ek_verdict *verdict, const ek_row *row)
{
    for (size_t i = 0; i < verdict->findings.n; i++)
        if (ek_str_eq(verdict->findings.v[i].row, row->id))
            return true;
    return row->modifier && row->reason.en.n && has_reason(verdict, row);
}

static bool
takes(const ek_result *result, const ek_row *row)
{
    for (size_t i = 0; i < result->verdicts.n; i++)
        if (ek_str_eq(result->verdicts.v[i].row, row->id) ||
            is_in_evidence(&result->verdicts.v[i], row))
            return true;
    for (size_t i = 0; i < result->checklist.n; i++)
        if (ek_str_eq(result->checklist.v[i].row, row->id))
            return true;
    for (size_t i = 0; i < result->overlays.n; i++)
        if (ek_str_eq(result->overlays.v[i].id, row->id))
            return true;
    return false;
}

/* Rows that show nothing, and tables that serve others, leave no trace. */
static bool
leaves_a_trace(const struct ek_table *table, const ek_row *row)
{
    if (table->kind == EK_TABLE_WORDS || ek_str_is(row->gives, "none"))
        return false;
    return !table->hidden || table->part_of.n;
}

/* A reason that quotes something is not found word by word. */
static bool
quotes(const ek_row *row)
{
    return ek_str_find(row->reason.en, EK_STR("{"), 0) < row->reason.en.n;
}

static unsigned
missing_in(const struct ek_table *table)
{
    unsigned missing = 0;
    for (size_t i = 0; i < table->rows.n; i++) {
        const ek_row *row = &table->rows.v[i];
        size_t c = 0;
        if (!leaves_a_trace(table, row) || (row->modifier && quotes(row)))
            continue;
        while (c < CASES && !takes(results[c], row))
            c++;
        if (c < CASES)
            continue;
        fprintf(stderr, "no case for row %.*s\n", EK_ARG(row->id));
        missing++;
    }
    return missing;
}

static void
every_row_has_a_case(void **state)
{
    unsigned missing = 0;
    (void)state;
    for (size_t i = 0; i < CASES; i++)
        results[i] = score_case(shipped, cases[i].findings, cases[i].facts);
    for (size_t i = 0; i < shipped->tables.n; i++)
        missing += missing_in(&shipped->tables.v[i]);
    for (size_t i = 0; i < CASES; i++)
        ek_result_free(results[i]);
    assert_int_equal(missing, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_has_a_case),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
