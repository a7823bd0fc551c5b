/* SPDX-License-Identifier: Apache-2.0 */
/* An open store and what it asks of SQLite; private to the room. */
#ifndef EK_STORE_HANDLE_H
#define EK_STORE_HANDLE_H

#include "store/store.h"

#include <sqlite3.h>

enum ek_sql {
#define EK_SQL(name, sql) EK_SQL_##name,
#include "store/statement.def"
#undef EK_SQL
    EK_SQL_STATEMENTS
};

struct ek_store {
    sqlite3 *db;
    char *path;
    ek_diag *diag; /* of whoever opened it */
    sqlite3_stmt *statements[EK_SQL_STATEMENTS];
};

/* The statement, ready to be bound; NULL when the database will not have it,
 * which is said. */
sqlite3_stmt *ek_sql(ek_store *store, enum ek_sql statement);
/* Parameters count from 1; text is borrowed until the statement is done. */
void ek_sql_text(sqlite3_stmt *statement, int parameter, ek_str text);
void ek_sql_number(sqlite3_stmt *statement, int parameter, int64_t number);
void ek_sql_bytes(sqlite3_stmt *statement, int parameter, ek_str bytes);
/* Whether there is a row; after the last one the statement is done. *status
 * becomes EK_ESTORE when something went wrong, which is said. */
bool ek_sql_row(ek_store *store, sqlite3_stmt *statement, ek_status *status);
/* Runs a statement that gives no rows. */
ek_status ek_sql_run(ek_store *store, sqlite3_stmt *statement);
/* Before all rows were taken. */
void ek_sql_done(sqlite3_stmt *statement);
/* A column, from 0, on the arena. */
ek_str ek_sql_column(ek_arena *arena, sqlite3_stmt *statement, int column);
/* A deflated text whose length stands in another column; empty: it is none. */
ek_str ek_sql_unpacked(ek_arena *arena, sqlite3_stmt *statement, int bytes,
                       int packed);
/* Whether a column, from 0, is that text. */
bool ek_sql_is(sqlite3_stmt *statement, int column, ek_str text);
/* BEGIN IMMEDIATE, COMMIT, PRAGMA ... */
ek_status ek_sql_exec(ek_store *store, const char *sql);
void ek_sql_rollback(ek_store *store);
/* Says what SQLite has to say. */
ek_status ek_store_fail(ek_store *store);
/* Says that memory ran out; EK_ESTORE. */
ek_status ek_store_no_memory(ek_store *store);

/* Brings the tables up to date; EK_ESTORE when they are of a later program or
 * of another one. */
ek_status ek_store_migrate(ek_store *store, ek_store_mode mode);

#endif
