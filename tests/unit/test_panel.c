/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/html.h"
#include "sample_result.h"

typedef void part(struct ek_html *h);

static ek_str
written(ek_arena *arena, const ek_result *r, ek_lang lang, part *write)
{
    struct ek_report_options options = {.lang = lang};
    struct ek_report_fact fact = {EK_STR("U1"),
                                  {EK_STR("該非"), EK_STR("classification")}};
    EK_PUSH(arena, options.facts, fact);
    ek_buf out = ek_buf_on(arena);
    struct ek_html *h = ek_html_open(arena, &out, r, &options);
    write(h);
    ek_arena_free(h->page.arena);
    return ek_buf_str(&out);
}

static size_t
times(ek_str page, const char *words)
{
    size_t n = 0;
    for (size_t at = 0; (at = ek_str_find(page, ek_str_of(words), at)) < page.n;
         at++)
        n++;
    return n;
}

static void
holds(ek_str page, const char *words)
{
    if (times(page, words) != 1)
        fail_msg("%zu times: %s\n%.*s", times(page, words), words,
                 EK_ARG(page));
}

/* The value of the next attribute of a name, from *at on. */
static ek_str
next_value(ek_str page, const char *before, size_t *at)
{
    ek_str mark = ek_str_of(before);
    size_t from = ek_str_find(page, mark, *at);
    if (from == page.n)
        return EK_STR("");
    from += mark.n;
    *at = ek_str_find(page, EK_STR("\""), from);
    return ek_str_slice(page, from, *at);
}

static void
ids_stand_once_and_links_lead_to_them(ek_arena *arena, ek_str page)
{
    ek_str id, anchor;
    for (size_t at = 0; (id = next_value(page, " id=\"", &at)).n;) {
        ek_str whole = ek_arena_printf(arena, " id=\"%.*s\"", EK_ARG(id));
        holds(page, whole.p);
    }
    for (size_t at = 0; (anchor = next_value(page, "<a href=\"#", &at)).n;) {
        ek_str whole = ek_arena_printf(arena, " id=\"%.*s\"", EK_ARG(anchor));
        if (ek_str_find(page, whole, 0) == page.n)
            fail_msg("leads nowhere: %.*s", EK_ARG(anchor));
    }
}

