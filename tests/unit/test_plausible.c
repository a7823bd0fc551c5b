/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/plausible.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "read/read.h"
#include "text/cp.h"
#include "text/decode.h"
#include "text_helpers.h"

static const char japanese[] =
    "第1条（目的）\nこの規約は、提供者が利用者に役務を提供するときの条件を"
    "定めます。提供者は、利用者が保管した資料を開きません。ただし、法令に"
    "基づく場合と、利用者が同意した場合はこのかぎりではありません。サーバー"
    "の場所はホームページで知らせます。契約は、利用者がいつでも終了できます。"
    "\n";
static const char english[] =
    "The provider does not look at what the customer stores, except where a "
    "court orders it or where the customer has agreed to it in writing. The "
    "customer may end this agreement at any time by telling the provider. All "
    "of the data are then deleted within thirty days, and copies of them too.";

static ek_garble
sign_of(ek_str utf8)
{
    return ek_plausible(utf8).sign;
}

static ek_str
misread(ek_arena *arena, const char *utf8, ek_encoding as)
{
    ek_diag diag = ek_diag_on(arena);
    return ek_decode(arena, ek_str_of(utf8), as, 0, EK_STR("x"), &diag).utf8;
}

static ek_str
moved(ek_arena *arena, const char *utf8, int32_t by)
{
    ek_buf out = ek_buf_on(arena);
    ek_str s = ek_str_of(utf8);
    for (size_t at = 0, n; at < s.n; at += n)
        ek_buf_cp(&out, (uint32_t)((int32_t)ek_cp_at(s, at, &n) + by));
    return ek_buf_str(&out);
}

static ek_str
shifted_letters(ek_arena *arena, const char *text, int by)
{
    ek_str s = ek_arena_copy(arena, ek_str_of(text));
    char *p = ek_arena_alloc(arena, s.n + 1);
    for (size_t i = 0; i < s.n; i++) {
        bool letter = s.p[i] >= 'a' && s.p[i] <= 'z';
        p[i] = letter ? (char)('a' + (s.p[i] - 'a' + by) % 26) : s.p[i];
    }
    return (ek_str){p, s.n};
}

static void
letters_of_a_language_are_plausible(void **state)
{
    (void)state;
    static const char *const rows[] = {
        japanese,
        english,
        "",
        "a\xEF\xBF\xBD",
        "ﾃｲｷｮｳｼｬﾊ､ ﾘﾖｳｼｬｶﾞ ﾎｶﾝｼﾀ ｼﾘｮｳｦ ﾋﾗｷﾏｾﾝ｡ ﾀﾀﾞｼ､ ﾎｳﾚｲﾆ ﾓﾄﾂﾞｸ ﾊﾞｱｲﾊ ﾉｿﾞｸ｡",
        "Le prestataire n’accède pas aux données que le client a déposées, "
        "sauf décision d’un juge. Le client peut résilier à tout moment, et "
        "les données sont alors supprimées dans un délai de trente jours. Les "
        "copies de sauvegarde le sont aussi, au plus tard six mois après.",
        "提供商不得查看客户存储的资料，但法院要求或者客户书面同意的除外。客户"
        "可以随时终止本协议，提供商应当在三十天内删除所有的数据和备份。",
        "Исполнитель не просматривает данные заказчика, кроме случаев, когда "
        "этого требует суд или когда заказчик дал на это своё согласие.",
        "제공자는 이용자가 보관한 자료를 열람하지 않는다. 다만 법령에 따른 "
        "경우와 이용자가 동의한 경우에는 그러하지 아니하다.",
        "\xEF\x82\xB7 The first item of a list\n\xEF\x82\xB7 The second one\n",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (sign_of(ek_str_of(rows[i])) != EK_GARBLE_NONE)
            fail_msg("row %zu: %s", i,
                     ek_plausible_mark(sign_of(ek_str_of(rows[i]))));
}

static void
readings_in_a_wrong_encoding_are_garbled(void **state)
{
    ek_arena *arena = *state;
    assert_int_equal(
        sign_of(EK_STR("縺薙ｌ縺ｯ繧ｵ繝ｼ繝薙せ繧偵▽縺九≧縺ｲ縺ｨ縺ｮ繝繝ｼ繧ｿ繧偵ｲ繧"
                       "峨°縺ｪ縺縺ｨ縺縺繧縺上◎縺上〒縺")),
        EK_GARBLE_UTF8_AS_CP932);
    assert_true(sign_of(misread(arena, japanese, EK_ENC_CP932)));
    assert_true(sign_of(misread(arena, japanese, EK_ENC_EUC_JP)));
    assert_true(sign_of(misread(arena, japanese, EK_ENC_CP1252)));
    assert_true(sign_of(misread(arena, japanese, EK_ENC_UTF16LE)));
    assert_int_equal(
        sign_of(EK_STR("$3$N5,Ls$O!\"Ds6!<T$,MxMQ<T$KLrL3$rDs6!$9$k$H$-")),
        EK_GARBLE_JIS_AS_ASCII);
    assert_int_equal(sign_of(EK_STR("､ｳ､ﾎｵｬﾌｪ､ﾏ､｢ﾄｶ｡ｼﾔ､ｬﾍﾍﾑｼﾔ､ﾋﾌﾌｳ､ﾄｶ｡､ｹ､")),
                     EK_GARBLE_EUC_AS_CP932);
}

static void
codes_of_a_font_are_garbled(void **state)
{
    ek_arena *arena = *state;
    for (int by = 1; by < 26; by++)
        if (!sign_of(shifted_letters(arena, english, by)))
            fail_msg("shifted by %d", by);
    assert_int_equal(sign_of(moved(arena, english, -29)), EK_GARBLE_CONTROL);
    assert_int_equal(sign_of(moved(arena, english, 0xF000)), EK_GARBLE_PRIVATE);
    assert_int_equal(sign_of(moved(arena, japanese, 0x1000)), EK_GARBLE_KANJI);
}

static void
a_garbled_file_is_no_empty_success(void **state)
{
    ek_arena *arena = *state;
    ek_diag diag = ek_diag_on(arena);
    ek_source source;
    ek_text *text = NULL;
    const struct ek_read_options options = {.limits = ek_limits_default(),
                                            .encoding = EK_ENC_CP932};
    ek_source_of(&source, EK_STR("x.txt"), ek_str_of(japanese));
    assert_int_equal(ek_read(&text, arena, &source, &options, &diag),
                     EK_EFORMAT);
    assert_null(text);
    assert_int_equal(diag.lines.v[diag.lines.n - 1].code, EK_D_read_garbled);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_of_a_language_are_plausible),
        cmocka_unit_test(readings_in_a_wrong_encoding_are_garbled),
        cmocka_unit_test(codes_of_a_font_are_garbled),
        cmocka_unit_test(a_garbled_file_is_no_empty_success),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
