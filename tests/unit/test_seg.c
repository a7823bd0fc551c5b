/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/seg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "seg_helpers.h"
#include "text_helpers.h"

struct pair {
    const char *text, *expected;
};

static void
check_pairs(ek_arena *arena, const struct pair *rows, size_t count,
            const char *(*make)(ek_arena *, const ek_segs *))
{
    for (size_t i = 0; i < count; i++) {
        const ek_segs *segs = segs_of(arena, rows[i].text);
        const char *fault = fault_of(arena, segs);
        const char *got = make(arena, segs);
        if (fault)
            fail_msg("row %zu: '%s': %s", i, rows[i].text, fault);
        if (strcmp(got, rows[i].expected) != 0)
            fail_msg("row %zu: '%s' gave '%s', not '%s'", i, rows[i].text, got,
                     rows[i].expected);
    }
}

#define CHECK(state, rows, make)                                               \
    check_pairs(*(state), rows, sizeof(rows) / sizeof *(rows), make)

/* clang-format off */
static void
sentences_end_where_they_end(void **state)
{
    static const struct pair rows[] = {
        {"甲は払う。乙は渡す。", "甲は払う。|乙は渡す。"},
        {"「やめる。」と言った。次へ。", "「やめる。」と言った。|次へ。"},
        {"甲(丙を含む。)は払う。", "甲(丙を含む。)は払う。"},
        {"甲(は払う。乙は渡す。", "甲(は払う。|乙は渡す。"},
        {"本当ですか？はい。", "本当ですか?|はい。"},
        {"We keep it. You may go.", "we keep it.|you may go."},
        {"We use e.g. Logs. You go.", "we use e.g. logs.|you go."},
        {"Data is in the U.S. Government cloud. Fine.",
         "data is in the u.s. government cloud.|fine."},
        {"Foo, Inc. The rest follows.", "foo, inc.|the rest follows."},
        {"See Sec. 5 and No. 7. Then stop.",
         "see sec. 5 and no. 7.|then stop."},
        {"We may (a) view it. (b) copy it. Then we stop.",
         "we may (a) view it. (b) copy it.|then we stop."},
        {"We go to example.com. and back. Done.",
         "we go to example.com. and back.|done."},
        {"We keep it; we hold it.", "we keep it; we hold it."},
        {"\"We stop.\" You go.", "\"we stop.\"|you go."},
        {"Really? Yes! Good.", "really?|yes!|good."},
        {"当社は foo.bar を使う。See it.", "当社は foo.bar を使う。|see it."},
        {"Wait... Then go on.", "wait...|then go on."},
    };
    CHECK(state, rows, sentences_in);
}

static void
japanese_sentences_are_cut_behind_their_markers(void **state)
{
    static const struct pair rows[] = {
        {"当社は、法令に基づく場合を除き、データを開示しません。",
         "M当社は、|E法令に基づく場合を除き、|mデータを開示しません。"},
        {"法令に基づく場合を除いて、開示しない。",
         "E法令に基づく場合を除いて、|M開示しない。"},
        {"当社は利用者の情報を次の場合を除き第三者に開示しません。",
         "M当社は利用者の情報を|E次の場合を除き|m第三者に開示しません。"},
        {"当社は、データを、法令に基づく場合を除き、見ません。",
         "M当社は、データを、|E法令に基づく場合を除き、|m見ません。"},
        {"当社は、次の各号の場合に限り、データを閲覧します。",
         "M当社は、|K次の各号の場合に限り、|mデータを閲覧します。"},
        {"違反した場合には、停止するものとし、責任を負いません。",
         "I違反した場合には、|M停止するものとし、|C責任を負いません。"},
        {"当社は努めますが、保証しません。", "M当社は努めますが、|C保証しません。"},
        {"当社の承諾なく譲渡してはならない。", "M当社の承諾なく譲渡してはならない。"},
        {"同意がない限り、開示しません。", "M同意がない限り、開示しません。"},
        {"法令による場合、人命に関わる場合その他の場合を除き、見ない。",
         "E法令による場合、人命に関わる場合その他の場合を除き、|M見ない。"},
        {"開示しない(法令に基づく場合を除く。)。",
         "M開示しない|E(法令に基づく場合を除く。)。"},
        {"第三者(子会社を除く)に開示しない。", "M第三者(子会社を除く)に開示しない。"},
        {"開示しない。ただし、法令による場合はこの限りでない。",
         "M開示しない。|Pただし、法令による場合はこの限りでない。"},
        {"ただし、通知する。", "Mただし、通知する。"},
    };
    CHECK(state, rows, parts_in);
}

