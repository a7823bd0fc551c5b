/* SPDX-License-Identifier: Apache-2.0 */
/* Text files in every encoding that is read, and in some that are not, made by
 * iconv and read as a whole. */
#include "config.h"

#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "read_helpers.h"
#include "text/foreign.h"
#include "text_helpers.h"

static const char japanese[] =
    "第1条（目的）\n提供者は、利用者が保管した資料を開きません。ただし、法令に"
    "基づく場合、または利用者の同意がある場合は、このかぎりではありません。\n"
    "第2条（保管）\nサーバーの場所はホームページで知らせます。利用者は、いつで"
    "も"
    "この契約を終えることができます。\n";
static const char halfwidth[] =
    "ﾀﾞｲ1ｼﾞｮｳ ﾃｲｷｮｳｼｬﾊ､ ﾘﾖｳｼｬｶﾞ ﾎｶﾝｼﾀ ｼﾘｮｳｦ ﾋﾗｷﾏｾﾝ｡\n"
    "ﾀﾀﾞｼ､ ﾎｳﾚｲﾆ ﾓﾄﾂﾞｸ ﾊﾞｱｲﾊ､ ｺﾉ ｶｷﾞﾘﾃﾞﾊ ｱﾘﾏｾﾝ｡\n";
static const char mixed[] =
    "Agreement between the provider (提供者) and the customer (利用者).\n"
    "利用者のﾃﾞｰﾀは国内のｻｰﾊﾞｰに保管し、提供者は閲覧しません。\n"
    "The provider does not look at what the customer stores.\n";
static const char english[] =
    "1. Purpose\nThe provider does not look at what the customer stores, "
    "except "
    "where a court orders it.\n2. Storage\nThe customer may end this agreement "
    "at any time.\n";
static const char western[] =
    "The “Provider” won’t open the customer’s files — not even for José.\n"
    "The customer may end this agreement at any time; “end” is the end.\n";

static const struct {
    const char *iconv, *name, *mark;
} encodings[] = {
    {"UTF-8", "UTF-8", ""},
    {"UTF-8", "UTF-8", "\xEF\xBB\xBF"},
    {"CP932", "CP932", ""},
    {"EUC-JP-MS", "EUC-JP", ""},
    {"ISO-2022-JP-3", "ISO-2022-JP", ""},
    {"UTF-16LE", "UTF-16LE", ""},
    {"UTF-16LE", "UTF-16LE", "\xFF\xFE"},
    {"UTF-16BE", "UTF-16BE", ""},
    {"UTF-16BE", "UTF-16BE", "\xFE\xFF"},
};

enum { ENCODINGS = sizeof encodings / sizeof *encodings };

static ek_str
with_line_ends(ek_arena *arena, const char *text, int which)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    ek_buf out = ek_buf_on(arena);
    for (int line = 0; *text; text++) {
        if (*text == '\n')
            ek_buf_puts(&out, ends[which < 3 ? which : line++ % 3]);
        else
            ek_buf_putc(&out, *text);
    }
    return ek_buf_str(&out);
}

static void
check(ek_arena *arena, const char *utf8, int encoding, int ends)
{
    ek_diag diag = ek_diag_on(arena);
    ek_buf bytes = ek_buf_on(arena);
    ek_buf_puts(&bytes, encodings[encoding].mark);
    ek_buf_add(&bytes, encoded(arena, with_line_ends(arena, utf8, ends),
                               encodings[encoding].iconv));
    const ek_text *text = text_read(arena, "x.txt", ek_buf_str(&bytes), &diag);
    if (!text || !ek_str_is(text->bytes, utf8) || text->replaced ||
        strcmp(text->encoding, encodings[encoding].name) != 0)
        fail_msg("%.20s... in %s, line ends %d: read as %s", utf8,
                 encodings[encoding].name, ends,
                 text ? text->encoding : "nothing");
    if (text->encoding_confidence < 60)
        fail_msg("%.20s... in %s: sure by %u%%", utf8, encodings[encoding].name,
                 text->encoding_confidence);
}

static void
every_encoding_and_line_end_gives_the_same_text(void **state)
{
    static const char *const texts[] = {japanese, halfwidth, mixed};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int encoding = 0; encoding < ENCODINGS; encoding++)
            for (int ends = 0; ends < 4; ends++)
                check(*state, texts[i], encoding, ends);
    for (int ends = 0; ends < 4; ends++) {
        check(*state, english, 0, ends);
        check(*state, english, 5, ends);
        check(*state, english, 7, ends);
    }
}

