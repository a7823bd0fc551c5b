/* SPDX-License-Identifier: Apache-2.0 */
/* A content under a name, against what is stored; private to the room. */
#ifndef EK_STORE_NEWS_H
#define EK_STORE_NEWS_H

#include "store/handle.h"

struct ek_store_state {
    int64_t version, number; /* latest under the name; 0: there is none */
    int64_t scan;            /* of that version, made with the same; 0: none */
    unsigned news;           /* enum ek_news */
};

ek_status ek_store_look(ek_store *store, const struct ek_store_key *key,
                        struct ek_store_state *state);
/* Engine, pack and facts as parameters from that one on. */
void ek_sql_judges(sqlite3_stmt *statement, int from,
                   const struct ek_store_key *key);

#endif
