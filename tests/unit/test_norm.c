/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/norm.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <utf8proc.h>

#include "text/cp.h"
#include "text_helpers.h"

struct pair {
    const char *text, *norm;
};

static void
check_pairs(ek_arena *arena, const struct pair *rows, size_t count,
            const char *(*make)(ek_arena *, const char *))
{
    for (size_t i = 0; i < count; i++) {
        const char *got = make(arena, rows[i].text);
        if (strcmp(got, rows[i].norm) != 0)
            fail_msg("row %zu: '%s' gave '%s', not '%s'", i, rows[i].text, got,
                     rows[i].norm);
    }
}

#define CHECK(state, rows, make)                                               \
    check_pairs(*(state), rows, sizeof(rows) / sizeof *(rows), make)

/* clang-format off */
static void
folds_characters_to_one_form(void **state)
{
    static const struct pair rows[] = {
        {"ＡＢＣ　１２", "abc 12"},
        {"ﾃﾞｰﾀ", "データ"},
        {"か\xE3\x82\x99", "が"},
        {"か\xEF\xBE\x9E", "が"},
        {"㈱テスト", "(株)テスト"},
        {"⼈⺠⽤⻑", "人民用長"},
        {"“a” ‘b’ c’s", "\"a\" 'b' c's"},
        {"a–b—c‐d−e", "a-b-c-d-e"},
        {"ケーキー", "ケーキ"},
        {"1〜2～3", "1~2~3"},
        {"① ⑴ Ⅳ ⅳ ㈠ Ⓐ", "① ⑴ Ⅳ ⅳ ㈠ Ⓐ"},
        {"Example™ Service®", "example™ service®"},
        {"so\xC2\xAD" "ft a\xE2\x80\x8B" "b \xEF\xBB\xBF c", "soft ab c"},
        {"葛\xF3\xA0\x84\x80", "葛"},
        {"e\xCC\x81", "é"},
        {"ㄱㅏ", "가"},
        {"\xEF\x82\xB7 item", "• item"},
        {"神", "神"},
    };
    CHECK(state, rows, normal_word);
}

static void
leaves_out_the_last_long_mark_of_loan_words(void **state)
{
    static const struct pair rows[] = {
        {"サーバーの", "サーバの"},
        {"サーバ", "サーバ"},
        {"ユーザー", "ユーザ"},
        {"ｻｰﾊﾞｰ", "サーバ"},
        {"セキュリティー、", "セキュリティ、"},
        {"エラー", "エラー"},
        {"コピー", "コピー"},
        {"フォロー", "フォロー"},
        {"キー", "キー"},
        {"ユーザーデータ", "ユーザーデータ"},
        {"ユーザー データ", "ユーザーデータ"},
        {"エラー コピー", "エラーコピー"},
        {"サーバー 10 台", "サーバ 10 台"},
        {"らーめんやー", "らーめんやー"},
    };
    CHECK(state, rows, normal_word);
}

static void
drops_middle_dots_in_known_compounds_only(void **state)
{
    static const struct pair rows[] = {
        {"データ・センター", "データセンタ"},
        {"プライバシー・ポリシー", "プライバシーポリシ"},
        {"ユーザー・コンテンツの", "ユーザーコンテンツの"},
        {"サーバー・ルーター", "サーバ・ルータ"},
        {"氏名・住所", "氏名・住所"},
        {"ログ・データ・センター", "ログ・データ・センタ"},
        {"閲覧･取得", "閲覧・取得"},
    };
    CHECK(state, rows, normal_word);
}

static void
keeps_one_blank_where_words_need_it(void **state)
{
    static const struct pair rows[] = {
        {"a  \t b", "a b"},
        {"当社　は、 これ を", "当社は、これを"},
        {"甲 API 乙", "甲 api 乙"},
        {"当社 (以下)と", "当社(以下)と"},
        {"当社 （以下） と", "当社(以下)と"},
        {"第１条　目　的", "第1条 目的"},
        {"第1条 （目的） 本契約 は", "第1条 (目的) 本契約は"},
        {"第5条の2　準 用", "第5条の2 準用"},
        {"第二章　総則", "第二章 総則"},
        {"附則　この規約", "附則 この規約"},
        {"（１） 保管", "(1) 保管"},
        {"一　保管", "一 保管"},
        {"イ　保管", "イ 保管"},
        {"① 保管", "① 保管"},
        {"・ 保管", "・ 保管"},
        {"# 第1条 目的", "# 第1条 目的"},
        {"- (1) 保管 する", "- (1) 保管する"},
        {"甲 は", "甲は"},
    };
    CHECK(state, rows, normal_word);
}

static void
keeps_indentation_by_columns(void **state)
{
    static const struct pair rows[] = {
        {"　全角\n", "  全角\n"},
        {"\tone\n  two\n", "    one\n  two\n"},
        {"a  \n\n \n  b \n\n", "a\n  b\n"},
        {"\n\n a", " a"},
        {"", ""},
        {" \n \n", ""},
        {"a", "a"},
    };
    CHECK(state, rows, normal);
}
/* clang-format on */

