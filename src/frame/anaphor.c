/* SPDX-License-Identifier: Apache-2.0 */
/* What points back: "we may use it", "such information", "this licence". The
 * act takes stored data as its object where the sentence before, or the licence
 * before, has spoken of it. */
#include "config.h"

#include "frame/draft.h"

enum {
    SENTENCES = 2, /* looked at for what "it" is */
    LICENCES = 30, /* frames looked at for what "this licence" is */
};

static bool
starts_pointing(ek_str text)
{
    static const char *const words[] = {
#define EK_POINTS(text) text,
#include "frame/anaphor.def"
    };
    return ek_str_starts_any(text, words, sizeof words / sizeof *words) > 0;
}

static bool
points_to_licence(const struct ek_draft *draft, const ek_frame *frame,
                  const struct ek_act *act)
{
    enum { BEFORE = 24 };
    uint32_t from = act->span.begin > frame->span.begin + BEFORE
                        ? act->span.begin - BEFORE
                        : frame->span.begin;
    ek_str words = ek_draft_words(draft, (ek_nspan){from, act->span.end});
    for (size_t i = 0; i < words.n; i++)
        if ((i == 0 || words.p[i - 1] == ' ' ||
             ((unsigned char)words.p[i] & 0xC0) == 0xC0) &&
            starts_pointing(ek_str_slice(words, i, words.n)))
            return true;
    return false;
}

static bool
grants_stored(const struct ek_draft *draft, const ek_frame *frame)
{
    bool grants = false, stored = false;
    for (uint32_t i = 0; i < frame->acts; i++) {
        const struct ek_act *act = &draft->out->acts.v[frame->first_act + i];
        grants |= ek_bits_has(&act->concepts, draft->words[EK_W_LICENSE]);
        stored |= ek_bits_has(&act->object, draft->words[EK_W_STORED]);
    }
    return grants &&
           (stored || ek_bits_has(&frame->own, draft->words[EK_W_STORED]));
}

static uint32_t
article_of(const struct ek_draft *draft, const ek_frame *frame)
{
    return ek_seg_up(draft->segs, frame->sentence, EK_SEG_ARTICLE);
}

static bool
licence_is_of_stored(const struct ek_draft *draft, const ek_frame *frame)
{
    const ek_frame *first = draft->out->v.v;
    for (const ek_frame *from = frame; from > first && from + LICENCES > frame;
         from--)
        if (grants_stored(draft, from - 1))
            return true;
    return false;
}

static bool
has_stored_object(const struct ek_draft *draft, const ek_frame *frame)
{
    for (uint32_t i = 0; i < frame->acts; i++)
        if (ek_bits_has(&draft->out->acts.v[frame->first_act + i].object,
                        draft->words[EK_W_STORED]))
            return true;
    return false;
}

/* The object named last before an offset, in the sentence and those before. */
static bool
last_object_is_stored(const struct ek_draft *draft, const ek_frame *frame,
                      uint32_t before)
{
    uint32_t sentence = frame->sentence, seen = 0;
    for (const ek_frame *from = frame;; from--) {
        if (from->sentence != sentence) {
            sentence = from->sentence;
            seen++;
        }
        if (seen > SENTENCES ||
            article_of(draft, from) != article_of(draft, frame))
            return false;
        if (from != frame && has_stored_object(draft, from))
            return true;
        for (uint32_t i = from->hits; i-- > 0;) {
            const ek_hit *hit = ek_frame_hit(draft, from, i);
            if (hit->span.end > before ||
                ek_vocab_role(draft, hit) != EK_ROLE_OBJECT ||
                ek_vocab_is(draft, hit, EK_W_SERVICE) ||
                ek_vocab_is(draft, hit, EK_W_TERMS) ||
                ek_vocab_is(draft, hit, EK_W_PROVIDERS) ||
                ek_vocab_is(draft, hit, EK_W_BARE))
                continue;
            return ek_bits_has(&from->own, draft->words[EK_W_STORED]);
        }
        if (from == draft->out->v.v)
            return false;
    }
}

/* "use it", or the nearest bare object is "such content". */
static bool
points_to_data(const struct ek_draft *draft, const ek_frame *frame,
               const struct ek_act *act)
{
    ek_nspan rest = {act->span.end, frame->span.end};
    ek_str after = ek_str_trim(ek_draft_words(draft, rest));
    ek_str next = ek_str_word(&after);
    if (ek_str_is(next, "it") || ek_str_is(next, "them"))
        return true;
    if (!ek_bits_has(&act->object, draft->words[EK_W_BARE]))
        return false;
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (ek_vocab_is(draft, hit, EK_W_BARE) &&
            starts_pointing(ek_draft_words(draft, hit->span)))
            return true;
    }
    return false;
}

