/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "evaluate/interval.h"
#include "sample_result.h"

struct bench {
    ek_arena *arena;
    char folder[32];
    ek_diag diag;
    struct ek_golds golds;
    ek_evaluation evaluation;
};

static void
write_file(const struct bench *b, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", b->folder, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static void
open_bench(struct bench *b)
{
    memset(b, 0, sizeof *b);
    b->arena = ek_arena_new(0);
    b->diag = ek_diag_on(b->arena);
    b->evaluation.arena = b->arena;
    strcpy(b->folder, "ek-evaluate-XXXXXX");
    assert_non_null(mkdtemp(b->folder));
}

static void
close_bench(struct bench *b)
{
    static const char *const names[] = {"a.tsv", "a.md", "b.tsv", "INDEX.tsv",
                                        "c.tsv"};
    char path[128];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", b->folder, names[i]);
        unlink(path);
    }
    rmdir(b->folder);
    ek_arena_free(b->arena);
}

static struct ek_tally
sum_of(const struct bench *b)
{
    ek_tallies tallies;
    ek_evaluate_tally(&tallies, &b->evaluation, EK_LANG_NONE);
    return ek_evaluate_sum(&tallies);
}

static void
load(struct bench *b)
{
    ek_status status =
        ek_gold_load(&b->golds, b->arena, ek_str_of(b->folder), &b->diag);
    assert_int_equal(status, EK_OK);
}

struct given {
    const char *clause;
    uint32_t a, b;
};

static void
take(struct bench *b, const char *path, const struct given *given, size_t n)
{
    ek_result *r = sample_empty(path);
    for (size_t i = 0; i < n; i++)
        sample_finding(r, given[i].clause, given[i].a, given[i].b, "words");
    ek_evaluate_take(&b->evaluation, r);
    ek_result_free(r);
}

/* What one gold text and one set of findings come to. */
static void
counts_follow_the_rules_of_the_labels(void **state)
{
    /* clang-format off */
    static const struct {
        const char *why, *gold;
        struct given given[4];
        uint32_t right, wrong, missed;
    } rows[] = {
        {"same line", "3\tx\tq\n", {{"x", 3, 3}}, 1, 0, 0},
        {"other line", "3\tx\tq\n", {{"x", 4, 4}}, 0, 1, 1},
        {"other type", "3\tx\tq\n", {{"y", 3, 3}}, 0, 1, 1},
        {"covers", "3\tx\tq\n", {{"x", 1, 5}}, 1, 0, 0},
        {"eight lines", "8\tx\tq\n", {{"x", 1, 8}}, 1, 0, 0},
        {"nine lines are too many", "8\tx\tq\n", {{"x", 1, 9}}, 0, 1, 1},
        {"one finding, one label", "3\tx\tq\n4\tx\tq\n", {{"x", 3, 4}}, 1, 0, 1},
        {"the first free label", "3\tx\tq\n4\tx\tq\n", {{"x", 3, 3}, {"x", 3, 4}}, 2, 0, 0},
        {"shorter ones first", "3\tx\tq\n4\tx\tq\n", {{"x", 3, 4}, {"x", 4, 4}}, 2, 0, 0},
        {"a taken label is no error", "3\tx\tq\n", {{"x", 3, 3}, {"x", 2, 3}}, 1, 0, 0},
        {"the same lines count once", "3\tx\tq\n4\tx\tq\n", {{"x", 3, 4}, {"x", 3, 4}}, 1, 0, 1},
        {"wrong once per first line", "", {{"x", 3, 3}, {"x", 3, 4}, {"x", 4, 4}}, 0, 2, 0},
        {"doubtful and found", "3\tx?\tq\n", {{"x", 3, 3}}, 0, 0, 0},
        {"doubtful and not found", "3\tx?\tq\n", {{"y", 9, 9}}, 0, 1, 0},
        {"doubtful beside sure", "3\tx?\tq\n4\tx\tq\n", {{"x", 3, 4}}, 1, 0, 0},
        {"too long over doubtful", "3\tx?\tq\n", {{"x", 1, 12}}, 0, 1, 0},
        {"order of rows", "5\tx\tq\n4\tx\tq\n", {{"x", 4, 5}, {"x", 5, 5}}, 2, 0, 0},
        {"two types on a line", "3\tx\tq\n3\ty\tq\n", {{"x", 3, 3}, {"y", 3, 3}}, 2, 0, 0},
        {"a row given twice", "3\tx\tq\n3\tx\tr\n", {{"z", 3, 3}}, 0, 1, 1},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct bench b;
        open_bench(&b);
        write_file(&b, "a.tsv", rows[i].gold);
        load(&b);
        size_t n = 0;
        while (n < 4 && rows[i].given[n].clause)
            n++;
        take(&b, "elsewhere/a.txt", rows[i].given, n);
        ek_evaluate_count(&b.evaluation, &b.golds);
        struct ek_tally sum = sum_of(&b);
        if (sum.right != rows[i].right || sum.wrong != rows[i].wrong ||
            sum.missed != rows[i].missed)
            fail_msg("row %zu, %s: %u right, %u wrong, %u missed", i,
                     rows[i].why, sum.right, sum.wrong, sum.missed);
        close_bench(&b);
    }
}

