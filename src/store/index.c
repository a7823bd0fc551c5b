/* SPDX-License-Identifier: Apache-2.0 */
/* A text is kept once, normalized, however many scans hold it. FTS5 knows its
 * runs of three characters (detail=none: that they are there, not where, which
 * is all that is asked of it; search.c reads the text itself). */
#include "config.h"

#include "store/index.h"

#include "store/handle.h"
#include "text/norm.h"

#include <sha256.h>

struct indexer {
    ek_store *store;
    ek_arena *arena; /* of this call */
    int64_t scan;
};

static ek_status
add_judged(struct indexer *x, size_t i, const ek_result *r)
{
    sqlite3_stmt *q = ek_sql(x->store, EK_SQL_add_judged);
    ek_sql_number(q, 1, x->scan);
    ek_sql_number(q, 2, (int64_t)i);
    ek_sql_text(q, 3, ek_result_name(r));
    ek_sql_text(q, 4, r->bundle.n ? EK_STR("") : r->documents.v[0].title);
    ek_sql_text(q, 5, r->documents.v[0].dated);
    ek_sql_text(q, 6, r->no_result);
    return ek_sql_run(x->store, q);
}

static ek_str
hash_of(ek_arena *arena, ek_str text)
{
    char hex[SHA256_DIGEST_STRING_LENGTH];
    SHA256Data((const uint8_t *)text.p, text.n, hex);
    return ek_arena_copy(arena, ek_str_of(hex));
}

static ek_status
find_body(struct indexer *x, ek_str hash, int64_t *body)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(x->store, EK_SQL_body_of);
    ek_sql_text(q, 1, hash);
    *body = 0;
    if (!ek_sql_row(x->store, q, &status))
        return status;
    *body = sqlite3_column_int64(q, 0);
    ek_sql_done(q);
    return EK_OK;
}

static ek_status
index_body(struct indexer *x, ek_str text, int64_t body)
{
    sqlite3_stmt *q = ek_sql(x->store, EK_SQL_index_body);
    ek_sql_number(q, 1, body);
    ek_sql_text(q, 2, text);
    return ek_sql_run(x->store, q);
}

static ek_status
add_body(struct indexer *x, ek_str hash, ek_str text, int64_t *body)
{
    sqlite3_stmt *q = ek_sql(x->store, EK_SQL_add_body);
    ek_sql_text(q, 1, hash);
    ek_sql_text(q, 2, EK_STR(PACKAGE_VERSION));
    ek_sql_text(q, 3, text);
    ek_status status = ek_sql_run(x->store, q);
    *body = sqlite3_last_insert_rowid(x->store->db);
    return status == EK_OK ? index_body(x, text, *body) : status;
}

/* The same text, normalized by this program. */
static ek_status
own_body(struct indexer *x, int64_t body)
{
    sqlite3_stmt *q = ek_sql(x->store, EK_SQL_own_body);
    ek_sql_number(q, 1, body);
    ek_sql_text(q, 2, EK_STR(PACKAGE_VERSION));
    return ek_sql_run(x->store, q);
}

static ek_status
put_body(struct indexer *x, ek_str bytes, int64_t *body)
{
    ek_text text = {.bytes = bytes};
    ek_text_index(&text, x->arena);
    ek_str normal = ek_normalize(x->arena, &text)->bytes;
    ek_str hash = hash_of(x->arena, normal);
    ek_status status = find_body(x, hash, body);
    if (status != EK_OK)
        return status;
    return *body ? own_body(x, *body) : add_body(x, hash, normal, body);
}

/* One without a text is kept as well: it is told apart from one that does not
 * hold the words. */
static ek_status
add_text(struct indexer *x, size_t i, size_t document, ek_str text)
{
    int64_t body = 0;
    ek_status status = text.n ? put_body(x, text, &body) : EK_OK;
    if (status != EK_OK)
        return status;
    sqlite3_stmt *q = ek_sql(x->store, EK_SQL_add_holds);
    ek_sql_number(q, 1, x->scan);
    ek_sql_number(q, 2, (int64_t)i);
    ek_sql_number(q, 3, (int64_t)document);
    ek_sql_number(q, 4, body);
    return ek_sql_run(x->store, q);
}

static ek_status
index_all(struct indexer *x, ek_result *const *results, size_t n)
{
    ek_status status = EK_OK;
    for (size_t i = 0; i < n && status == EK_OK; i++) {
        const ek_result *r = results[i];
        status = add_judged(x, i, r);
        for (size_t d = 0; d < r->documents.n && status == EK_OK; d++)
            status = add_text(x, i, d, r->documents.v[d].text);
    }
    return status;
}

ek_status
ek_store_index(ek_store *store, int64_t scan, ek_result *const *results,
               size_t n)
{
    struct indexer x = {store, ek_arena_new(0), scan};
    if (!x.arena)
        return ek_store_no_memory(store);
    if (setjmp(*ek_arena_catch(x.arena))) {
        ek_arena_free(x.arena);
        return ek_store_no_memory(store);
    }
    ek_status status = index_all(&x, results, n);
    ek_arena_free(x.arena);
    return status;
}