static void
english_sentences_are_cut_before_their_markers(void **state)
{
    static const struct pair rows[] = {
        {"We will not view it except as required by law.",
         "Mwe will not view it|Eexcept as required by law."},
        {"Except as required by law, we will not view it.",
         "Eexcept as required by law,|Mwe will not view it."},
        {"Unless you agree or ask, as set out here, Foo will stop.",
         "Eunless you agree or ask, as set out here,|Mfoo will stop."},
        {"We will not, except as required by law, view it.",
         "Mwe will not,|Eexcept as required by law,|mview it."},
        {"We will not (except as required by law) view it.",
         "Mwe will not|E(except as required by law)|mview it."},
        {"We may view it, but we will not share it unless you agree.",
         "Mwe may view it,|Cbut we will not share it|Eunless you agree."},
        {"We share data, including, but not limited to, logs.",
         "Mwe share data, including, but not limited to, logs."},
        {"If you stop, we may delete it.",
         "Iif you stop,|Mwe may delete it."},
        {"If you stop, fees already paid are kept.",
         "Iif you stop,|Mfees already paid are kept."},
        {"If you (a) stop; or (b) fail, we may delete it.",
         "Iif you (a) stop; or (b) fail,|Mwe may delete it."},
        {"We view it only if you ask.", "Mwe view it|Konly if you ask."},
        {"We may open it to (a) mend it, or (b) guard it.",
         "Mwe may open it to|C(a) mend it, or|C(b) guard it."},
        {"We do not open it except (a) to mend it; or (b) to guard it.",
         "Mwe do not open it|Eexcept (a) to mend it; or|E(b) to guard it."},
        {"See section (a) and also section (b) of it.",
         "Msee section (a) and also section (b) of it."},
        {"We may view it, provided that we tell you.",
         "Mwe may view it,|Pprovided that we tell you."},
        {"We may view it, and we may copy it.",
         "Mwe may view it,|Cand we may copy it."},
        {"We may keep it; you may not.", "Mwe may keep it;|Cyou may not."},
        {"to protect users; and", "Mto protect users; and"},
        {"We do not view it without your consent.",
         "Mwe do not view it without your consent."},
        {"any data other than logs", "Many data other than logs"},
        {"Fees, if any, are paid.", "Mfees, if any, are paid."},
        {"We delete it upon request.", "Mwe delete it|Iupon request."},
    };
    CHECK(state, rows, parts_in);
}

static void
lines_become_articles_paragraphs_and_items(void **state)
{
    static const struct pair rows[] = {
        {"# 規約\n\n## 定義\n\n甲とは丙をいう。", "A H A H P S"},
        {"第1条（目的）\n\n甲は払う。\n", "A H P S"},
        {"第1条　目的\n甲は払う。\n", "A H P S"},
        {"第1条（目的）甲は払う。\n", "A H P S"},
        {"（目的）\n第1条　甲は払う。\n", "A H H P S"},
        {"第1条の規定に基づき、甲は払う。\n", "P S"},
        {"1. Definitions\n\nWe pay.\n\n2. Payment\n\nYou pay.\n",
         "A H P S A H P S"},
        {"1. We pay you.\n2. You pay us.\n3. They pay all.\n",
         "P S P S P S"},
        {"We may view:\n\n- data;\n- logs.\n\nfor your safety.\n",
         "P S I S I S S"},
        {"甲は次の行為をしない。\n\n1. 転売\n2. 複製\n", "P S I S I S"},
        {"甲は次の行為をしない。\n（1）転売\n　ア　国内\n　イ　国外\n（2）複製\n",
         "P S I S I S I S I S"},
        {"利用目的は次のとおりです。\n\n提供のため\n\n改善のため\n\n以上です。\n",
         "P S I S I S P S"},
        {"Title\n=====\n\nWe pay.\n", "A H P S"},
        {"**Your rights**\n\nWe pay.\n", "A H P S"},
        {"| a | b |\n|---|---|\n| c | d |\n", "H R S"},
        {"> - We pay.\n", "I S"},
        {"Your Data\n\nWe pay you every month.\n", "A H P S"},
        {"---\n\nWe pay.\n", "P S"},
        {"(1) 会員\n\n甲をいう。\n\n(2) 非会員\n\n乙をいう。\n", "A H P S A H P S"},
        {"次の用語を用いる。\n\n(1) 会員\n\n甲をいう。\n\n(2) 非会員\n\n乙をいう。\n",
         "P S I S S I S S"},
        {"* 2.1 Notices. We tell you.\n* 2.2 Stop. We stop.\n",
         "P H S P H S"},
        {"", ""},
    };
    CHECK(state, rows, kinds_in);
}

