/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/index.h"
#include "store/news.h"
#include "store/pack.h"

struct put {
    ek_store *store;
    ek_arena *arena; /* of this call */
    const struct ek_store_key *key;
    const struct ek_store_fields *fields;
    struct ek_store_state state;
    int64_t scan;
};

static void
bind_fields(sqlite3_stmt *q, int from, const struct ek_store_fields *fields)
{
    const ek_str texts[] = {fields->provider, fields->document, fields->url,
                            fields->date};
    for (int i = 0; i < 4; i++)
        ek_sql_text(q, from + i, texts[i]);
}

static ek_status
new_version(struct put *put)
{
    ek_store *store = put->store;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_add_document);
    ek_sql_text(q, 1, put->key->name);
    ek_status status = ek_sql_run(store, q);
    if (status != EK_OK)
        return status;
    q = ek_sql(store, EK_SQL_add_version);
    ek_sql_text(q, 1, put->key->name);
    ek_sql_number(q, 2, put->state.number + 1);
    ek_sql_text(q, 3, put->key->sha256);
    bind_fields(q, 4, put->fields);
    status = ek_sql_run(store, q);
    put->state.version = sqlite3_last_insert_rowid(store->db);
    return status;
}

static ek_status
same_version(struct put *put)
{
    sqlite3_stmt *q = ek_sql(put->store, EK_SQL_set_fields);
    ek_sql_number(q, 1, put->state.version);
    bind_fields(q, 2, put->fields);
    return ek_sql_run(put->store, q);
}

static ek_status
begin_scan(struct put *put, ek_str now)
{
    ek_store *store = put->store;
    ek_status status = ek_store_look(store, put->key, &put->state);
    unsigned news = put->state.news;
    if (status == EK_OK)
        status = news & (EK_NEWS_DOCUMENT | EK_NEWS_TEXT) ? new_version(put)
                                                          : same_version(put);
    if (status != EK_OK)
        return status;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_add_scan);
    ek_sql_number(q, 1, put->state.version);
    ek_sql_judges(q, 2, put->key);
    ek_sql_number(q, 7, news);
    ek_sql_text(q, 8, now);
    status = ek_sql_run(store, q);
    put->scan = sqlite3_last_insert_rowid(store->db);
    return status;
}

static ek_status
put_json(struct put *put, const ek_result *result, size_t i)
{
    ek_buf json = ek_buf_on(put->arena);
    ek_result_write(&json, result);
    ek_str packed = ek_pack_deflate(put->arena, ek_buf_str(&json));
    sqlite3_stmt *q = ek_sql(put->store, EK_SQL_add_result);
    ek_sql_number(q, 1, put->scan);
    ek_sql_number(q, 2, (int64_t)i);
    ek_sql_number(q, 3, (int64_t)json.n);
    ek_sql_bytes(q, 4, packed);
    return ek_sql_run(put->store, q);
}

static ek_status
put_verdicts(struct put *put, const ek_result *result, size_t i)
{
    ek_status status = EK_OK;
    for (size_t k = 0; k < result->verdicts.n && status == EK_OK; k++) {
        const ek_verdict *v = &result->verdicts.v[k];
        sqlite3_stmt *q = ek_sql(put->store, EK_SQL_add_verdict);
        ek_sql_number(q, 1, put->scan);
        ek_sql_number(q, 2, (int64_t)i);
        ek_sql_text(q, 3, v->item);
        ek_sql_text(q, 4, v->status);
        ek_sql_text(q, 5, v->row);
        status = ek_sql_run(put->store, q);
    }
    return status;
}

static ek_status
put_all(struct put *put, ek_str now, ek_result *const *results, size_t n)
{
    ek_status status = begin_scan(put, now);
    for (size_t i = 0; i < n && status == EK_OK; i++) {
        status = put_json(put, results[i], i);
        if (status == EK_OK)
            status = put_verdicts(put, results[i], i);
    }
    return status == EK_OK ? ek_store_index(put->store, put->scan, results, n)
                           : status;
}

static ek_status
put_at_once(struct put *put, ek_str now, ek_result *const *results, size_t n)
{
    ek_store *store = put->store;
    if (setjmp(*ek_arena_catch(put->arena))) {
        ek_sql_rollback(store);
        return ek_store_no_memory(store);
    }
    ek_status status = ek_sql_exec(store, "BEGIN IMMEDIATE");
    if (status != EK_OK)
        return status;
    status = put_all(put, now, results, n);
    if (status == EK_OK)
        status = ek_sql_exec(store, "COMMIT");
    if (status != EK_OK)
        ek_sql_rollback(store);
    return status;
}

ek_status
ek_store_put(ek_store *store, const struct ek_store_key *key,
             const struct ek_store_fields *fields, ek_str now,
             ek_result *const *results, size_t n, int64_t *scan)
{
    struct put put = {
        .store = store, .arena = ek_arena_new(0), .key = key, .fields = fields};
    if (!put.arena)
        return ek_store_no_memory(store);
    ek_status status = put_at_once(&put, now, results, n);
    ek_arena_free(put.arena);
    if (scan)
        *scan = status == EK_OK ? put.scan : 0;
    return status;
}
