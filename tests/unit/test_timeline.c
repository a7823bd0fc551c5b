/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <jansson.h>
#include <libxml/parser.h>

#include "report/timeline_view.h"

enum { MOST_FILES = 8 };

struct written {
    ek_arena *arena;
    ek_str names[MOST_FILES], contents[MOST_FILES];
    size_t n;
    ek_str out;
};

static int
set_up(void **state)
{
    struct written *w = calloc(1, sizeof *w);
    w->arena = ek_arena_new(0);
    *state = w;
    return 0;
}

static int
tear_down(void **state)
{
    struct written *w = *state;
    ek_arena_free(w->arena);
    free(w);
    return 0;
}

static void
put(void *self, ek_str name, const ek_buf *content)
{
    struct written *w = self;
    w->names[w->n] = ek_arena_copy(w->arena, name);
    w->contents[w->n++] = ek_arena_copy(w->arena, ek_buf_str(content));
}

static ek_event
version(uint32_t number, const char *when, bool substance)
{
    return (ek_event){
        .kind = number == 1 ? EK_EVENT_FIRST : EK_EVENT_CHANGED,
        .document = EK_STR("Svc/Terms.md"),
        .when = ek_str_of(when),
        .sha256 = EK_STR("0123456789abcdef0123456789abcdef"),
        .version = number,
        .outcome = {EK_STR("not-indicated"), EK_STR("needs-review"),
                    EK_STR("not-addressed")},
        .difference = {.compared = number > 1, .substance = substance}};
}

static struct ek_turned
turn_of(const char *before, const char *after)
{
    return (struct ek_turned){.clause = EK_STR("provider-viewing"),
                              .title = {EK_STR("Viewing"), EK_STR("Viewing")},
                              .kind = EK_STR("turned"),
                              .shift = EK_STR("stronger"),
                              .before = ek_str_of(before),
                              .after = ek_str_of(after),
                              .place_after = EK_STR("5.1")};
}

static void
add(struct written *w, ek_timeline *t, ek_event event)
{
    EK_PUSH(w->arena, t->events, event);
}

static void
add_turn(struct written *w, ek_event *event, struct ek_turned turn)
{
    EK_PUSH(w->arena, event->difference.turns, turn);
}

/* First, in substance, only in numbers, and a page that is no terms. */
static ek_timeline
service(struct written *w, const char *name)
{
    ek_timeline t = {.service = ek_str_of(name)};
    ek_event changed = version(2, "2026-02-01T10:00:00Z", true);
    ek_event other = version(3, "2026-03-01", false);
    ek_event blocked = {.kind = EK_EVENT_NOT_TERMS,
                        .document = EK_STR("Svc/Terms.md"),
                        .when = EK_STR("2026-03-02"),
                        .reason = EK_STR("blocked")};
    other.difference.numbers = 1;
    changed.moved[0] = true;
    add_turn(w, &changed, turn_of("employees", "personnel"));
    add(w, &t, version(1, "2026-01-01T10:00:00Z", false));
    add(w, &t, changed);
    add(w, &t, other);
    add(w, &t, blocked);
    return t;
}

static struct ek_timeline_options
options_of(struct written *w)
{
    static struct ek_report_folder folder;
    folder = (struct ek_report_folder){w, put};
    return (struct ek_timeline_options){
        .base = {.lang = EK_LANG_EN, .folder = &folder},
        .engine = EK_STR("0"),
        .pack_id = EK_STR("p"),
        .pack_version = EK_STR("1"),
        .disclaimer = {EK_STR("D"), EK_STR("D")}};
}

static void
report(struct written *w, const struct ek_timeline_reporter *reporter,
       const struct ek_timeline_options *options, const ek_timeline *t,
       size_t n)
{
    ek_buf out = ek_buf_on(w->arena);
    void *state = reporter->begin(w->arena, &out, options);
    for (size_t i = 0; i < n; i++)
        reporter->service(state, &out, &t[i]);
    reporter->end(state, &out);
    w->out = ek_arena_copy(w->arena, ek_buf_str(&out));
}

static bool
has(ek_str text, const char *words)
{
    return ek_str_find(text, ek_str_of(words), 0) < text.n;
}

