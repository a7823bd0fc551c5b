/* SPDX-License-Identifier: Apache-2.0 */
/* Polarity. English says it before the verb, Japanese at the end of the part:
 *
 *     mark           English                 Japanese
 *     not, forbid    will not, may not       しません, てはならない
 *     neutral        no obligation to        義務を負わない
 *     may-not        may decline to          しないことがある
 *     restore        but may, nevertheless   (a coordinate part)
 *     may, reserve   may, is entitled to     ことができる, ことがある
 *
 * Without a mark a statement permits: what the provider says it does, it may
 * do. A part that only frees from liability says nothing of the act. */
#include "config.h"

#include "frame/draft.h"

enum { TAIL_BYTES = 34 * 3 }; /* 34 Japanese characters */

struct say {
    ek_polarity polarity;
    const char *modality;
    bool marked;
};

static bool
says(const struct ek_draft *draft, const ek_hit *hit, struct say *say)
{
    static const struct {
        ek_word word;
        struct say say;
    } table[] = {
        {EK_W_NOT, {EK_FORBID, "will-not", true}},
        {EK_W_FORBID, {EK_FORBID, "will-not", true}},
        {EK_W_CANNOT, {EK_FORBID, "technically-cannot", true}},
        {EK_W_NEUTRAL, {EK_NEUTRAL, "will-not", true}},
        {EK_W_DISCLAIMER, {EK_NEUTRAL, "will-not", true}},
        {EK_W_MAY_NOT, {EK_MAY_NOT, "may", true}},
        {EK_W_RESTORE, {EK_PERMIT, "may", true}},
        {EK_W_MAY, {EK_PERMIT, "may", true}},
        {EK_W_RESERVE, {EK_PERMIT, "reserves-right", true}},
        {EK_W_MUST, {EK_PERMIT, "will", true}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (ek_vocab_is(draft, hit, table[i].word)) {
            *say = table[i].say;
            return true;
        }
    return false;
}

static bool
same_clause(const struct ek_draft *draft, const ek_frame *frame, uint32_t a,
            uint32_t b)
{
    uint32_t one = ek_frame_piece(draft, frame, a);
    uint32_t two = ek_frame_piece(draft, frame, b);
    return one == two || draft->segs->v[one].part == draft->segs->v[two].part;
}

/* How far the acts reach that begin at or before a mark. Marks are asked for in
 * the order of the text. */
struct cover {
    uint32_t next, end;
};

/* "cease all use and erase": what ceases is part of the first act. */
static bool
belongs_to_act(const struct ek_draft *draft, const ek_frame *frame,
               struct cover *acts, const ek_hit *mark)
{
    for (; acts->next < frame->hits; acts->next++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, acts->next);
        if (hit->span.begin > mark->span.begin)
            break;
        if (ek_vocab_role(draft, hit) == EK_ROLE_ACT &&
            hit->span.end > acts->end)
            acts->end = hit->span.end;
    }
    return acts->end >= mark->span.end;
}

/* "no employee may", but not "you are not satisfied, you may". */
static bool
denies_subject(ek_str mark)
{
    return ek_str_starts(mark, EK_STR("no")) &&
           !ek_str_starts(mark, EK_STR("not"));
}

static struct say
said_before(const struct ek_draft *draft, const ek_frame *frame,
            const struct ek_act *act)
{
    struct say said = {EK_PERMIT, "will", false}, next;
    uint32_t restored = 0; /* end of the last "nothing prevents us" */
    bool denied = false;   /* "no employee" may */
    struct cover acts = {0, 0};
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.begin >= act->span.begin)
            break;
        if (ek_vocab_is(draft, hit, EK_W_RESTORE))
            restored = hit->span.end;
        else if (hit->span.begin < restored ||
                 belongs_to_act(draft, frame, &acts, hit))
            continue;
        if (ek_vocab_role(draft, hit) == EK_ROLE_ACT)
            denied = false;
        if (says(draft, hit, &next) &&
            same_clause(draft, frame, hit->span.begin, act->span.begin) &&
            !(ek_vocab_is(draft, hit, EK_W_MUST) &&
              said.polarity != EK_PERMIT) &&
            !(ek_vocab_is(draft, hit, EK_W_MAY) && denied)) {
            said = next;
            denied = ek_vocab_is(draft, hit, EK_W_NOT) &&
                     denies_subject(ek_draft_words(draft, hit->span));
        }
    }
    return said;
}

/* "access to Customer Data is prohibited", "disclosure shall not occur". */
static bool
forbidden_after(const struct ek_draft *draft, const ek_frame *frame,
                const struct ek_act *act)
{
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.begin < act->span.end)
            continue;
        if (ek_vocab_role(draft, hit) == EK_ROLE_ACT ||
            ek_vocab_role(draft, hit) == EK_ROLE_ACTOR)
            return false;
        if (ek_vocab_is(draft, hit, EK_W_FORBID))
            return same_clause(draft, frame, hit->span.begin, act->span.begin);
    }
    return false;
}

/* "we have no duty to monitor it, and yet may do so". */
static bool
taken_back_after(const struct ek_draft *draft, const ek_frame *frame,
                 const struct ek_act *act)
{
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.begin < act->span.end)
            continue;
        if (ek_vocab_role(draft, hit) == EK_ROLE_ACT)
            return false;
        if (ek_vocab_is(draft, hit, EK_W_RESTORE))
            return ek_str_ends(ek_draft_words(draft, hit->span),
                               EK_STR("do so"));
    }
    return false;
}

