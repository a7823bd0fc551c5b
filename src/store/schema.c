/* SPDX-License-Identifier: Apache-2.0 */
/* A store may come from somebody else, and a view, a trigger or a table of
 * their making in the place of ours would run when we ask. So every object of
 * the database has to be one that a step makes: SQLite keeps the words of each
 * CREATE as they were, and they must stand in a step. */
#include "config.h"

#include "store/schema.h"

#include <string.h>

static const char *const steps[] = {
#define EK_MIGRATION(sql) sql,
#include "store/migration.def"
#undef EK_MIGRATION
};

const char *
ek_schema_step(int64_t version)
{
    return version >= 1 && version <= ek_schema_latest() ? steps[version - 1]
                                                         : NULL;
}

int64_t
ek_schema_latest(void)
{
    return sizeof steps / sizeof *steps;
}

static bool
is_made_by_a_step(const char *sql)
{
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (strstr(steps[i], sql))
            return true;
    return false;
}

/* Tables that SQLite makes by itself: "sqlite_stat1" on ANALYZE, and those in
 * which the search keeps its index. Nobody else can take the first name; the
 * second are written like this, and read by FTS5 as what may be damaged. */
static bool
is_made_by_sqlite(const char *type, const char *name, const char *sql)
{
    static const char shadow[] = "CREATE TABLE 'body_index_";
    return strcmp(type, "table") == 0 &&
           (strncmp(name, "sqlite_", 7) == 0 ||
            strncmp(sql, shadow, sizeof shadow - 1) == 0);
}

static const char *
column(sqlite3_stmt *q, int i)
{
    const unsigned char *text = sqlite3_column_text(q, i);
    return text ? (const char *)text : "";
}

/* An index that a UNIQUE made has no words. */
static bool
is_known(sqlite3_stmt *q)
{
    return sqlite3_column_type(q, 2) == SQLITE_NULL ||
           is_made_by_a_step(column(q, 2)) ||
           is_made_by_sqlite(column(q, 0), column(q, 1), column(q, 2));
}

static ek_status
refuse(ek_store *store, sqlite3_stmt *q)
{
    ek_diag_say(store->diag, EK_D_store_strange, ek_str_of(store->path), 0,
                ek_str_of(column(q, 0)), ek_str_of(column(q, 1)));
    ek_sql_done(q);
    return EK_ESTORE;
}

ek_status
ek_schema_check(ek_store *store)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_schema);
    while (ek_sql_row(store, q, &status))
        if (!is_known(q))
            return refuse(store, q);
    return status;
}
