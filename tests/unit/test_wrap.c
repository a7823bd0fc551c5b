/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "text_helpers.h"

static void
assert_gives(void **state, const char *text, const char *norm)
{
    assert_string_equal(normal(*state, text), norm);
}

static unsigned
joins_in(ek_arena *arena, ek_str bytes)
{
    ek_text *text = ek_arena_alloc(arena, sizeof *text);
    text->bytes = bytes;
    ek_text_index(text, arena);
    const unsigned char *breaks = ek_wrap_breaks(arena, text);
    unsigned joins = 0;
    for (size_t i = 0; i < text->line_starts.n; i++)
        joins += breaks[i] != EK_BREAK_KEEP;
    return joins;
}

static void
joins_an_english_block_with_blanks(void **state)
{
    assert_gives(state,
                 "The provider keeps the files of the customer on its own\n"
                 "machines and does not open them unless the customer has\n"
                 "asked for help in writing, and closes them again when the\n"
                 "work is done.\n",
                 "the provider keeps the files of the customer on its own "
                 "machines and does not open them unless the customer has "
                 "asked for help in writing, and closes them again when the "
                 "work is done.\n");
}

static void
joins_a_japanese_block_without_blanks(void **state)
{
    assert_gives(state,
                 "提供者は、利用者が保管した資料を自らの機械の中に置き、利用\n"
                 "者が書面で求めた場合を除いてこれを開くことはなく、作業が終\n"
                 "わった後は直ちに閉じるものとします。\n",
                 "提供者は、利用者が保管した資料を自らの機械の中に置き、利用"
                 "者が書面で求めた場合を除いてこれを開くことはなく、作業が終"
                 "わった後は直ちに閉じるものとします。\n");
}

static void
drops_the_hyphen_of_a_divided_word_only(void **state)
{
    assert_gives(state,
                 "The operator keeps records of each change to the infor-\n"
                 "mation that is held for the customer, and shows them to a\n"
                 "person whom the customer has named, or to a trusted third-\n"
                 "party auditor, within ten days.\n",
                 "the operator keeps records of each change to the "
                 "information that is held for the customer, and shows them "
                 "to a person whom the customer has named, or to a trusted "
                 "third-party auditor, within ten days.\n");
}

