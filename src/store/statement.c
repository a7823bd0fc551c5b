/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/handle.h"
#include "store/pack.h"

static const char *const texts[] = {
#define EK_SQL(name, sql) sql,
#include "store/statement.def"
#undef EK_SQL
};

ek_status
ek_store_fail(ek_store *store)
{
    ek_diag_say(store->diag, EK_D_store_failed, ek_str_of(store->path), 0,
                ek_str_of(sqlite3_errmsg(store->db)), EK_STR(""));
    return EK_ESTORE;
}

ek_status
ek_store_no_memory(ek_store *store)
{
    ek_diag_say(store->diag, EK_D_store_failed, ek_str_of(store->path), 0,
                ek_str_of(sqlite3_errstr(SQLITE_NOMEM)), EK_STR(""));
    return EK_ESTORE;
}

sqlite3_stmt *
ek_sql(ek_store *store, enum ek_sql i)
{
    sqlite3_stmt **kept = &store->statements[i];
    if (!*kept &&
        sqlite3_prepare_v3(store->db, texts[i], -1, SQLITE_PREPARE_PERSISTENT,
                           kept, NULL) != SQLITE_OK)
        ek_store_fail(store);
    return *kept;
}

void
ek_sql_text(sqlite3_stmt *statement, int parameter, ek_str text)
{
    if (statement)
        sqlite3_bind_text64(statement, parameter, text.n ? text.p : "", text.n,
                            SQLITE_STATIC, SQLITE_UTF8);
}

void
ek_sql_number(sqlite3_stmt *statement, int parameter, int64_t number)
{
    if (statement)
        sqlite3_bind_int64(statement, parameter, number);
}

void
ek_sql_bytes(sqlite3_stmt *statement, int parameter, ek_str bytes)
{
    if (statement)
        sqlite3_bind_blob64(statement, parameter, bytes.p, bytes.n,
                            SQLITE_STATIC);
}

void
ek_sql_done(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

bool
ek_sql_row(ek_store *store, sqlite3_stmt *statement, ek_status *status)
{
    int code = statement ? sqlite3_step(statement) : SQLITE_ERROR;
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        *status = statement ? ek_store_fail(store) : EK_ESTORE;
    if (statement)
        ek_sql_done(statement);
    return false;
}

ek_status
ek_sql_run(ek_store *store, sqlite3_stmt *statement)
{
    ek_status status = EK_OK;
    while (ek_sql_row(store, statement, &status))
        ;
    return status;
}

ek_str
ek_sql_column(ek_arena *arena, sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    size_t n = (size_t)sqlite3_column_bytes(statement, column);
    return ek_arena_copy(arena, text ? (ek_str){text, n} : EK_STR(""));
}

ek_str
ek_sql_unpacked(ek_arena *arena, sqlite3_stmt *statement, int bytes, int packed)
{
    int64_t n = sqlite3_column_int64(statement, bytes);
    ek_str blob = {sqlite3_column_blob(statement, packed),
                   (size_t)sqlite3_column_bytes(statement, packed)};
    return n > 0 ? ek_pack_inflate(arena, blob, (size_t)n) : EK_STR("");
}

bool
ek_sql_is(sqlite3_stmt *statement, int column, ek_str text)
{
    const char *is = (const char *)sqlite3_column_text(statement, column);
    size_t n = (size_t)sqlite3_column_bytes(statement, column);
    return ek_str_eq((ek_str){is ? is : "", n}, text);
}

ek_status
ek_sql_exec(ek_store *store, const char *sql)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK
               ? EK_OK
               : ek_store_fail(store);
}

void
ek_sql_rollback(ek_store *store)
{
    sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}
