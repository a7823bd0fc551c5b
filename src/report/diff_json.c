/* SPDX-License-Identifier: Apache-2.0 */
/* Two versions compared, as JSON. Findings and verdicts stand there as in the
 * results of the versions, with the words that changed as pieces. */
#include "config.h"

#include "report/diff.h"
#include "result/give.h"
#include "result/take.h"

enum { SCHEMA = 1 };

static const char *const weights[] = {[EK_WEIGHT_NONE] = "none",
                                      [EK_WEIGHT_NUMBERS] = "numbers",
                                      [EK_WEIGHT_WORDING] = "wording",
                                      [EK_WEIGHT_SUBSTANCE] = "substance"};
static const char *const pieces[] = {[EK_PIECE_SAME] = "same",
                                     [EK_PIECE_DELETED] = "deleted",
                                     [EK_PIECE_INSERTED] = "inserted"};
static const char *const whats[] = {"added",      "removed", "edited", "moved",
                                    "renumbered", "split",   "merged"};

struct giver {
    ek_arena *arena;
    const ek_changes *changes;
};

static void
give_word(const struct giver *g, json_t *o, const char *key, const char *word)
{
    ek_give_text(g->arena, o, key, ek_str_of(word));
}

static void
give_version(const struct giver *g, json_t *root, const char *key,
             const ek_result *r)
{
    json_t *o = ek_give_object(g->arena, root, key);
    ek_give_text(g->arena, o, "name", ek_result_name(r));
    ek_give_text(g->arena, o, "ekimu", r->engine);
    ek_give_text(g->arena, o, "pack_fingerprint", r->pack_fingerprint);
    ek_give_text(g->arena, o, "no_result", r->no_result);
    json_t *list = ek_give_list(g->arena, o, "documents");
    for (size_t i = 0; i < r->documents.n; i++) {
        const ek_document *d = &r->documents.v[i];
        json_t *one = ek_give_item(g->arena, list);
        ek_give_text(g->arena, one, "path", d->path);
        ek_give_text(g->arena, one, "sha256", d->sha256);
        ek_give_text(g->arena, one, "title", d->title);
        ek_give_text(g->arena, one, "dated", d->dated);
        ek_give_text(g->arena, one, "readable", d->readable);
    }
}

static void
give_outcome(const struct giver *g, json_t *o, const char *key,
             const ek_result *r, uint32_t verdict)
{
    if (verdict == EK_NOT_THERE)
        return;
    const ek_verdict *v = &r->verdicts.v[verdict];
    json_t *one = ek_give_object(g->arena, o, key);
    ek_give_text(g->arena, one, "item", v->item);
    ek_give_text(g->arena, one, "status", v->status);
    ek_give_label(g->arena, one, "label", &v->label);
    ek_give_text(g->arena, one, "row", v->row);
    ek_give_label(g->arena, one, "reason", &v->reason);
    ek_give_text(g->arena, one, "provisions", v->provisions);
}

static void
give_verdicts(const struct giver *g, json_t *root)
{
    json_t *list = ek_give_list(g->arena, root, "verdicts");
    if (!ek_changes_comparable(g->changes))
        return;
    for (size_t i = 0; i < g->changes->verdicts.n; i++) {
        const struct ek_verdict_change *c = &g->changes->verdicts.v[i];
        json_t *o = ek_give_item(g->arena, list);
        give_word(g, o, "shift", ek_shift_word(c->shift));
        give_outcome(g, o, "before", g->changes->before, c->before);
        give_outcome(g, o, "after", g->changes->after, c->after);
    }
}

static void
give_finding(const struct giver *g, json_t *o, const char *key,
             const ek_result *r, uint32_t finding, ek_str contribution)
{
    if (finding == EK_NOT_THERE)
        return;
    const ek_finding *f = &r->findings.v.v[finding];
    json_t *one = ek_give_object(g->arena, o, key);
    ek_give_number(g->arena, one, "i", finding);
    ek_give_text(g->arena, one, "rule", f->rule);
    ek_give_text(g->arena, one, "article", f->article);
    ek_give_number(g->arena, one, "document", f->document);
    ek_give_number(g->arena, one, "line", f->line);
    ek_give_text(g->arena, one, "quote", f->quote);
    ek_give_text(g->arena, one, "contribution", contribution);
    ek_give_text(g->arena, one, "fingerprint", f->fingerprint);
}

static void
give_words(const struct giver *g, json_t *o, const char *key, ek_qualifier q,
           uint32_t bits)
{
    json_t *list = ek_give_list(g->arena, o, key);
    for (unsigned i = 0; ek_qualifier_word(q, i).n; i++)
        if (bits >> i & 1)
            ek_give_string(g->arena, list, ek_qualifier_word(q, i));
}