struct exception {
    uint32_t first, last;
    const char *to;
};

static const struct exception exceptions[] = {
#define EK_FOLD(first, last, to, reason) {first, last, to},
#include "text/fold.def"
#undef EK_FOLD
};

static const struct exception *
exception_of(uint32_t cp)
{
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (cp >= exceptions[i].first && cp <= exceptions[i].last)
            return &exceptions[i];
    return NULL;
}

static ek_str
lower_nfkc(ek_arena *arena, ek_str s)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t n = utf8proc_map(
        (const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &folded,
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    ek_buf out = ek_buf_on(arena);
    ek_str view = {(const char *)folded, n < 0 ? 0 : (size_t)n};
    for (size_t at = 0, length; at < view.n; at += length)
        ek_buf_cp(&out, (uint32_t)utf8proc_tolower(
                            (int32_t)ek_cp_at(view, at, &length)));
    free(folded);
    return ek_buf_str(&out);
}

static ek_str
expected_fold(ek_arena *arena, uint32_t cp)
{
    const struct exception *e = exception_of(cp);
    ek_buf raw = ek_buf_on(arena);
    ek_buf_cp(&raw, cp);
    if (e && e->to)
        return ek_str_of(e->to);
    return e ? ek_buf_str(&raw) : lower_nfkc(arena, ek_buf_str(&raw));
}

static void
exceptions_are_sorted_and_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
        assert_true(exceptions[i].first <= exceptions[i].last);
        if (i)
            assert_true(exceptions[i - 1].last < exceptions[i].first);
    }
}

static void
equals_utf8proc_for_each_character_but_the_exceptions(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    for (uint32_t cp = 1; cp < 0x110000; cp++) {
        if (utf8proc_category((int32_t)cp) == UTF8PROC_CATEGORY_CN ||
            utf8proc_category((int32_t)cp) == UTF8PROC_CATEGORY_CS ||
            ek_cp_is_blank(cp))
            continue;
        if (cp % 0x1000 == 0) {
            ek_arena_free(arena);
            arena = ek_arena_new(0);
        }
        ek_buf raw = ek_buf_on(arena);
        ek_buf_cp(&raw, cp);
        ek_str got = ek_normalize_word(arena, ek_buf_str(&raw));
        if (!ek_str_eq(got, expected_fold(arena, cp)))
            fail_msg("U+%04X gave '%.*s'", (unsigned)cp, EK_ARG(got));
    }
    ek_arena_free(arena);
}

static uint32_t
random_character(uint32_t *seed)
{
    static const uint32_t blocks[][2] = {
        {0x21, 0x7E},     {0xC0, 0x17F},    {0x300, 0x36F},   {0x3041, 0x3096},
        {0x30A1, 0x30FA}, {0x3099, 0x309A}, {0xFF61, 0xFF9F}, {0xFF01, 0xFF5E},
        {0x3131, 0x318E}, {0x3200, 0x321E}, {0x3260, 0x327E}, {0xFFA1, 0xFFDC},
        {0x1100, 0x11FF}, {0xAC00, 0xAC80}, {0x4E00, 0x4F00}, {0x3300, 0x33FF},
        {0xF900, 0xFA2D}, {0x0900, 0x0DFF}, {0x1E00, 0x1EFF},
    };
    const uint32_t *block =
        blocks[next_random(seed, sizeof blocks / sizeof *blocks)];
    uint32_t cp = block[0] + next_random(seed, block[1] - block[0] + 1);
    bool special = exception_of(cp) || cp == CP_HALFWIDTH_LONG_VOWEL ||
                   utf8proc_category((int32_t)cp) == UTF8PROC_CATEGORY_CN;
    return special ? 'x' : cp;
}

static void
equals_utf8proc_for_random_strings(void **state)
{
    (void)state;
    uint32_t seed = 20130621;
    ek_arena *arena = ek_arena_new(0);
    for (int i = 0; i < 100000; i++) {
        if (i % 2000 == 0) {
            ek_arena_free(arena);
            arena = ek_arena_new(0);
        }
        ek_buf raw = ek_buf_on(arena);
        for (uint32_t n = 2 + next_random(&seed, 4); n; n--)
            ek_buf_cp(&raw, random_character(&seed));
        ek_str got = ek_normalize_word(arena, ek_buf_str(&raw));
        if (!ek_str_eq(got, lower_nfkc(arena, ek_buf_str(&raw))))
            fail_msg("string %d: '%.*s' gave '%.*s'", i,
                     EK_ARG(ek_buf_str(&raw)), EK_ARG(got));
    }
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_characters_to_one_form),
        cmocka_unit_test(leaves_out_the_last_long_mark_of_loan_words),
        cmocka_unit_test(drops_middle_dots_in_known_compounds_only),
        cmocka_unit_test(keeps_one_blank_where_words_need_it),
        cmocka_unit_test(keeps_indentation_by_columns),
        cmocka_unit_test(exceptions_are_sorted_and_apart),
        cmocka_unit_test(equals_utf8proc_for_each_character_but_the_exceptions),
        cmocka_unit_test(equals_utf8proc_for_random_strings),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
