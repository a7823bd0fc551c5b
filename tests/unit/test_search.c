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

#include "sample_result.h"
#include "store/search.h"
#include "store_world.h"
#include "text/norm.h"

struct world {
    struct store_world in;
    ek_search search;
    EK_VEC(int64_t) scans;
    EK_VEC(ek_str) texts;
    ek_buf found; /* "terms.txt:3 quote|" */
};

static int
set_up(void **state)
{
    struct world *w = calloc(1, sizeof *w);
    store_begin(&w->in, "s.store");
    w->found = ek_buf_on(w->in.arena);
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

static void
put(struct world *w, ek_str text)
{
    int64_t scan = 0;
    ek_str name = ek_arena_printf(w->in.arena, "%zu.txt", w->scans.n);
    ek_result *result = sample_empty(name.p);
    const struct ek_store_fields fields = {0};
    const struct ek_store_key key = {.name = name, .sha256 = name};
    result->documents.v[0].text = text;
    assert_int_equal(ek_store_put(w->in.store, &key, &fields,
                                  EK_STR("2026-01-01T00:00:00Z"), &result, 1,
                                  &scan),
                     EK_OK);
    ek_result_free(result);
    EK_PUSH(w->in.arena, w->scans, scan);
    EK_PUSH(w->in.arena, w->texts, text);
}

static void
take(void *self, const struct ek_store_found *found)
{
    struct world *w = self;
    const ek_document *d = &found->result->documents.v[found->document];
    for (size_t i = 0; i < found->n; i++) {
        const ek_passage *p = &found->passages[i];
        ek_str quote = ek_str_slice(d->text, p->span.begin, p->span.end);
        ek_buf_printf(&w->found, "%.*s:%u %.*s|", EK_ARG(d->path), p->line,
                      EK_ARG(quote));
    }
}

static const char *
search(struct world *w, const char *asked)
{
    w->found.n = 0;
    w->search = (ek_search){.store = w->in.store, .self = w, .take = take};
    if (!ek_store_words(&w->search.words, w->in.arena, ek_str_of(asked)))
        return "no words";
    assert_int_equal(ek_search_begin(&w->search, w->in.arena), EK_OK);
    for (size_t i = 0; i < w->scans.n; i++)
        assert_int_equal(ek_search_scan(&w->search, w->scans.v[i]), EK_OK);
    ek_buf_putc(&w->found, 0);
    return w->found.p;
}

static void
test_words_of_any_length_are_found(void **state)
{
    struct world *w = *state;
    put(w, EK_STR("第1条 目的\n\n当社は、サーバーのデータを改正後も見る。\n"));
    put(w, EK_STR("Nothing of it. We MAY access Customer Data.\n"));
    static const char *const asked[] = {
        "改",     "改正",     "改正後", "データを改正後も",
        "サーバ", "サーバー", "ｻｰﾊﾞｰ",  "サ"};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        assert_string_equal(
            search(w, asked[i]),
            "0.txt:3 当社は、サーバーのデータを改正後も見る。|");
    assert_string_equal(search(w, "customer data"),
                        "1.txt:1 Nothing of it. We MAY access Customer Data.|");
    assert_string_equal(search(w, "ｍａｙ"),
                        "1.txt:1 Nothing of it. We MAY access Customer Data.|");
    assert_string_equal(search(w, "改悪"), "");
    assert_int_equal(w->search.documents, 2);
}

static void
test_all_words_stand_in_one_passage(void **state)
{
    struct world *w = *state;
    put(w, EK_STR("We may access data.\n\nOthers may see content.\n"));
    assert_string_equal(search(w, "access data"),
                        "0.txt:1 We may access data.|");
    assert_string_equal(search(w, "data access"),
                        "0.txt:1 We may access data.|");
    assert_string_equal(search(w, "\"data access\""), "");
    assert_string_equal(search(w, "\"may  access\""),
                        "0.txt:1 We may access data.|");
    assert_string_equal(search(w, "access content"), "");
}

static void
test_a_passage_goes_over_line_ends(void **state)
{
    struct world *w = *state;
    put(w,
        EK_STR("当社は、本サービスの利用により生じた情報を、あらかじめ契約者\n"
               "の承諾を得た場合を除き、第三者に開示しないものとし、また当社\n"
               "のために業務を行う者にも、開示しないものとします。\n"));
    search(w, "当社の");
    assert_int_equal(w->search.passages, 1);
    assert_int_equal(search(w, "\"契約者の承諾\" 業務")[0], '0');
}

static void
test_every_character_means_itself(void **state)
{
    struct world *w = *state;
    put(w, EK_STR("a 100% of it\n\na_b and c*\n\nAND NEAR OR NOT\n\n"
                  "say \"it\" (or) {not} ^x: -y +z 'q'\n\nplain words\n"));
    static const struct {
        const char *asked, *found;
    } rows[] = {
        {"%", "0.txt:1 a 100% of it|"},
        {"100%", "0.txt:1 a 100% of it|"},
        {"1%0", ""},
        {"_", "0.txt:3 a_b and c*|"},
        {"a_b", "0.txt:3 a_b and c*|"},
        {"_______", ""},
        {"c*", "0.txt:3 a_b and c*|"},
        {"plai*", ""},
        {"NEAR", "0.txt:5 AND NEAR OR NOT|"},
        {"NEAR OR", "0.txt:5 AND NEAR OR NOT|"},
        {"plain AND words", ""},
        {"plain NOT words", ""},
        {"NEAR(plain words)", ""},
        {"\"\"\"it\"\"\"", "0.txt:7 say \"it\" (or) {not} ^x: -y +z 'q'|"},
        {"\"\"\"\"", "0.txt:7 say \"it\" (or) {not} ^x: -y +z 'q'|"},
        {"\"(or) {not} ^x:\"", "0.txt:7 say \"it\" (or) {not} ^x: -y +z 'q'|"},
        {"text:plain", ""},
        {"'q'", "0.txt:7 say \"it\" (or) {not} ^x: -y +z 'q'|"},
        {"plain\" words", ""},
        {"\"plain words", "0.txt:9 plain words|"},
        {"", "no words"},
        {" \xE3\x80\x80 \"\" ", "no words"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *found = search(w, rows[i].asked);
        if (strcmp(found, rows[i].found) != 0)
            fail_msg("%s: %s", rows[i].asked, found);
    }
}

static void
test_marks_stand_on_the_words(void **state)
{
    struct world *w = *state;
    ek_str text = EK_STR("  ・ サーバーとデータ、データとサーバ。\n");
    ek_document document = {.text = text};
    struct ek_passages passages;
    struct ek_store_words words;
    static const char *const marked[] = {"サーバー", "データ", "データ",
                                         "サーバ"};
    assert_true(
        ek_store_words(&words, w->in.arena, EK_STR("サーバ データ タ")));
    ek_store_passages(&passages, w->in.arena, &document, &words);
    assert_int_equal(passages.v.n, 1);
    assert_int_equal(passages.v.v[0].marks.n, 4);
    for (size_t i = 0; i < 4; i++) {
        ek_tspan mark = passages.v.v[0].marks.v[i];
        ek_str at = ek_str_slice(text, mark.begin, mark.end);
        if (!ek_str_is(at, marked[i]))
            fail_msg("%zu: %.*s", i, EK_ARG(at));
    }
}

static void
test_one_without_a_text_is_counted(void **state)
{
    struct world *w = *state;
    put(w, EK_STR("some text"));
    put(w, EK_STR(""));
    search(w, "text");
    assert_int_equal(w->search.documents, 2);
    assert_int_equal(w->search.silent, 1);
    assert_int_equal(w->search.found, 1);
}

static uint32_t
draw(uint32_t *seed, size_t n)
{
    *seed = *seed * 1664525 + 1013904223;
    return (uint32_t)((*seed >> 8) % n);
}

/* Few letters, so that what is drawn is often nearly there. */
static ek_str
draw_text(struct world *w, uint32_t *seed, size_t n)
{
    static const char *const letters[] = {
        "a",  "b",  "A",    "%",  "_",  "\"", "*", "'",
        "サ", "バ", "ー",   "ﾊﾞ", "改", "正", "(", "\xF0\xA0\xAE\xB7",
        " ",  "\n", "\n\n", "。"};
    ek_buf out = ek_buf_on(w->in.arena);
    for (size_t i = 0; i < n; i++)
        ek_buf_puts(&out,
                    letters[draw(seed, sizeof letters / sizeof *letters)]);
    return ek_buf_str(&out);
}

/* Documents and passages that hold the words, by reading everything. */
static void
count(struct world *w, size_t *found, size_t *passages)
{
    *found = *passages = 0;
    for (size_t i = 0; i < w->texts.n; i++) {
        ek_text text = {.bytes = w->texts.v[i]};
        ek_text_index(&text, w->in.arena);
        ek_str rest = ek_normalize(w->in.arena, &text)->bytes;
        size_t before = *passages;
        while (rest.n) {
            ek_str line = ek_str_line(&rest);
            bool all = true;
            for (size_t k = 0; k < w->search.words.v.n; k++)
                all &= ek_str_find(line, w->search.words.v.v[k], 0) < line.n;
            *passages += all;
        }
        *found += *passages > before;
    }
}

static void
test_the_index_finds_what_reading_everything_does(void **state)
{
    struct world *w = *state;
    enum { TEXTS = 40, QUESTIONS = 300 };
    uint32_t seed = 7;
    size_t found, passages, hits = 0;
    for (int i = 0; i < TEXTS; i++)
        put(w, draw_text(w, &seed, 150));
    for (int i = 0; i < QUESTIONS; i++) {
        static const size_t lengths[] = {1, 2, 3, 10, 4};
        ek_str word = draw_text(w, &seed, lengths[i % 5]);
        if (i % 5 == 3) { /* so long, only what is there is found */
            ek_str text = w->texts.v[draw(&seed, TEXTS)];
            word = ek_str_slice(text, 30, 50);
        }
        if (!ek_str_is(EK_STR("no words"),
                       search(w, ek_arena_copy(w->in.arena, word).p))) {
            count(w, &found, &passages);
            hits += found > 0;
            if (w->search.found != found || w->search.passages != passages)
                fail_msg("%.*s: %zu %zu, not %zu %zu", EK_ARG(word),
                         w->search.found, w->search.passages, found, passages);
        }
    }
    assert_true(hits > QUESTIONS / 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_words_of_any_length_are_found,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_all_words_stand_in_one_passage,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_passage_goes_over_line_ends,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_every_character_means_itself,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks_stand_on_the_words, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_one_without_a_text_is_counted,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_the_index_finds_what_reading_everything_does, set_up,
            tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
