/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "read_helpers.h"
#include "text_helpers.h"

static const char japanese[] =
    "第1条（目的）\n提供者は、利用者が保管した資料を開きません。ただし、"
    "①法令に基づく場合、②同意がある場合は、このかぎりではありません。\n"
    "サーバーの場所はホームページで知らせます。㈱見本～以上\n";
static const char mixed[] =
    "This agreement is made between the provider and the customer.\n"
    "The provider (提供者) stores files for the customer (利用者) on its "
    "servers.\nNothing else is agreed in this short example of a text.\n";
static const char halfwidth[] = "ﾃｲｷｮｳｼｬﾊ ｼﾘｮｳｦ\nﾎｶﾝｼﾏｽ｡ ﾘﾖｳｼｬﾆ\nｶｴｼﾏｽ\n";
static const char western[] =
    "The “Café” won’t open the customer’s files – not even for José.\n";

static struct ek_decoded
decoded(ek_arena *arena, ek_str bytes, ek_encoding forced, ek_encoding declared)
{
    ek_diag diag = ek_diag_on(arena);
    return ek_decode(arena, bytes, forced, declared, EK_STR("x"), &diag);
}

static void
detects_each_encoding_and_gives_the_text_back(void **state)
{
    static const struct {
        const char *text, *iconv;
        ek_encoding encoding;
    } rows[] = {
        {japanese, "UTF-8", EK_ENC_UTF8},
        {japanese, "CP932", EK_ENC_CP932},
        {japanese, "EUC-JP-MS", EK_ENC_EUC_JP},
        {japanese, "UTF-16LE", EK_ENC_UTF16LE},
        {japanese, "UTF-16BE", EK_ENC_UTF16BE},
        {mixed, "UTF-8", EK_ENC_UTF8},
        {mixed, "CP932", EK_ENC_CP932},
        {mixed, "EUC-JP-MS", EK_ENC_EUC_JP},
        {mixed, "ISO-2022-JP", EK_ENC_ISO_2022_JP},
        {mixed, "UTF-16LE", EK_ENC_UTF16LE},
        {mixed, "UTF-16BE", EK_ENC_UTF16BE},
        {halfwidth, "CP932", EK_ENC_CP932},
        {halfwidth, "UTF-16LE", EK_ENC_UTF16LE},
        {western, "CP1252", EK_ENC_CP1252},
        {western, "UTF-16BE", EK_ENC_UTF16BE},
        {"ascii only\n", "UTF-8", EK_ENC_UTF8},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str bytes = encoded(*state, ek_str_of(rows[i].text), rows[i].iconv);
        struct ek_decoded got = decoded(*state, bytes, 0, 0);
        if (got.encoding != rows[i].encoding || !got.guessed)
            fail_msg("row %zu: %s", i, ek_decode_name(got.encoding));
        if (!ek_str_is(got.utf8, rows[i].text) || got.replaced)
            fail_msg("row %zu: text differs: %.*s", i, EK_ARG(got.utf8));
    }
}

static void
detects_short_pieces_of_a_text(void **state)
{
    static const struct {
        const char *iconv;
        ek_encoding encoding;
    } rows[] = {
        {"UTF-8", EK_ENC_UTF8},       {"CP932", EK_ENC_CP932},
        {"EUC-JP-MS", EK_ENC_EUC_JP}, {"UTF-16LE", EK_ENC_UTF16LE},
        {"UTF-16BE", EK_ENC_UTF16BE},
    };
    ek_str text = ek_str_of(japanese);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t at = 0; at + 90 < text.n; at++) {
            size_t end = at + 90;
            if (((unsigned char)text.p[at] & 0xC0) == 0x80)
                continue;
            while (((unsigned char)text.p[end] & 0xC0) == 0x80)
                end++;
            ek_str piece = ek_arena_copy(*state, ek_str_slice(text, at, end));
            ek_str bytes = encoded(*state, piece, rows[i].iconv);
            uint32_t confidence;
            ek_encoding got = ek_decode_detect(bytes, &confidence);
            if (got != rows[i].encoding)
                fail_msg("row %zu at %zu: %s (%u)", i, at, ek_decode_name(got),
                         (unsigned)confidence);
        }
}

