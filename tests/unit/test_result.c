/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "result/result.h"
#include "sample_result.h"

static ek_str
written(ek_arena *arena, const ek_result *result)
{
    ek_buf out = ek_buf_on(arena);
    ek_result_write(&out, result);
    return ek_buf_str(&out);
}

static void
assert_survives(ek_result *result)
{
    ek_arena *arena = ek_arena_new(0);
    ek_str first = written(arena, result);
    ek_result *again = NULL;
    const char *why = NULL;
    ek_status status = ek_result_read(&again, first, &why);
    if (status != EK_OK)
        fail_msg("not read back: %s in %.*s", why, EK_ARG(first));
    ek_str second = written(arena, again);
    assert_int_equal(first.n, second.n);
    assert_memory_equal(first.p, second.p, first.n);
    ek_result_free(again);
    ek_result_free(result);
    ek_arena_free(arena);
}

static void
rich_result_survives_byte_for_byte(void **state)
{
    (void)state;
    assert_survives(sample_rich("a/契約 \"b\".md"));
}

static void
empty_results_survive(void **state)
{
    (void)state;
    ek_result *blank = ek_result_new(0);
    ek_document document = {.readable = EK_STR("none")};
    EK_PUSH(blank->arena, blank->documents, document);
    assert_survives(blank);
    assert_survives(sample_empty("-"));
    assert_survives(sample_unread("x.pdf", "unreadable"));
}

static ek_result *
bundle_of(ek_result **members, size_t n)
{
    ek_result *bundle = ek_result_new(0);
    bundle->bundle = EK_STR("Quillmarsh");
    ek_result_join(bundle, members, n);
    return bundle;
}

static ek_finding *
absent(ek_result *r, const char *clause)
{
    ek_finding *finding = sample_finding(r, clause, 1, 1, "x");
    finding->kind = EK_ABSENT;
    finding->reason = EK_STR("not found");
    finding->quote = EK_STR("");
    return finding;
}

static void
a_bundle_survives(void **state)
{
    (void)state;
    ek_result *members[] = {sample_rich("terms.md"), sample_rich("dpa.md"),
                            sample_unread("aup.md", "empty")};
    assert_survives(bundle_of(members, 3));
}

static void
a_bundle_keeps_findings_with_their_document(void **state)
{
    (void)state;
    ek_result *members[] = {sample_empty("terms.md"), sample_empty("dpa.md"),
                            sample_unread("aup.md", "empty")};
    sample_finding(members[0], "deletion", 3, 3, "delete");
    absent(members[0], "encryption");
    absent(members[0], "provider-use");
    sample_finding(members[1], "provider-use", 5, 5, "use");
    absent(members[1], "encryption");
    absent(members[1], "deletion");
    ek_result *bundle = bundle_of(members, 3);
    assert_int_equal(bundle->documents.n, 3);
    assert_int_equal(bundle->no_result.n, 0);
    assert_true(ek_result_misses(bundle));
    assert_int_equal(bundle->findings.v.n, 3);
    assert_string_equal(bundle->findings.v.v[0].clause.p, "deletion");
    assert_int_equal(bundle->findings.v.v[0].document, 0);
    assert_string_equal(bundle->findings.v.v[1].clause.p, "provider-use");
    assert_int_equal(bundle->findings.v.v[1].document, 1);
    assert_string_equal(bundle->findings.v.v[2].clause.p, "encryption");
    assert_int_equal(bundle->findings.v.v[2].kind, EK_ABSENT);
    ek_result_free(bundle);
}

static void
a_bundle_without_a_readable_document_has_no_result(void **state)
{
    (void)state;
    ek_result *members[] = {sample_unread("a.md", "empty"),
                            sample_unread("b.md", "unreadable")};
    ek_result *bundle = bundle_of(members, 2);
    assert_string_equal(bundle->no_result.p, "empty");
    assert_string_equal(bundle->documents.v[1].no_result.p, "unreadable");
    ek_result_free(bundle);
}

