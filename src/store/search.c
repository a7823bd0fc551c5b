/* SPDX-License-Identifier: Apache-2.0 */
/* The index gives the bodies that may hold a word of three characters or more;
 * whether they do, their own text tells. FTS5 finds nothing at all by fewer
 * characters: for such words every text is read. */
#include "config.h"

#include "store/search.h"

#include "store/handle.h"
#include "store/passage.h"
#include "text/cp.h"

#include <stdlib.h>

enum { GRAM = 3 /* characters */, MOST_GRAMS = 64 /* of a question */ };

static size_t
grams_end(ek_str word, size_t at)
{
    size_t n = 0;
    for (int i = 0; i < GRAM; i++, at += n) {
        if (at == word.n)
            return 0;
        ek_cp_at(word, at, &n);
    }
    return at;
}

static void
add_gram(ek_buf *question, ek_str gram)
{
    ek_buf_puts(question, question->n ? " AND \"" : "\"");
    for (size_t i = 0; i < gram.n; i++) {
        if (gram.p[i] == '"')
            ek_buf_putc(question, '"');
        ek_buf_putc(question, gram.p[i]);
    }
    ek_buf_putc(question, '"');
}

/* What the index is asked; empty where no word is long enough. */
static ek_str
question_of(const struct ek_store_words *words, ek_arena *arena)
{
    ek_buf question = ek_buf_on(arena);
    int grams = 0;
    for (size_t i = 0; i < words->v.n; i++) {
        ek_str word = words->v.v[i];
        for (size_t at = 0, end, n; grams < MOST_GRAMS; at += n, grams++) {
            end = grams_end(word, at);
            if (!end)
                break;
            add_gram(&question, ek_str_slice(word, at, end));
            ek_cp_at(word, at, &n);
        }
    }
    return ek_buf_str(&question);
}

static ek_status
add_bodies(ek_search *s, ek_arena *arena, enum ek_sql which, ek_str argument)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(s->store, which);
    ek_sql_text(q, 1, argument);
    while (ek_sql_row(s->store, q, &status))
        EK_PUSH(arena, s->bodies, sqlite3_column_int64(q, 0));
    return status;
}

static int
by_id(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

ek_status
ek_search_begin(ek_search *s, ek_arena *arena)
{
    ek_str question = question_of(&s->words, arena);
    s->bodies.n = 0;
    s->all = !question.n;
    if (s->all)
        return EK_OK;
    ek_status status = add_bodies(s, arena, EK_SQL_indexed, question);
    if (status == EK_OK)
        status = add_bodies(s, arena, EK_SQL_foreign_bodies,
                            EK_STR(PACKAGE_VERSION));
    if (s->bodies.n)
        qsort(s->bodies.v, s->bodies.n, sizeof *s->bodies.v, by_id);
    return status;
}

/* What another program normalized is looked at anew. */
static bool
may_hold(const ek_search *s, sqlite3_stmt *q)
{
    const char *text = (const char *)sqlite3_column_text(q, 1);
    ek_str body = {text, (size_t)sqlite3_column_bytes(q, 1)};
    const char *engine = (const char *)sqlite3_column_text(q, 0);
    return !ek_str_is(EK_STR(PACKAGE_VERSION), engine ? engine : "") ||
           ek_passage_any(body, &s->words);
}

static ek_status
read_body(ek_search *s, int64_t body, bool *holds)
{
    ek_status status = EK_OK;
    *holds = s->all || (s->bodies.n && bsearch(&body, s->bodies.v, s->bodies.n,
                                               sizeof body, by_id));
    if (!*holds)
        return EK_OK;
    sqlite3_stmt *q = ek_sql(s->store, EK_SQL_body);
    ek_sql_number(q, 1, body);
    *holds = false;
    if (!ek_sql_row(s->store, q, &status))
        return status;
    *holds = may_hold(s, q);
    ek_sql_done(q);
    return EK_OK;
}

struct held {
    uint32_t result, document;
    int64_t body; /* 0: it has no text */
};

struct scan {
    ek_search *search;
    ek_arena *arena; /* of this call */
    int64_t id;
    EK_VEC(struct held) held;
    struct ek_result *result; /* the last one that was got */
    uint32_t number;
};

static ek_status
list_held(struct scan *scan)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(scan->search->store, EK_SQL_holds);
    ek_sql_number(q, 1, scan->id);
    while (ek_sql_row(scan->search->store, q, &status))
        EK_PUSH(scan->arena, scan->held,
                ((struct held){(uint32_t)sqlite3_column_int64(q, 0),
                               (uint32_t)sqlite3_column_int64(q, 1),
                               sqlite3_column_int64(q, 2)}));
    return status;
}

static ek_status
get_result(struct scan *scan, uint32_t number)
{
    if (scan->result && scan->number == number)
        return EK_OK;
    ek_result_free(scan->result);
    scan->result = NULL;
    scan->number = number;
    return ek_store_get(scan->search->store, scan->id, number, &scan->result);
}

static ek_status
hand_over(struct scan *scan, const struct held *held)
{
    ek_search *s = scan->search;
    struct ek_passages passages;
    ek_status status = get_result(scan, held->result);
    if (status != EK_OK || held->document >= scan->result->documents.n)
        return status;
    ek_store_passages(&passages, scan->arena,
                      &scan->result->documents.v[held->document], &s->words);
    if (!passages.v.n)
        return EK_OK;
    s->found++;
    s->passages += passages.v.n;
    s->take(s->self, &(struct ek_store_found){scan->result, held->document,
                                              passages.v.v, passages.v.n});
    return EK_OK;
}

static ek_status
search_held(struct scan *scan)
{
    ek_search *s = scan->search;
    ek_status status = list_held(scan);
    for (size_t i = 0; i < scan->held.n && status == EK_OK; i++) {
        const struct held *held = &scan->held.v[i];
        bool holds = false;
        s->documents++;
        s->silent += !held->body;
        if (held->body)
            status = read_body(s, held->body, &holds);
        if (status == EK_OK && holds)
            status = hand_over(scan, held);
    }
    return status;
}

ek_status
ek_search_scan(ek_search *search, int64_t id)
{
    struct scan scan = {.search = search, .arena = ek_arena_new(0), .id = id};
    if (!scan.arena)
        return ek_store_no_memory(search->store);
    if (setjmp(*ek_arena_catch(scan.arena))) {
        ek_arena_free(scan.arena);
        return ek_store_no_memory(search->store);
    }
    ek_status status = search_held(&scan);
    ek_result_free(scan.result);
    ek_arena_free(scan.arena);
    return status;
}
