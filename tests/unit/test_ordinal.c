/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/ordinal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "text_helpers.h"

static void
numbers_are_written_in_each_system(void **state)
{
    static const struct {
        const char *word;
        uint32_t number;
        const char *shown;
    } rows[] = {
        {"decimal", 12, "12"},
        {"decimal", 0, "0"},
        {"none", 3, ""},
        {"bullet", 3, ""},
        {"lowerRoman", 4, "iv"},
        {"upperRoman", 1999, "MCMXCIX"},
        {"upperRoman", 4000, "4000"},
        {"lowerLetter", 1, "a"},
        {"lowerLetter", 27, "aa"},
        {"lowerLetter", 28, "bb"},
        {"upperLetter", 0, "0"},
        {"ordinal", 2, "2nd"},
        {"ordinal", 11, "11th"},
        {"ordinal", 103, "103rd"},
        {"cardinalText", 21, "Twenty-one"},
        {"ordinalText", 20, "Twentieth"},
        {"ordinalText", 35, "Thirty-fifth"},
        {"japaneseCounting", 1, "一"},
        {"japaneseCounting", 10, "十"},
        {"japaneseCounting", 25, "二十五"},
        {"japaneseCounting", 1110, "千百十"},
        {"japaneseCounting", 10000, "一万"},
        {"japaneseLegal", 12, "壱拾弐"},
        {"ideographDigital", 20, "二〇"},
        {"aiueo", 3, "ｳ"},
        {"aiueoFullWidth", 47, "アア"},
        {"iroha", 2, "ﾛ"},
        {"irohaFullWidth", 3, "ハ"},
        {"decimalFullWidth", 12, "１２"},
        {"decimalEnclosedCircle", 21, "㉑"},
        {"decimalEnclosedCircle", 51, "51"},
        {"decimalEnclosedParen", 2, "⑵"},
        {"decimalZero", 7, "07"},
        {"numberInDash", 7, "- 7 -"},
        {"hex", 26, "1A"},
        {"ideographTraditional", 2, "乙"},
        {"unheard-of", 5, "5"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_buf out = ek_buf_on(*state);
        ek_ordinal_write(&out, ek_ordinal_of_word(ek_str_of(rows[i].word)),
                         rows[i].number);
        assert_string_equal(copied(*state, ek_buf_str(&out)), rows[i].shown);
    }
}

static void
no_number_is_too_large(void **state)
{
    for (int system = 0; system < EK_ORDINAL_COUNT; system++) {
        ek_buf out = ek_buf_on(*state);
        ek_ordinal_write(&out, (ek_ordinal)system, UINT32_MAX);
        assert_true(out.n < 64);
    }
}

static void
systems_are_known_by_code_and_by_sample(void **state)
{
    static const struct {
        const char *sample;
        ek_ordinal system;
    } rows[] = {
        {"", EK_ORDINAL_NONE},
        {"1", EK_ORDINAL_DECIMAL},
        {"a", EK_ORDINAL_LOWER_ALPHA},
        {"I", EK_ORDINAL_UPPER_ROMAN},
        {"一, 二, 三, ...", EK_ORDINAL_JAPANESE},
        {"ア, イ, ウ, ...", EK_ORDINAL_AIUEO_WIDE},
        {"イ, ロ, ハ, ...", EK_ORDINAL_IROHA_WIDE},
        {"ｲ, ﾛ, ﾊ, ...", EK_ORDINAL_IROHA},
        {"①, ②, ③, ...", EK_ORDINAL_CIRCLED},
        {"１, ２, ３, ...", EK_ORDINAL_WIDE},
        {"01, 02, 03, ...", EK_ORDINAL_ZERO},
        {"甲, 乙, 丙, ...", EK_ORDINAL_STEMS},
        {"?, ??", EK_ORDINAL_DECIMAL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(ek_ordinal_of_sample(ek_str_of(rows[i].sample)),
                         rows[i].system);
    assert_int_equal(ek_ordinal_of_nfc(2), EK_ORDINAL_LOWER_ROMAN);
    assert_int_equal(ek_ordinal_of_nfc(255), EK_ORDINAL_NONE);
    assert_int_equal(ek_ordinal_of_nfc(-1), EK_ORDINAL_DECIMAL);
    assert_int_equal(ek_ordinal_of_nfc(999), EK_ORDINAL_DECIMAL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_are_written_in_each_system,
                                        arena_up, arena_down),
        cmocka_unit_test_setup_teardown(no_number_is_too_large, arena_up,
                                        arena_down),
        cmocka_unit_test(systems_are_known_by_code_and_by_sample),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
