/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/news.h"

enum { JUDGES = 5 };

static const unsigned news_of_judge[JUDGES] = {
    EK_NEWS_ENGINE, EK_NEWS_RULES, EK_NEWS_RULES, EK_NEWS_RULES, EK_NEWS_FACTS};

static ek_str
judge(const struct ek_store_key *key, int i)
{
    const ek_str judges[JUDGES] = {key->engine, key->pack_id, key->pack_version,
                                   key->pack_fingerprint, key->facts};
    return judges[i];
}

void
ek_sql_judges(sqlite3_stmt *q, int from, const struct ek_store_key *key)
{
    for (int i = 0; i < JUDGES; i++)
        ek_sql_text(q, from + i, judge(key, i));
}

static ek_status
find_version(ek_store *store, const struct ek_store_key *key,
             struct ek_store_state *state)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, key->version ? EK_SQL_named_version
                                                 : EK_SQL_latest_version);
    state->news = EK_NEWS_DOCUMENT;
    if (key->version)
        ek_sql_number(q, 1, key->version);
    else
        ek_sql_text(q, 1, key->name);
    if (!ek_sql_row(store, q, &status))
        return status;
    state->version = sqlite3_column_int64(q, 0);
    state->number = sqlite3_column_int64(q, 1);
    state->news = ek_sql_is(q, 2, key->sha256) ? EK_NEWS_NONE : EK_NEWS_TEXT;
    ek_sql_done(q);
    return EK_OK;
}

static ek_status
find_scan(ek_store *store, sqlite3_stmt *q, int64_t *scan)
{
    ek_status status = EK_OK;
    if (ek_sql_row(store, q, &status)) {
        *scan = sqlite3_column_int64(q, 0);
        ek_sql_done(q);
    }
    return status;
}

/* What differs between the latest scan of the version and this. */
static ek_status
compare(ek_store *store, const struct ek_store_key *key,
        struct ek_store_state *state)
{
    ek_status status = EK_OK;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_latest_scan);
    ek_sql_number(q, 1, state->version);
    if (!ek_sql_row(store, q, &status))
        return status;
    for (int i = 0; i < JUDGES; i++)
        if (!ek_sql_is(q, i, judge(key, i)))
            state->news |= news_of_judge[i];
    ek_sql_done(q);
    return EK_OK;
}

ek_status
ek_store_look(ek_store *store, const struct ek_store_key *key,
              struct ek_store_state *state)
{
    *state = (struct ek_store_state){0};
    ek_status status = find_version(store, key, state);
    if (status != EK_OK || !state->version)
        return status;
    if (state->news == EK_NEWS_NONE) {
        sqlite3_stmt *q = ek_sql(store, EK_SQL_same_scan);
        ek_sql_number(q, 1, state->version);
        ek_sql_judges(q, 2, key);
        status = find_scan(store, q, &state->scan);
    }
    return status == EK_OK && !state->scan ? compare(store, key, state)
                                           : status;
}

unsigned
ek_store_news(ek_store *store, const struct ek_store_key *key, int64_t *scan)
{
    struct ek_store_state state;
    ek_status status = ek_store_look(store, key, &state);
    *scan = status == EK_OK ? state.scan : 0;
    return status == EK_OK ? state.news : EK_NEWS_DOCUMENT;
}

int64_t
ek_store_known(ek_store *store, const struct ek_store_key *key)
{
    int64_t scan = 0;
    sqlite3_stmt *q = ek_sql(store, EK_SQL_known_content);
    ek_sql_text(q, 1, key->sha256);
    ek_sql_judges(q, 2, key);
    find_scan(store, q, &scan);
    return scan;
}
