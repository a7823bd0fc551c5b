/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/handle.h"

ek_status
ek_store_decide(ek_store *store, const struct ek_store_line *lines, size_t n)
{
    ek_status status = ek_sql_exec(store, "BEGIN IMMEDIATE");
    if (status != EK_OK)
        return status;
    for (size_t i = 0; i < n && status == EK_OK; i++) {
        sqlite3_stmt *q = ek_sql(store, EK_SQL_add_decision);
        ek_sql_text(q, 1, lines[i].id);
        ek_sql_text(q, 2, lines[i].contract);
        ek_sql_text(q, 3, lines[i].line);
        status = ek_sql_run(store, q);
    }
    if (status == EK_OK)
        return ek_sql_exec(store, "COMMIT");
    ek_sql_rollback(store);
    return status;
}

ek_status
ek_store_decisions(ek_store *store, ek_arena *arena, ek_str contract,
                   ek_buf *lines)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_decisions);
    ek_sql_text(q, 1, contract);
    while (ek_sql_row(store, q, &status)) {
        ek_buf_add(lines, ek_sql_column(arena, q, 0));
        ek_buf_putc(lines, '\n');
    }
    return status;
}
