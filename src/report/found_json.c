/* SPDX-License-Identifier: Apache-2.0 */
/* Passages one by one (docs/ekimu-found.schema.json): a quote is what stands in
 * the text, marks are bytes of it. */
#include "config.h"

#include "report/found.h"
#include "result/give.h"
#include "result/take.h"

enum { SCHEMA = 1 };

/* Values as members of the object that is being written, without its end. */
static void
put_members(ek_buf *out, const json_t *object)
{
    ek_give_out(out, object);
    out->n--;
}

static void
begin(struct ek_found_state *s)
{
    struct ek_json_holder *holder = ek_json_hold(s->arena);
    json_t *root = holder->json = json_object();
    ek_give_text(s->arena, root, "ekimu", EK_STR(PACKAGE_VERSION));
    ek_give_number(s->arena, root, "schema", SCHEMA);
    json_t *words = ek_give_list(s->arena, root, "words");
    for (size_t i = 0; i < s->asked.n; i++)
        ek_give_string(s->arena, words, s->asked.words[i]);
    ek_give_bool(s->arena, root, "all", s->asked.all);
    put_members(s->out, root);
    ek_buf_puts(s->out, ",\"found\":[");
    ek_json_let_go(holder);
}

static void
give_place(ek_arena *arena, json_t *o, const ek_passage *p)
{
    ek_give_number(arena, o, "line", p->line);
    ek_give_number(arena, o, "end_line", p->end_line);
    ek_give_number(arena, o, "page", p->place.page);
    ek_give_number(arena, o, "paragraph", p->place.paragraph);
    ek_give_text(arena, o, "article", p->article);
}

static void
give_passage(ek_arena *arena, json_t *o, const ek_document *d,
             const ek_passage *p)
{
    give_place(arena, o, p);
    ek_give_pair(arena, o, "span", p->span.begin, p->span.end);
    ek_give_text(arena, o, "quote",
                 ek_str_slice(d->text, p->span.begin, p->span.end));
    json_t *marks = ek_give_list(arena, o, "marks");
    for (size_t i = 0; i < p->marks.n; i++) {
        json_t *mark = ek_give_item(arena, marks);
        ek_tspan span = p->marks.v[i];
        ek_give_pair(arena, mark, "span", span.begin, span.end);
        ek_give_text(arena, mark, "text",
                     ek_str_slice(d->text, span.begin, span.end));
    }
}

static void
document(struct ek_found_state *s, const struct ek_found_in *in)
{
    ek_arena *arena = ek_arena_new(0);
    if (!arena)
        ek_arena_alloc(s->arena, SIZE_MAX); /* unwinds */
    if (setjmp(*ek_arena_catch(arena))) {
        ek_arena_free(arena);
        ek_arena_alloc(s->arena, SIZE_MAX);
    }
    struct ek_json_holder *holder = ek_json_hold(arena);
    json_t *o = holder->json = json_object();
    ek_give_text(arena, o, "name", in->name);
    ek_give_number(arena, o, "version", in->version);
    ek_give_text(arena, o, "date", in->date);
    ek_give_text(arena, o, "stored", in->stored);
    ek_give_text(arena, o, "path", in->document->path);
    json_t *list = ek_give_list(arena, o, "passages");
    for (size_t i = 0; i < in->n; i++)
        give_passage(arena, ek_give_item(arena, list), in->document,
                     &in->passages[i]);
    ek_buf_puts(s->out, s->taken ? ",\n" : "\n");
    ek_give_out(s->out, o);
    ek_arena_free(arena);
}

static void
end(struct ek_found_state *s, const struct ek_found_sums *sums)
{
    ek_buf_printf(s->out,
                  "],\"texts\":%zu,\"without_text\":%zu,\"texts_found\":%zu,"
                  "\"passages\":%zu}\n",
                  sums->documents, sums->silent, sums->found, sums->passages);
}

const struct ek_found_reporter ek_found_json = {"json", begin, document, end};
