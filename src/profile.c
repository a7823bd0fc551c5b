/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "profile.h"

#include "clause/holds.h"
#include "match/meter.h"
#include "read/box.h"
#include "seg/seg.h"

#include <stdlib.h>

struct profiler {
    const ek_pack *pack;
    ek_matcher *matcher;
    ek_meter *meter;
    struct ek_profiled *rules; /* of each of the pack */
    const struct ek_scan_options *options;
    ek_diag *diag;
};

/* The own words of the sentence of each frame. */
static ek_bits *
sentences_of(ek_arena *arena, const ek_frames *frames)
{
    ek_bits *words = ek_arena_alloc(arena, frames->v.n * sizeof *words);
    for (size_t from = 0, end; from < frames->v.n; from = end) {
        end = ek_frames_sentence(frames, from, &words[from]);
        for (size_t i = from + 1; i < end; i++)
            words[i] = words[from];
    }
    return words;
}

static void
profile_rules(struct profiler *p, ek_arena *arena, const ek_frames *frames)
{
    const ek_bits *words = sentences_of(arena, frames);
    for (size_t r = 0; r < p->pack->rules.n; r++) {
        double begin = ek_meter_now();
        for (size_t i = 0; i < frames->v.n; i++)
            p->rules[r].hits += ek_rule_holds(&p->pack->rules.v[r], frames,
                                              &frames->v.v[i], &words[i])
                                    .how != EK_HOLDS_NOT;
        p->rules[r].seconds += ek_meter_now() - begin;
    }
}

static void
profile_member(struct profiler *p, ek_member *member,
               const struct ek_read_options *options)
{
    ek_arena *arena = member->arena;
    ek_text *text = NULL;
    ek_hits hits;
    ek_frames frames;
    if (member->status == EK_OK)
        ek_read(&text, arena, &member->source, options, &member->diag);
    for (size_t i = 0; i < member->diag.lines.n; i++) {
        const ek_diag_line *line = &member->diag.lines.v[i];
        ek_diag_say(p->diag, line->code, member->source.path, line->line,
                    line->args[0], line->args[1]);
    }
    if (!text)
        return;
    const ek_segs *segs = ek_segment(arena, ek_normalize(arena, text));
    ek_meter_run(p->meter, segs->norm, segs->has_ja, segs->has_en);
    ek_match(&hits, p->matcher, arena, segs->norm, segs->has_ja, segs->has_en);
    ek_frame_build(&frames, arena, p->pack, segs, &hits);
    profile_rules(p, arena, &frames);
}

static void
profile_path(struct profiler *p, ek_str path)
{
    ek_member member;
    ek_box *box = ek_box_open(path, &p->options->read);
    while (box && ek_box_next(box, &member)) {
        if (member.arena && !setjmp(*ek_arena_catch(member.arena)))
            profile_member(p, &member, ek_box_options(box));
        ek_arena_free(member.arena);
    }
    ek_box_close(box);
}

static int
by_seconds(const void *left, const void *right)
{
    const struct ek_profiled *a = left, *b = right;
    if (a->seconds != b->seconds)
        return a->seconds < b->seconds ? 1 : -1;
    int order = ek_str_cmp(a->file, b->file);
    return order ? order : (a->line > b->line) - (a->line < b->line);
}

static void
take_patterns(ek_profile *out, ek_arena *arena, const struct profiler *p)
{
    size_t n;
    const struct ek_metered *rows = ek_meter_rows(p->meter, &n);
    for (size_t i = 0; i < n; i++) {
        const ek_pattern *pattern = &p->pack->patterns.v[rows[i].pattern];
        struct ek_profiled row = {
            p->pack->concepts.v[pattern->concept_index].id,
            pattern->body,
            pattern->file,
            pattern->line,
            rows[i].seconds,
            rows[i].hits};
        EK_PUSH(arena, out->patterns, row);
    }
}

static void
take_rules(ek_profile *out, ek_arena *arena, const struct profiler *p)
{
    for (size_t i = 0; i < p->pack->rules.n; i++) {
        struct ek_profiled row = p->rules[i];
        row.name = p->pack->rules.v[i].id;
        row.file = p->pack->rules.v[i].file;
        row.line = p->pack->rules.v[i].line;
        EK_PUSH(arena, out->rules, row);
    }
}

ek_status
ek_profile_run(ek_profile *out, ek_arena *arena, const ek_pack *pack,
               ek_matcher *matcher, const ek_str *paths, size_t n,
               const struct ek_scan_options *options, ek_diag *diag)
{
    struct profiler p = {
        pack,
        matcher,
        ek_meter_new(pack),
        ek_arena_alloc(arena, pack->rules.n * sizeof(struct ek_profiled)),
        options,
        diag};
    *out = (ek_profile){0};
    if (!p.meter)
        return EK_ENOMEM;
    for (size_t i = 0; i < n; i++)
        profile_path(&p, paths[i]);
    take_patterns(out, arena, &p);
    take_rules(out, arena, &p);
    ek_meter_free(p.meter);
    if (out->patterns.n)
        qsort(out->patterns.v, out->patterns.n, sizeof *out->patterns.v,
              by_seconds);
    if (out->rules.n)
        qsort(out->rules.v, out->rules.n, sizeof *out->rules.v, by_seconds);
    return EK_OK;
}
