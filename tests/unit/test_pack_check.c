/* SPDX-License-Identifier: Apache-2.0 */
#define PCRE2_CODE_UNIT_WIDTH 8
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
#include <pcre2.h>

#include "pack_helpers.h"
#include "pattern/banned.h"
#include "pattern/check.h"
#include "pattern/inflect.h"

static bool
matches(ek_str pattern, const char *text)
{
    int error;
    PCRE2_SIZE at;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n,
                                     PCRE2_UTF | PCRE2_UCP, &error, &at, NULL);
    if (!code)
        fail_msg("does not compile: %.*s", EK_ARG(pattern));
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    int hits =
        pcre2_match(code, (PCRE2_SPTR)text, strlen(text), 0, 0, data, NULL);
    pcre2_match_data_free(data);
    pcre2_code_free(code);
    return hits >= 0;
}

static void
verbs_and_nouns_are_inflected(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct { char kind; const char *line, *yes, *no; } rows[] = {
        {'v', "access", "access accesses accessed accessing", "accessable acces"},
        {'v', "use", "use uses used using", "user useing"},
        {'v', "stop+", "stop stops stopped stopping", "stoped"},
        {'v', "copy", "copy copies copied copying", "copys copyed"},
        {'v', "monitor", "monitor monitors monitored monitoring", "monitorring"},
        {'v', "analy(?:se|ze)", "analyse analyzes analysed analyzing", "analysing2"},
        {'v', "organi[sz]e", "organise organizes organising", "organi"},
        {'v', "colou?r", "color colours coloring", "colo"},
        {'v', "agree", "agree agrees agreed agreeing", "agreing"},
        {'v', "tie", "tie ties tied tying", "tieing"},
        {'v', "push", "push pushes pushed pushing", "pushs"},
        {'v', "do", "do does doing", "dos"},
        {'v', "back-up+", "back-up back-ups back-upped", "back"},
        {'n', "inspection", "inspection inspections", "inspect"},
        {'n', "copy", "copy copies", "copys"},
        {'n', "analysis", "analysis analyses", "analysises"},
        {'n', "address", "address addresses", "addresss"},
        {'n', "day", "day days", "daies"},
        {'n', "data cent(?:re|er)", "data_centre data_centers", "data_cent"},
    };
    /* clang-format on */
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str line = ek_str_of(rows[i].line);
        ek_str p = rows[i].kind == 'v' ? ek_inflect_verb(arena, line)
                                       : ek_inflect_noun(arena, line);
        ek_str full = ek_arena_printf(arena, "%s%.*s%s", EK_PACK_BEGIN,
                                      EK_ARG(p), EK_PACK_END);
        ek_str yes = ek_str_of(rows[i].yes), no = ek_str_of(rows[i].no);
        for (ek_str w = ek_str_word(&yes); w.n; w = ek_str_word(&yes)) {
            char *word = strndup(w.p, w.n);
            for (char *c = word; *c; c++)
                *c = *c == '_' ? ' ' : *c;
            if (!matches(full, word))
                fail_msg("row %zu: %.*s lacks %s", i, EK_ARG(p), word);
            free(word);
        }
        for (ek_str w = ek_str_word(&no); w.n; w = ek_str_word(&no)) {
            char *word = strndup(w.p, w.n);
            if (matches(full, word))
                fail_msg("row %zu: %.*s has %s", i, EK_ARG(p), word);
            free(word);
        }
    }
    ek_arena_free(arena);
}

static void
a_verb_is_inflected_before_the_rest_of_its_line(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_str verb = ek_inflect_verb(arena, EK_STR("look (?:at|into)"));
    ek_str noun = ek_inflect_noun(arena, EK_STR("log (?:file|book)"));
    assert_true(ek_str_is(verb, "look(?:s|ed|ing)? (?:at|into)"));
    assert_true(matches(noun, "log books"));
    ek_arena_free(arena);
}

static void
what_cannot_be_inflected_is_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {"[a-z]{3}",          "stor.",
                                       "(?:back up|store)", "\\w view",
                                       "(store)",           "(?:a|(?:b|c))"};
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (ek_inflect_verb(arena, ek_str_of(rows[i])).n)
            fail_msg("row %zu: %s", i, rows[i]);
    }
    ek_arena_free(arena);
}

