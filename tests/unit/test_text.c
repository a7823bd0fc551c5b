/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "text/cp.h"
#include "text/langid.h"
#include "text_helpers.h"

static void
tells_line_column_and_page(void **state)
{
    ek_text *text = text_of(*state, "甲は\nab乙c\n\nd");
    struct ek_anchor second = {.offset = 7, .place.page = 2};
    EK_PUSH(*state, text->anchors, second);
    struct ek_where first = ek_text_where(text, (ek_tspan){3, 6});
    struct ek_where later = ek_text_where(text, (ek_tspan){12, 16});
    assert_int_equal(first.line, 1);
    assert_int_equal(first.column, 2);
    assert_int_equal(first.place.page, 0);
    assert_int_equal(later.line, 2);
    assert_int_equal(later.column, 4);
    assert_int_equal(later.end_line, 4);
    assert_int_equal(later.place.page, 2);
}

static void
a_span_that_ends_with_its_line_ends_on_that_line(void **state)
{
    ek_text *text = text_of(*state, "ab\ncd\n");
    assert_int_equal(ek_text_where(text, (ek_tspan){0, 3}).end_line, 1);
    assert_int_equal(ek_text_where(text, (ek_tspan){6, 6}).line, 3);
}

static void
counts_characters_across_marks(void **state)
{
    ek_buf buf = ek_buf_on(*state);
    for (int i = 0; i < 2000; i++)
        ek_buf_puts(&buf, i % 3 ? "あ" : "a");
    ek_buf_putc(&buf, '\0');
    ek_text *text = text_of(*state, buf.p);
    for (uint32_t at = 0, count = 0; at < text->bytes.n; at++) {
        if (((unsigned char)text->bytes.p[at] & 0xC0) == 0x80)
            continue;
        assert_int_equal(ek_text_chars(text, at), count++);
    }
    assert_int_equal(ek_text_chars(text, (uint32_t)text->bytes.n), 2000);
}

static const char *
quoted(ek_arena *arena, const char *text, const char *match)
{
    ek_norm *norm = norm_of(arena, text);
    size_t at = ek_str_find(norm->bytes, ek_str_of(match), 0);
    if (at == norm->bytes.n)
        return "(no match)";
    ek_nspan span = {(uint32_t)at, (uint32_t)(at + strlen(match))};
    return copied(arena,
                  ek_text_slice(norm->text, ek_map_to_text(&norm->map, span)));
}

