/* SPDX-License-Identifier: Apache-2.0 */
/* Tables against the whole pack. The words of a test must exist, every table
 * must have an answer, and every row must be able to give one. */
#include "config.h"

#include "pattern/table_load.h"

struct check {
    const ek_pack *pack;
    ek_diag *diag;
    const struct ek_table *table;
};

static void
say(const struct check *check, uint32_t line, ek_diag_code code, ek_str arg1,
    const char *arg2)
{
    ek_diag_say(check->diag, code, check->table->file, line, arg1,
                ek_str_of(arg2));
}

static const struct ek_table *
words_of(const ek_pack *pack, const char *id)
{
    const struct ek_table *table = ek_pack_table(pack, ek_str_of(id));
    return table && table->kind == EK_TABLE_WORDS ? table : NULL;
}

/* Types that the tables speak of before their clause file exists. */
static bool
is_clause(const ek_pack *pack, ek_str id)
{
    const struct ek_table *later = words_of(pack, "later-clauses");
    return ek_pack_clause(pack, id) != UINT32_MAX ||
           (later && ek_table_row(later, id));
}

static bool
is_counted(const ek_pack *pack, ek_str id)
{
    uint32_t i = ek_pack_concept(pack, id);
    return i != UINT32_MAX &&
           ek_words_have(EK_STR(EK_SAID_ROLES), pack->concepts.v[i].role);
}

static bool
is_words_table(const ek_pack *pack, ek_str id)
{
    const struct ek_table *table = ek_pack_table(pack, id);
    return table && table->kind == EK_TABLE_WORDS;
}

static bool
is_status(const ek_pack *pack, ek_str id)
{
    const struct ek_table *statuses = words_of(pack, "statuses");
    return ek_str_is(id, "none") || (statuses && ek_table_row(statuses, id));
}

static bool
is_provision(const ek_pack *pack, ek_str id)
{
    return ek_pack_provision(pack, id) != NULL;
}

static bool
is_asked(const ek_pack *pack, ek_str id)
{
    return ek_pack_question(pack, id) || ek_pack_fact(pack, id);
}

static void
each_word(const struct check *check, uint32_t line, ek_str words,
          const char *what, bool (*known)(const ek_pack *, ek_str))
{
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (!known(check->pack, w))
            say(check, line, EK_D_pack_unknown, w, what);
}

static void
each_row(const struct check *check, const struct ek_test *test, ek_str table)
{
    const struct ek_table *other = ek_pack_table(check->pack, table);
    ek_str rows = test->rows;
    for (ek_str w = ek_str_word(&rows); w.n; w = ek_str_word(&rows))
        if (!other || !ek_table_row(other, w))
            say(check, test->line, EK_D_pack_unknown, w, "row");
}

static bool
can_give(const struct ek_table *table, ek_str word)
{
    for (size_t i = 0; i < table->rows.n; i++) {
        const ek_row *row = &table->rows.v[i];
        if (ek_str_eq(row->gives, word))
            return true;
        for (size_t t = 0; t < row->turns.n; t++)
            if (ek_str_eq(row->turns.v[t].into, word))
                return true;
    }
    return false;
}

/* What a table never gives, a test must not wait for. */
static void
each_gift(const struct check *check, const struct ek_test *test, ek_str table,
          ek_str words)
{
    const struct ek_table *other = ek_pack_table(check->pack, table);
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (other && !can_give(other, w))
            say(check, test->line, EK_D_pack_unknown, w, "result of the table");
}

static void
each_answer(const struct check *check, const struct ek_test *test, ek_str words)
{
    const ek_fact *fact = ek_pack_fact(check->pack, test->id);
    for (ek_str w = ek_str_word(&words); fact && w.n; w = ek_str_word(&words)) {
        bool known = ek_words_have(fact->values, w) ||
                     ek_words_have(fact->known, w) ||
                     ek_str_eq(fact->fallback, w);
        if (!known)
            say(check, test->line, EK_D_pack_unknown, w, "value of a fact");
    }
}

/* Tables are judged in their order; a test sees only those before it. */
static bool
stands_before(const struct check *check, ek_str id, ek_table_kind kind)
{
    const struct ek_table *table = ek_pack_table(check->pack, id);
    return table && table < check->table && table->kind == kind;
}

static bool
is_row_before(const struct check *check, ek_str id)
{
    const struct ek_table *tables = check->pack->tables.v;
    for (const struct ek_table *t = tables; t < check->table; t++)
        if (t->kind == EK_TABLE_ITEM && ek_table_row(t, id))
            return true;
    return false;
}

/* A modifier asks for rows of its own table. */
static void
check_test(const struct check *check, const ek_row *row,
           const struct ek_test *test)
{
    each_word(check, test->line, test->clauses, "clause", is_clause);
    switch (test->kind) {
    case EK_TEST_THIS:
        each_row(check, test,
                 row->modifier ? check->table->id : check->table->base);
        break;
    case EK_TEST_EVIDENCE:
        each_row(check, test, check->table->evidence);
        each_gift(check, test, check->table->evidence, test->gives);
        break;
    case EK_TEST_FACT:
        if (test->id.n && !ek_pack_fact(check->pack, test->id))
            say(check, test->line, EK_D_pack_unknown, test->id, "fact");
        each_answer(check, test, test->is);
        each_answer(check, test, test->all);
        break;
    case EK_TEST_VERDICT:
        if (!stands_before(check, test->id, EK_TABLE_ITEM))
            say(check, test->line, EK_D_pack_unknown, test->id, "item before");
        each_row(check, test, test->id);
        each_word(check, test->line, test->is, "status", is_status);
        each_gift(check, test, test->id, test->is);
        break;
    case EK_TEST_SAID:
        each_word(check, test->line, test->said, "concept", is_counted);
        each_word(check, test->line, test->over, "concept", is_counted);
        break;
    case EK_TEST_FUNCTION:
        each_word(check, test->line, test->of, "table", is_words_table);
        if (!check->table->each)
            say(check, test->line, EK_D_pack_unknown, EK_STR("function"),
                "test of this table");
        break;
    case EK_TEST_FINDING:
    case EK_TEST_SIGNAL:
        break;
    }
}