static void
labels_are_those_that_people_cite(void **state)
{
    static const struct pair rows[] = {
        {"第12条（開示）\n1　開示しない。\n2　甲は次の場合を除く。\n（1）法令\n（2）@同意\n",
         "第12条第2項第2号"},
        {"第3条（禁止）\n甲は次の行為をしない。\n(1) 転売\n　イ @国内\n", "第3条第1号イ"},
        {"第5条の2　開示\n第2項　@甲は払う。\n", "第5条の2第2項"},
        {"第九条（開示）\n一　甲は払う。\n二　@乙は渡す。\n", "第九条第二号"},
        {"第3条（開示）\n甲は渡す。\n２　@乙は払う。\n", "第3条第2項"},
        {"12. Data\n\n12.3 We may:\n\n(a) view; or\n\n(b) @copy.\n", "12.3(b)"},
        {"1. Data\n    1. Use. We use it.\n    2. Stop. @We stop.\n", "1.2"},
        {"A. Terms\n\n@We pay you.\n", "A"},
        {"# Your Data\n\n@We pay you.\n", "Your Data"},
        {"We will:\n\n3.1 pay you;\n\n3.2 @tell you.\n", "3.2"},
        {"## Your Data ##\n\n@We pay you.\n", "Your Data"},
        {"【禁止】\n\n@甲は払う。\n", "禁止"},
        {"@We pay.\n", ""},
        {"- @We pay.\n", ""},
    };
    CHECK(state, rows, label_at_sign);
}

static void
items_know_the_sentence_that_leads_them_in(void **state)
{
    static const struct pair rows[] = {
        {"甲は次の場合は承諾しない。理由は開示しない。\n(1) @虚偽\n",
         "甲は次の場合は承諾しない。"},
        {"You go. We may:\n- @view it\n", "we may:"},
        {"We may:\n- view:\n  - @logs\n", "view:"},
        {"We may:\n- view:\n  - logs\n- @copy\n", "we may:"},
        {"We may:\n- view\n\nfor @your safety.\n", "we may:"},
        {"We may not\n\nview it.\n\n# Data\n\n- @view it\n", ""},
        {"The uses are:\n\n| a | b |\n|---|---|\n| @c | d |\n", "the uses are:"},
        {"We agree to:\n\n3.1 @pay you;\n", "we agree to:"},
    };
    CHECK(state, rows, lead_at_sign);
}
/* clang-format on */

static void
nesting_is_bounded(void **state)
{
    ek_buf text = ek_buf_on(*state);
    for (int i = 0; i < 200; i++)
        ek_buf_printf(&text, "%*s- item %d\n", i * 2, "", i);
    ek_buf_putc(&text, '\0');
    const ek_segs *segs = segs_of(*state, text.p);
    assert_null(fault_of(*state, segs));
    uint32_t deepest = 0;
    for (size_t i = 0; i < segs->n; i++)
        if (segs->v[i].level > deepest)
            deepest = segs->v[i].level;
    assert_int_equal(deepest, 63);
}

static void
languages_are_weighed_by_letters(void **state)
{
    const ek_segs *segs = segs_of(*state, "甲は払う。\n\nWe will pay you.\n");
    assert_true(segs->has_ja && segs->has_en);
    segs = segs_of(*state, "We will pay all of you.\n\n甲\n");
    assert_int_equal(segs->lang, EK_LANG_EN);
    segs = segs_of(*state, "");
    assert_int_equal(segs->lang, EK_LANG_NONE);
    assert_int_equal(segs->n, 1);
}

/* Cut behind a comma, also where a bracket holds it all. */
static void
sentences_without_end_are_cut(void **state)
{
    enum { TIMES = 4000, MOST = 8192 };
    ek_buf text = ek_buf_on(*state);
    ek_buf_puts(&text, "We (");
    for (int i = 0; i < TIMES; i++)
        ek_buf_puts(&text, "may view it, ");
    ek_buf_puts(&text, "always).");
    ek_buf_putc(&text, 0);
    const ek_segs *segs = segs_of(*state, text.p);
    uint32_t sentences = 0;
    assert_null(fault_of(*state, segs));
    for (uint32_t i = 0; i < segs->n; i++) {
        const ek_seg *seg = &segs->v[i];
        if (seg->kind != EK_SEG_SENTENCE)
            continue;
        sentences++;
        assert_true(seg->span.end - seg->span.begin <= MOST + 4);
    }
    assert_true(sentences > TIMES * 13 / MOST);
}

