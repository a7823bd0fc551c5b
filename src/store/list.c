/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/handle.h"
#include "store/trail.h"

#include <stdio.h>

static struct ek_store_scan
scan_of(ek_arena *arena, sqlite3_stmt *q)
{
    struct ek_store_scan scan = {
        .id = sqlite3_column_int64(q, 0),
        .news = (unsigned)sqlite3_column_int64(q, 16),
        .version = (uint32_t)sqlite3_column_int64(q, 17),
        .results = (uint32_t)sqlite3_column_int64(q, 18)};
    scan.key.version = sqlite3_column_int64(q, 19);
    ek_str *const texts[] = {
        &scan.key.name,    &scan.key.sha256,       &scan.key.engine,
        &scan.key.pack_id, &scan.key.pack_version, &scan.key.pack_fingerprint,
        &scan.key.facts,   &scan.fields.provider,  &scan.fields.document,
        &scan.fields.url,  &scan.fields.date,      &scan.stored,
        &scan.mark,        &scan.message,          &scan.renamed};
    for (int i = 0; i < (int)(sizeof texts / sizeof *texts); i++)
        *texts[i] = ek_sql_column(arena, q, i + 1);
    return scan;
}

ek_status
ek_store_list(ek_store *store, ek_arena *arena, ek_str name, ek_str since,
              struct ek_store_scans *out)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_list);
    *out = (struct ek_store_scans){0};
    ek_sql_text(q, 1, name);
    ek_sql_text(q, 2, since);
    while (ek_sql_row(store, q, &status))
        EK_PUSH(arena, out->v, scan_of(arena, q));
    return status;
}

bool
ek_store_latest(ek_store *store, ek_arena *arena, ek_str name,
                struct ek_store_scan *out)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_latest);
    ek_sql_text(q, 1, name);
    if (!ek_sql_row(store, q, &status))
        return false;
    *out = scan_of(arena, q);
    ek_sql_done(q);
    return true;
}

uint32_t
ek_store_results(ek_store *store, int64_t scan)
{
    uint32_t n = 0;
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_results);
    ek_sql_number(q, 1, scan);
    if (ek_sql_row(store, q, &status)) {
        n = (uint32_t)sqlite3_column_int64(q, 0);
        ek_sql_done(q);
    }
    return n;
}

static ek_status
corrupt(ek_store *store, int64_t scan, const char *why)
{
    char id[24];
    int n = snprintf(id, sizeof id, "%lld", (long long)scan);
    ek_diag_say(store->diag, EK_D_store_result, ek_str_of(store->path), 0,
                (ek_str){id, (size_t)n}, ek_str_of(why));
    return EK_ESTORE;
}

static ek_status
unpack(ek_store *store, int64_t scan, sqlite3_stmt *q, ek_result **out)
{
    ek_arena *arena = ek_arena_new(0);
    if (!arena)
        return EK_ENOMEM;
    if (setjmp(*ek_arena_catch(arena))) {
        ek_arena_free(arena);
        return EK_ENOMEM;
    }
    const char *why = "JSON";
    ek_str json = ek_sql_unpacked(arena, q, 0, 1);
    ek_status status = json.n ? ek_result_read(out, json, &why) : EK_EFORMAT;
    ek_arena_free(arena);
    return status == EK_EFORMAT ? corrupt(store, scan, why) : status;
}

ek_status
ek_store_get(ek_store *store, int64_t scan, uint32_t i, ek_result **out)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_get);
    ek_sql_number(q, 1, scan);
    ek_sql_number(q, 2, i);
    if (!ek_sql_row(store, q, &status))
        return status == EK_OK ? corrupt(store, scan, "JSON") : status;
    status = unpack(store, scan, q, out);
    ek_sql_done(q);
    return status;
}
