/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "scan_known.h"

#include "result/fingerprint.h"

#include <stdlib.h>

enum { MOST_LEADS = 32 };

struct known {
    ek_arena *arena;
    const ek_segs *segs;
    ek_str *digests;            /* by segment; empty while not asked for */
    EK_VEC(uint32_t) sentences; /* by place */
};

static ek_str
words_of(const struct known *k, uint32_t seg)
{
    ek_nspan body = k->segs->v[seg].body;
    return ek_str_slice(k->segs->norm->bytes, body.begin, body.end);
}

/* Each once, however many findings ask: a list has one lead-in. */
static ek_str
digest_of(struct known *k, uint32_t seg)
{
    if (!k->digests[seg].n)
        k->digests[seg] = ek_words_digest(k->arena, words_of(k, seg));
    return k->digests[seg];
}

struct start {
    uint32_t begin, seg;
};

static int
by_begin(const void *left, const void *right)
{
    const struct start *a = left, *b = right;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->seg < b->seg ? -1 : a->seg > b->seg;
}

/* Where a list stands between them, they are not in the order of the text. */
static void
gather(struct known *k)
{
    EK_VEC(struct start) starts = {0};
    for (uint32_t i = 0; i < k->segs->n; i++)
        if (k->segs->v[i].kind == EK_SEG_SENTENCE) {
            struct start start = {k->segs->v[i].body.begin, i};
            EK_PUSH(k->arena, starts, start);
        }
    if (starts.n)
        qsort(starts.v, starts.n, sizeof *starts.v, by_begin);
    for (size_t i = 0; i < starts.n; i++)
        EK_PUSH(k->arena, k->sentences, starts.v[i].seg);
}

/* The last that begins at or before an offset. */
static uint32_t
sentence_at(const struct known *k, uint32_t at)
{
    size_t low = 0, high = k->sentences.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (k->segs->v[k->sentences.v[middle]].body.begin <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? k->sentences.v[low - 1] : EK_SEG_NO;
}

/* What leads in the sentence or the list that it stands in. */
static uint32_t
lead_of(const ek_segs *segs, uint32_t sentence)
{
    uint32_t lead = segs->v[sentence].lead, parent = segs->v[sentence].parent;
    return lead == EK_SEG_NO && parent != EK_SEG_NO ? segs->v[parent].lead
                                                    : lead;
}

static ek_str
leads_of(struct known *k, uint32_t sentence)
{
    ek_buf leads = ek_buf_on(k->arena);
    uint32_t lead = lead_of(k->segs, sentence);
    for (int i = 0; i < MOST_LEADS && lead != EK_SEG_NO; i++) {
        ek_buf_add(&leads, digest_of(k, lead));
        ek_buf_putc(&leads, ' ');
        lead = lead_of(k->segs, lead);
    }
    return ek_buf_str(&leads);
}

/* Of the innermost article that has one. */
static uint32_t
heading_of(const ek_segs *segs, uint32_t seg)
{
    uint32_t article = ek_seg_up(segs, seg, EK_SEG_ARTICLE);
    while (article != EK_SEG_NO && segs->v[article + 1].kind != EK_SEG_HEADING)
        article = ek_seg_up(segs, article, EK_SEG_ARTICLE);
    return article == EK_SEG_NO ? EK_SEG_NO : article + 1;
}

/* The sentence before it in its paragraph or item, else the heading. */
static ek_str
place_of(struct known *k, uint32_t sentence)
{
    uint32_t before = sentence - 1;
    const ek_seg *seg = &k->segs->v[sentence];
    while (before > seg->parent && before != EK_SEG_NO &&
           (k->segs->v[before].kind != EK_SEG_SENTENCE ||
            k->segs->v[before].parent != seg->parent))
        before--;
    if (before == seg->parent || before == EK_SEG_NO)
        before = heading_of(k->segs, sentence);
    return before == EK_SEG_NO ? EK_STR("") : digest_of(k, before);
}

static void
note_one(struct known *k, ek_finding *finding)
{
    const ek_norm *norm = k->segs->norm;
    ek_nspan span = ek_map_to_norm(&norm->map, finding->span);
    uint32_t sentence = sentence_at(k, span.begin);
    struct ek_known_by by = {
        .words = ek_str_slice(norm->bytes, span.begin, span.end)};
    if (sentence != EK_SEG_NO) {
        by.leads = leads_of(k, sentence);
        by.place = place_of(k, sentence);
    }
    ek_finding_fingerprint(k->arena, finding, &by);
}

void
ek_note_known(ek_result *result, const ek_segs *segs)
{
    ek_arena *arena = result->arena;
    struct known known = {.arena = arena, .segs = segs};
    known.digests = ek_arena_alloc(arena, (segs->n + 1) * sizeof(ek_str));
    gather(&known);
    for (size_t i = 0; i < result->findings.v.n; i++)
        if (result->findings.v.v[i].kind == EK_PRESENT)
            note_one(&known, &result->findings.v.v[i]);
}