static void
a_text_of_sixty_bytes_is_enough(void **state)
{
    ek_arena *arena = *state;
    static const char *const texts[] = {
        "提供者は、利用者が保管した資料を開きません。\n",
        "ﾃｲｷｮｳｼｬﾊ ｼﾘｮｳｦ ﾋﾗｷﾏｾﾝ｡\n",
        "提供者は利用者のﾃﾞｰﾀを開きません。\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int encoding = 0; encoding < ENCODINGS; encoding++)
            check(arena, texts[i], encoding, 0);
    ek_diag diag = ek_diag_on(arena);
    const ek_text *text = text_read(
        arena, "x.txt", encoded(arena, ek_str_of(western), "CP1252"), &diag);
    assert_string_equal(text->encoding, "windows-1252");
    assert_true(ek_str_is(text->bytes, western));
}

static void
a_last_character_cut_off_is_replaced_and_the_rest_stays_sure(void **state)
{
    ek_arena *arena = *state;
    static const char *const names[] = {"UTF-8", "CP932", "EUC-JP-MS",
                                        "ISO-2022-JP-3", "UTF-16LE"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ek_diag diag = ek_diag_on(arena);
        ek_str bytes = encoded(
            arena, ek_str_slice(ek_str_of(japanese), 0, sizeof japanese - 2),
            names[i]);
        const ek_text *text = text_read(
            arena, "x.txt", ek_str_slice(bytes, 0, bytes.n - 1), &diag);
        if (!text || text->replaced != 1 || text->encoding_confidence < 95)
            fail_msg("%s: %u replaced, sure by %u%%", names[i],
                     text ? text->replaced : 0,
                     text ? text->encoding_confidence : 0);
        assert_int_equal(text->readable, EK_READ_PART);
    }
}

static void
nul_bytes_are_replaced(void **state)
{
    ek_arena *arena = *state;
    static const char *const names[] = {"UTF-8", "CP932", "EUC-JP-MS"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ek_diag diag = ek_diag_on(arena);
        ek_buf bytes = ek_buf_on(arena);
        ek_buf_add(&bytes, encoded(arena, ek_str_of(japanese), names[i]));
        ek_buf_putc(&bytes, '\0');
        ek_buf_puts(&bytes, "end");
        const ek_text *text =
            text_read(arena, "x.txt", ek_buf_str(&bytes), &diag);
        assert_non_null(text);
        assert_int_equal(text->replaced, 1);
        assert_true(ek_str_ends(text->bytes, EK_STR("\uFFFDend")));
    }
}

static void
texts_in_other_languages_are_no_japanese_success(void **state)
{
    static const struct {
        const char *iconv, *name, *text;
    } rows[] = {
        {"GBK", "GBK",
         "第一条 目的。提供商不得查看客户存储的资料，但法院要求的除外。"},
        {"BIG5", "Big5",
         "第一條 目的。提供商不得查看客戶儲存的資料，但法院要求者除外。"},
        {"EUC-KR", "EUC-KR",
         "제1조 (목적) 제공자는 이용자가 보관한 자료를 열람하지 않는다."},
        {"KOI8-R", "KOI8-R",
         "Исполнитель не просматривает данные заказчика, кроме случаев."},
        {"CP1251", "windows-1251",
         "Исполнитель не просматривает данные заказчика, кроме случаев."},
    };
    ek_arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_diag diag = ek_diag_on(arena);
        ek_str bytes = encoded(arena, ek_str_of(rows[i].text), rows[i].iconv);
        const char *name = ek_foreign(bytes);
        if (!name || strcmp(name, rows[i].name) != 0)
            fail_msg("%s: taken for %s", rows[i].name, name ? name : "ours");
        assert_null(text_read(arena, "x.txt", bytes, &diag));
        assert_int_equal(diag.lines.v[diag.lines.n - 1].code,
                         EK_D_read_language);
    }
}

static void
texts_of_ours_are_not_foreign(void **state)
{
    static const char *const texts[] = {japanese, mixed, halfwidth};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_null(ek_foreign(encoded(*state, ek_str_of(texts[i]), "CP932")));
        assert_null(
            ek_foreign(encoded(*state, ek_str_of(texts[i]), "EUC-JP-MS")));
    }
    assert_null(ek_foreign(encoded(*state, ek_str_of(western), "CP1252")));
    assert_null(ek_foreign(encoded(
        *state,
        ek_str_of("déjà vu à la cafétéria, où l'été précède l'élysée et la "
                  "forêt, étant là"),
        "CP1252")));
    assert_null(ek_foreign(EK_STR("")));
}

static ek_encoding
detected_with_a_bad_byte(ek_arena *arena, ek_str bytes, size_t at, char bad)
{
    uint32_t confidence;
    ek_str copy = ek_arena_copy(arena, bytes);
    ((char *)(uintptr_t)copy.p)[at] = bad;
    return ek_decode_detect(copy, &confidence);
}

/* An English text may hold one typographic mark of windows-1252; nothing in a
 * single byte speaks for Japanese. */
static void
one_bad_byte_does_not_change_the_encoding(void **state)
{
    ek_str ja = ek_str_of(japanese), en = ek_str_of(english);
    ek_str jis = encoded(*state, ja, "ISO-2022-JP-3");
    for (int bad = 0x80; bad < 0x100; bad += 7)
        for (size_t at = 8; at < 100; at += 13) {
            ek_encoding found =
                detected_with_a_bad_byte(*state, en, at, (char)bad);
            assert_true(found == EK_ENC_UTF8 || found == EK_ENC_CP1252);
            assert_int_equal(
                detected_with_a_bad_byte(*state, ja, at, (char)bad),
                EK_ENC_UTF8);
            assert_int_equal(
                detected_with_a_bad_byte(*state, jis, at, (char)bad),
                EK_ENC_ISO_2022_JP);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_encoding_and_line_end_gives_the_same_text),
        cmocka_unit_test(a_text_of_sixty_bytes_is_enough),
        cmocka_unit_test(
            a_last_character_cut_off_is_replaced_and_the_rest_stays_sure),
        cmocka_unit_test(one_bad_byte_does_not_change_the_encoding),
        cmocka_unit_test(nul_bytes_are_replaced),
        cmocka_unit_test(texts_in_other_languages_are_no_japanese_success),
        cmocka_unit_test(texts_of_ours_are_not_foreign),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