static void
any_bytes_keep_the_laws(void **state)
{
    static const char *const pieces[] = {
        "(",       ")",      "「",   "」",     "。",    ". ",     "\n",
        "\n\n",    "1. ",    "(1) ", "- ",     "  ",    "第1条",  "第2項",
        "# ",      "| ",     "|\n",  "---\n",  "**",    "場合、", "を除き、",
        "ただ",    "ただし", "し、", "次の",   ":",     "; ",     ", ",
        "if ",     "we ",    "may ", "except", "view ", "Data ",  "は、",
        "(a) ",    "ア ",    "一 ",  "①",      "1.2 ",  "U.S. ",  "この限り",
        "unless ", "> ",     "ます", "【",     "】",    "\"",     "A. ",
    };
    uint32_t seed = 7, n = sizeof pieces / sizeof *pieces;
    for (int round = 0; round < 1500; round++) {
        ek_arena *arena = ek_arena_new(0);
        ek_buf text = ek_buf_on(arena);
        for (uint32_t k = next_random(&seed, 40); k > 0; k--)
            ek_buf_puts(&text, pieces[next_random(&seed, n)]);
        ek_buf_putc(&text, '\0');
        const ek_segs *segs = segs_of(arena, text.p);
        const char *fault = fault_of(arena, segs);
        if (fault)
            fail_msg("round %d: '%s': %s", round, text.p, fault);
        for (uint32_t i = 0; i < segs->n; i++)
            ek_seg_label(segs, i, arena);
        ek_arena_free(arena);
    }
    (void)state;
}

static double
seconds_for(const char *piece, size_t bytes)
{
    ek_arena *arena = ek_arena_new(0);
    ek_buf text = ek_buf_on(arena);
    while (text.n < bytes)
        ek_buf_puts(&text, piece);
    ek_buf_putc(&text, '\0');
    const ek_norm *norm = norm_of(arena, text.p);
    clock_t begin = clock();
    ek_segment(arena, norm);
    clock_t end = clock();
    ek_arena_free(arena);
    return (double)(end - begin) / CLOCKS_PER_SEC;
}

static void
time_is_linear_in_size(void **state)
{
    static const char *const pieces[] = {
        "(",
        "( a ",
        "(1)\n",
        "word ",
        "; if x",
        "if a, b",
        "第1条",
        "場合、次の場合を除き、",
        "! ) ",
        "we do this:\n",
        "| a ",
        ", but if we, except ",
        "\xE3\x80\x8C",
        "(1) x\n  (a) y\n",
        "1. a\n- b\n",
        "a. b! (c)? ",
    };
    enum { SMALL = 20000, GROWTH = 8 };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        double small = seconds_for(pieces[i], SMALL);
        double large = seconds_for(pieces[i], (size_t)SMALL * GROWTH);
        if (large > 0.2 && large > small * GROWTH * 4)
            fail_msg("row %zu: %.3f s, then %.3f s", i, small, large);
    }
    (void)state;
}

static void
real_contracts_keep_the_laws(void **state)
{
    const char *shared = getenv("EKIMU_SHARED");
    if (!shared) {
        print_message("skipped: EKIMU_SHARED does not name a corpus\n");
        skip();
    }
    const char *file = NULL, *fault = fault_in_folder(shared, &file);
    if (fault)
        fail_msg("%s: %s", file, fault);
    (void)state;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_where_they_end),
        cmocka_unit_test(japanese_sentences_are_cut_behind_their_markers),
        cmocka_unit_test(english_sentences_are_cut_before_their_markers),
        cmocka_unit_test(lines_become_articles_paragraphs_and_items),
        cmocka_unit_test(labels_are_those_that_people_cite),
        cmocka_unit_test(items_know_the_sentence_that_leads_them_in),
        cmocka_unit_test(nesting_is_bounded),
        cmocka_unit_test(languages_are_weighed_by_letters),
        cmocka_unit_test(sentences_without_end_are_cut),
        cmocka_unit_test(any_bytes_keep_the_laws),
        cmocka_unit_test(time_is_linear_in_size),
        cmocka_unit_test(real_contracts_keep_the_laws),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