static void
believes_force_then_mark_then_declaration_then_itself(void **state)
{
    ek_str sjis = encoded(*state, ek_str_of(japanese), "CP932");
    ek_str marked = EK_STR("\xEF\xBB\xBF"
                           "a");
    ek_str wide = EK_STR("\xFF\xFE"
                         "a\0b\0");
    struct ek_decoded got = decoded(*state, sjis, EK_ENC_CP1252, EK_ENC_CP932);
    assert_int_equal(got.encoding, EK_ENC_CP1252);
    assert_false(got.guessed);
    got = decoded(*state, marked, 0, EK_ENC_CP932);
    assert_int_equal(got.encoding, EK_ENC_UTF8);
    assert_true(ek_str_is(got.utf8, "a"));
    got = decoded(*state, wide, 0, 0);
    assert_int_equal(got.encoding, EK_ENC_UTF16LE);
    assert_true(ek_str_is(got.utf8, "ab"));
    got = decoded(*state, sjis, 0, EK_ENC_CP932);
    assert_int_equal(got.encoding, EK_ENC_CP932);
    assert_false(got.guessed);
    assert_int_equal(got.confidence, 100);
}

static void
a_plainly_wrong_declaration_loses(void **state)
{
    static const struct {
        const char *text, *iconv;
        ek_encoding declared, encoding;
        bool guessed;
    } rows[] = {
        {japanese, "UTF-8", EK_ENC_CP932, EK_ENC_UTF8, true},
        {japanese, "UTF-8", EK_ENC_CP1252, EK_ENC_UTF8, true},
        {japanese, "UTF-8", EK_ENC_EUC_JP, EK_ENC_UTF8, true},
        {japanese, "CP932", EK_ENC_UTF8, EK_ENC_CP932, true},
        {japanese, "CP932", EK_ENC_EUC_JP, EK_ENC_CP932, true},
        {japanese, "EUC-JP-MS", EK_ENC_CP932, EK_ENC_EUC_JP, true},
        {mixed, "ISO-2022-JP", EK_ENC_UTF8, EK_ENC_ISO_2022_JP, true},
        {"plain words\n", "UTF-8", EK_ENC_UTF16LE, EK_ENC_UTF8, true},
        {"plain words\n", "UTF-8", EK_ENC_CP932, EK_ENC_CP932, false},
        {western, "CP1252", EK_ENC_CP1252, EK_ENC_CP1252, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str bytes = encoded(*state, ek_str_of(rows[i].text), rows[i].iconv);
        struct ek_decoded got = decoded(*state, bytes, 0, rows[i].declared);
        if (got.encoding != rows[i].encoding || got.guessed != rows[i].guessed)
            fail_msg("row %zu: %s", i, ek_decode_name(got.encoding));
    }
}

static void
replaces_what_is_invalid_and_counts_it(void **state)
{
    static const struct {
        ek_encoding forced;
        ek_str bytes;
        const char *text;
        unsigned replaced;
    } rows[] = {
        {EK_ENC_UTF8, {"a\xFFz", 3}, "a\uFFFDz", 1},
        {EK_ENC_UTF8, {"a\xE3\x81z", 4}, "a\uFFFDz", 1},
        {EK_ENC_UTF8, {"a\xE3\x81", 3}, "a\uFFFD", 1},
        {EK_ENC_UTF8, {"\xED\xA0\x80", 3}, "\uFFFD\uFFFD\uFFFD", 3},
        {EK_ENC_UTF8, {"\xC0\xAF", 2}, "\uFFFD\uFFFD", 2},
        {EK_ENC_UTF8,
         {"a\0b", 3},
         "a\uFFFD"
         "b",
         1},
        {EK_ENC_UTF8, {"a\r\nb\rc\n", 7}, "a\nb\nc\n", 0},
        {EK_ENC_CP932, {"\x82\xA0\x82", 3}, "あ\uFFFD", 1},
        {EK_ENC_CP932, {"\xFF\x82\xA0", 3}, "\uFFFDあ", 1},
        {EK_ENC_EUC_JP, {"\xA4\xA2\xA4", 3}, "あ\uFFFD", 1},
        {EK_ENC_ISO_2022_JP,
         {"\033$B$\"-!\033(B\033(I1\033(B.", 18},
         "あ①ｱ.",
         0},
        {EK_ENC_ISO_2022_JP, {"\033$B$\"$\n\xFFz", 9}, "あ\uFFFD\n\uFFFDz", 2},
        {EK_ENC_UTF16LE,
         {"a\0\x00\xD8"
          "b\0",
          6},
         "a\uFFFD"
         "b",
         1},
        {EK_ENC_UTF16LE,
         {"a\0\x00\xDC"
          "b\0",
          6},
         "a\uFFFD"
         "b",
         1},
        {EK_ENC_UTF16LE, {"a\0b", 3}, "a\uFFFD", 1},
        {EK_ENC_UTF16BE, {"\0a\xD8\x00", 4}, "a\uFFFD", 1},
        {EK_ENC_CP1252, {"a\x81z", 3}, "a\uFFFDz", 1},
        {EK_ENC_UTF8, {"", 0}, "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ek_decoded got =
            decoded(*state, rows[i].bytes, rows[i].forced, 0);
        if (!ek_str_is(got.utf8, rows[i].text) ||
            got.replaced != rows[i].replaced)
            fail_msg("row %zu: '%.*s' with %u", i, EK_ARG(got.utf8),
                     (unsigned)got.replaced);
    }
}

static void
utf8_with_a_few_broken_bytes_is_still_utf8(void **state)
{
    ek_buf buf = ek_buf_on(*state);
    ek_buf_puts(&buf, japanese);
    ek_buf_puts(&buf, "\xE3\x81 \xFF\n");
    struct ek_decoded got = decoded(*state, ek_buf_str(&buf), 0, 0);
    assert_int_equal(got.encoding, EK_ENC_UTF8);
    assert_int_equal(got.replaced, 2);
}

static void
says_once_what_it_guessed_and_replaced(void **state)
{
    ek_arena *arena = *state;
    ek_diag diag = ek_diag_on(arena);
    ek_str sjis = encoded(arena, ek_str_of(japanese), "CP932");
    ek_decode(arena, sjis, 0, 0, EK_STR("x"), &diag);
    assert_int_equal(diag.lines.n, 1);
    assert_int_equal(diag.lines.v[0].code, EK_D_decode_guessed);
    assert_true(ek_str_is(diag.lines.v[0].args[0], "CP932"));
    ek_decode(arena, EK_STR("a\xFF\xFE"), EK_ENC_UTF8, 0, EK_STR("x"), &diag);
    assert_int_equal(diag.lines.n, 2);
    assert_int_equal(diag.lines.v[1].code, EK_D_decode_invalid);
    assert_true(ek_str_is(diag.lines.v[1].args[0], "2"));
    ek_decode(arena, EK_STR("plain"), 0, 0, EK_STR("x"), &diag);
    assert_int_equal(diag.lines.n, 2);
}

static void
knows_encodings_by_their_usual_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        ek_encoding encoding;
    } rows[] = {
        {"utf-8", EK_ENC_UTF8},
        {"UTF8", EK_ENC_UTF8},
        {"Shift_JIS", EK_ENC_CP932},
        {"x-sjis", EK_ENC_CP932},
        {"Windows-31J", EK_ENC_CP932},
        {"EUC-JP", EK_ENC_EUC_JP},
        {"ISO-2022-JP", EK_ENC_ISO_2022_JP},
        {"utf-16", EK_ENC_UTF16LE},
        {"UTF-16BE", EK_ENC_UTF16BE},
        {"iso-8859-1", EK_ENC_CP1252},
        {"windows-1252", EK_ENC_CP1252},
        {"", EK_ENC_UNKNOWN},
        {"klingon", EK_ENC_UNKNOWN},
        {"--", EK_ENC_UNKNOWN},
        {"a-name-that-is-much-longer-than-any-name-of-one", EK_ENC_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_decode_of(ek_str_of(rows[i].name)) != rows[i].encoding)
            fail_msg("row %zu: %s", i, rows[i].name);
    for (int e = EK_ENC_UTF8; e <= EK_ENC_CP1252; e++)
        assert_int_equal(
            ek_decode_of(ek_str_of(ek_decode_name((ek_encoding)e))), e);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(detects_each_encoding_and_gives_the_text_back),
        cmocka_unit_test(detects_short_pieces_of_a_text),
        cmocka_unit_test(believes_force_then_mark_then_declaration_then_itself),
        cmocka_unit_test(a_plainly_wrong_declaration_loses),
        cmocka_unit_test(replaces_what_is_invalid_and_counts_it),
        cmocka_unit_test(utf8_with_a_few_broken_bytes_is_still_utf8),
        cmocka_unit_test(says_once_what_it_guessed_and_replaced),
        cmocka_unit_test(knows_encodings_by_their_usual_names),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