static void
a_match_maps_to_the_smallest_whole_quote(void **state)
{
    static const struct {
        const char *text, *match, *quote;
    } rows[] = {
        {"ﾃﾞｰﾀを  含むAPI", "タを含む", "ﾀを  含む"},
        {"ﾃﾞｰﾀを  含むAPI", "含む", "含む"},
        {"ﾃﾞｰﾀを  含むAPI", "を", "を"},
        {"ﾃﾞｰﾀを  含むAPI", "デ", "ﾃﾞ"},
        {"ﾃﾞｰﾀを  含むAPI", "api", "API"},
        {"当社㈱は", "株", "㈱"},
        {"当社㈱は", "(株)は", "㈱は"},
        {"サーバーの", "サーバ", "サーバー"},
        {"サーバーの", "サーバの", "サーバーの"},
        {"  \n\n  a  b\n", "a b", "a  b"},
        {"ａ　　ｂ", "a b", "ａ　　ｂ"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *got = quoted(*state, rows[i].text, rows[i].match);
        if (strcmp(got, rows[i].quote) != 0)
            fail_msg("row %zu: '%s', not '%s'", i, got, rows[i].quote);
    }
}

static const char *const pieces[] = {
    "第1条（目的）\n",
    "ﾃﾞｰﾀ",
    "　",
    "  ",
    "a",
    "Service ",
    "㈱",
    "か\u3099",
    "サーバー",
    "\n",
    "\t",
    "…",
    "①",
    "é",
    "漢",
    "\u00AD",
    "・",
    "ー",
    "-",
    "\n\n",
    "ㄱㅏ",
    "½",
    "。",
    "、",
};

static ek_norm *
random_norm(ek_arena *arena, uint32_t *seed)
{
    ek_buf buf = ek_buf_on(arena);
    for (uint32_t n = next_random(seed, 40); n; n--)
        ek_buf_puts(&buf,
                    pieces[next_random(seed, sizeof pieces / sizeof *pieces)]);
    ek_buf_putc(&buf, '\0');
    return norm_of(arena, buf.p);
}

static bool
at_character(ek_str s, uint32_t at)
{
    return at == s.n || ((unsigned char)s.p[at] & 0xC0) != 0x80;
}

static void
check_laws(const ek_norm *norm, uint32_t a, uint32_t b)
{
    const ek_map *map = &norm->map;
    ek_tspan point = ek_map_to_text(map, (ek_nspan){a, a});
    ek_tspan later = ek_map_to_text(map, (ek_nspan){b, b});
    ek_tspan span = ek_map_to_text(map, (ek_nspan){a, b});
    assert_int_equal(point.begin, point.end);
    assert_true(point.begin <= later.begin);
    assert_true(span.begin <= span.end && span.end <= map->text_size);
    assert_true(at_character(norm->text->bytes, span.begin));
    assert_true(at_character(norm->text->bytes, span.end));
    ek_nspan back = ek_map_to_norm(map, span);
    assert_true(ek_nspan_holds(back, (ek_nspan){a, b}) || a == b);
    ek_tspan again = ek_map_to_text(map, back);
    if (a < b)
        assert_true(again.begin == span.begin && again.end == span.end);
}

static void
check_all_spans(const ek_norm *norm)
{
    uint32_t size = norm->map.norm_size;
    assert_int_equal(size, norm->bytes.n);
    assert_int_equal(ek_map_to_text(&norm->map, (ek_nspan){0, 0}).begin, 0);
    assert_int_equal(ek_map_to_text(&norm->map, (ek_nspan){size, size}).end,
                     size ? norm->map.text_size : 0);
    for (uint32_t a = 0; a <= size; a++)
        for (uint32_t b = a; b <= size && b < a + 12; b++)
            if (at_character(norm->bytes, a) && at_character(norm->bytes, b))
                check_laws(norm, a, b);
}

static void
the_map_keeps_its_laws_on_random_texts(void **state)
{
    (void)state;
    uint32_t seed = 55606162;
    for (int i = 0; i < 4000; i++) {
        ek_arena *arena = ek_arena_new(0);
        check_all_spans(random_norm(arena, &seed));
        ek_arena_free(arena);
    }
}

static void
bytes_between_edits_correspond(void **state)
{
    uint32_t seed = 1949;
    for (int i = 0; i < 500; i++) {
        const ek_norm *norm = random_norm(*state, &seed);
        uint32_t n = 0, t = 0;
        for (size_t e = 0; e < norm->map.edits.n; e++) {
            struct ek_edit edit = norm->map.edits.v[e];
            assert_int_equal(edit.norm - n, edit.text - t);
            n = edit.norm + edit.norm_len;
            t = edit.text + edit.text_len;
        }
        assert_int_equal(norm->map.norm_size - n, norm->map.text_size - t);
    }
}

static void
tells_the_language_of_a_sentence(void **state)
{
    (void)state;
    static const struct {
        ek_lang lang;
        const char *text;
    } rows[] = {
        {EK_LANG_JA, "当社は、利用者のデータを保存します。"},
        {EK_LANG_JA, "個人情報保護方針"},
        {EK_LANG_JA, "example cloud storage api service は停止することがある"},
        {EK_LANG_EN, "privacy"},
        {EK_LANG_EN, "in no event shall we be liable"},
        {EK_LANG_EN, "josé example, maria sample"},
        {EK_LANG_EN,
         "the term \"利用者\" means the person who uses the service"},
        {EK_LANG_OTHER, "nous pouvons accéder à vos données pour la sécurité"},
        {EK_LANG_OTHER, "politique de confidentialité"},
        {EK_LANG_OTHER, "wir speichern ihre daten nicht außerhalb der union"},
        {EK_LANG_OTHER, "podemos acceder a los datos de la cuenta"},
        {EK_LANG_OTHER, "我们不会访问您的数据,除非法律要求"},
        {EK_LANG_OTHER, "서비스 이용 약관"},
        {EK_LANG_OTHER, "условия использования"},
        {EK_LANG_NONE, "12.3 (45) --"},
        {EK_LANG_NONE, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_lang got = ek_langid(ek_str_of(rows[i].text));
        if (got != rows[i].lang)
            fail_msg("row %zu: %s is %s", i, rows[i].text, ek_lang_word(got));
    }
}

static void
function_words_are_sorted(void **state)
{
    (void)state;
    static const char *const words[] = {
#define EK_WORD(word, languages) word,
#include "text/langid.def"
#undef EK_WORD
    };
    for (size_t i = 1; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i - 1], words[i]) >= 0)
            fail_msg("'%s' stands before '%s'", words[i - 1], words[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_line_column_and_page),
        cmocka_unit_test(a_span_that_ends_with_its_line_ends_on_that_line),
        cmocka_unit_test(counts_characters_across_marks),
        cmocka_unit_test(a_match_maps_to_the_smallest_whole_quote),
        cmocka_unit_test(the_map_keeps_its_laws_on_random_texts),
        cmocka_unit_test(bytes_between_edits_correspond),
        cmocka_unit_test(tells_the_language_of_a_sentence),
        cmocka_unit_test(function_words_are_sorted),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
