/* SPDX-License-Identifier: Apache-2.0 */
/* The documents of a store with all their scans (docs/ekimu-history.schema.json).
 * Nothing of it hangs on the language. */
#include "config.h"

#include "report/history.h"
#include "result/give.h"
#include "result/take.h"

enum { SCHEMA = 1 };

static void
give_outcome(ek_arena *arena, json_t *o, const struct ek_history_outcome *is)
{
    ek_give_text(arena, o, "item", is->item);
    ek_give_text(arena, o, "status", is->status);
    ek_give_text(arena, o, "row", is->row);
}

static void
give_move(ek_arena *arena, json_t *o, const struct ek_history_move *move)
{
    if (move->before.status.n)
        give_outcome(arena, ek_give_object(arena, o, "before"), &move->before);
    if (move->after.status.n)
        give_outcome(arena, ek_give_object(arena, o, "after"), &move->after);
}

static void
give_result(ek_arena *arena, json_t *o, const struct ek_history_result *r)
{
    ek_give_text(arena, o, "name", r->name);
    ek_give_text(arena, o, "title", r->title);
    ek_give_text(arena, o, "dated", r->dated);
    ek_give_text(arena, o, "no_result", r->no_result);
    json_t *list = ek_give_list(arena, o, "verdicts");
    for (size_t i = 0; i < r->outcomes.n; i++)
        give_outcome(arena, ek_give_item(arena, list), &r->outcomes.v[i]);
    ek_give_bool(arena, o, "compared", r->compared);
    list = ek_give_list(arena, o, "moved");
    for (size_t i = 0; i < r->moves.n; i++)
        give_move(arena, ek_give_item(arena, list), &r->moves.v[i]);
}

static void
give_news(ek_arena *arena, json_t *o, const struct ek_history_news *news)
{
    struct ek_history_causes causes = ek_history_causes_of(news);
    json_t *list = ek_give_list(arena, o, "new");
    if (news->document)
        ek_give_string(arena, list, EK_STR("document"));
    for (size_t i = 0; i < causes.n; i++)
        ek_give_string(arena, list, causes.words[i]);
}

static void
give_scan(ek_arena *arena, json_t *o, const struct ek_history_scan *scan)
{
    ek_give_number(arena, o, "version", scan->version);
    ek_give_text(arena, o, "date", scan->date);
    ek_give_text(arena, o, "sha256", scan->sha256);
    ek_give_text(arena, o, "stored", scan->stored);
    give_news(arena, o, &scan->news);
    ek_give_text(arena, o, "ekimu", scan->engine);
    json_t *pack = ek_give_object(arena, o, "pack");
    ek_give_text(arena, pack, "id", scan->pack_id);
    ek_give_text(arena, pack, "version", scan->pack_version);
    ek_give_text(arena, pack, "fingerprint", scan->pack_fingerprint);
    ek_give_text(arena, o, "facts", scan->facts);
    json_t *list = ek_give_list(arena, o, "results");
    for (size_t i = 0; i < scan->results.n; i++)
        give_result(arena, ek_give_item(arena, list), &scan->results.v[i]);
}

static void
give_document(ek_arena *arena, json_t *o, const struct ek_history_document *d)
{
    ek_give_text(arena, o, "name", d->name);
    ek_give_text(arena, o, "provider", d->provider);
    ek_give_text(arena, o, "document", d->document);
    ek_give_text(arena, o, "url", d->url);
    ek_give_number(arena, o, "versions", d->versions);
    json_t *list = ek_give_list(arena, o, "scans");
    for (size_t i = 0; i < d->scans.n; i++)
        give_scan(arena, ek_give_item(arena, list), &d->scans.v[i]);
}

void
ek_history_json(ek_arena *arena, ek_buf *out, const ek_history *h,
                const struct ek_report_options *options)
{
    (void)options;
    struct ek_json_holder *holder = ek_json_hold(arena);
    json_t *root = holder->json = json_object();
    ek_give_text(arena, root, "ekimu", EK_STR(PACKAGE_VERSION));
    ek_give_number(arena, root, "schema", SCHEMA);
    ek_give_text(arena, root, "since", h->since);
    json_t *list = ek_give_list(arena, root, "documents");
    for (size_t i = 0; i < h->documents.n; i++)
        give_document(arena, ek_give_item(arena, list), &h->documents.v[i]);
    ek_give_out(out, root);
    ek_buf_putc(out, '\n');
    ek_json_let_go(holder);
}