static void
strings_survive(void **state)
{
    static const char *const rows[] = {
        "quote \" backslash \\ slash /",
        "\xe2\x80\xa8 and \xe2\x80\xa9",
        "emoji \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
        "\xef\xbf\xbd",
        "tab\tline\nreturn\r\x1b[0m\x7f",
        "\xe3\x81\x8b\xe3\x82\x99"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_result *r = sample_empty(rows[i]);
        sample_finding(r, "deletion", 3, 4, rows[i]);
        ek_arena *arena = ek_arena_new(0);
        ek_result *again = NULL;
        assert_int_equal(ek_result_read(&again, written(arena, r), NULL),
                         EK_OK);
        if (!ek_str_is(ek_result_name(again), rows[i]) ||
            !ek_str_is(again->findings.v.v[0].quote, rows[i]))
            fail_msg("row %zu is changed", i);
        ek_result_free(again);
        ek_arena_free(arena);
        assert_survives(r);
    }
}

static void
nul_survives_and_broken_utf8_is_replaced(void **state)
{
    (void)state;
    ek_result *r = sample_empty("x");
    r->documents.v[0].path = (ek_str){"a\0b", 3};
    r->documents.v[0].title = EK_STR("\x83\x65 \xe3\x81");
    ek_arena *arena = ek_arena_new(0);
    ek_result *again = NULL;
    assert_int_equal(ek_result_read(&again, written(arena, r), NULL), EK_OK);
    assert_true(ek_str_eq(ek_result_name(again), ek_result_name(r)));
    assert_true(ek_str_is(again->documents.v[0].title,
                          "\xef\xbf\xbd"
                          "e \xef\xbf\xbd\xef\xbf\xbd"));
    ek_result_free(again);
    ek_arena_free(arena);
    assert_survives(r);
}

static void
values_come_back_in_their_fields(void **state)
{
    (void)state;
    ek_result *r = sample_rich("x.md");
    ek_arena *arena = ek_arena_new(0);
    ek_result *again = NULL;
    assert_int_equal(ek_result_read(&again, written(arena, r), NULL), EK_OK);
    const ek_finding *f = &again->findings.v.v[0];
    assert_int_equal(f->place.page, 6);
    assert_int_equal(f->place.page_line, 12);
    assert_int_equal(f->place.confidence, 91);
    assert_int_equal(again->findings.v.v[1].place.paragraph, 45);
    assert_true(ek_str_is(again->findings.v.v[1].place.number, "(2)"));
    assert_true(ek_str_is(again->findings.v.v[2].place.id, "section-9"));
    const ek_document *d = &again->documents.v[0];
    assert_true(ek_str_is(d->part, "2.1"));
    assert_int_equal(d->extraction.units, 42);
    assert_int_equal(d->extraction.ocr, 3);
    assert_true(ek_str_is(d->extraction.unread.v[2].name, "13"));
    assert_int_equal(d->extraction.apart.v[1].count, 84);
    assert_int_equal(f->line, 71);
    assert_int_equal(f->span.begin, 710);
    assert_int_equal(f->chars[1], 359);
    assert_memory_equal(&f->quals, &r->findings.v.v[0].quals, sizeof f->quals);
    assert_int_equal(again->findings.v.v[2].tier, EK_TIER_CLUE);
    assert_int_equal(again->findings.v.v[5].kind, EK_GAVE_UP);
    assert_true(ek_str_is(again->findings.v.v[5].reason, "match limit"));
    const ek_verdict *v = ek_result_verdict(again, "EX-1");
    assert_true(ek_str_is(v->provisions, "P06 P12"));
    assert_int_equal(v->findings.v[1].finding, 0);
    assert_null(ek_result_verdict(again, "EX-9"));
    ek_result_free(again);
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
keys_stand_in_the_order_of_the_schema(void **state)
{
    static const char *const keys[] = {
        "{\"ekimu\":\"",     "\"schema\":1,",    "\"pack\":{\"id\"",
        "\"document\":{",    "\"facts\":[",      "\"findings\":[",
        "\"verdicts\":[",    "\"questions\":[{", "\"overlays\":[",
        "\"diagnostics\":[", "\"note_2013\":{",  "\"disclaimer\":{\"ja\""};
    (void)state;
    ek_result *r = sample_rich("x.md");
    ek_arena *arena = ek_arena_new(0);
    ek_str json = written(arena, r);
    size_t at = 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        at = ek_str_find(json, ek_str_of(keys[i]), at);
        if (at == json.n)
            fail_msg("row %zu: %s is not there or out of order", i, keys[i]);
    }
    assert_int_equal(ek_str_find(json, EK_STR("\n"), 0), json.n);
    ek_result_free(r);
    ek_arena_free(arena);
}

