/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "sample_result.h"
#include "store_world.h"

static const struct ek_store_fields no_fields = {0};

struct world {
    struct store_world in;
    struct ek_store_key key;
};

static int
set_up(void **state)
{
    struct world *w = calloc(1, sizeof *w);
    store_begin(&w->in, "t.store");
    w->key = (struct ek_store_key){
        EK_STR("terms"), EK_STR("aa"), EK_STR("1"),    EK_STR("pack"),
        EK_STR("1.0"),   EK_STR("f1"), EK_STR("U1=x"), 0};
    *state = w;
    return store_open(&w->in) != EK_OK;
}

static int
tear_down(void **state)
{
    struct world *w = *state;
    store_end(&w->in);
    free(w);
    return 0;
}

static int64_t
put(struct world *w, const char *now)
{
    int64_t scan = 0;
    ek_result *result = sample_rich("terms.txt");
    assert_int_equal(ek_store_put(w->in.store, &w->key, &no_fields,
                                  ek_str_of(now), &result, 1, &scan),
                     EK_OK);
    ek_result_free(result);
    return scan;
}

static unsigned
news(struct world *w)
{
    int64_t scan;
    return ek_store_news(w->in.store, &w->key, &scan);
}

static void
test_why_it_is_scanned(void **state)
{
    struct world *w = *state;
    int64_t scan = 0;
    assert_int_equal(news(w), EK_NEWS_DOCUMENT);
    int64_t first = put(w, "2026-01-01T00:00:00Z");
    assert_int_equal(ek_store_news(w->in.store, &w->key, &scan), EK_NEWS_NONE);
    assert_int_equal(scan, first);
    w->key.pack_fingerprint = EK_STR("f2");
    assert_int_equal(news(w), EK_NEWS_RULES);
    w->key.sha256 = EK_STR("bb");
    assert_int_equal(news(w), EK_NEWS_TEXT | EK_NEWS_RULES);
    w->key.engine = EK_STR("2");
    w->key.facts = EK_STR("");
    assert_int_equal(news(w), EK_NEWS_TEXT | EK_NEWS_RULES | EK_NEWS_ENGINE |
                                  EK_NEWS_FACTS);
}

static void
test_a_content_that_comes_back_is_a_version(void **state)
{
    struct world *w = *state;
    static const char *const contents[] = {"aa", "bb", "aa"};
    struct ek_store_scans scans;
    for (int i = 0; i < 3; i++) {
        w->key.sha256 = ek_str_of(contents[i]);
        assert_int_equal(ek_store_known(w->in.store, &w->key), i == 2 ? 1 : 0);
        put(w, "2026-01-01T00:00:00Z");
    }
    assert_int_equal(ek_store_list(w->in.store, w->in.arena, EK_STR("terms"),
                                   EK_STR(""), &scans),
                     EK_OK);
    assert_int_equal(scans.v.n, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(scans.v.v[i].version, i + 1);
}

static void
test_other_rules_are_no_version(void **state)
{
    struct world *w = *state;
    struct ek_store_scans scans;
    put(w, "2026-01-01T00:00:00Z");
    w->key.pack_version = EK_STR("2.0");
    put(w, "2026-02-01T00:00:00Z");
    ek_store_list(w->in.store, w->in.arena, EK_STR(""), EK_STR("2026-01-15"),
                  &scans);
    assert_int_equal(scans.v.n, 1);
    assert_int_equal(scans.v.v[0].version, 1);
    assert_int_equal(scans.v.v[0].news, EK_NEWS_RULES);
    ek_store_list(w->in.store, w->in.arena, EK_STR(""), EK_STR(""), &scans);
    assert_int_equal(scans.v.n, 2);
}

static ek_str
written(ek_arena *arena, const ek_result *result)
{
    ek_buf out = ek_buf_on(arena);
    ek_result_write(&out, result);
    return ek_buf_str(&out);
}

static void
test_a_result_comes_back_as_it_was(void **state)
{
    struct world *w = *state;
    ek_result *back = NULL, *was = sample_rich("terms.txt");
    int64_t scan = put(w, "2026-01-01T00:00:00Z");
    assert_int_equal(ek_store_get(w->in.store, scan, 0, &back), EK_OK);
    assert_true(
        ek_str_eq(written(w->in.arena, back), written(w->in.arena, was)));
    ek_result_free(back);
    ek_result_free(was);
    assert_int_equal(ek_store_get(w->in.store, scan, 1, &back), EK_ESTORE);
}

static void
change_by_hand(const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open("t.store", &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void
test_what_is_damaged_is_said(void **state)
{
    struct world *w = *state;
    static const char *const damages[] = {
        "UPDATE result SET json = x'00ff'",
        "UPDATE result SET bytes = 9000000000000000",
        "UPDATE result SET bytes = -1", "UPDATE result SET json = ''"};
    int64_t scan = put(w, "2026-01-01T00:00:00Z");
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        ek_result *back = NULL;
        change_by_hand(damages[i]);
        assert_int_equal(ek_store_get(w->in.store, scan, 0, &back), EK_ESTORE);
        assert_null(back);
        assert_int_equal(w->in.diag.lines.n, i + 1);
        assert_int_equal(w->in.diag.lines.v[i].code, EK_D_store_result);
    }
}

static void
test_decisions_are_kept_once(void **state)
{
    struct world *w = *state;
    const struct ek_store_line lines[] = {
        {EK_STR("2"), EK_STR("terms"), EK_STR("{\"b\"}")},
        {EK_STR("1"), EK_STR("terms"), EK_STR("{\"a\"}")},
        {EK_STR("3"), EK_STR("other"), EK_STR("{\"c\"}")}};
    ek_buf out = ek_buf_on(w->in.arena);
    assert_int_equal(ek_store_decide(w->in.store, lines, 3), EK_OK);
    assert_int_equal(ek_store_decide(w->in.store, lines, 3), EK_OK);
    ek_store_decisions(w->in.store, w->in.arena, EK_STR("terms"), &out);
    assert_true(ek_str_is(ek_buf_str(&out), "{\"a\"}\n{\"b\"}\n"));
    ek_store_decisions(w->in.store, w->in.arena, EK_STR(""), &out);
    assert_true(ek_str_ends(ek_buf_str(&out), EK_STR("{\"c\"}\n{\"a\"}\n"
                                                     "{\"b\"}\n")));
}

int
main(void)
{
#define IN_A_STORE(test)                                                       \
    cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        IN_A_STORE(test_why_it_is_scanned),
        IN_A_STORE(test_a_content_that_comes_back_is_a_version),
        IN_A_STORE(test_other_rules_are_no_version),
        IN_A_STORE(test_a_result_comes_back_as_it_was),
        IN_A_STORE(test_what_is_damaged_is_said),
        IN_A_STORE(test_decisions_are_kept_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