static const ek_frame *
main_of_sentence_before(const struct ek_draft *draft, const ek_frame *frame)
{
    const ek_frame *first = draft->out->v.v, *from = frame;
    while (from > first && from->sentence == frame->sentence)
        from--;
    while (from > first && from->main != EK_SEG_NO)
        from = &first[from->main];
    return from->sentence == frame->sentence ? NULL : from;
}

/* "In that case we will tell you": the case is what the sentence before told. */
const ek_frame *
ek_case_before(const struct ek_draft *draft, const ek_frame *frame)
{
    static const char *const words[] = {
#define EK_THAT_CASE(text) text,
#include "frame/anaphor.def"
    };
    if (frame->main != EK_SEG_NO ||
        !ek_str_starts_any(ek_draft_words(draft, frame->span), words,
                           sizeof words / sizeof *words))
        return NULL;
    const ek_frame *before = main_of_sentence_before(draft, frame);
    return before && article_of(draft, before) == article_of(draft, frame)
               ? before
               : NULL;
}

/* "In that case we first ask for your consent": so much for what was told. */
static void
give_consent(struct ek_draft *draft, const ek_frame *asks, const ek_frame *told)
{
    const ek_bits *own = &asks->own;
    if (!(ek_bits_has(own, draft->words[EK_W_PRIOR]) ||
          ek_bits_has(own, draft->words[EK_W_CONSENT])) ||
        ek_bits_has(own, draft->words[EK_W_DEEMED]) ||
        ek_bits_has(own, draft->words[EK_W_WITHOUT]) ||
        asks->polarity != EK_PERMIT)
        return;
    ek_frame *v = draft->out->v.v;
    for (size_t i = (size_t)(told - v); v + i < asks; i++)
        if (v[i].sentence == told->sentence)
            ek_bits_set(&v[i].given, draft->words[EK_W_PRIOR]);
}

/* "You are deemed to agree to this access": the access told before. */
static void
take_act_told(struct ek_draft *draft, ek_frame *frame)
{
    static const char *const words[] = {
#define EK_THAT_ACT(text) text,
#include "frame/anaphor.def"
    };
    const ek_frame *told = NULL;
    if (ek_bits_has(&frame->own, draft->words[EK_W_DEEMED]) &&
        ek_str_holds_any(ek_draft_words(draft, frame->span), words,
                         sizeof words / sizeof *words))
        told = main_of_sentence_before(draft, frame);
    if (told && article_of(draft, told) == article_of(draft, frame))
        ek_bits_add(&frame->given, &told->own);
}

void
ek_case_continue(struct ek_draft *draft, ek_frame *frame)
{
    const ek_frame *told = ek_case_before(draft, frame);
    if (told)
        give_consent(draft, frame, told);
    take_act_told(draft, frame);
}

static bool
bars_stored(const struct ek_draft *draft, const ek_frame *frame)
{
    for (uint32_t i = 0; i < frame->acts; i++) {
        const struct ek_act *act = &draft->out->acts.v[frame->first_act + i];
        if (act->own && !act->conditional && act->polarity == EK_FORBID &&
            ek_bits_has(&act->object, draft->words[EK_W_STORED]))
            return true;
    }
    return false;
}

/* "The foregoing does not apply where ...", 前条の規定は、次の場合には適用しない. */
const ek_frame *
ek_bar_before(const struct ek_draft *draft, const ek_frame *frame)
{
    enum { FRAMES = 16 };
    static const char *const rules[] = {
#define EK_RULE_BEFORE(text) text,
#include "frame/anaphor.def"
    };
    static const char *const ends[] = {
#define EK_NOT_APPLIED(text) text,
#include "frame/anaphor.def"
    };
    const ek_frame *first = draft->out->v.v;
    ek_str text = ek_draft_words(draft, frame->span);
    if (frame->main != EK_SEG_NO || frame->kind != EK_PART_MAIN ||
        !ek_str_holds_any(text, rules, sizeof rules / sizeof *rules) ||
        !ek_str_holds_any(text, ends, sizeof ends / sizeof *ends))
        return NULL;
    for (const ek_frame *from = frame; from > first && from + FRAMES > frame;
         from--)
        if (bars_stored(draft, from - 1))
            return from - 1;
    return NULL;
}

void
ek_anaphors_bind(struct ek_draft *draft, ek_frame *frame)
{
    for (uint32_t i = 0; i < frame->acts; i++) {
        struct ek_act *act = &draft->out->acts.v[frame->first_act + i];
        if (!act->own || act->conditional ||
            ek_bits_has(&act->object, draft->words[EK_W_STORED]))
            continue;
        bool licence =
            ek_bits_has(&act->concepts, draft->words[EK_W_LICENSE]) &&
            points_to_licence(draft, frame, act) &&
            licence_is_of_stored(draft, frame);
        bool data = frame->lang == EK_LANG_EN &&
                    points_to_data(draft, frame, act) &&
                    last_object_is_stored(draft, frame, act->span.begin);
        if (licence || data)
            ek_bits_set(&act->object, draft->words[EK_W_STORED]);
    }
}
