/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/schema.h"

#include <stdio.h>

/* "ekim": what makes a database a store (SQLite's application_id). */
enum { APPLICATION = 0x656b696d };

static ek_status
number_of(ek_store *store, const char *sql, int64_t *out)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
        return ek_store_fail(store);
    int code = sqlite3_step(statement);
    *out = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW ? EK_OK : ek_store_fail(store);
}

static ek_status
refuse(ek_store *store, ek_diag_code code)
{
    ek_diag_say(store->diag, code, ek_str_of(store->path), 0, EK_STR(""),
                EK_STR(""));
    return EK_ESTORE;
}

static ek_status
step_to(ek_store *store, int64_t version)
{
    char sql[96];
    ek_status status = ek_sql_exec(store, ek_schema_step(version));
    if (status != EK_OK)
        return status;
    snprintf(sql, sizeof sql,
             "PRAGMA application_id = %d; PRAGMA user_version = %d",
             APPLICATION, (int)version);
    return ek_sql_exec(store, sql);
}

/* Whose tables they are, and of which step; in a transaction, as somebody else
 * may be making them. */
static ek_status
look(ek_store *store, int64_t *version)
{
    int64_t application = 0, tables = 0;
    ek_status status = number_of(store, "PRAGMA user_version", version);
    if (status == EK_OK)
        status = number_of(store, "PRAGMA application_id", &application);
    if (status == EK_OK)
        status =
            number_of(store, "SELECT count(*) FROM sqlite_schema", &tables);
    if (status != EK_OK)
        return status;
    if (tables ? application != APPLICATION : *version != 0)
        return refuse(store, EK_D_store_foreign);
    if (*version > ek_schema_latest())
        return refuse(store, EK_D_store_later);
    return *version < 0 ? refuse(store, EK_D_store_foreign)
                        : ek_schema_check(store);
}

static ek_status
migrate(ek_store *store)
{
    int64_t version = 0;
    ek_status status = look(store, &version);
    while (status == EK_OK && version < ek_schema_latest())
        status = step_to(store, ++version);
    return status;
}

ek_status
ek_store_migrate(ek_store *store, ek_store_mode mode)
{
    int64_t version = 0;
    ek_status status = ek_sql_exec(store, "BEGIN");
    if (status == EK_OK)
        status = look(store, &version);
    ek_sql_rollback(store);
    if (status != EK_OK || version == ek_schema_latest())
        return status;
    if (mode == EK_STORE_READ && version == 0)
        return refuse(store, EK_D_store_foreign);
    status = ek_sql_exec(store, "BEGIN IMMEDIATE");
    if (status == EK_OK)
        status = migrate(store);
    if (status == EK_OK)
        return ek_sql_exec(store, "COMMIT");
    ek_sql_rollback(store);
    return status;
}