static void
clues_and_absent_findings_do_not_count(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    write_file(&b, "a.tsv", "3\tx\tq\n");
    load(&b);
    ek_result *r = sample_empty("a.md");
    sample_finding(r, "x", 3, 3, "w")->tier = EK_TIER_CLUE;
    sample_finding(r, "x", 3, 3, "w")->kind = EK_ABSENT;
    sample_finding(r, "x", 3, 3, "w")->kind = EK_GAVE_UP;
    ek_evaluate_take(&b.evaluation, r);
    ek_result_free(r);
    ek_evaluate_count(&b.evaluation, &b.golds);
    assert_int_equal(sum_of(&b).missed, 1);
    assert_int_equal(sum_of(&b).right, 0);
    assert_int_equal(sum_of(&b).hinted, 1);
    close_bench(&b);
}

static void
documents_without_result_are_named(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    write_file(&b, "a.tsv", "3\tx\tq\n");
    write_file(&b, "b.tsv", "1\tx\tthe words\n");
    write_file(&b, "INDEX.tsv", "not\tlabels\n");
    load(&b);
    take(&b, "x/a.html", NULL, 0);
    ek_evaluate_count(&b.evaluation, &b.golds);
    assert_int_equal(b.evaluation.without.n, 1);
    assert_true(ek_str_is(b.evaluation.without.v[0], "b"));
    assert_int_equal(b.evaluation.differences.n, 2);
    const struct ek_difference *d = &b.evaluation.differences.v[1];
    assert_true(d->missed && ek_str_is(d->text, "the words"));
    close_bench(&b);
}

static void
malformed_gold_rows_are_said_with_their_line(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    write_file(&b, "a.tsv",
               "3\tx\tq\r\n\nx\ty\tz\n3\ty\n4\tx\tq\tmore\n0\tx\tq\n5\tx\tq");
    load(&b);
    assert_int_equal(b.golds.v.v[0].rows.n, 2);
    assert_true(ek_str_is(b.golds.v.v[0].rows.v[0].quote, "q"));
    assert_int_equal(b.diag.lines.n, 5); /* and no document beside */
    assert_int_equal(b.diag.lines.v[0].line, 3);
    assert_int_equal(b.diag.lines.v[3].line, 6);
    assert_int_equal(b.diag.lines.v[4].code, EK_D_gold_document);
    assert_int_equal(
        ek_gold_load(&b.golds, b.arena, EK_STR("/nowhere/at/all"), &b.diag),
        EK_EIO);
    close_bench(&b);
}

