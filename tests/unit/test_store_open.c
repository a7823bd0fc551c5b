/* SPDX-License-Identifier: Apache-2.0 */
/* Stores of another time, of somebody else, or damaged. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "sample_result.h"
#include "store_world.h"

static const char file[] = "o.store";
#define EK_FIRST(sql) static const char first[] = sql;
#include "store_first.def"
#undef EK_FIRST
static const char old_scan[] =
    "INSERT INTO document VALUES(1, 'terms');"
    "INSERT INTO version VALUES(1, 1, 1, 'aa', 'P', '', '', '2025-01-01');"
    "INSERT INTO scan VALUES(1, 1, '0.1.0', 'pack', '1', 'f', '', 1,"
    " '2025-01-02T00:00:00Z');"
    "INSERT INTO decision VALUES('1', 'terms', 'a line');"
    "PRAGMA application_id = 1701538157; PRAGMA user_version = 1";

struct world {
    struct store_world in;
};

static int
set_up(void **state)
{
    struct world *w = calloc(1, sizeof *w);
    store_begin(&w->in, file);
    *state = w;
    return 0;
}

static int
tear_down(void **state)
{
    struct world *w = *state;
    store_end(&w->in);
    free(w);
    return 0;
}

static ek_status
open_it(struct world *w, enum ek_store_mode mode)
{
    ek_store_close(w->in.store);
    w->in.store = NULL;
    return ek_store_open(&w->in.store, ek_str_of(file), mode, &w->in.diag);
}

static void
close_it(struct world *w)
{
    ek_store_close(w->in.store);
    w->in.store = NULL;
}

static void
put(struct world *w, const char *name)
{
    const struct ek_store_key key = {
        ek_str_of(name), EK_STR("aa"), EK_STR("1"),    EK_STR("pack"),
        EK_STR("1.0"),   EK_STR("f1"), EK_STR("U1=x"), 0};
    const struct ek_store_fields none = {0};
    ek_result *result = sample_rich("terms.txt");
    assert_int_equal(ek_store_put(w->in.store, &key, &none,
                                  EK_STR("2026-01-01T00:00:00Z"), &result, 1,
                                  NULL),
                     EK_OK);
    ek_result_free(result);
}

static void
by_hand(const char *sql)
{
    sqlite3 *db;
    char *why = NULL;
    assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
        fail_msg("%s: %s", sql, why);
    sqlite3_close(db);
}

static int64_t
version_of_tables(void)
{
    sqlite3 *db;
    sqlite3_stmt *q;
    sqlite3_open(file, &db);
    sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &q, NULL);
    sqlite3_step(q);
    int64_t version = sqlite3_column_int64(q, 0);
    sqlite3_finalize(q);
    sqlite3_close(db);
    return version;
}

static void
test_an_old_store_is_brought_up_to_date(void **state)
{
    struct world *w = *state;
    struct ek_store_scans scans;
    ek_buf lines = ek_buf_on(w->in.arena);
    assert_int_equal(open_it(w, EK_STORE_WRITE), EK_OK);
    close_it(w);
    int64_t today = version_of_tables();
    store_forget(file);
    by_hand(first);
    by_hand(old_scan);
    assert_int_equal(open_it(w, EK_STORE_WRITE), EK_OK);
    put(w, "other");
    ek_store_list(w->in.store, w->in.arena, EK_STR(""), EK_STR(""), &scans);
    assert_int_equal(scans.v.n, 2);
    assert_true(ek_str_is(scans.v.v[1].key.name, "terms"));
    assert_true(ek_str_is(scans.v.v[1].fields.date, "2025-01-01"));
    ek_store_decisions(w->in.store, w->in.arena, EK_STR("terms"), &lines);
    assert_true(ek_str_is(ek_buf_str(&lines), "a line\n"));
    close_it(w);
    assert_int_equal(version_of_tables(), today);
}

static ek_diag_code
refused(struct world *w)
{
    size_t said = w->in.diag.lines.n;
    assert_int_equal(open_it(w, EK_STORE_WRITE), EK_ESTORE);
    assert_null(w->in.store);
    assert_int_equal(w->in.diag.lines.n, said + 1);
    return w->in.diag.lines.v[said].code;
}

static void
test_others_are_refused(void **state)
{
    struct world *w = *state;
    assert_int_equal(open_it(w, EK_STORE_WRITE), EK_OK);
    close_it(w);
    by_hand("PRAGMA user_version = 9999");
    assert_int_equal(refused(w), EK_D_store_later);
    by_hand("PRAGMA user_version = -1");
    assert_int_equal(refused(w), EK_D_store_foreign);
    by_hand("PRAGMA application_id = 1");
    assert_int_equal(refused(w), EK_D_store_foreign);
    store_forget(file);
    by_hand("CREATE TABLE document(id)");
    assert_int_equal(refused(w), EK_D_store_foreign);
    store_forget(file);
    FILE *stream = fopen(file, "w");
    fputs("These terms are no database, however long they may be.", stream);
    fclose(stream);
    assert_int_equal(refused(w), EK_D_store_failed);
}

static void
test_reading_makes_no_store(void **state)
{
    struct world *w = *state;
    assert_int_equal(open_it(w, EK_STORE_READ), EK_ESTORE);
    assert_int_not_equal(access(file, F_OK), 0);
    fclose(fopen(file, "w"));
    assert_int_equal(open_it(w, EK_STORE_READ), EK_ESTORE);
    assert_int_equal(w->in.diag.lines.v[1].code, EK_D_store_foreign);
}

/* What would run when it is asked, or answer in the place of a table. */
static void
test_what_no_step_made_is_refused(void **state)
{
    struct world *w = *state;
    static const char *const strange[] = {
        "CREATE TRIGGER t AFTER INSERT ON scan BEGIN DELETE FROM result; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE decision; CREATE VIEW decision AS WITH RECURSIVE c(x) AS"
        " (SELECT 1 UNION ALL SELECT x FROM c)"
        " SELECT x AS id, x AS contract, x AS line FROM c",
        "DROP TABLE decision; CREATE TABLE decision(id TEXT PRIMARY KEY,"
        " contract TEXT NOT NULL, line TEXT NOT NULL"
        " DEFAULT (hex(zeroblob(1000000000)))) WITHOUT ROWID",
        "CREATE INDEX i ON scan(abs(news))",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "CREATE TABLE document_2(id INTEGER PRIMARY KEY)"};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        assert_int_equal(open_it(w, EK_STORE_WRITE), EK_OK);
        close_it(w);
        by_hand(strange[i]);
        assert_int_equal(refused(w), EK_D_store_strange);
        store_forget(file);
    }
    assert_int_equal(open_it(w, EK_STORE_WRITE), EK_OK);
    put(w, "terms");
    by_hand("ANALYZE");
    assert_int_equal(open_it(w, EK_STORE_WRITE), EK_OK);
}