static void
check_row(const struct check *check, const ek_row *row)
{
    each_word(check, row->line, row->provisions, "provision", is_provision);
    each_word(check, row->line, row->asks, "question", is_asked);
    if (check->table->kind == EK_TABLE_ITEM && row->gives.n &&
        !is_status(check->pack, row->gives))
        say(check, row->line, EK_D_pack_unknown, row->gives, "status");
    for (size_t w = 0; w < row->whens.n; w++)
        for (size_t t = 0; t < row->whens.v[w].tests.n; t++)
            check_test(check, row, &row->whens.v[w].tests.v[t]);
}

static bool
row_holds_within(const ek_row *row, const struct ek_when *when)
{
    if (!row->whens.n)
        return true;
    for (size_t i = 0; i < row->whens.n; i++)
        if (ek_when_within(when, &row->whens.v[i]))
            return true;
    return false;
}

static bool
is_shadowed(const struct ek_table *table, size_t row,
            const struct ek_when *when)
{
    for (size_t i = 0; i < row; i++)
        if (!table->rows.v[i].modifier &&
            row_holds_within(&table->rows.v[i], when))
            return true;
    return false;
}

/* Of a type that the table does not judge. */
static bool
is_outside(const struct ek_table *table, const struct ek_when *when)
{
    const struct ek_test *this = &when->tests.v[0];
    if (table->kind != EK_TABLE_FINDING || !this->clauses.n)
        return false;
    ek_str rest = this->clauses;
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest))
        if (ek_words_have(table->clauses, w))
            return false;
    return true;
}

static bool
share_a_word(ek_str words, ek_str others)
{
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (ek_words_have(others, w))
            return true;
    return false;
}

/* A fact that is no list has one answer, an item one status. */
static bool
exclude_each_other(const struct check *check, const struct ek_test *a,
                   const struct ek_test *b)
{
    const ek_fact *fact = ek_pack_fact(check->pack, a->id);
    bool single = a->kind == EK_TEST_VERDICT ||
                  (a->kind == EK_TEST_FACT && fact && !fact->list);
    return single && a->kind == b->kind && ek_str_eq(a->id, b->id) &&
           !a->negated && !b->negated && a->is.n && b->is.n &&
           !share_a_word(a->is, b->is);
}

static bool
is_contradictory(const struct check *check, const struct ek_when *when)
{
    for (size_t i = 0; i < when->tests.n; i++)
        for (size_t k = 0; k < i; k++)
            if (exclude_each_other(check, &when->tests.v[i], &when->tests.v[k]))
                return true;
    return false;
}

static bool
is_dead(const struct check *check, size_t i)
{
    const struct ek_table *table = check->table;
    const ek_row *row = &table->rows.v[i];
    bool first_wins = table->kind != EK_TABLE_OVERLAY && !row->modifier;
    if (!row->whens.n)
        return first_wins && is_shadowed(table, i, NULL);
    for (size_t w = 0; w < row->whens.n; w++) {
        const struct ek_when *when = &row->whens.v[w];
        if (ek_when_possible(when) && !is_contradictory(check, when) &&
            !is_outside(table, when) &&
            !(first_wins && is_shadowed(table, i, when)))
            return false;
    }
    return true;
}

static bool
has_default(const struct ek_table *table)
{
    for (size_t i = 0; i < table->rows.n; i++)
        if (!table->rows.v[i].modifier && !table->rows.v[i].whens.n)
            return true;
    return table->kind == EK_TABLE_OVERLAY;
}

static void
check_table(const struct check *check)
{
    const struct ek_table *table = check->table;
    each_word(check, table->line, table->clauses, "clause", is_clause);
    each_word(check, table->line, table->asks, "question", is_asked);
    if (table->base.n && !stands_before(check, table->base, EK_TABLE_FINDING))
        say(check, table->line, EK_D_pack_unknown, table->base, "table before");
    if (table->evidence.n &&
        !stands_before(check, table->evidence, EK_TABLE_FINDING))
        say(check, table->line, EK_D_pack_unknown, table->evidence,
            "table before");
    if (table->yields.n && !is_row_before(check, table->yields))
        say(check, table->line, EK_D_pack_unknown, table->yields, "row before");
    if (!has_default(table))
        say(check, table->line, EK_D_table_default, table->id, "");
    for (size_t i = 0; i < table->rows.n; i++) {
        check_row(check, &table->rows.v[i]);
        if (is_dead(check, i))
            say(check, table->rows.v[i].line, EK_D_table_dead,
                table->rows.v[i].id, "");
    }
}

ek_status
ek_tables_check(const ek_pack *pack, ek_diag *diag)
{
    size_t said = diag->lines.n;
    struct check check = {.pack = pack, .diag = diag};
    for (size_t i = 0; i < pack->tables.n; i++) {
        check.table = &pack->tables.v[i];
        if (check.table->kind != EK_TABLE_WORDS)
            check_table(&check);
    }
    return diag->lines.n > said ? EK_EFORMAT : EK_OK;
}