static void
banned_words_are_whole_words_in_english(void **state)
{
    (void)state;
    static const struct {
        const char *text, *banned;
    } rows[] = {
        {"This is safe.", "safe"},
        {"Safety and safeguards", ""},
        {"SAFE", "safe"},
        {"a risk score of 3", "risk score"},
        {"two violations", "violations"},
        {"compliance", ""},
        {"non-compliant", "compliant"},
        {"法令違反のとき", "違反"},
        {"安全", ""},
        {"問題なし", "問題なし"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str found = ek_banned_in(ek_str_of(rows[i].text));
        if (!ek_str_is(found, rows[i].banned))
            fail_msg("row %zu: %.*s", i, EK_ARG(found));
    }
}

static void
unbounded_gaps_and_captures_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *gap;
        bool capture;
    } rows[] = {
        {"a.*b", ".*", false},
        {"a.+?b", ".+", false},
        {"a.{0,30}b", "", false},
        {"a.{3,}b", ".{3,}", false},
        {"[^.;]{0,30}", "", false},
        {"[^.;]+", "[^.;]+", false},
        {"[a-z*+]x", "", false},
        {"[]a]*", "[]a]*", false},
        {"[[:alpha:]]+", "[[:alpha:]]+", false},
        {"\\s+a\\.* *[ ]+", "", false},
        {"\\w+", "\\w+", false},
        {"\\p{L}+", "\\p{L}+", false},
        {"\\p{Han}", "", false},
        {"(?:ab)+", ")+", false},
        {"a{2,}", "a{2,}", false},
        {"(a)", "", true},
        {"\\(a\\)[(]", "", false},
        {"(?<n>a)", "", true},
        {"(?P<n>a)", "", true},
        {"(?<!a)(?<=b)(?=c)(?!d)(?>e)(?i:f)(*F)", "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str p = ek_str_of(rows[i].pattern);
        if (!ek_str_is(ek_check_gap(p), rows[i].gap))
            fail_msg("row %zu: gap %.*s", i, EK_ARG(ek_check_gap(p)));
        if ((ek_check_capture(p).n > 0) != rows[i].capture)
            fail_msg("row %zu: capture", i);
    }
}

static void
characters_of_raw_text_are_found_in_patterns(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *never;
    } rows[] = {
        {"サーバー", "ー"},
        {"サーバ", ""},
        {"データセンター所在", "ー"},
        {"データセンターズ", ""},
        {"キー", ""},
        {"エラー", ""},
        {"サーバー?", ""},
        {"(?:ユーザー|甲)", "ー"},
        {"プライバシーポリシ", ""},
        {"ＡＢ", "Ａ"},
        {"a’s", "’"},
        {"ﾃﾞ", "ﾃ"},
        {"第１", "１"},
        {"abc – d", "–"},
        {"シェアー", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str found = ek_check_never(ek_str_of(rows[i].pattern));
        if (!ek_str_is(found, rows[i].never))
            fail_msg("row %zu: %.*s", i, EK_ARG(found));
    }
}

static void
the_check_tells_what_loads_and_is_still_wrong(void **state)
{
    (void)state;
    struct bench b;
    char pack[2048];
    bench_open(&b);
    snprintf(pack, sizeof pack,
             "%s<file>concepts.xml</file><file>w.xml</file>"
             "<file>c.xml</file></pack>",
             bench_head);
    bench_write(&b, "pack.xml", pack);
    bench_write(&b, "concepts.xml", bench_concepts);
    bench_write(&b, "w.xml",
                "<words lang='ja'><concept id='act.view'><any>\n"
                "閲.*覧\n(閲覧)\nＡ\n</any></concept></words>");
    bench_write(
        &b, "c.xml",
        "<clause id='c' group='A' protects='user' provisions='P99'>" TITLES
            ABOUTS "<rule id='r'><act any='act.view'/></rule>"
        "</clause>");
    assert_int_equal(bench_load(&b), EK_OK);
    unsigned n = ek_pack_check(b.pack, &b.diag);
    assert_int_equal(n, b.diag.lines.n);
    assert_true(bench_said(&b, EK_D_pattern_risky, 2, ".*"));
    assert_true(bench_said(&b, EK_D_pattern_capture, 3, NULL));
    assert_true(bench_said(&b, EK_D_pattern_never, 4, "Ａ"));
    assert_true(bench_said(&b, EK_D_pattern_unused, 0, "purpose.protect"));
    assert_false(bench_said(&b, EK_D_pattern_unused, 0, "purpose.security"));
    assert_true(bench_said(&b, EK_D_pattern_wordless, 0, "act.view"));
    assert_true(bench_said(&b, EK_D_clause_examples, 0, "c"));
    assert_true(bench_said(&b, EK_D_pack_unknown, 0, "P99"));
    bench_close(&b);
}

#define RULE_OF(inside)                                                        \
    "<clause id='c' group='A' protects='user'>" TITLES ABOUTS                  \
    "<rule id='r'>" inside "</rule></clause>"

/* Rules speak of concepts only. */
static void
a_literal_in_a_rule_is_refused(void **state)
{
    static const char *const rows[] = {
        RULE_OF("we may view"),
        RULE_OF("<has any='act.view' in='own'>we may view</has>"),
        RULE_OF("<has any='we may view' in='own'/>"),
        RULE_OF("<act any='act.view' pattern='we may view'/>"),
        RULE_OF("<pattern>we may view</pattern>"),
    };
    (void)state;
    struct bench b;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (bench_load_with(&b, rows[i]) != EK_EFORMAT)
            fail_msg("row %zu: %s", i, rows[i]);
        assert_true(b.diag.lines.n > 0);
        bench_close(&b);
    }
    assert_int_equal(
        bench_load_with(&b, RULE_OF("<has any='act.view' in='own'/>")), EK_OK);
    bench_close(&b);
}