static void
use_all(struct world *w)
{
    struct ek_store_scans scans;
    ek_buf lines = ek_buf_on(w->in.arena);
    int64_t scan;
    if (open_it(w, EK_STORE_READ) != EK_OK)
        return;
    if (ek_store_list(w->in.store, w->in.arena, EK_STR(""), EK_STR(""),
                      &scans) == EK_OK)
        for (size_t i = 0; i < scans.v.n; i++) {
            ek_result *result = NULL;
            ek_store_news(w->in.store, &scans.v.v[i].key, &scan);
            ek_store_get(w->in.store, scans.v.v[i].id, 0, &result);
            ek_result_free(result);
        }
    ek_store_decisions(w->in.store, w->in.arena, EK_STR(""), &lines);
}

static void
damage(const char *bytes, size_t n, size_t at, size_t most, int by)
{
    store_forget(file);
    FILE *stream = fopen(file, "wb");
    fwrite(bytes, 1, n, stream);
    for (size_t i = at; i < at + most && i < n; i++) {
        fseek(stream, (long)i, SEEK_SET);
        fputc(by < 0 ? (unsigned char)~bytes[i] : by, stream);
    }
    fclose(stream);
}

/* Everything is either right or said; nothing falls over. */
static void
test_damaged_files_are_survived(void **state)
{
    struct world *w = *state;
    enum { ROUNDS = 150, MOST = 1 << 20 };
    assert_int_equal(open_it(w, EK_STORE_WRITE), EK_OK);
    for (int i = 0; i < 4; i++)
        put(w, i % 2 ? "one" : "two");
    close_it(w);
    char *bytes = malloc(MOST);
    FILE *stream = fopen(file, "rb");
    size_t n = fread(bytes, 1, MOST, stream);
    fclose(stream);
    assert_in_range(n, 4096, MOST - 1);
    for (size_t i = 0; i < ROUNDS; i++) {
        damage(bytes, n, i * n / ROUNDS, i % 3 ? 3 : 64, i % 2 ? -1 : 0xff);
        use_all(w);
    }
    damage(bytes, n / 2, 0, 0, 0);
    use_all(w);
    assert_true(w->in.diag.lines.n > 0);
    free(bytes);
}

int
main(void)
{
#define IN_A_WORLD(test)                                                       \
    cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        IN_A_WORLD(test_an_old_store_is_brought_up_to_date),
        IN_A_WORLD(test_others_are_refused),
        IN_A_WORLD(test_reading_makes_no_store),
        IN_A_WORLD(test_what_no_step_made_is_refused),
        IN_A_WORLD(test_damaged_files_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
