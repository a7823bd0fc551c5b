/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/table.h"

const ek_row *
ek_table_row(const struct ek_table *table, ek_str id)
{
    for (size_t i = 0; i < table->rows.n; i++)
        if (ek_str_eq(table->rows.v[i].id, id))
            return &table->rows.v[i];
    return NULL;
}

bool
ek_words_have(ek_str words, ek_str word)
{
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (ek_str_eq(w, word))
            return true;
    return false;
}

/* An empty set of words stands for all words. */
static bool
words_within(ek_str words, ek_str others)
{
    if (!others.n)
        return true;
    if (!words.n)
        return false;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (!ek_words_have(others, w))
            return false;
    return true;
}

static bool
is_asked(const struct ek_test *test, int q)
{
    return test->quals.bits[q] || (test->unsaid & UINT32_C(1) << q);
}

static bool
quals_within(const struct ek_test *test, const struct ek_test *other)
{
    for (int q = 0; q < EK_QUALIFIERS; q++) {
        if (!is_asked(other, q))
            continue;
        if (!is_asked(test, q) ||
            (test->quals.bits[q] & ~other->quals.bits[q]) ||
            (test->unsaid & ~other->unsaid & UINT32_C(1) << q))
            return false;
    }
    return true;
}

/* Counts of different words cannot be compared. */
static bool
counts_within(const struct ek_test *test, const struct ek_test *other)
{
    if (test->kind == EK_TEST_FINDING)
        return test->least >= other->least;
    return ek_str_eq(test->said, other->said) &&
           ek_str_eq(test->over, other->over) && test->least >= other->least &&
           test->times == other->times && test->rare == other->rare;
}

/* Whether the one holds only where the other does, negation aside. */
static bool
test_within(const struct ek_test *test, const struct ek_test *other)
{
    return test->kind == other->kind && ek_str_eq(test->id, other->id) &&
           !(test->on & ~other->on) &&
           words_within(test->clauses, other->clauses) &&
           words_within(test->rows, other->rows) &&
           words_within(test->gives, other->gives) &&
           words_within(test->levels, other->levels) &&
           words_within(test->in, other->in) &&
           words_within(test->lang, other->lang) &&
           words_within(test->apart, other->apart) &&
           words_within(test->is, other->is) &&
           words_within(test->all, other->all) &&
           words_within(test->given, other->given) &&
           words_within(test->of, other->of) &&
           words_within(test->named, other->named) &&
           counts_within(test, other) && quals_within(test, other);
}

static bool
test_implies(const struct ek_test *test, const struct ek_test *other)
{
    if (test->negated != other->negated)
        return false;
    return test->negated ? test_within(other, test) : test_within(test, other);
}

bool
ek_when_possible(const struct ek_when *when)
{
    for (size_t i = 0; i < when->tests.n; i++) {
        const struct ek_test *yes = &when->tests.v[i];
        for (size_t k = 0; k < when->tests.n; k++) {
            const struct ek_test *no = &when->tests.v[k];
            if (!yes->negated && no->negated && test_within(yes, no))
                return false;
        }
    }
    return true;
}

bool
ek_when_within(const struct ek_when *when, const struct ek_when *other)
{
    for (size_t k = 0; other && k < other->tests.n; k++) {
        bool implied = false;
        for (size_t i = 0; when && i < when->tests.n && !implied; i++)
            implied = test_implies(&when->tests.v[i], &other->tests.v[k]);
        if (!implied)
            return false;
    }
    return true;
}

bool
ek_row_tests_fact(const ek_row *row, ek_str fact)
{
    for (size_t w = 0; w < row->whens.n; w++)
        for (size_t t = 0; t < row->whens.v[w].tests.n; t++) {
            const struct ek_test *test = &row->whens.v[w].tests.v[t];
            if (test->kind == EK_TEST_FACT && ek_str_eq(test->id, fact))
                return true;
        }
    return false;
}