static void
everything_of_a_result_has_its_place_once(void **state)
{
    static const char *const places[] = {
        "id=\"v-EX-1\"", "id=\"v-EX-2\"",  "id=\"v-EX-3\"", "id=\"v-G1-1\"",
        "id=\"v-G1-2\"", "id=\"v-G1-3b\"", "id=\"v-QA60\"", "id=\"v-QA61\"",
        "id=\"c1\"",     "id=\"c2\"",      "id=\"c3\"",     "id=\"c4\"",
        "id=\"x5\"",     "id=\"x6\"",      "id=\"q-RQ-1\"", "id=\"q-U6\"",
        "id=\"u-U1\"",   "id=\"q-P-G1-2\""};
    ek_arena *arena = ek_arena_new(0);
    ek_result *r = sample_rich("terms.pdf");
    (void)state;
    for (int lang = EK_LANG_JA; lang <= EK_LANG_EN; lang++) {
        ek_str page = written(arena, r, (ek_lang)lang, ek_html_panel);
        for (size_t i = 0; i < sizeof places / sizeof *places; i++)
            holds(page, places[i]);
        ek_str whole = written(arena, r, (ek_lang)lang, ek_html_contract);
        ids_stand_once_and_links_lead_to_them(arena, whole);
    }
    r->documents.v[0].text = EK_STR("");
    r->documents.v[0].blocks.n = 0;
    ek_str bare = written(arena, r, EK_LANG_EN, ek_html_contract);
    ids_stand_once_and_links_lead_to_them(arena, bare);
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
a_panel_speaks_the_language_of_the_output(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    ek_result *r = sample_rich("terms.pdf");
    (void)state;
    ek_str ja = written(arena, r, EK_LANG_JA, ek_html_panel);
    ek_str en = written(arena, r, EK_LANG_EN, ek_html_panel);
    holds(ja, "別紙1-2の三つの例外");
    holds(ja, "未回答(仮に「未判定」として扱う)");
    holds(ja, "該非");
    holds(ja, "data-p=\"第15条第1項 ・ p.6 行12 OCR 91%\"");
    holds(en, "The three exceptions of Annex 1-2");
    holds(en, "not answered; taken as: not classified yet");
    holds(en, "classification</span>");
    assert_int_equal(times(en, "強い記載"), 0);
    ek_result_free(r);
    ek_arena_free(arena);
}

static ek_str
hostile(ek_result *r)
{
    return ek_arena_copy(
        r->arena, EK_STR("\"'></style><script>x</script><b onload=y>\\27 "
                         "\xE2\x80\xAE\x1b[31m\xFF"));
}

/* A result whose every string does harm where it is not escaped. */
static ek_result *
hostile_result(void)
{
    ek_result *r = sample_rich("terms.pdf");
    ek_str s = hostile(r);
    ek_label label = {s, s};
    for (size_t i = 0; i < r->findings.v.n; i++) {
        ek_finding *f = &r->findings.v.v[i];
        f->clause = f->article = f->quote = f->reason = s;
        f->title = label;
        f->place.id = f->place.number = s;
    }
    for (size_t i = 0; i < r->verdicts.n; i++) {
        ek_verdict *v = &r->verdicts.v[i];
        v->item = v->status = v->row = v->certainty = s;
        v->title = v->label = v->reason = label;
        v->provisions = v->changes = s;
        for (size_t e = 0; e < v->findings.n; e++) {
            struct ek_evidence *evidence = &v->findings.v[e];
            evidence->row = evidence->contribution = evidence->level = s;
            evidence->reason = label;
        }
        EK_PUSH(r->arena, v->questions, s);
    }
    for (size_t i = 0; i < r->questions.n; i++) {
        struct ek_asked *q = &r->questions.v[i];
        q->id = q->values = s;
        q->text = q->pro = q->contra = label;
    }
    for (size_t i = 0; i < r->overlays.n; i++)
        r->overlays.v[i].text = label;
    struct ek_dated change = {s, label};
    EK_PUSH(r->arena, r->changes, change);
    struct ek_answer answer = {s, s, true};
    EK_PUSH(r->arena, r->facts, answer);
    r->documents.v[0].title = r->documents.v[0].path = s;
    r->documents.v[0].sha256 = r->pack_id = r->pack_version = s;
    r->pack_fingerprint = r->pack_as_of = r->engine = s;
    r->disclaimer = r->note_2013 = label;
    return r;
}

static void
put_style(struct ek_html *h)
{
    ek_buf_add(h->page.out, ek_html_sheet_style(h));
}

static void
no_text_of_a_result_becomes_markup_or_style(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    ek_result *r = hostile_result();
    (void)state;
    part *const parts[] = {ek_html_panel, ek_html_sheet};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ek_str page = written(arena, r, EK_LANG_JA, parts[i]);
        assert_int_equal(times(page, "<script"), 0);
        assert_int_equal(times(page, "</style"), 0);
        assert_int_equal(times(page, "<b onload"), 0);
        assert_int_equal(times(page, "\xE2\x80\xAE"), 0);
        assert_int_equal(times(page, "\x1b"), 0);
        assert_int_equal(times(page, "\xFF"), 0);
        if (parts[i] == ek_html_panel)
            ids_stand_once_and_links_lead_to_them(
                arena, written(arena, r, EK_LANG_EN, ek_html_contract));
    }
    ek_str style = written(arena, r, EK_LANG_JA, put_style);
    assert_int_equal(times(style, "<"), 0);
    assert_int_equal(times(style, "'"), 0);
    assert_int_equal(times(style, "\""), 4);
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
an_item_that_stands_twice_has_two_anchors(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    ek_result *r = sample_rich("terms.pdf");
    (void)state;
    for (size_t i = 0; i < 3; i++)
        sample_verdict(r, "SAAS:payroll", "Q56", "一般事務", "office work");
    sample_verdict(r, "SAAS:a b", "Q56", "一般事務", "office work");
    ek_str page = written(arena, r, EK_LANG_JA, ek_html_panel);
    holds(page, "id=\"v-SAAS:payroll\"");
    holds(page, "id=\"v-_10\"");
    holds(page, "id=\"v-_11\"");
    holds(page, "id=\"v-_12\"");
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
a_long_quotation_is_cut_beside_the_text_and_whole_in_the_sheet(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    ek_result *r = sample_rich("terms.pdf");
    ek_buf quote = ek_buf_on(r->arena);
    (void)state;
    for (size_t i = 0; i < 1000; i++)
        ek_buf_puts(&quote, "契約");
    ek_buf_puts(&quote, "以上");
    r->findings.v.v[0].quote = ek_buf_str(&quote);
    ek_str panel = written(arena, r, EK_LANG_JA, ek_html_panel);
    ek_str sheet = written(arena, r, EK_LANG_JA, ek_html_sheet);
    assert_int_equal(times(panel, "契約契約以上"), 0);
    assert_int_equal(times(panel, "契約\xE2\x80\xA6</q>"), 2);
    holds(sheet, "契約契約以上</q>");
    ek_result_free(r);
    ek_arena_free(arena);
}

/* Neither that there is nothing to ask nor that nothing was found. */
static void
where_there_is_no_result_no_list_is_said_to_be_empty(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    ek_result *r = sample_unread("scan.pdf", "image-only");
    (void)state;
    ek_str panel = written(arena, r, EK_LANG_JA, ek_html_panel);
    ek_str sheet = written(arena, r, EK_LANG_JA, ek_html_sheet);
    assert_int_equal(times(panel, "読み取れた範囲に所見はない"), 0);
    assert_int_equal(times(panel, "提供者に照会することは残っていない"), 0);
    assert_true(times(panel, "結果なし: 画像のみで文字がない") >= 2);
    assert_int_equal(times(sheet, "なし。</p>"), 1); /* facts */
    assert_true(times(sheet, "結果なし: 画像のみで文字がない") >= 2);
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
what_makes_a_sheet_provisional_stands_in_its_box(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    ek_result *r = sample_rich("terms.pdf");
    (void)state;
    ek_str sheet = written(arena, r, EK_LANG_JA, ek_html_sheet);
    size_t box = ek_str_find(sheet, EK_STR("class=\"warn\""), 0);
    ek_str rest = ek_str_slice(sheet, box, sheet.n);
    rest = ek_str_slice(rest, 0, ek_str_find(rest, EK_STR("</div>"), 0));
    holds(rest, "未提出の文書がある");
    holds(rest, "ページ 12-13");
    holds(rest, "未回答の事実: U6");
    ek_result_free(r);
    r = sample_empty("terms.pdf");
    sheet = written(arena, r, EK_LANG_JA, ek_html_sheet);
    assert_int_equal(times(sheet, "class=\"warn\""), 0);
    ek_result_free(r);
    ek_arena_free(arena);
}

/* An index a finding: no list is searched for each. */
static void
many_findings_are_written_in_one_go(void **state)
{
    enum { MANY = 10000 };
    ek_arena *arena = ek_arena_new(0);
    ek_result *r = sample_rich("terms.pdf");
    (void)state;
    uint32_t first = (uint32_t)r->findings.v.n;
    for (uint32_t i = 0; i < MANY; i++)
        sample_finding(r, "provider-use", i + 1, i + 1, "may use it");
    for (size_t v = 0; v < r->verdicts.n; v++)
        for (uint32_t i = 0; i < MANY; i++)
            sample_evidence(r, &r->verdicts.v[v], first + i, "E1-23", "review");
    ek_str page = written(arena, r, EK_LANG_EN, ek_html_panel);
    assert_int_equal(times(page, "<li id=\"c"), MANY + 4);
    ek_result_free(r);
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_of_a_result_has_its_place_once),
        cmocka_unit_test(a_panel_speaks_the_language_of_the_output),
        cmocka_unit_test(no_text_of_a_result_becomes_markup_or_style),
        cmocka_unit_test(an_item_that_stands_twice_has_two_anchors),
        cmocka_unit_test(
            a_long_quotation_is_cut_beside_the_text_and_whole_in_the_sheet),
        cmocka_unit_test(where_there_is_no_result_no_list_is_said_to_be_empty),
        cmocka_unit_test(what_makes_a_sheet_provisional_stands_in_its_box),
        cmocka_unit_test(many_findings_are_written_in_one_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