static uint32_t
tail_end(const struct ek_draft *draft, const ek_frame *frame)
{
    uint32_t index = (uint32_t)(frame - draft->out->v.v);
    uint32_t end = frame->span.end;
    for (uint32_t part = frame->first; part <= frame->last; part++)
        if (draft->frame_of[part] == index &&
            draft->segs->v[part].part == frame->kind)
            end = draft->segs->v[part].span.end;
    return end;
}

/* What is quoted ends with its quotation: the end of the bracket that an
 * offset stands in, or the end that was given. */
static uint32_t
quotation_end(const struct ek_draft *draft, uint32_t from, uint32_t end)
{
    ek_str text = ek_draft_words(draft, (ek_nspan){from, end});
    size_t open = ek_str_find(text, EK_STR("\xE3\x80\x8C"), 0);
    size_t close = ek_str_find(text, EK_STR("\xE3\x80\x8D"), 0);
    return close < text.n && close < open ? from + (uint32_t)close : end;
}

/* 削除され、復元できません: the passive ends what is said of the act. */
static bool
is_closed(const struct ek_draft *draft, const ek_frame *frame, uint32_t from)
{
    static const char *const ends[] = {
#define EK_VERB_CLOSED(text) text,
#include "frame/adnominal.def"
    };
    if (from >= frame->span.end)
        return false;
    ek_nspan rest = {from, frame->span.end};
    return ek_str_starts_any(ek_draft_words(draft, rest), ends,
                             sizeof ends / sizeof *ends) > 0;
}

static struct say
said_at_end(const struct ek_draft *draft, const ek_frame *frame, uint32_t from)
{
    struct say said = {EK_PERMIT, "will", false}, next;
    uint32_t end = quotation_end(draft, from, tail_end(draft, frame));
    if (is_closed(draft, frame, from))
        return said;
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.end <= end && hit->span.end + TAIL_BYTES >= end &&
            says(draft, hit, &next))
            said = next;
    }
    return said;
}

static bool
is_adnominal(const struct ek_draft *draft, const ek_frame *frame,
             const struct ek_act *act)
{
    static const char *const ends[] = {
#define EK_VERB_END(text) text,
#include "frame/adnominal.def"
    };
    static const char *const nouns[] = {
#define EK_VERB_NOUN(text) text,
#include "frame/adnominal.def"
    };
    if (act->span.end >= frame->span.end)
        return false;
    ek_nspan rest = {act->span.end, frame->span.end};
    ek_str text = ek_draft_words(draft, rest);
    size_t n = ek_str_starts_any(text, ends, sizeof ends / sizeof *ends);
    ek_str noun = ek_str_slice(text, n, text.n);
    return n && noun.n &&
           !ek_str_starts_any(noun, nouns, sizeof nouns / sizeof *nouns);
}

/* 閲覧できます, but neither 閲覧することがあります nor 閲覧できるものとします. */
static bool
is_able(const struct ek_draft *draft, const ek_frame *frame,
        const struct ek_act *act)
{
    static const char *const forms[] = {
#define EK_VERB_ABLE(text) text,
#include "frame/adnominal.def"
    };
    static const char *const rules[] = {
#define EK_VERB_RULE(text) text,
#include "frame/adnominal.def"
    };
    bool able = false;
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.begin < act->span.end ||
            !ek_vocab_is(draft, hit, EK_W_MAY))
            continue;
        ek_nspan rest = {hit->span.end, frame->span.end};
        ek_str after = ek_draft_words(draft, rest);
        able = ek_str_starts_any(ek_draft_words(draft, hit->span), forms,
                                 sizeof forms / sizeof *forms) &&
               ek_str_find(after, ek_str_of(rules[0]), 0) == after.n;
    }
    return able;
}

/* 広告に使うこと: the noun asks for it, unless the lead-in forbids it. */
static bool
is_unmarked(const ek_frame *frame, const struct say *said)
{
    return frame->lang == EK_LANG_EN
               ? !said->marked
               : ek_str_is(ek_str_of(said->modality), "will");
}

void
ek_polarity_set(struct ek_draft *draft, ek_frame *frame, struct ek_act *act)
{
    uint32_t piece = ek_frame_piece(draft, frame, act->span.begin);
    ek_part_kind kind = draft->segs->v[piece].part;
    act->conditional = kind == EK_PART_CONDITION || kind == EK_PART_CASE;
    struct say said = {EK_PERMIT, "will", false};
    if (frame->lang == EK_LANG_EN) {
        said = said_before(draft, frame, act);
        if (said.polarity == EK_PERMIT && forbidden_after(draft, frame, act))
            said = (struct say){EK_FORBID, "will-not", true};
        if (said.polarity == EK_NEUTRAL &&
            taken_back_after(draft, frame, act)) {
            said = (struct say){EK_PERMIT, "reserves-right", true};
            act->conditional = false;
        }
    } else if (is_adnominal(draft, frame, act)) {
        act->conditional = true;
    } else if (!act->conditional) {
        said = said_at_end(draft, frame, act->span.end);
        act->able = is_able(draft, frame, act);
    }
    act->polarity = said.polarity;
    act->unmarked = is_unmarked(frame, &said);
    act->modality = ek_qualifier_bit(EK_Q_modality, ek_str_of(said.modality));
}

ek_polarity
ek_polarity_of(const struct ek_draft *draft, const ek_frame *frame)
{
    if (frame->lang == EK_LANG_JA)
        return said_at_end(draft, frame, frame->span.begin).polarity;
    struct ek_act end = {.span = {frame->span.end, frame->span.end}};
    return said_before(draft, frame, &end).polarity;
}