static size_t
count(ek_str text, const char *words)
{
    size_t n = 0;
    for (size_t at = ek_str_find(text, ek_str_of(words), 0); at < text.n;
         at = ek_str_find(text, ek_str_of(words), at + 1))
        n++;
    return n;
}

static void
what_changed_in_substance_is_told_and_the_rest_counted(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    ek_timeline t = service(w, "Svc");
    report(w, &ek_timeline_term, &options, &t, 1);
    assert_true(has(w->out, "changed in substance; moved: EX-1"));
    assert_true(has(w->out, "personnel"));
    assert_true(has(w->out, "not terms: a page for programs"));
    assert_true(has(w->out, "1 version without a change in substance"));
    assert_false(has(w->out, "version 3"));
    options.base.all = true;
    report(w, &ek_timeline_term, &options, &t, 1);
    assert_true(has(w->out, "version 3"));
}

static void
no_line_is_wider_than_asked(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    ek_timeline t = service(w, "Svc");
    char longest[600];
    memset(longest, 'x', sizeof longest);
    longest[sizeof longest - 1] = 0;
    add_turn(w, &t.events.v[1], turn_of(longest, longest));
    report(w, &ek_timeline_term, &options, &t, 1);
    for (size_t at = 0, end; at < w->out.n; at = end + 1) {
        end = ek_str_find(w->out, EK_STR("\n"), at);
        assert_true(ek_width(ek_str_slice(w->out, at, end)) <= 80);
    }
}

static void
what_was_before_the_day_is_not_told(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    ek_timeline t = service(w, "Svc");
    options.since = EK_STR("2026-02-02");
    report(w, &ek_timeline_atom, &options, &t, 1);
    assert_int_equal(count(w->out, "<entry>"), 0);
    options.since = EK_STR("2026-02-01");
    report(w, &ek_timeline_atom, &options, &t, 1);
    assert_int_equal(count(w->out, "<entry>"), 1);
}

