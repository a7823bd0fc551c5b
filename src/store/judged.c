/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/judged.h"

#include "store/handle.h"

static ek_status
add_items(ek_store *store, ek_arena *arena, int64_t scan, size_t result,
          struct ek_store_judged *out)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_verdicts);
    ek_sql_number(q, 1, scan);
    ek_sql_number(q, 2, (int64_t)result);
    while (ek_sql_row(store, q, &status))
        EK_PUSH(arena, out->items,
                ((struct ek_store_outcome){ek_sql_column(arena, q, 0),
                                           ek_sql_column(arena, q, 1),
                                           ek_sql_column(arena, q, 2)}));
    return status;
}

ek_status
ek_store_judgements(ek_store *store, ek_arena *arena, int64_t scan,
                    struct ek_store_judgements *out)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_judged);
    *out = (struct ek_store_judgements){{0}};
    ek_sql_number(q, 1, scan);
    while (ek_sql_row(store, q, &status))
        EK_PUSH(arena, out->v,
                ((struct ek_store_judged){.name = ek_sql_column(arena, q, 1),
                                          .title = ek_sql_column(arena, q, 2),
                                          .dated = ek_sql_column(arena, q, 3),
                                          .no_result =
                                              ek_sql_column(arena, q, 4)}));
    for (size_t i = 0; i < out->v.n && status == EK_OK; i++)
        status = add_items(store, arena, scan, i, &out->v.v[i]);
    return status;
}
