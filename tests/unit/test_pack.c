/* SPDX-License-Identifier: Apache-2.0 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <pcre2.h>

#include "pack_helpers.h"

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
each_line_is_a_pattern_with_its_own_line_number(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(bench_load_with(&b,
                                     "<words lang='en'>\n"
                                     "<concept id='act.view'>\n"
                                     "<verbs>\n"
                                     "  view\n"
                                     "\n"
                                     "  ;; read is irregular\n"
                                     "  <!-- two\n lines -->\n"
                                     "  inspect\n"
                                     "</verbs>\n"
                                     "<any case='upper'>US</any>\n"
                                     "<any>have (?:a )?look &amp; see</any>\n"
                                     "<example hit='no'>the view</example>\n"
                                     "</concept></words>"),
                     EK_OK);
    static const struct {
        uint32_t line;
        const char *body;
    } rows[] = {{4, "view(?:s|ed|ing)?"},
                {9, "inspect(?:s|ed|ing)?"},
                {11, "us"},
                {12, "have (?:a )?look & see"}};
    assert_int_equal(b.pack->patterns.n, 4);
    for (size_t i = 0; i < 4; i++) {
        const ek_pattern *p = &b.pack->patterns.v[i];
        if (p->line != rows[i].line || !ek_str_is(p->body, rows[i].body))
            fail_msg("row %zu: %u %.*s", i, p->line, EK_ARG(p->body));
        assert_true(p->bounded);
    }
    assert_int_equal(b.pack->patterns.v[2].letters, EK_CASE_UPPER);
    assert_int_equal(b.pack->word_examples.n, 1);
    assert_false(b.pack->word_examples.v[0].hit);
    assert_int_equal(b.pack->word_examples.v[0].line, 13);
    bench_close(&b);
}

static void
capitals_are_folded_but_not_in_escapes(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(bench_load_with(&b, "<words lang='en'>"
                                         "<concept id='act.view'>"
                                         "<any>ISO \\D\\p{Lu}\\S X</any>"
                                         "</concept></words>"),
                     EK_OK);
    assert_true(ek_str_is(b.pack->patterns.v[0].body, "iso \\D\\p{Lu}\\S x"));
    bench_close(&b);
}

static void
english_gets_word_boundaries_and_japanese_none(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(bench_load_with(&b,
                                     "<words lang='ja'>"
                                     "<concept id='act.view'><any>閲覧</any>"
                                     "</concept></words>"),
                     EK_OK);
    assert_true(ek_str_is(b.pack->patterns.v[0].source, "閲覧"));
    assert_false(b.pack->patterns.v[0].bounded);
    bench_close(&b);
    assert_int_equal(
        bench_load_with(&b, "<words lang='en'>"
                            "<concept id='act.view'><any>view|see</any>"
                            "</concept></words>"),
        EK_OK);
    ek_str source = b.pack->patterns.v[0].source;
    assert_true(matches(source, "閲 see,"));
    assert_false(matches(source, "review"));
    assert_false(matches(source, "views"));
    bench_close(&b);
}

static void
a_rule_takes_every_condition_of_its_xml(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(
        bench_load_with(
            &b,
            CLAUSE "<rule id='c.a' tier='clue'>\n"
                   "<act any='act.*' polarity='permit may-not'"
                   " actor='provider unknown' own='yes'/>"
                   "<has any='purpose.*' in='heading'/>"
                   "<lacks any='purpose.protect'/>"
                   "<part kind='exception proviso' of='forbid'/>"
                   "<set purpose='security' consent='none'/></rule>"
                   "<example lang='en' expect='known' acts='view'>x</example>"
                   "</clause>"),
        EK_OK);
    const ek_rule *r = &b.pack->rules.v[0];
    assert_true(r->clue);
    assert_int_equal(r->line, 2);
    assert_int_equal(r->acts.v[0].polarities,
                     1u << EK_PERMIT | 1u << EK_MAY_NOT);
    assert_true(ek_bits_has(&r->acts.v[0].any, 0));
    assert_true(r->acts.v[0].own);
    assert_int_equal(r->acts.v[0].actors, 1u | 1u << 6);
    assert_int_equal(r->words.v[0].scope, EK_IN_HEADING);
    assert_true(ek_bits_has(&r->words.v[0].any, 1));
    assert_true(ek_bits_has(&r->words.v[0].any, 2));
    assert_true(r->words.v[1].lacks);
    assert_int_equal(r->words.v[1].scope, EK_IN_PART);
    assert_int_equal(r->parts, 1u << 2 | 1u << 5);
    assert_int_equal(r->main_polarities, 1u << EK_FORBID);
    assert_true(ek_str_is(ek_qualifier_word(EK_Q_consent, 7), "none"));
    assert_int_equal(r->set.bits[EK_Q_consent], 1u << 7);
    assert_int_equal(b.pack->clauses.v[0].examples.v[0].expect,
                     EK_EXPECT_KNOWN);
    assert_int_equal(b.pack->clauses.v[0].examples.v[0].quals.bits[EK_Q_acts],
                     1);
    bench_close(&b);
}

static void
every_mistake_is_told_with_its_line(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct { ek_diag_code code; uint32_t line; const char *arg, *file; } rows[] = {
        {EK_D_pack_unknown, 2, "act.none", "<words lang='en'>\n<concept id='act.none'/></words>"},
        {EK_D_pack_attribute, 2, "concept", "<words lang='en'>\n<concept/></words>"},
        {EK_D_pack_attribute, 1, "words", "<words/>"},
        {EK_D_pack_value, 1, "fr", "<words lang='fr'/>"},
        {EK_D_pack_element, 3, "pattern", "<words lang='en'>\n<concept id='act.view'>\n<pattern>x</pattern></concept></words>"},
        {EK_D_pack_element, 1, "verbs", "<words lang='ja'><concept id='act.view'><verbs>x</verbs></concept></words>"},
        {EK_D_pattern_inflect, 3, "sto.re", "<words lang='en'><concept id='act.view'><verbs>\n\nsto.re\n</verbs></concept></words>"},
        {EK_D_pack_value, 1, "tiny", "<words lang='en'><concept id='act.view'><any case='tiny'>x</any></concept></words>"},
        {EK_D_pack_unknown, 1, "colour", "<words lang='en' colour='red'/>"},
        {EK_D_pack_element, 1, "text", "<words lang='en'>stray</words>"},
        {EK_D_pack_element, 1, "strange", "<strange/>"},
        {EK_D_pack_twice, 2, "act.view", "<concepts>\n<concept id='act.view'>" ABOUTS "</concept></concepts>"},
        {EK_D_pack_value, 1, "see", "<concepts><concept id='act.x' is='acts=see'>" ABOUTS "</concept></concepts>"},
        {EK_D_pack_unknown, 1, "actz", "<concepts><concept id='act.x' is='actz=view'>" ABOUTS "</concept></concepts>"},
        {EK_D_pack_child, 1, "concept", "<concepts><concept id='act.x'><about lang='ja'>a</about></concept></concepts>"},
        {EK_D_pack_value, 1, "nodot", "<concepts><concept id='nodot'>" ABOUTS "</concept></concepts>"},
        {EK_D_pack_unknown, 2, "act.gone", CLAUSE "<rule id='r'><act any='act.gone'/></rule></clause>"},
        {EK_D_pack_unknown, 2, "gone.*", CLAUSE "<rule id='r'><has any='gone.*'/></rule></clause>"},
        {EK_D_pack_value, 2, "allow", CLAUSE "<rule id='r'><act any='act.view' polarity='allow'/></rule></clause>"},
        {EK_D_pack_value, 2, "me", CLAUSE "<rule id='r'><act any='act.view' actor='me'/></rule></clause>"},
        {EK_D_pack_attribute, 2, "act", CLAUSE "<rule id='r'><act/></rule></clause>"},
        {EK_D_pack_value, 2, "there", CLAUSE "<rule id='r'><has any='act.view' in='there'/></rule></clause>"},
        {EK_D_pack_unknown, 2, "weak", CLAUSE "<rule id='r'><lacks any='act.view' weak='act.view'/></rule></clause>"},
        {EK_D_pack_value, 2, "tail", CLAUSE "<rule id='r'><act any='act.view'/><part kind='tail'/></rule></clause>"},
        {EK_D_pack_value, 2, "joy", CLAUSE "<rule id='r'><act any='act.view'/><set purpose='joy'/></rule></clause>"},
        {EK_D_pack_unknown, 2, "mood", CLAUSE "<rule id='r'><act any='act.view'/><set mood='joy'/></rule></clause>"},
        {EK_D_pack_child, 2, "r", CLAUSE "<rule id='r'><set purpose='security'/></rule></clause>"},
        {EK_D_pack_twice, 3, "r", CLAUSE "<rule id='r'><act any='act.view'/></rule>\n<rule id='r'><act any='act.view'/></rule></clause>"},
        {EK_D_pack_attribute, 2, "example", CLAUSE "<example lang='en'>x</example></clause>"},
        {EK_D_pack_child, 2, "example", CLAUSE "<example lang='en' expect='no'> </example></clause>"},
        {EK_D_pack_value, 1, "Q", "<clause id='c' group='Q' protects='user'>" TITLES ABOUTS "</clause>"},
        {EK_D_pack_child, 1, "clause", "<clause id='c' group='A' protects='user'>" TITLES "</clause>"},
        {EK_D_pack_twice, 2, "ja", "<clause id='c' group='A' protects='user'>" TITLES ABOUTS "\n<title lang='ja'>t</title></clause>"},
        {EK_D_pack_banned, 2, "violation", "<clause id='c' group='A' protects='user'>" ABOUTS "\n<title lang='en'>A Violation.</title><title lang='ja'>t</title></clause>"},
        {EK_D_pack_banned, 1, "違反", "<facts><fact id='U1' fallback='x'><title lang='ja'>規約違反</title><title lang='en'>t</title></fact></facts>"},
        {EK_D_pack_unknown, 2, "V:99", "<references>\n<reference id='r' kind='regime' certainty='page' source='V:99'>" TITLES "</reference></references>"},
        {EK_D_pack_unknown, 2, "P99", "<references>\n<reference id='r' kind='standard' certainty='page' provisions='P99'>" TITLES "</reference></references>"},
        {EK_D_pack_value, 2, "law", "<references>\n<reference id='r' kind='law' certainty='page'>" TITLES "</reference></references>"},
        {EK_D_pack_banned, 2, "適法", "<references>\n<reference id='r' kind='regime' certainty='page'>" TITLES "<keys lang='ja'>適法</keys><keys lang='en'>k</keys></reference></references>"},
        {EK_D_pack_value, 1, "maybe", "<facts><fact id='U1' values='yes no' fallback='maybe'>" TITLES "</fact></facts>"},
        {EK_D_pack_child, 1, "question", "<questions><question id='RQ-1' to='reviewer'><text lang='ja'>q</text><text lang='en'>q</text></question></questions>"},
        {EK_D_pack_value, 1, "dog", "<questions><question id='q' to='dog'><text lang='ja'>q</text><text lang='en'>q</text></question></questions>"},
        {EK_D_pack_value, 1, "rumour", "<provisions><provision id='P' source='s' certainty='rumour'>" TITLES "<text lang='ja'>q</text><text lang='en'>q</text></provision></provisions>"},
        {EK_D_pack_xml, 2, NULL, "<words lang='en'>\n</concept>"},
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct bench b;
        ek_status status = bench_load_with(&b, rows[i].file);
        if (status != EK_EFORMAT || b.pack)
            fail_msg("row %zu: loads", i);
        if (!bench_said(&b, rows[i].code, rows[i].line, rows[i].arg)) {
            ek_buf buf = ek_buf_on(b.arena);
            for (size_t k = 0; k < b.diag.lines.n; k++)
                ek_diag_write(&buf, &b.diag.lines.v[k], EK_LANG_EN);
            ek_buf_putc(&buf, '\0');
            fail_msg("row %zu: said %s", i, buf.p);
        }
        bench_close(&b);
    }
}

static void
all_mistakes_are_told_at_once(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(
        bench_load_with(&b,
                        "<words lang='en'>\n<concept id='act.no'/>\n"
                        "<concept/>\n<concept id='act.view' x='1'/></words>"),
        EK_EFORMAT);
    assert_int_equal(b.diag.lines.n, 3);
    bench_close(&b);
}

static void
files_that_are_missing_or_outside_are_refused(void **state)
{
    (void)state;
    struct bench b;
    char pack[2048];
    bench_open(&b);
    assert_int_equal(bench_load(&b), EK_EIO);
    snprintf(pack, sizeof pack,
             "%s\n<file>../x.xml</file><file>/etc/x</file>\n"
             "<file>gone.xml</file><file>gone.xml</file></pack>",
             bench_head);
    bench_write(&b, "pack.xml", pack);
    assert_int_equal(bench_load(&b), EK_EIO);
    assert_true(bench_said(&b, EK_D_pack_value, 6, "../x.xml"));
    assert_true(bench_said(&b, EK_D_pack_value, 6, "/etc/x"));
    assert_true(bench_said(&b, EK_D_pack_twice, 7, "gone.xml"));
    bench_close(&b);
}

static void
the_fingerprint_is_of_names_and_bytes(void **state)
{
    (void)state;
    struct bench b;
    char first[80];
    assert_int_equal(bench_load_with(&b, "<facts/>"), EK_OK);
    assert_int_equal(b.pack->fingerprint.n, 64);
    snprintf(first, sizeof first, "%s", b.pack->fingerprint.p);
    assert_int_equal(bench_load(&b), EK_OK);
    assert_true(ek_str_is(b.pack->fingerprint, first));
    b.n--;
    bench_write(&b, "more.xml", "<facts />");
    assert_int_equal(bench_load(&b), EK_OK);
    assert_false(ek_str_is(b.pack->fingerprint, first));
    bench_close(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_is_a_pattern_with_its_own_line_number),
        cmocka_unit_test(capitals_are_folded_but_not_in_escapes),
        cmocka_unit_test(english_gets_word_boundaries_and_japanese_none),
        cmocka_unit_test(a_rule_takes_every_condition_of_its_xml),
        cmocka_unit_test(every_mistake_is_told_with_its_line),
        cmocka_unit_test(all_mistakes_are_told_at_once),
        cmocka_unit_test(files_that_are_missing_or_outside_are_refused),
        cmocka_unit_test(the_fingerprint_is_of_names_and_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