static void
json_is_json(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    ek_timeline t[] = {service(w, "Svc"), service(w, "\"\xFF\x01</script>")};
    report(w, &ek_timeline_json, &options, t, 2);
    json_t *root = json_loadb(w->out.p, w->out.n, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(root);
    json_t *services = json_object_get(root, "services");
    assert_int_equal(json_array_size(services), 2);
    json_t *events = json_object_get(json_array_get(services, 0), "events");
    assert_int_equal(json_array_size(events), 4);
    json_decref(root);
}

static void
is_xml(ek_str text)
{
    xmlDoc *doc = xmlReadMemory(text.p, (int)text.n, "feed", NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR |
                                    XML_PARSE_NOWARNING);
    assert_non_null(doc);
    xmlFreeDoc(doc);
}

static void
hostile_names_stay_text(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    const char *name = "</title><script>alert(1)</script>\x01\xFF\xE2\x80\xAE";
    ek_timeline t = service(w, name);
    t.events.v[1].document = ek_str_of("<b>/\"><img src=x>]]>&amp;");
    t.events.v[1].message = ek_str_of(name);
    t.events.v[1].when = EK_STR("2026-02-01T99:00:00+x<");
    add_turn(w, &t.events.v[1], turn_of(name, "<![CDATA[\xEF\xBF\xBF"));
    report(w, &ek_timeline_html, &options, &t, 1);
    assert_int_equal(w->n, 3);
    for (size_t i = 0; i < w->n; i++) {
        assert_false(has(w->contents[i], "<script"));
        assert_false(has(w->contents[i], "<img"));
        assert_false(has(w->contents[i], "\x01"));
        assert_false(has(w->contents[i], "\xE2\x80\xAE"));
        assert_false(ek_str_find(w->names[i], EK_STR("/"), 0) < w->names[i].n);
    }
    assert_false(has(w->out, "<script"));
    is_xml(w->contents[1]);
    is_xml(w->contents[2]);
}

static void
a_feed_is_the_same_for_the_same_terms(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    ek_timeline t = service(w, "Svc");
    report(w, &ek_timeline_html, &options, &t, 1);
    ek_str first = w->contents[1];
    assert_string_equal(w->names[1].p, "Svc.atom");
    assert_string_equal(w->names[2].p, "index.atom");
    report(w, &ek_timeline_html, &options, &t, 1);
    assert_string_equal(first.p, w->contents[4].p);
    assert_true(has(first, "<id>tag:ekimu.invalid,2026:version:Svc/Terms.md:2:"
                           "0123456789abcdef</id>"));
    assert_true(has(first, "<updated>2026-02-01T10:00:00Z</updated>"));
    assert_int_equal(count(first, "http"), 2); /* two namespaces */
}

static void
a_feed_has_the_latest_entries(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    ek_timeline t = {.service = EK_STR("Svc")};
    for (uint32_t i = 1; i <= 300; i++) {
        ek_str day = ek_arena_printf(w->arena, "20%02u-01-%02u",
                                     10 + (i - 1) / 28, 1 + (i - 1) % 28);
        add(w, &t, version(i, day.p, true));
    }
    report(w, &ek_timeline_atom, &options, &t, 1);
    assert_int_equal(count(w->out, "<entry>"), 100);
    assert_true(has(w->out, "Svc/Terms.md:300:"));
    assert_true(has(w->out, "Svc/Terms.md:201:"));
    assert_false(has(w->out, "Svc/Terms.md:200:"));
}

static void
back_within_days_is_told_apart_from_back_at_all(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    ek_timeline t = {.service = EK_STR("Svc")};
    struct ek_timeline_view view;
    ek_event again = version(3, "2026-02-10", true);
    again.kind = EK_EVENT_AGAIN;
    again.as = 1;
    add(w, &t, version(1, "2025-01-01", false));
    add(w, &t, version(2, "2026-02-01", true));
    add(w, &t, again);
    again.version = 5;
    again.when = EK_STR("2026-05-01");
    add(w, &t, version(4, "2026-02-20", true));
    again.as = 3;
    add(w, &t, again);
    ek_timeline_view(&view, w->arena, &options, &t);
    assert_true(ek_timeline_flips(&view, 2));
    assert_false(ek_timeline_flips(&view, 4)); /* 70 days later */
    t.events.v[4].when = EK_STR("2026-02-21");
    t.events.v[4].as = 1;
    assert_false(ek_timeline_flips(&view, 4)); /* to one long before */
}

static void
other_rules_are_no_change_of_the_text(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    ek_timeline t = service(w, "Svc");
    t.events.v[1].difference.rules = true;
    report(w, &ek_timeline_term, &options, &t, 1);
    assert_true(has(w->out, "judged by other rules"));
    assert_true(has(w->out, "no change in substance"));
    report(w, &ek_timeline_atom, &options, &t, 1);
    assert_int_equal(count(w->out, "<entry>"), 0);
}

static void
days_are_counted_over_leap_years(void **state)
{
    (void)state;
    assert_int_equal(ek_day_number(EK_STR("1970-01-01")), 0);
    assert_int_equal(ek_day_number(EK_STR("2000-03-01")), 11017);
    assert_int_equal(ek_day_number(EK_STR("2024-02-29")), 19782);
    assert_int_equal(ek_day_number(EK_STR("2024-03-01")), 19783);
    assert_int_equal(ek_day_number(EK_STR("no day")), 0);
}

static void
nothing_at_all_is_said(void **state)
{
    struct written *w = *state;
    struct ek_timeline_options options = options_of(w);
    report(w, &ek_timeline_term, &options, NULL, 0);
    assert_true(has(w->out, "No version of terms was found."));
    report(w, &ek_timeline_atom, &options, NULL, 0);
    is_xml(w->out);
    ek_timeline empty = {.service = EK_STR("Svc")};
    report(w, &ek_timeline_html, &options, &empty, 1);
    assert_true(has(w->out, "no change in substance"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
#define EK_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        EK_TEST(what_changed_in_substance_is_told_and_the_rest_counted),
        EK_TEST(no_line_is_wider_than_asked),
        EK_TEST(what_was_before_the_day_is_not_told),
        EK_TEST(json_is_json),
        EK_TEST(hostile_names_stay_text),
        EK_TEST(a_feed_is_the_same_for_the_same_terms),
        EK_TEST(a_feed_has_the_latest_entries),
        EK_TEST(back_within_days_is_told_apart_from_back_at_all),
        EK_TEST(other_rules_are_no_change_of_the_text),
        EK_TEST(days_are_counted_over_leap_years),
        EK_TEST(nothing_at_all_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