/* The rich result with one place edited. */
static ek_str
edited(ek_arena *arena, ek_str json, const char *from, const char *to)
{
    size_t at = ek_str_find(json, ek_str_of(from), 0);
    if (at == json.n)
        fail_msg("nothing to edit: %s", from);
    ek_buf out = ek_buf_on(arena);
    ek_buf_add(&out, ek_str_slice(json, 0, at));
    ek_buf_puts(&out, to);
    ek_buf_add(&out, ek_str_slice(json, at + strlen(from), json.n));
    return ek_buf_str(&out);
}

static void
malformed_objects_are_refused_with_a_reason(void **state)
{
    /* clang-format off */
    static const struct { const char *from, *to, *why; } rows[] = {
        {"\"schema\":1", "\"schema\":2", "schema"},
        {"\"schema\":1", "\"schema\":\"1\"", "schema"},
        {"\"schema\":1,", "", "schema"},
        {"\"schema\":1,", "\"schema\":1,\"more\":0,", "unknown key"},
        {"\"schema\":1,", "\"schema\":1,\"schema\":1,", "not JSON"},
        {"\"ekimu\":\"0.1.0\"", "\"ekimu\":null", "ekimu"},
        {"\"as_of\":", "\"as_off\":", "as_of"},
        {"\"byte\":[710,", "\"byte\":[9710,", "span reversed"},
        {"\"byte\":[710,", "\"byte\":[", "byte"},
        {"\"byte\":[710,", "\"byte\":[-1,", "byte"},
        {"\"byte\":[710,", "\"byte\":[1.5,", "byte"},
        {"\"char\":[355,359]", "\"char\":[359,355]", "span reversed"},
        {"\"char\":[355,359]", "\"char\":[1,99999999999]", "char"},
        {"\"line\":71", "\"line\":0", "place"},
        {"\"line\":71", "\"line\":72", "place"},
        {"\"page\":6", "\"page\":0", "page"},
        {"\"column\":1,", "", "column"},
        {"\"column\":1,", "\"column\":1,\"row\":1,", "place"},
        {"\"actor\":\"provider\"", "\"actor\":\"nobody\"", "actor"},
        {"\"actor\":\"provider\"", "\"actor\":[\"provider\"]", "actor"},
        {"\"actor\":\"provider\"", "\"actor\":7", "actor"},
        {"\"actor\":", "\"aktor\":", "frame"},
        {"\"acts\":[\"obtain\",\"use\"]", "\"acts\":\"use\"", "acts"},
        {"\"acts\":[\"obtain\",\"use\"]", "\"acts\":[]", "acts"},
        {"\"acts\":[\"obtain\",\"use\"]", "\"acts\":[\"use\",\"obtain\"]", "acts"},
        {"\"acts\":[\"obtain\",\"use\"]", "\"acts\":[\"use\",\"use\"]", "acts"},
        {"\"kind\":\"present\"", "\"kind\":\"maybe\"", "kind"},
        {"\"kind\":\"present\"", "\"kind\":\"absent\"", "reason"},
        {"\"kind\":\"absent\"", "\"kind\":\"present\"", "place"},
        {"\"tier\":\"clue\"", "\"tier\":\"hint\"", "tier"},
        {"\"lang\":\"ja\"", "\"lang\":\"fr\"", "lang"},
        {"\"group\":\"A\"", "\"group\":\"AB\"", "group"},
        {"\"i\":0,", "\"i\":99,", "evidence names no finding"},
        {"\"i\":0,", "\"i\":true,", "i"},
        {"[\"P06\",\"P12\"]", "[\"P06 P12\"]", "provisions"},
        {"[\"P06\",\"P12\"]", "[\"\"]", "provisions"},
        {"\"to\":\"user\"", "\"to\":\"nobody\"", "to"},
        {"\"status\":\"part\"", "\"status\":\"fine\"", "status"},
        {"\"notes\":[\"decode_invalid\"]", "\"notes\":[]", "notes"},
        {"\"level\":\"warning\"", "\"level\":\"loud\"", "level"},
        {"\"encoding_confidence\":87", "\"encoding_confidence\":101", "encoding_confidence"},
        {"\"encoding_guessed\":true", "\"encoding_guessed\":0", "encoding_guessed"},
        {"\"unit\":\"page\"", "\"unit\":\"sheet\"", "unit"},
        {"\"read\":40", "\"read\":43", "read"},
        {"\"ocr\":3", "\"ocr\":41", "ocr"},
        {"\"coverage\":95", "\"coverage\":96", "coverage"},
        {"\"replaced\":3", "\"replaced\":9001", "replaced"},
        {"\"characters\":9000,", "", "characters"},
        {"\"what\":\"page\"", "\"what\":\"leaf\"", "unread"},
        {"\"why\":\"encrypted\"", "\"why\":\"odd\"", "unread"},
        {"\"what\":\"comment\"", "\"what\":\"remark\"", "apart"},
        {"\"part\":\"2.1\"", "\"part\":2", "part"},
        {"\"page_line\":12", "\"page_line\":\"12\"", "page_line"},
        {"\"paragraph\":45", "\"paragraph\":0", "paragraph"},
        {"\"confidence\":91", "\"confidence\":true", "confidence"},
        {"\"number\":\"(2)\"", "\"number\":2", "number"},
        {"\"id\":\"section-9\"", "\"id\":null", "id"},
        {"\"languages\":[\"ja\"", "\"languages\":[\"xx\"", "languages"},
        {"\"findings\":[", "\"findings\":[3,", "findings"},
        {"\"given\":false", "\"given\":\"no\"", "given"},
        {"\"en\":\"A triage aid.\"", "\"en\":[]", "en"},
        {"{\"ekimu\"", "[{\"ekimu\"", "not JSON"},
        {"\"ekimu\":\"", "\"ekimu\":\"\xff", "not JSON"},
    };
    /* clang-format on */
    (void)state;
    ek_result *r = sample_rich("x.md");
    ek_arena *arena = ek_arena_new(0);
    ek_str json = written(arena, r);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_result *again = NULL;
        const char *why = "";
        ek_str bad = edited(arena, json, rows[i].from, rows[i].to);
        if (ek_result_read(&again, bad, &why) != EK_EFORMAT)
            fail_msg("row %zu is accepted", i);
        if (strcmp(why, rows[i].why) != 0)
            fail_msg("row %zu: says '%s'", i, why);
        assert_null(again);
    }
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
every_truncation_is_refused(void **state)
{
    (void)state;
    ek_result *r = sample_rich("x.md");
    ek_arena *arena = ek_arena_new(0);
    ek_str json = written(arena, r);
    for (size_t n = 0; n < json.n; n += 7) {
        ek_result *again = NULL;
        if (ek_result_read(&again, (ek_str){json.p, n}, NULL) != EK_EFORMAT)
            fail_msg("%zu bytes are accepted", n);
    }
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
only_warnings_about_reading_count_as_such(void **state)
{
    /* clang-format off */
    static const struct { const char *code, *level; bool tells; } rows[] = {
        {"decode_invalid", "warning", true}, {"read_open", "error", true},
        {"decode_guessed", "note", false},   {"pack_old", "warning", false},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ek_note note = {.code = ek_str_of(rows[i].code),
                               .level = ek_str_of(rows[i].level)};
        if (ek_note_tells_reading(&note) != rows[i].tells)
            fail_msg("row %zu", i);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rich_result_survives_byte_for_byte),
        cmocka_unit_test(empty_results_survive),
        cmocka_unit_test(a_bundle_survives),
        cmocka_unit_test(a_bundle_keeps_findings_with_their_document),
        cmocka_unit_test(a_bundle_without_a_readable_document_has_no_result),
        cmocka_unit_test(strings_survive),
        cmocka_unit_test(nul_survives_and_broken_utf8_is_replaced),
        cmocka_unit_test(values_come_back_in_their_fields),
        cmocka_unit_test(keys_stand_in_the_order_of_the_schema),
        cmocka_unit_test(malformed_objects_are_refused_with_a_reason),
        cmocka_unit_test(every_truncation_is_refused),
        cmocka_unit_test(only_warnings_about_reading_count_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
