/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "watch/not_terms.h"

static const char *
kind_of(const char *text, size_t findings, size_t before)
{
    return ek_not_terms_word(
        ek_not_terms_of((ek_str){text, strlen(text)}, findings, before));
}

static void
pages_for_programs_are_no_terms(void **state)
{
    static const struct {
        const char *text, *kind;
    } rows[] = {
        {"", "empty"},
        {" \n\t\n", "empty"},
        {"Checking your browser before accessing the site.", "blocked"},
        {"# Access Denied\n\nReference #18.", "blocked"},
        {"Please enable JavaScript to continue.", "blocked"},
        {"# アクセスが拒否されました", "blocked"},
        {"404 Not Found\n", "missing"},
        {"お探しのページは見つかりません。", "missing"},
        {"503 Service Unavailable", "broken"},
        {"ただいまメンテナンス中です。", "broken"},
        {"You may use the service for your own business.", "terms"},
        {"利用者は、本サービスを自己の業務に利用できる。", "terms"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(kind_of(rows[i].text, 0, 0), rows[i].kind);
}

/* A text of so many bytes that ends in the words. */
static char *
long_text(size_t n, const char *words)
{
    char *text = malloc(n + 1);
    for (size_t i = 0; i < n; i++)
        text[i] = i % 6 == 5 ? ' ' : 'x';
    memcpy(text + n - strlen(words), words, strlen(words));
    text[n] = 0;
    return text;
}

static void
terms_that_speak_of_such_pages_are_terms(void **state)
{
    const char *words = "The service may be temporarily unavailable.";
    char *longer = long_text(3000, words), *half = long_text(1500, words);
    (void)state;
    assert_string_equal(kind_of(longer, 0, 0), "terms");
    assert_string_equal(kind_of(longer, 0, 90000), "terms");
    assert_string_equal(kind_of(words, 1, 9000), "terms"); /* a finding */
    assert_string_equal(kind_of(half, 0, 2000), "terms");  /* as before */
    assert_string_equal(kind_of(half, 0, 9000), "broken");
    free(longer);
    free(half);
}

static void
next_to_nothing_is_a_stub(void **state)
{
    const char *rest = "Terms of Service\n\nLast updated May 2024.";
    (void)state;
    assert_string_equal(kind_of(rest, 0, 20000), "stub");
    assert_string_equal(kind_of(rest, 0, 300), "terms");
    assert_string_equal(kind_of(rest, 0, 0), "terms");
    assert_string_equal(kind_of(rest, 1, 20000), "terms");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_for_programs_are_no_terms),
        cmocka_unit_test(terms_that_speak_of_such_pages_are_terms),
        cmocka_unit_test(next_to_nothing_is_a_stub),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