static void
never_joins_one_paragraph_a_line(void **state)
{
    static const char *const texts[] = {
        "The provider may look at files.\nThe customer may not.\nThe end.\n",
        "利用規約\n第1条（目的）\nこの規約は利用の条件を定めます。\n"
        "第2条（定義）\n用語は次のとおりとします。\n",
        "Names\nAddresses\nTelephone numbers\nPayment records\n",
        "- the name of the customer that is registered with us\n"
        "- the address of the customer that is registered here\n"
        "- the number of the customer that is registered here\n",
        "| a | b |\n|---|---|\n| the first cell of a row | and another |\n",
        "# A heading of a document that is as long as the next line\n"
        "and a line of text that is as long as the heading above it\n"
        "# A heading of a document that is as long as the next line\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (joins_in(*state, ek_str_of(texts[i])) != 0)
            fail_msg("row %zu was joined", i);
}

static const char wrapped[] =
    "役務の条件\n\n"
    "第１条（保管）\n"
    "提供者は、利用者が保管した資料を自らの機械の中に置き、利用\n"
    "者が書面で求めた場合を除いてこれを開くことはない（以下「非\n"
    "閲覧」といいます。\n"
    "）ものとします。\n"
    "1.\n\n"
    "前項にかかわらず、提供者は、法令の定めに従い求められた場合\n"
    "には、必要な範囲に限ってこれを開くことができるものとし、こ\n\n"
    "の場合には速やかに知らせます。\n"
    "① 求めた者の名称\n"
    "② 求められた資料の範囲及びその理由であって、利用者に知らせ\n"
    "ることを妨げられないもの\n"
    "第２条（返却）\n"
    "提供者は、契約が終わった時は保管した資料を利用者に返し、複\n"
    "製を残しません。ただし、法令が保存を求める場合には、この限\n"
    "りではありません。\n";

static void
joins_a_wrapped_document_but_for_markers_and_headings(void **state)
{
    assert_gives(
        state, wrapped,
        "役務の条件\n第1条(保管)\n"
        "提供者は、利用者が保管した資料を自らの機械の中に置き、利用者が書面で"
        "求めた場合を除いてこれを開くことはない(以下「非閲覧」といいます。)も"
        "のとします。\n"
        "1. 前項にかかわらず、提供者は、法令の定めに従い求められた場合には、必"
        "要な範囲に限ってこれを開くことができるものとし、この場合には速やかに"
        "知らせます。\n"
        "① 求めた者の名称\n"
        "② 求められた資料の範囲及びその理由であって、利用者に知らせることを妨"
        "げられないもの\n"
        "第2条(返却)\n"
        "提供者は、契約が終わった時は保管した資料を利用者に返し、複製を残しま"
        "せん。ただし、法令が保存を求める場合には、この限りではありません。\n");
}

static void
joins_a_document_with_a_blank_line_after_every_line(void **state)
{
    ek_buf buf = ek_buf_on(*state);
    for (const char *p = wrapped; *p; p++) {
        ek_buf_putc(&buf, *p);
        if (*p == '\n' && p[1] != '\n')
            ek_buf_putc(&buf, '\n');
    }
    assert_int_equal(joins_in(*state, ek_buf_str(&buf)), 6);
}

static void
keeps_a_paragraph_that_begins_with_indentation(void **state)
{
    assert_gives(state,
                 "　提供者は、利用者が保管した資料を自らの機械の中に置き、利\n"
                 "用者が書面で求めた場合を除いてこれを開くことはありません。\n"
                 "　前の定めは、法令に従い求められた場合には適用しないものと\n"
                 "し、その場合には知らせます。\n",
                 "  提供者は、利用者が保管した資料を自らの機械の中に置き、利"
                 "用者が書面で求めた場合を除いてこれを開くことはありません。\n"
                 "  前の定めは、法令に従い求められた場合には適用しないものと"
                 "し、その場合には知らせます。\n");
}

static void
a_loan_word_across_a_joined_break_keeps_its_long_mark(void **state)
{
    assert_gives(
        state,
        "提供者は、利用者が保管した資料を自らの機械の中に置くサーバー\n"
        "ルームを設け、許された者のほかは入れないように鍵を掛けるもの\n"
        "とします。\n",
        "提供者は、利用者が保管した資料を自らの機械の中に置くサーバー"
        "ルームを設け、許された者のほかは入れないように鍵を掛けるもの"
        "とします。\n");
}

static void
shared_corpus_is_hardly_joined(void **state)
{
    (void)state;
    if (!getenv("EKIMU_SHARED")) {
        print_message("EKIMU_SHARED is not set: skipped\n");
        skip();
    }
    static const struct {
        const char *path;
        unsigned least, most;
    } rows[] = {
        {"corpus/dev/ja/neg-pdf-space-terms.txt", 100, 150},
        {"corpus/probe/en.md", 0, 0},
        {"corpus/probe/ja.txt", 0, 0},
        {"design/source/cistec-2013.txt", 110, 140},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static char bytes[1 << 20];
        snprintf(bytes, sizeof bytes, "%s/%s", getenv("EKIMU_SHARED"),
                 rows[i].path);
        FILE *file = fopen(bytes, "rb");
        assert_non_null(file);
        size_t n = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        unsigned joins = joins_in(*state, (ek_str){bytes, n});
        if (joins < rows[i].least || joins > rows[i].most)
            fail_msg("row %zu: %u joins", i, joins);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_an_english_block_with_blanks),
        cmocka_unit_test(joins_a_japanese_block_without_blanks),
        cmocka_unit_test(drops_the_hyphen_of_a_divided_word_only),
        cmocka_unit_test(never_joins_one_paragraph_a_line),
        cmocka_unit_test(joins_a_wrapped_document_but_for_markers_and_headings),
        cmocka_unit_test(joins_a_document_with_a_blank_line_after_every_line),
        cmocka_unit_test(keeps_a_paragraph_that_begins_with_indentation),
        cmocka_unit_test(a_loan_word_across_a_joined_break_keeps_its_long_mark),
        cmocka_unit_test(shared_corpus_is_hardly_joined),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
