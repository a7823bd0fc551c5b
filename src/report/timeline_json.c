/* SPDX-License-Identifier: Apache-2.0 */
/* Timelines as JSON: one object, a service a line. */
#include "config.h"

#include "report/timeline_view.h"
#include "result/give.h"
#include "result/take.h"

enum { SCHEMA = 1 };

struct json {
    struct ek_timeline_options options;
    ek_arena *arena;
    size_t services;
};

static void
give_event(ek_arena *arena, json_t *o, const struct ek_timeline_view *view,
           size_t i)
{
    const ek_event *e = &view->timeline->events.v[i];
    ek_give_text(arena, o, "what", ek_str_of(ek_event_word(e->kind)));
    ek_give_text(arena, o, "document", e->document);
    ek_give_text(arena, o, "when", e->when);
    ek_give_text(arena, o, "commit", e->mark);
    ek_give_text(arena, o, "message", e->message);
    ek_give_text(arena, o, "renamed_from", e->renamed);
    ek_give_text(arena, o, "reason", e->reason);
    ek_give_text(arena, o, "sha256", e->sha256);
    ek_give_number(arena, o, "version", e->version);
    ek_give_number(arena, o, "same_text_as", e->as);
    ek_give_bool(arena, o, "flips", ek_timeline_flips(view, i));
    json_t *verdicts = ek_give_list(arena, o, "verdicts");
    for (uint32_t x = 0; x < EK_EXCEPTIONS; x++) {
        json_t *one = ek_give_item(arena, verdicts);
        ek_give_text(arena, one, "item",
                     ek_arena_printf(arena, "EX-%u", x + 1));
        ek_give_text(arena, one, "status", e->outcome[x]);
        ek_give_bool(arena, one, "moved", e->moved[x]);
    }
    ek_difference_give(ek_give_object(arena, o, "difference"), arena,
                       &e->difference);
}

static void
put_object(ek_buf *out, struct ek_json_holder *holder)
{
    ek_give_out(out, holder->json);
    ek_json_let_go(holder);
}

static void
put_events(ek_buf *out, ek_arena *scratch, const struct ek_timeline_view *view)
{
    size_t n = 0;
    for (size_t i = 0; i < view->timeline->events.n; i++) {
        if (!ek_timeline_is_told(view, i))
            continue;
        struct ek_json_holder *holder = ek_json_hold(scratch);
        holder->json = json_object();
        give_event(scratch, holder->json, view, i);
        ek_buf_puts(out, n++ ? ",\n  " : "\n  ");
        put_object(out, holder);
    }
}

/* A member of an object that stays open: everything but its braces. */
static void
put_members(ek_buf *out, struct ek_json_holder *holder)
{
    ek_buf all = ek_buf_on(out->arena);
    put_object(&all, holder);
    ek_str s = ek_buf_str(&all);
    ek_buf_add(out, ek_str_slice(s, 1, s.n - 1));
}

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_timeline_options *options)
{
    struct json *j = ek_arena_alloc(arena, sizeof *j);
    *j = (struct json){*options, arena, 0};
    struct ek_json_holder *holder = ek_json_hold(arena);
    json_t *root = holder->json = json_object();
    ek_give_text(arena, root, "ekimu", options->engine);
    ek_give_number(arena, root, "schema", SCHEMA);
    json_t *pack = ek_give_object(arena, root, "pack");
    ek_give_text(arena, pack, "id", options->pack_id);
    ek_give_text(arena, pack, "version", options->pack_version);
    ek_give_text(arena, root, "since", options->since);
    ek_buf_putc(out, '{');
    put_members(out, holder);
    ek_buf_puts(out, ",\"services\":[");
    return j;
}

static void
service(void *state, ek_buf *out, const ek_timeline *timeline)
{
    struct json *j = state;
    struct ek_timeline_view view;
    struct ek_page page = ek_page_open(j->arena, out, &j->options.base);
    ek_timeline_view(&view, page.arena, &j->options, timeline);
    struct ek_json_holder *holder = ek_json_hold(page.arena);
    json_t *o = holder->json = json_object();
    ek_give_text(page.arena, o, "service", timeline->service);
    ek_give_number(page.arena, o, "versions", (uint32_t)view.versions);
    ek_give_number(page.arena, o, "substance", (uint32_t)view.substance);
    ek_give_number(page.arena, o, "not_terms", (uint32_t)view.not_terms);
    ek_buf_puts(out, j->services++ ? ",\n {" : "\n {");
    put_members(out, holder);
    ek_buf_puts(out, ",\"events\":[");
    put_events(out, page.arena, &view);
    ek_buf_puts(out, "]}");
    ek_arena_free(page.arena);
}

static void
end(void *state, ek_buf *out)
{
    struct json *j = state;
    struct ek_json_holder *holder = ek_json_hold(j->arena);
    json_t *o = holder->json = json_object();
    ek_give_label(j->arena, o, "note_2013", &j->options.note);
    ek_give_label(j->arena, o, "disclaimer", &j->options.disclaimer);
    ek_buf_puts(out, "],");
    put_members(out, holder);
    ek_buf_puts(out, "}\n");
}

const struct ek_timeline_reporter ek_timeline_json = {"json", begin, service,
                                                      end, false};