static void
names_lose_folder_and_last_extension(void **state)
{
    /* clang-format off */
    static const struct { const char *path, *name; } rows[] = {
        {"a.md", "a"}, {"x/y/a.b.txt", "a.b"}, {"a", "a"}, {"x.y/a", "a"},
        {".md", ".md"}, {"-", "-"}, {"", ""}, {"契約.html", "契約"},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str name = ek_evaluate_name(ek_str_of(rows[i].path));
        if (!ek_str_is(name, rows[i].name))
            fail_msg("row %zu: %.*s", i, EK_ARG(name));
    }
}

static void
rates_and_means_are_those_of_the_counts(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    write_file(&b, "a.tsv",
               "1\tprovider-use\tq\n2\tprovider-use\tq\n"
               "3\tprovider-use\tq\n1\tdeletion\tq\n2\tdeletion\tq\n");
    load(&b);
    static const struct given given[] = {{"provider-use", 1, 1},
                                         {"provider-use", 9, 9},
                                         {"deletion", 1, 1},
                                         {"deletion", 2, 2}};
    take(&b, "a.md", given, 4);
    ek_evaluate_count(&b.evaluation, &b.golds);
    ek_tallies tallies;
    ek_evaluate_tally(&tallies, &b.evaluation, EK_LANG_NONE);
    assert_true(ek_str_is(tallies.v.v[0].label, "deletion"));
    struct ek_rates r = ek_evaluate_rates(&tallies.v.v[1]);
    assert_true(r.precision == 0.5 && r.recall == 1.0 / 3);
    assert_int_equal(ek_evaluate_macro(&tallies, 2, false, &r), 2);
    assert_true(r.precision == 0.75);
    assert_int_equal(ek_evaluate_macro(&tallies, 3, false, &r), 1);
    assert_int_equal(ek_evaluate_macro(&tallies, 2, true, &r), 1);
    assert_true(r.precision == 0.5);
    assert_int_equal(ek_evaluate_macro(&tallies, 9, false, &r), 0);
    close_bench(&b);
}

static void
each_language_has_its_own_tallies(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    write_file(&b, "a.tsv", "1\tx\tq\n2\tx\tq\n");
    write_file(&b, "b.tsv", "1\tx\tq\n");
    load(&b);
    ek_result *ja = sample_empty("a.md"), *en = sample_empty("b.md");
    sample_finding(ja, "x", 1, 1, "w");
    EK_PUSH(ja->arena, ja->documents.v[0].languages, EK_STR("ja"));
    EK_PUSH(en->arena, en->documents.v[0].languages, EK_STR("en"));
    ek_evaluate_take(&b.evaluation, ja);
    ek_evaluate_take(&b.evaluation, en);
    ek_result_free(ja);
    ek_result_free(en);
    ek_evaluate_count(&b.evaluation, &b.golds);
    ek_tallies tallies;
    ek_evaluate_tally(&tallies, &b.evaluation, EK_LANG_JA);
    assert_int_equal(tallies.documents, 1);
    assert_int_equal(ek_evaluate_sum(&tallies).right, 1);
    assert_int_equal(ek_evaluate_sum(&tallies).missed, 1);
    ek_evaluate_tally(&tallies, &b.evaluation, EK_LANG_EN);
    assert_int_equal(ek_evaluate_sum(&tallies).right, 0);
    assert_int_equal(ek_evaluate_sum(&tallies).missed, 1);
    close_bench(&b);
}

static void
a_wrong_finding_where_another_type_is_missed_is_confusion(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    write_file(&b, "a.tsv", "1\tx\tq\n2\tx\tq\n3\tx\tq\n");
    load(&b);
    static const struct given given[] = {
        {"y", 1, 1}, {"y", 2, 2}, {"z", 2, 2}, {"x", 3, 3}, {"y", 3, 3}};
    take(&b, "a.md", given, 5);
    ek_evaluate_count(&b.evaluation, &b.golds);
    const ek_evaluation *e = &b.evaluation;
    assert_int_equal(ek_evaluate_confused(e, EK_STR("x"), EK_STR("y")), 2);
    assert_int_equal(ek_evaluate_confused(e, EK_STR("x"), EK_STR("z")), 1);
    assert_int_equal(ek_evaluate_confused(e, EK_STR("y"), EK_STR("x")), 0);
    assert_int_equal(e->confusions.v[0].n, 2);
    close_bench(&b);
}