static void
give_qualities(const struct giver *g, json_t *o,
               const struct ek_statement_change *c)
{
    json_t *list = ek_give_list(g->arena, o, "qualifiers");
    for (size_t i = 0; i < c->qualities.n; i++) {
        const struct ek_quality_change *q = &c->qualities.v[i];
        json_t *one = ek_give_item(g->arena, list);
        give_word(g, one, "name", ek_qualifier_name(q->qualifier));
        give_words(g, one, "before", q->qualifier, q->before);
        give_words(g, one, "after", q->qualifier, q->after);
        give_word(g, one, "shift", ek_shift_word(q->shift));
    }
}

static void
give_statements(const struct giver *g, json_t *root)
{
    json_t *list = ek_give_list(g->arena, root, "statements");
    if (!ek_changes_comparable(g->changes))
        return;
    for (size_t i = 0; i < g->changes->statements.n; i++) {
        const struct ek_statement_change *c = &g->changes->statements.v[i];
        json_t *o = ek_give_item(g->arena, list);
        ek_give_text(g->arena, o, "clause",
                     ek_diff_finding(g->changes, c, NULL)->clause);
        give_word(g, o, "kind", ek_statement_word(c->kind));
        give_word(g, o, "shift", ek_shift_word(c->shift));
        give_finding(g, o, "before", g->changes->before, c->before,
                     c->contribution_before);
        give_finding(g, o, "after", g->changes->after, c->after,
                     c->contribution_after);
        give_qualities(g, o, c);
        if (c->clause != EK_NOT_THERE)
            ek_give_number(g->arena, o, "change", c->clause);
    }
}

static void
give_lines(const struct giver *g, json_t *o, const char *key,
           const ek_result *r, const struct ek_place_in *places, size_t n)
{
    json_t *list = ek_give_list(g->arena, o, key);
    for (size_t i = 0; i < n; i++) {
        const ek_document *d = &r->documents.v[places[i].document];
        ek_tspan span = d->blocks.v[places[i].block].span;
        json_t *one = ek_give_item(g->arena, list);
        ek_give_number(g->arena, one, "document", places[i].document);
        ek_give_pair(g->arena, one, "byte", span.begin, span.end);
    }
}

static void
give_pieces(const struct giver *g, json_t *o, const struct ek_clause_change *c)
{
    json_t *list = ek_give_list(g->arena, o, "pieces");
    for (size_t i = 0; i < c->pieces.n; i++) {
        const struct ek_piece *piece = &c->pieces.v[i];
        const ek_result *r = piece->kind == EK_PIECE_DELETED
                                 ? g->changes->before
                                 : g->changes->after;
        json_t *one = ek_give_item(g->arena, list);
        give_word(g, one, "kind", pieces[piece->kind]);
        ek_give_text(g->arena, one, "text",
                     ek_str_slice(r->documents.v[piece->document].text,
                                  piece->span.begin, piece->span.end));
    }
}

static void
give_clauses(const struct giver *g, json_t *root)
{
    json_t *list = ek_give_list(g->arena, root, "changes");
    for (size_t i = 0; i < g->changes->clauses.n; i++) {
        const struct ek_clause_change *c = &g->changes->clauses.v[i];
        json_t *o = ek_give_item(g->arena, list);
        json_t *what = ek_give_list(g->arena, o, "what");
        for (unsigned b = 0; b < sizeof whats / sizeof *whats; b++)
            if (c->what >> b & 1)
                ek_give_string(g->arena, what, ek_str_of(whats[b]));
        give_word(g, o, "weight", weights[c->weight]);
        ek_give_text(g->arena, o, "label_before", c->label_before);
        ek_give_text(g->arena, o, "label_after", c->label_after);
        give_lines(g, o, "before", g->changes->before, c->before.v,
                   c->before.n);
        give_lines(g, o, "after", g->changes->after, c->after.v, c->after.n);
        give_pieces(g, o, c);
    }
}

void
ek_diff_json(ek_buf *out, const ek_changes *changes,
             const struct ek_report_options *options)
{
    (void)options;
    struct giver g = {out->arena, changes};
    struct ek_json_holder *holder = ek_json_hold(g.arena);
    json_t *root = holder->json = json_object();
    ek_give_text(g.arena, root, "ekimu", changes->after->engine);
    ek_give_number(g.arena, root, "schema", SCHEMA);
    give_version(&g, root, "before", changes->before);
    give_version(&g, root, "after", changes->after);
    ek_give_bool(g.arena, root, "compared", ek_changes_comparable(changes));
    if (ek_changes_comparable(changes))
        ek_give_bool(g.arena, root, "substance",
                     ek_changes_of_substance(changes));
    ek_give_bool(g.arena, root, "rules_differ", changes->rules_differ);
    ek_give_number(g.arena, root, "read_otherwise",
                   (uint32_t)changes->read_otherwise);
    give_verdicts(&g, root);
    give_statements(&g, root);
    give_clauses(&g, root);
    ek_give_label(g.arena, root, "note_2013", &changes->after->note_2013);
    ek_give_label(g.arena, root, "disclaimer", &changes->after->disclaimer);
    ek_give_out(out, root);
    ek_json_let_go(holder);
    ek_buf_putc(out, '\n');
}
