/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/cut.h"
#include "diff/lexicon.h"
#include "diff/reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static ek_arena *arena;

static int
set_up(void **state)
{
    (void)state;
    arena = ek_arena_new(0);
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    ek_arena_free(arena);
    return 0;
}

/* clang-format off */
static const struct {
    const char *text, *words; /* words: with a bar between two */
} cuts[] = {
    {"Don't stop, Customer!", "Don|t|stop|Customer"},
    {"登録データ", "登|録|デ|ー|タ"},
    {"API利用", "API|利|用"},
    {"1,000.50 yen", "1,000.50|yen"},
    {"30日 5%", "30|日|5|%"},
    {"see [our policy](https://a.example/(x).pdf) now", "see|our|policy|now"},
    {"<a name=\"x\"></a>text", "text"},
    {"a < b", "a|b"},
    {"ｶﾞ", "ｶﾞ"},
    {"---", ""},
};

static const struct {
    const char *unit, *label, *rest;
} labels[] = {
    {"12.3 Customer may", "12.3", " Customer may"},
    {"(a) where", "(a)", " where"},
    {"## 4. Place", "4.", " Place"},
    {"Section 4. Place", "Section 4.", " Place"},
    {"第12条(定義)", "第12条", "(定義)"},
    {"２　当社は", "２", "当社は"},
    {"2 当社は", "2", " 当社は"},
    {"30 日以内に", "", "30 日以内に"},
    {"2 日本国内に", "2", " 日本国内に"},
    {"30 days after", "", "30 days after"},
    {"① 甲は", "①", " 甲は"},
    {"Customer may", "", "Customer may"},
};

static const struct {
    const char *a, *b;
    bool same;
} pairs[] = {
    {"Customer", "CUSTOMER", true},
    {"ＡＰＩ", "api", true},
    {"ｶﾞ", "ガ", true},
    {"１２", "12", true},
    {"Customer", "Customers", false},
    {"甲", "乙", false},
};

static const struct {
    const char *text;
    const char *shown; /* # where a reference stands */
} references[] = {
    {"under Section 4.2(a) only", "under|section|#|only"},
    {"Sections 3 and 5 apply", "sections|#|apply"},
    {"第3条第1項により", "#|に|よ|り"},
    {"別紙2の", "#|の"},
    {"TLS 1.2 and 30 days", "tls|1.2|and|30|days"},
    {"第三者に", "第|三|者|に"},
};
/* clang-format on */

static void
words_are_cut_by_script(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        ek_str text = ek_str_of(cuts[i].text);
        ek_buf out = ek_buf_on(arena);
        struct ek_cut cut;
        uint32_t at = 0;
        while (ek_cut_next(text, &at, (uint32_t)text.n, &cut)) {
            if (out.n)
                ek_buf_putc(&out, '|');
            ek_buf_add(&out, ek_str_slice(text, cut.span.begin, cut.span.end));
        }
        if (!ek_str_is(ek_buf_str(&out), cuts[i].words))
            fail_msg("row %zu: %.*s", i, (int)out.n, out.p);
    }
}

static void
a_label_is_told_from_a_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        ek_str text = ek_str_of(labels[i].unit);
        ek_tspan label;
        uint32_t end =
            ek_cut_label(text, (ek_tspan){0, (uint32_t)text.n}, &label);
        ek_str got = ek_str_slice(text, label.begin, label.end),
               rest = ek_str_slice(text, end, text.n);
        if (!ek_str_is(got, labels[i].label) ||
            !ek_str_is(
                ek_str_trim(rest),
                ek_arena_copy(arena, ek_str_trim(ek_str_of(labels[i].rest))).p))
            fail_msg("row %zu: [%.*s] before [%.*s]", i, (int)got.n, got.p,
                     (int)rest.n, rest.p);
    }
}

static void
widths_and_cases_are_one_word(void **state)
{
    (void)state;
    struct ek_lexicon *lexicon = ek_lexicon_new(arena);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        bool same = ek_lexicon_id(lexicon, ek_str_of(pairs[i].a)) ==
                    ek_lexicon_id(lexicon, ek_str_of(pairs[i].b));
        if (same != pairs[i].same)
            fail_msg("%s and %s", pairs[i].a, pairs[i].b);
    }
}

static void
a_lexicon_grows_and_keeps_its_numbers(void **state)
{
    (void)state;
    struct ek_lexicon *lexicon = ek_lexicon_new(arena);
    char word[16];
    for (unsigned i = 0; i < 9000; i++) {
        snprintf(word, sizeof word, "w%u", i);
        assert_int_equal(ek_lexicon_id(lexicon, ek_str_of(word)), i + 1);
    }
    assert_int_equal(ek_lexicon_id(lexicon, EK_STR("W77")), 78);
    assert_true(ek_str_is(ek_lexicon_word(lexicon, 78), "w77"));
}

static ek_str
folded(const char *s)
{
    ek_str text = ek_str_of(s);
    struct ek_lexicon *lexicon = ek_lexicon_new(arena);
    struct ek_reference *reference = ek_reference_new(arena, lexicon);
    struct ek_diff_word words[40];
    struct ek_cut cut;
    size_t n = 0;
    uint32_t at = 0;
    while (n < 40 && ek_cut_next(text, &at, (uint32_t)text.n, &cut)) {
        ek_str word = ek_str_slice(text, cut.span.begin, cut.span.end);
        ek_word_kind kind =
            cut.class == EK_CUT_NUMBER ? EK_WORD_NUMBER : EK_WORD_PLAIN;
        words[n++] = (struct ek_diff_word){ek_lexicon_id(lexicon, word),
                                           cut.span, 0, kind};
    }
    ek_buf out = ek_buf_on(arena);
    n = ek_reference_fold(reference, text, words, n);
    for (size_t i = 0; i < n; i++) {
        if (i)
            ek_buf_putc(&out, '|');
        ek_buf_add(&out, words[i].kind == EK_WORD_REFERENCE
                             ? EK_STR("#")
                             : ek_lexicon_word(lexicon, words[i].id));
    }
    return ek_buf_str(&out);
}

static void
references_to_clauses_are_one_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        ek_str got = folded(references[i].text);
        if (!ek_str_is(got, references[i].shown))
            fail_msg("row %zu: %.*s", i, (int)got.n, got.p);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_cut_by_script),
        cmocka_unit_test(a_label_is_told_from_a_number),
        cmocka_unit_test(widths_and_cases_are_one_word),
        cmocka_unit_test(a_lexicon_grows_and_keeps_its_numbers),
        cmocka_unit_test(references_to_clauses_are_one_word),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
