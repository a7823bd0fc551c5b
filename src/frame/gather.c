/* SPDX-License-Identifier: Apache-2.0 */
/* Parts to frames. Conditions and cases ("if ...", "only when ...") are pieces
 * of the frame they condition, because grounds stand in them; exceptions,
 * provisos and coordinates are frames of their own. */
#include "config.h"

#include "frame/draft.h"

static bool
stands_alone(const ek_seg *part)
{
    if (part->main == EK_SEG_NO)
        return true;
    return part->part == EK_PART_EXCEPTION || part->part == EK_PART_PROVISO ||
           part->part == EK_PART_COORDINATE;
}

static bool
is_polarity_mark(const struct ek_draft *draft, const ek_hit *hit)
{
    for (int word = EK_W_NOT; word <= EK_W_MUST; word++)
        if (ek_vocab_is(draft, hit, (ek_word)word))
            return true;
    return false;
}

/* A word inside a longer word of the same role is not meant by itself, nor is
 * an act or an actor inside the name of an object or a form of consent, unless
 * it is to notify, which such forms speak of. Marks of polarity are swallowed
 * only by each other. */
static bool
is_swallowed(const struct ek_draft *draft, const ek_hit *inner,
             const ek_hit *outer)
{
    ek_role in = ek_vocab_role(draft, inner);
    ek_role out = ek_vocab_role(draft, outer);
    if (outer->span.end - outer->span.begin ==
            inner->span.end - inner->span.begin ||
        !ek_nspan_holds(outer->span, inner->span))
        return false;
    if (in == EK_ROLE_MARK && out == EK_ROLE_MARK)
        return is_polarity_mark(draft, inner) == is_polarity_mark(draft, outer);
    if (in == out)
        return in != EK_ROLE_OTHER;
    if (in == EK_ROLE_RECIPIENT && out == EK_ROLE_ACTOR)
        return true;
    if (in == EK_ROLE_ACT && out == EK_ROLE_ACTOR)
        return inner->lang == EK_LANG_EN;
    if (ek_vocab_is(draft, inner, EK_W_NOTIFY))
        return out == EK_ROLE_OBJECT;
    if (in == EK_ROLE_ACT || in == EK_ROLE_ACTOR)
        return out == EK_ROLE_OBJECT || out == EK_ROLE_CONSENT ||
               out == EK_ROLE_TOPIC;
    if (in == EK_ROLE_OBJECT)
        return out == EK_ROLE_TOPIC;
    return false;
}

enum { OPEN_HITS = 12 };

static void
add_hits(struct ek_draft *draft, ek_frame *frame, ek_nspan span)
{
    const ek_hits *hits = &draft->out->hits;
    const ek_hit *open[OPEN_HITS] = {0};
    unsigned n = 0;
    for (size_t i = ek_hits_from(hits, span.begin); i < hits->hits.n; i++) {
        const ek_hit *hit = &hits->hits.v[i];
        if (hit->span.begin >= span.end)
            break;
        if (hit->span.end > span.end || hit->lang != frame->lang)
            continue;
        bool swallowed = false;
        for (unsigned k = 0; k < OPEN_HITS && open[k] && !swallowed; k++)
            swallowed = is_swallowed(draft, hit, open[k]);
        if (swallowed || ek_consent_is_providers(draft, hit))
            continue;
        open[n++ % OPEN_HITS] = hit;
        EK_PUSH(draft->arena, draft->out->own_hits, *hit);
        ek_bits_set(&frame->own, hit->concept_index);
        frame->hits++;
    }
}

static void
add_piece(struct ek_draft *draft, uint32_t frame_index, uint32_t part)
{
    ek_frame *frame = &draft->out->v.v[frame_index];
    const ek_seg *seg = &draft->segs->v[part];
    draft->frame_of[part] = frame_index;
    if (part < frame->first)
        frame->first = part;
    if (part > frame->last)
        frame->last = part;
    if (seg->span.begin < frame->span.begin)
        frame->span.begin = seg->span.begin;
    if (seg->span.end > frame->span.end)
        frame->span.end = seg->span.end;
}

/* "and (b) stop abuse" within a sentence. */
static bool
is_item(const struct ek_draft *draft, const ek_frame *frame)
{
    enum { NUMBER_MOST = 6 };
    ek_str text = ek_str_trim(ek_draft_words(draft, frame->span));
    if (ek_str_starts(text, EK_STR("and ")) ||
        ek_str_starts(text, EK_STR("or ")))
        ek_str_word(&text);
    text = ek_str_trim(text);
    return frame->kind == EK_PART_COORDINATE && frame->lang == EK_LANG_EN &&
           ek_str_starts(text, EK_STR("(")) &&
           ek_str_find(text, EK_STR(")"), 0) < NUMBER_MOST;
}