/* Ten documents or lines, of which the first n of a type are found. */
static void
interval_of_shares(struct bench *b, bool lines, ek_intervals *intervals)
{
    char name[8];
    open_bench(b);
    for (int i = 0; i < 10; i++) {
        struct ek_gold gold = {0};
        struct ek_gold_row row = {(uint32_t)i + 1, EK_STR("x"), false,
                                  EK_STR("q")};
        struct given given = {"x", (uint32_t)i + 1, (uint32_t)i + 1};
        snprintf(name, sizeof name, "%c.md", lines ? 'a' : 'a' + i);
        gold.name = ek_arena_copy(b->arena, (ek_str){name, 1});
        if (!lines || i == 0)
            EK_PUSH(b->arena, b->golds.v, gold);
        EK_PUSH(b->arena, b->golds.v.v[b->golds.v.n - 1].rows, row);
        take(b, name, &given, i < 5);
    }
    ek_evaluate_count(&b->evaluation, &b->golds);
    ek_tallies tallies;
    ek_evaluate_tally(&tallies, &b->evaluation, EK_LANG_NONE);
    ek_evaluate_intervals(intervals, &b->evaluation, &tallies, 5);
}

static void
intervals_hold_the_value_and_are_repeatable(void **state)
{
    (void)state;
    for (int lines = 0; lines < 2; lines++) {
        struct bench b, again;
        ek_intervals one, two;
        interval_of_shares(&b, lines, &one);
        interval_of_shares(&again, lines, &two);
        double f1 = 2.0 / 3; /* precision 1, recall 1/2 */
        assert_true(one.types.v[0].low > 0 && one.types.v[0].low < f1);
        assert_true(one.types.v[0].high > f1 && one.types.v[0].high <= 1);
        assert_true(one.macro.low < f1 && one.macro.high > f1);
        assert_memory_equal(&one.macro, &two.macro, sizeof one.macro);
        close_bench(&b);
        close_bench(&again);
    }
}

static void
share_of_overlapping_hits_is_counted(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b);
    write_file(&b, "a.md", "title\nwe may view your files\n");
    write_file(&b, "a.tsv", "2\tx\tmay view\n2\ty\twe may\n2\tz\twe\n");
    load(&b);
    assert_int_equal(b.diag.lines.n, 0);
    ek_result *r = sample_empty("a.md");
    sample_finding(r, "x", 2, 2, "view your");
    sample_finding(r, "y", 2, 2, "your files");
    sample_finding(r, "z", 2, 2, "nowhere");
    ek_evaluate_take(&b.evaluation, r);
    ek_result_free(r);
    ek_evaluate_count(&b.evaluation, &b.golds);
    assert_int_equal(b.evaluation.placed, 2);
    assert_int_equal(b.evaluation.overlapping, 1);
    close_bench(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_follow_the_rules_of_the_labels),
        cmocka_unit_test(clues_and_absent_findings_do_not_count),
        cmocka_unit_test(documents_without_result_are_named),
        cmocka_unit_test(malformed_gold_rows_are_said_with_their_line),
        cmocka_unit_test(names_lose_folder_and_last_extension),
        cmocka_unit_test(rates_and_means_are_those_of_the_counts),
        cmocka_unit_test(each_language_has_its_own_tallies),
        cmocka_unit_test(
            a_wrong_finding_where_another_type_is_missed_is_confusion),
        cmocka_unit_test(intervals_hold_the_value_and_are_repeatable),
        cmocka_unit_test(share_of_overlapping_hits_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
