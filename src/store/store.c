/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/handle.h"

#include <stdio.h>
#include <stdlib.h>

/* Another run may be writing. */
enum { PATIENCE = 30000 /* ms */ };

/* A store may come from somebody else: its schema is not believed. FULL: what
 * was committed survives the loss of power. */
static const char settings[] =
    "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
    "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;";

static ek_status
set_up(ek_store *store, ek_store_mode mode)
{
    sqlite3_busy_timeout(store->db, PATIENCE);
    sqlite3_extended_result_codes(store->db, 1);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    ek_status status = ek_sql_exec(store, settings);
    if (status == EK_OK)
        status = ek_store_migrate(store, mode);
    if (status == EK_OK && mode == EK_STORE_WRITE)
        status = ek_sql_exec(store, "PRAGMA journal_mode = WAL");
    return status;
}

/* ":memory:" and the like are names of files, too. */
static char *
plain_path(ek_str path)
{
    bool special = ek_str_starts(path, EK_STR(":")) || !path.n;
    char *plain = malloc(path.n + 3);
    if (plain)
        snprintf(plain, path.n + 3, "%s%.*s", special ? "./" : "",
                 EK_ARG(path));
    return plain;
}

static ek_status
say_no_memory(ek_store *store, ek_str path, ek_diag *diag)
{
    ek_diag_say(diag, EK_D_store_failed, path, 0,
                ek_str_of(sqlite3_errstr(SQLITE_NOMEM)), EK_STR(""));
    ek_store_close(store);
    return EK_ESTORE;
}

ek_status
ek_store_open(ek_store **out, ek_str path, ek_store_mode mode, ek_diag *diag)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    ek_store *store = calloc(1, sizeof *store);
    if (!store || !(store->path = plain_path(path)))
        return say_no_memory(store, path, diag);
    store->diag = diag;
    if (mode == EK_STORE_WRITE)
        flags |= SQLITE_OPEN_CREATE;
    int code = sqlite3_open_v2(store->path, &store->db, flags, NULL);
    if (!store->db)
        return say_no_memory(store, path, diag);
    ek_status status =
        code == SQLITE_OK ? set_up(store, mode) : ek_store_fail(store);
    if (status == EK_OK)
        *out = store;
    else
        ek_store_close(store);
    return status;
}

void
ek_store_close(ek_store *store)
{
    if (!store)
        return;
    for (int i = 0; i < EK_SQL_STATEMENTS; i++)
        sqlite3_finalize(store->statements[i]);
    sqlite3_close(store->db);
    free(store->path);
    free(store);
}
