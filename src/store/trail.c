/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/trail.h"

#include "store/handle.h"
#include "store/pack.h"

/* The number in the first row; 0: there is none. */
static int64_t
number_of(ek_store *store, sqlite3_stmt *q)
{
    int64_t n = 0;
    ek_status status = EK_OK;
    if (ek_sql_row(store, q, &status)) {
        n = sqlite3_column_int64(q, 0);
        ek_sql_done(q);
    }
    return n;
}

int64_t
ek_store_marked(ek_store *store, ek_str name, ek_str mark)
{
    sqlite3_stmt *q = ek_sql(store, EK_SQL_version_of_mark);
    ek_sql_text(q, 1, mark);
    ek_sql_text(q, 2, name);
    return number_of(store, q);
}

int64_t
ek_store_holding(ek_store *store, ek_str name, ek_str sha256)
{
    sqlite3_stmt *q = ek_sql(store, EK_SQL_version_holding);
    ek_sql_text(q, 1, name);
    ek_sql_text(q, 2, sha256);
    return number_of(store, q);
}

ek_status
ek_store_came(ek_store *store, int64_t scan,
              const struct ek_store_origin *origin)
{
    sqlite3_stmt *q = ek_sql(store, EK_SQL_add_origin);
    ek_sql_number(q, 1, scan);
    ek_sql_text(q, 2, origin->mark);
    ek_sql_text(q, 3, origin->message);
    ek_sql_text(q, 4, origin->renamed);
    ek_sql_number(q, 5, (int64_t)origin->bytes);
    return ek_sql_run(store, q);
}

size_t
ek_store_size(ek_store *store, ek_str name)
{
    sqlite3_stmt *q = ek_sql(store, EK_SQL_latest_size);
    ek_sql_text(q, 1, name);
    int64_t n = number_of(store, q);
    return n > 0 ? (size_t)n : 0;
}

ek_str
ek_store_reached(ek_store *store, ek_arena *arena, ek_str root, ek_str judges)
{
    ek_status status = EK_OK;
    ek_str mark = EK_STR("");
    sqlite3_stmt *q = ek_sql(store, EK_SQL_reached);
    ek_sql_text(q, 1, root);
    ek_sql_text(q, 2, judges);
    if (ek_sql_row(store, q, &status)) {
        mark = ek_sql_column(arena, q, 0);
        ek_sql_done(q);
    }
    return mark;
}

ek_status
ek_store_reach(ek_store *store, ek_str root, ek_str judges, ek_str mark)
{
    sqlite3_stmt *q = ek_sql(store, EK_SQL_reach);
    ek_sql_text(q, 1, root);
    ek_sql_text(q, 2, judges);
    ek_sql_text(q, 3, mark);
    return ek_sql_run(store, q);
}

bool
ek_store_was_walked(ek_store *store, ek_str root)
{
    sqlite3_stmt *q = ek_sql(store, EK_SQL_walked);
    ek_sql_text(q, 1, root);
    return number_of(store, q) > 0;
}

ek_status
ek_store_watched(ek_store *store, ek_arena *arena, struct ek_store_names *out)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_watched);
    *out = (struct ek_store_names){0};
    while (ek_sql_row(store, q, &status))
        EK_PUSH(arena, out->v, ek_sql_column(arena, q, 0));
    return status;
}

bool
ek_store_is_passed(ek_store *store, ek_str name, ek_str mark)
{
    sqlite3_stmt *q = ek_sql(store, EK_SQL_is_passed);
    ek_sql_text(q, 1, name);
    ek_sql_text(q, 2, mark);
    return number_of(store, q) > 0;
}

ek_status
ek_store_pass(ek_store *store, const struct ek_store_passed *passed)
{
    sqlite3_stmt *q = ek_sql(store, EK_SQL_pass_over);
    ek_sql_text(q, 1, passed->name);
    ek_sql_text(q, 2, passed->mark);
    ek_sql_text(q, 3, passed->date);
    ek_sql_text(q, 4, passed->reason);
    ek_sql_text(q, 5, passed->message);
    return ek_sql_run(store, q);
}

ek_status
ek_store_passed(ek_store *store, ek_arena *arena, ek_str name,
                struct ek_store_passeds *out)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_passed);
    *out = (struct ek_store_passeds){0};
    ek_sql_text(q, 1, name);
    while (ek_sql_row(store, q, &status)) {
        struct ek_store_passed passed = {
            ek_sql_column(arena, q, 0), ek_sql_column(arena, q, 1),
            ek_sql_column(arena, q, 2), ek_sql_column(arena, q, 3),
            ek_sql_column(arena, q, 4)};
        EK_PUSH(arena, out->v, passed);
    }
    return status;
}

bool
ek_store_difference(ek_store *store, ek_arena *arena, int64_t before,
                    int64_t scan, ek_version_difference *out)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_change);
    ek_sql_number(q, 1, scan);
    ek_sql_number(q, 2, before);
    if (!ek_sql_row(store, q, &status))
        return false;
    ek_str json = ek_sql_unpacked(arena, q, 0, 1);
    bool good = json.n && ek_difference_read(out, arena, json) == EK_OK;
    ek_sql_done(q);
    return good;
}

ek_status
ek_store_differ(ek_store *store, int64_t before, int64_t scan, ek_arena *arena,
                const ek_version_difference *difference)
{
    ek_buf json = ek_buf_on(arena);
    ek_difference_write(&json, difference);
    sqlite3_stmt *q = ek_sql(store, EK_SQL_add_change);
    ek_sql_number(q, 1, scan);
    ek_sql_number(q, 2, before);
    ek_sql_number(q, 3, (int64_t)json.n);
    ek_sql_bytes(q, 4, ek_pack_deflate(arena, ek_buf_str(&json)));
    return ek_sql_run(store, q);
}