static void
the_schema_of_the_pack_is_used_where_it_stands(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(bench_load_with(&b, "<facts/>"), EK_OK);
    assert_int_equal(ek_pack_check_schema(b.pack, &b.diag), 0);
    bench_write(&b, "pack.rng",
                "<choice xmlns='http://relaxng.org/ns/structure/1.0'>"
                "<element name='facts'><text/></element></choice>");
    assert_true(ek_pack_check_schema(b.pack, &b.diag) >= 2);
    assert_true(bench_said(&b, EK_D_pack_xml, 1, NULL));
    bench_close(&b);
}

static const char *
shipped_pack(char *path, size_t n)
{
    const char *given = getenv("EKIMU_PATTERNS"), *src = getenv("srcdir");
    char file[LONGEST_PATH + 16];
    if (given)
        snprintf(path, n, "%s", given);
    else
        snprintf(path, n, "%s/patterns", src ? src : ".");
    snprintf(file, sizeof file, "%s/pack.xml", path);
    return access(file, R_OK) == 0 ? path : NULL;
}

static void
print_lines(const ek_diag *diag)
{
    for (size_t i = 0; i < diag->lines.n; i++) {
        ek_buf buf = ek_buf_on(diag->arena);
        ek_diag_write(&buf, &diag->lines.v[i], EK_LANG_EN);
        print_message("%.*s\n", EK_ARG(ek_buf_str(&buf)));
    }
}

static void
ids_are_all_there(const ek_pack *pack)
{
    char id[16];
    for (int i = 1; i <= 36; i++) {
        snprintf(id, sizeof id, "P%02d", i);
        const ek_provision *p = ek_pack_provision(pack, ek_str_of(id));
        if (!p || p->current_ref.n)
            fail_msg("%s", id);
    }
    for (int i = 1; i <= 18; i++) {
        snprintf(id, sizeof id, "U%d", i);
        if (!ek_pack_fact(pack, ek_str_of(id)))
            fail_msg("fact %s", id);
    }
    for (int i = 1; i <= 10; i++) {
        snprintf(id, sizeof id, "RQ-%d", i);
        if (!ek_pack_question(pack, ek_str_of(id)))
            fail_msg("%s", id);
    }
    for (size_t i = 0; i < pack->facts.n; i++) {
        const ek_question *q = ek_pack_question(pack, pack->facts.v[i].id);
        if (!q || !ek_str_is(q->to, "user"))
            fail_msg("no question for %.*s", EK_ARG(pack->facts.v[i].id));
    }
    assert_int_equal(pack->changes.n, 12);
    assert_non_null(ek_pack_question(pack, EK_STR("N-3")));
    assert_non_null(ek_pack_change_of(pack, EK_STR("P30")));
    assert_non_null(ek_pack_fact(pack, EK_STR("U8b")));
    const ek_provision *p = ek_pack_provision(pack, EK_STR("P12"));
    assert_true(ek_str_is(p->number, "Q&A61"));
}

static void
the_shipped_pack_loads_and_fits_its_schema(void **state)
{
    (void)state;
    char path[LONGEST_PATH];
    if (!shipped_pack(path, sizeof path)) {
        print_message("skipped: no pack.xml, set srcdir or EKIMU_PATTERNS\n");
        skip();
    }
    ek_pack *pack = NULL;
    ek_arena *arena = ek_arena_new(0);
    ek_diag diag = ek_diag_on(arena);
    ek_status status = ek_pack_load(&pack, ek_str_of(path), &diag);
    print_lines(&diag);
    assert_int_equal(status, EK_OK);
    assert_int_equal(ek_pack_check_schema(pack, &diag), 0);
    ids_are_all_there(pack);
    assert_true(ek_pack_is_old(pack, EK_STR("2027-05-23")));
    assert_false(ek_pack_is_old(pack, EK_STR("2027-05-22")));
    ek_pack_free(pack);
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verbs_and_nouns_are_inflected),
        cmocka_unit_test(a_verb_is_inflected_before_the_rest_of_its_line),
        cmocka_unit_test(what_cannot_be_inflected_is_refused),
        cmocka_unit_test(banned_words_are_whole_words_in_english),
        cmocka_unit_test(unbounded_gaps_and_captures_are_found),
        cmocka_unit_test(characters_of_raw_text_are_found_in_patterns),
        cmocka_unit_test(the_check_tells_what_loads_and_is_still_wrong),
        cmocka_unit_test(a_literal_in_a_rule_is_refused),
        cmocka_unit_test(the_schema_of_the_pack_is_used_where_it_stands),
        cmocka_unit_test(the_shipped_pack_loads_and_fits_its_schema),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
