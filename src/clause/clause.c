/* SPDX-License-Identifier: Apache-2.0 */
/* Rules over frames. A finding covers one sentence or item; of several rules
 * of a clause type that hold in it, the surest and first in the pack counts. */
#include "config.h"

#include "clause/clause.h"

#include "clause/holds.h"
#include "clause/qualify.h"

#include <stdlib.h>

struct search {
    ek_findings *out;
    ek_arena *arena;
    const ek_pack *pack;
    const ek_segs *segs;
    const ek_frames *frames;
    bool *seen; /* per clause: a finding (not a clue) is present */
};

struct best {
    ek_holding how;
    const ek_rule *rule;
    const ek_frame *frame;
    const struct ek_act *act;
};

static void
locate(const struct search *search, ek_finding *finding, uint32_t sentence)
{
    const ek_seg *seg = &search->segs->v[sentence];
    const ek_norm *norm = search->segs->norm;
    finding->span = ek_map_to_text(&norm->map, seg->body);
    struct ek_where where = ek_text_where(norm->text, finding->span);
    finding->place = where.place;
    finding->line = where.line;
    finding->end_line = where.end_line;
    finding->column = where.column;
    finding->chars[0] = ek_text_chars(norm->text, finding->span.begin);
    finding->chars[1] = ek_text_chars(norm->text, finding->span.end);
    finding->quote = ek_text_slice(norm->text, finding->span);
    finding->article = ek_seg_label(search->segs, sentence, search->arena);
    finding->lang = seg->lang;
}

static ek_finding
of_clause(const struct search *search, uint32_t clause, ek_finding_kind kind)
{
    const ek_clause *c = &search->pack->clauses.v[clause];
    return (ek_finding){
        .clause = c->id, .group = c->group, .title = c->title, .kind = kind};
}

static void
add_present(struct search *search, const struct best *best)
{
    ek_finding finding = of_clause(search, best->rule->clause, EK_PRESENT);
    finding.rule = best->rule->id;
    finding.tier = best->how == EK_HOLDS ? EK_TIER_FINDING : EK_TIER_CLUE;
    finding.quals = ek_qualify(search->pack, best->rule, search->frames,
                               best->frame, best->act);
    locate(search, &finding, best->frame->sentence);
    if (finding.tier == EK_TIER_FINDING)
        search->seen[best->rule->clause] = true;
    EK_PUSH(search->arena, search->out->v, finding);
}

static void
try_rules(const struct search *search, const ek_frame *frame,
          const ek_bits *sentence, struct best *best)
{
    for (size_t i = 0; i < search->pack->rules.n; i++) {
        const ek_rule *rule = &search->pack->rules.v[i];
        if (best[rule->clause].how == EK_HOLDS)
            continue;
        struct ek_held held =
            ek_rule_holds(rule, search->frames, frame, sentence);
        if (held.how > best[rule->clause].how)
            best[rule->clause] = (struct best){held.how, rule, frame, held.act};
    }
}

/* The frames of one sentence stand together. */
static size_t
search_sentence(struct search *search, size_t from, struct best *best)
{
    const ek_frame *frames = search->frames->v.v;
    ek_bits sentence;
    size_t end = ek_frames_sentence(search->frames, from, &sentence);
    for (size_t c = 0; c < search->pack->clauses.n; c++)
        best[c] = (struct best){0};
    for (size_t i = from; i < end; i++)
        try_rules(search, &frames[i], &sentence, best);
    for (size_t c = 0; c < search->pack->clauses.n; c++)
        if (best[c].how != EK_HOLDS_NOT)
            add_present(search, &best[c]);
    return end;
}

static bool
speaks_of(const ek_rule *rule, uint32_t concept_index)
{
    for (size_t i = 0; i < rule->acts.n; i++)
        if (ek_bits_has(&rule->acts.v[i].any, concept_index) ||
            ek_bits_has(&rule->acts.v[i].object, concept_index))
            return true;
    for (size_t i = 0; i < rule->words.n; i++)
        if (ek_bits_has(&rule->words.v[i].any, concept_index))
            return true;
    return false;
}

static void
add_gave_up(struct search *search)
{
    for (size_t g = 0; g < search->frames->hits.gave_up.n; g++) {
        struct ek_gave_up gave_up = search->frames->hits.gave_up.v[g];
        for (size_t i = 0; i < search->pack->rules.n; i++) {
            const ek_rule *rule = &search->pack->rules.v[i];
            if (!speaks_of(rule, gave_up.concept_index))
                continue;
            ek_finding finding = of_clause(search, rule->clause, EK_GAVE_UP);
            finding.rule = rule->id;
            finding.reason = ek_arena_printf(
                search->arena, "%.*s: %.*s",
                EK_ARG(search->pack->concepts.v[gave_up.concept_index].id),
                EK_ARG(gave_up.reason));
            search->seen[rule->clause] = true;
            EK_PUSH(search->arena, search->out->v, finding);
        }
    }
}

static void
add_absent(struct search *search)
{
    for (uint32_t c = 0; c < search->pack->clauses.n; c++) {
        if (search->seen[c])
            continue;
        ek_finding finding = of_clause(search, c, EK_ABSENT);
        finding.reason = EK_STR("not found in the text that was read");
        EK_PUSH(search->arena, search->out->v, finding);
    }
}

static int
by_place(const void *left, const void *right)
{
    const ek_finding *a = left, *b = right;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    return ek_str_cmp(a->clause, b->clause);
}

void
ek_clause_find(ek_findings *out, ek_arena *arena, const ek_pack *pack,
               const ek_segs *segs, const ek_frames *frames)
{
    *out = (ek_findings){0};
    size_t clauses = pack->clauses.n;
    struct search search = {
        out,  arena,  pack,
        segs, frames, ek_arena_alloc(arena, clauses * sizeof(bool))};
    struct best *best = ek_arena_alloc(arena, clauses * sizeof *best);
    for (size_t i = 0; i < frames->v.n;)
        i = search_sentence(&search, i, best);
    if (out->v.n)
        qsort(out->v.v, out->v.n, sizeof *out->v.v, by_place);
    add_gave_up(&search);
    add_absent(&search);
}