static void
new_frame(struct ek_draft *draft, uint32_t sentence, uint32_t part,
          uint32_t main)
{
    const ek_seg *seg = &draft->segs->v[part];
    ek_frame frame = {.part = part,
                      .sentence = sentence,
                      .kind = seg->part,
                      .span = seg->span,
                      .lang = draft->segs->v[sentence].lang,
                      .main = main,
                      .lead = EK_SEG_NO,
                      .first = part,
                      .last = part};
    frame.item = is_item(draft, &frame);
    EK_PUSH(draft->arena, draft->out->v, frame);
    draft->frame_of[part] = (uint32_t)draft->out->v.n - 1;
}

static uint32_t
frame_of_main(const struct ek_draft *draft, uint32_t part)
{
    uint32_t main = draft->segs->v[part].main;
    return main == EK_SEG_NO ? EK_SEG_NO : draft->frame_of[main];
}

/* Mains first, so that what depends on them finds them wherever it stands. */
static void
make_frames(struct ek_draft *draft, uint32_t sentence)
{
    uint32_t end = draft->segs->v[sentence].next;
    for (int round = 0; round < 3; round++)
        for (uint32_t part = sentence + 1; part < end; part++) {
            const ek_seg *seg = &draft->segs->v[part];
            if (draft->frame_of[part] != EK_SEG_NO)
                continue;
            uint32_t main = frame_of_main(draft, part);
            if (round == 0 ? seg->main != EK_SEG_NO
                           : round == 1 && main == EK_SEG_NO)
                continue;
            if (!stands_alone(seg) && main != EK_SEG_NO)
                add_piece(draft, main, part);
            else
                new_frame(draft, sentence, part, main);
        }
}

/* The words of the headings above a sentence. */
static ek_bits
heading_words(const struct ek_draft *draft, uint32_t sentence)
{
    const ek_segs *segs = draft->segs;
    const ek_hits *hits = &draft->out->hits;
    ek_bits words = {{0}};
    for (uint32_t up = segs->v[sentence].parent; up != EK_SEG_NO;
         up = segs->v[up].parent) {
        if (segs->v[up].kind != EK_SEG_ARTICLE || up + 1 >= segs->n ||
            segs->v[up + 1].kind != EK_SEG_HEADING)
            continue;
        ek_nspan span = segs->v[up + 1].span;
        for (size_t i = ek_hits_from(hits, span.begin);
             i < hits->hits.n && hits->hits.v[i].span.end <= span.end; i++)
            ek_bits_set(&words, hits->hits.v[i].concept_index);
    }
    return words;
}

static void
fill_frames(struct ek_draft *draft, uint32_t sentence, size_t from)
{
    uint32_t end = draft->segs->v[sentence].next;
    ek_bits heading = heading_words(draft, sentence);
    for (size_t f = from; f < draft->out->v.n; f++) {
        ek_frame *frame = &draft->out->v.v[f];
        frame->heading = heading;
        frame->first_hit = (uint32_t)draft->out->own_hits.n;
        for (uint32_t part = sentence + 1; part < end; part++)
            if (draft->frame_of[part] == f)
                add_hits(draft, frame, draft->segs->v[part].span);
        if (frame->main != EK_SEG_NO && (frame->kind == EK_PART_EXCEPTION ||
                                         frame->kind == EK_PART_PROVISO))
            draft->out->v.v[frame->main].excepted = true;
    }
}

uint32_t
ek_frame_piece(const struct ek_draft *draft, const ek_frame *frame,
               uint32_t offset)
{
    uint32_t index = (uint32_t)(frame - draft->out->v.v);
    for (uint32_t part = frame->first; part <= frame->last; part++) {
        ek_nspan span = draft->segs->v[part].span;
        if (draft->frame_of[part] == index && offset >= span.begin &&
            offset < span.end)
            return part;
    }
    return frame->part;
}

void
ek_frames_gather(struct ek_draft *draft)
{
    draft->frame_of =
        ek_arena_alloc(draft->arena, draft->segs->n * sizeof(uint32_t));
    for (size_t i = 0; i < draft->segs->n; i++)
        draft->frame_of[i] = EK_SEG_NO;
    for (uint32_t i = 0; i < draft->segs->n; i++) {
        size_t from = draft->out->v.n;
        if (draft->segs->v[i].kind != EK_SEG_SENTENCE)
            continue;
        make_frames(draft, i);
        fill_frames(draft, i, from);
    }
}
