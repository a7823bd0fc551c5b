/* SPDX-License-Identifier: Apache-2.0 */
/* Objects are bound to their act by direction and distance: in English after
 * the verb, before a passive; in Japanese before it. What stands on the wrong
 * side counts only when nothing stands on the right one. */
#include "config.h"

#include "frame/draft.h"

enum {
    ENGLISH_AFTER = 170, /* bytes */
    ENGLISH_BEFORE = 140,
    JAPANESE_BEFORE = 60 * 3,
    JAPANESE_AFTER = 20 * 3,
};

static ek_bits
objects_between(const struct ek_draft *draft, const ek_frame *frame,
                uint32_t begin, uint32_t end)
{
    ek_bits found = {{0}};
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (ek_vocab_role(draft, hit) == EK_ROLE_OBJECT &&
            hit->span.begin >= begin && hit->span.end <= end)
            ek_bits_set(&found, hit->concept_index);
    }
    return found;
}

static ek_bits
only(uint32_t concept_index)
{
    ek_bits bits = {{0}};
    ek_bits_set(&bits, concept_index);
    return bits;
}

/* 機能を提供: what stands right before a Japanese act with its particle. */
static bool
takes_service(const struct ek_draft *draft, const ek_frame *frame,
              const struct ek_act *act)
{
    bool service = false;
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (ek_vocab_role(draft, hit) != EK_ROLE_OBJECT ||
            hit->span.end >= act->span.begin)
            continue;
        ek_nspan between = {hit->span.end, act->span.begin};
        if (!ek_str_is(ek_draft_words(draft, between), "\xE3\x82\x92"))
            continue;
        if (!ek_vocab_is(draft, hit, EK_W_SERVICE))
            return false;
        service = true;
    }
    return service;
}

void
ek_object_bind(const struct ek_draft *draft, const ek_frame *frame,
               struct ek_act *act)
{
    bool english = frame->lang == EK_LANG_EN;
    uint32_t reach_before = english ? ENGLISH_BEFORE : JAPANESE_BEFORE;
    uint32_t reach_after = english ? ENGLISH_AFTER : JAPANESE_AFTER;
    uint32_t at = act->span.begin;
    ek_bits before = objects_between(
        draft, frame, at > reach_before ? at - reach_before : 0, act->span.end);
    ek_bits after = objects_between(draft, frame, act->span.begin,
                                    act->span.end + reach_after);
    if (!english && takes_service(draft, frame, act))
        before = only(draft->words[EK_W_SERVICE]);
    bool looks_back = !english || (act->passive && !act->given);
    act->object = looks_back ? before : after;
    if (ek_bits_empty(&act->object))
        act->object = looks_back ? after : before;
}
