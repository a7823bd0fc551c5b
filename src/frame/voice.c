/* SPDX-License-Identifier: Apache-2.0 */
/* English acts that name nobody as their subject, and yet are no order to the
 * reader: nouns ("inspection of files"), and verbs whose subject is a word that
 * no concept knows ("moderators may read"). */
#include "config.h"

#include "frame/draft.h"

enum { WORD_MOST = 24 };

static ek_str
word_before(const struct ek_draft *draft, const ek_frame *frame,
            const struct ek_act *act)
{
    uint32_t from = act->span.begin > frame->span.begin + WORD_MOST
                        ? act->span.begin - WORD_MOST
                        : frame->span.begin;
    ek_str before = ek_draft_words(draft, (ek_nspan){from, act->span.begin});
    ek_str last = {0};
    for (ek_str w = ek_str_word(&before); w.n; w = ek_str_word(&before))
        last = w;
    return last;
}

static bool
is_noun(ek_str text, ek_str word, ek_str before)
{
    static const char *const wholes[] = {
#define EK_NOUN_WHOLE(text) text,
#include "frame/actor.def"
    };
    static const char *const leads[] = {
#define EK_NOUN_LEAD(text) text,
#include "frame/actor.def"
    };
    static const char *const ends[] = {
#define EK_NOUN_END(text) text,
#include "frame/actor.def"
    };
    if (ek_str_among(before, leads, sizeof leads / sizeof *leads))
        return true;
    return ek_str_ends_any(word, ends, sizeof ends / sizeof *ends) ||
           ek_str_starts_any(text, wholes, sizeof wholes / sizeof *wholes);
}

/* "by uploading you agree": what somebody else does on the way. */
static bool
is_means(ek_str before)
{
    static const char *const words[] = {
#define EK_MEANS(text) text,
#include "frame/actor.def"
    };
    return ek_str_among(before, words, sizeof words / sizeof *words);
}

static bool
continues_list(ek_str gap)
{
    enum { GAP_MOST = 90 };
    return gap.n <= GAP_MOST && (ek_str_starts(gap, EK_STR(", ")) ||
                                 ek_str_starts(gap, EK_STR(" or ")) ||
                                 ek_str_starts(gap, EK_STR(" and ")));
}

/* "files that you upload, access or share": the later verbs belong to the
 * same clause, which is part of the name of the object. */
static bool
belongs_to_object(const struct ek_draft *draft, const ek_frame *frame,
                  const struct ek_act *act)
{
    bool belongs = false;
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.end > act->span.begin)
            continue;
        ek_role role = ek_vocab_role(draft, hit);
        if (role == EK_ROLE_ACTOR || role == EK_ROLE_MARK)
            belongs = false;
        if (!ek_vocab_is(draft, hit, EK_W_STORED))
            continue;
        ek_str name = ek_draft_words(draft, hit->span);
        ek_nspan gap = {hit->span.end, act->span.begin};
        belongs = ek_str_find(name, EK_STR("you "), 0) < name.n &&
                  continues_list(ek_draft_words(draft, gap));
    }
    return belongs;
}

/* The word before an offset of the frame; what is left of it ends there. */
static ek_str
step_back(const struct ek_draft *draft, const ek_frame *frame, uint32_t *at)
{
    struct ek_act there = {.span = {*at, *at}};
    ek_str word = word_before(draft, frame, &there);
    if (word.n)
        *at = (uint32_t)(word.p - draft->segs->norm->bytes.p);
    return word;
}

static bool
is_helper(ek_str word)
{
    static const char *const helpers[] = {
#define EK_HELPER(text) text,
#include "frame/actor.def"
    };
    return ek_str_among(word, helpers, sizeof helpers / sizeof *helpers);
}

static bool
is_relative_pronoun(ek_str word)
{
    static const char *const relatives[] = {"who", "that", "which", "whom"};
    return ek_str_among(word, relatives, sizeof relatives / sizeof *relatives);
}

static bool
object_ends_at(const struct ek_draft *draft, const ek_frame *frame, uint32_t at)
{
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (ek_vocab_role(draft, hit) == EK_ROLE_OBJECT &&
            hit->span.end + 1 == at)
            return true;
    }
    return false;
}

/* "data that we have collected", "data we hold", but not "you agree that we
 * may view": what an object is, told beside another act. */
static bool
has_own_subject(const struct ek_draft *draft, const ek_frame *frame,
                uint32_t subject, bool helped)
{
    static const char *const subjects[] = {"we",   "we've", "you", "you've",
                                           "they", "it",    "i"};
    uint32_t at = subject;
    ek_str word = step_back(draft, frame, &at);
    if (frame->acts < 2 ||
        !ek_str_among(word, subjects, sizeof subjects / sizeof *subjects))
        return false;
    if (!helped && object_ends_at(draft, frame, at))
        return true;
    return is_relative_pronoun(step_back(draft, frame, &at)) &&
           object_ends_at(draft, frame, at);
}

/* "without viewing its content", "without us viewing it". */
static bool
is_left_undone(const struct ek_draft *draft, const ek_frame *frame,
               const struct ek_act *act)
{
    uint32_t at = act->span.begin;
    for (int i = 0; i < 2; i++)
        if (ek_str_ends(step_back(draft, frame, &at), EK_STR("without")))
            return true;
    return false;
}

/* "personnel who have access to content": told of somebody, not stated. */
bool
ek_act_is_relative(const struct ek_draft *draft, const ek_frame *frame,
                   const struct ek_act *act)
{
    uint32_t at = act->span.begin, back = at;
    bool helped = false;
    if (frame->lang != EK_LANG_EN || at == frame->span.begin)
        return false;
    ek_str before = step_back(draft, frame, &back);
    while (is_helper(before)) {
        helped |= !ek_str_is(before, "have") && !ek_str_is(before, "has");
        at = back;
        before = step_back(draft, frame, &back);
    }
    return is_relative_pronoun(before) ||
           has_own_subject(draft, frame, at, helped) ||
           is_left_undone(draft, frame, act) ||
           belongs_to_object(draft, frame, act);
}

/* "When we disclose your data": a title, for no statement follows it. */
bool
ek_frame_is_title(const struct ek_draft *draft, const ek_frame *frame)
{
    static const char *const openers[] = {"when", "how", "why", "what",
                                          "where"};
    ek_str text = ek_draft_words(draft, frame->span);
    char last = text.n ? text.p[text.n - 1] : '.';
    return frame->lang == EK_LANG_EN && frame->lead == EK_SEG_NO &&
           frame->main == EK_SEG_NO && last >= 'a' && last <= 'z' &&
           ek_str_among(ek_str_word(&text), openers,
                        sizeof openers / sizeof *openers);
}

static bool
has_modal(const struct ek_draft *draft, const ek_frame *frame,
          const struct ek_act *act, bool infinitive)
{
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.begin >= act->span.begin)
            return false;
        if (ek_vocab_is(draft, hit, EK_W_RESERVE) ||
            ek_vocab_is(draft, hit, EK_W_RESTORE) ||
            ek_vocab_is(draft, hit, EK_W_FORBID))
            return true;
        if (hit->span.begin == frame->span.begin)
            continue;
        if (!infinitive && (ek_vocab_is(draft, hit, EK_W_MAY) ||
                            ek_vocab_is(draft, hit, EK_W_MUST) ||
                            ek_vocab_is(draft, hit, EK_W_NOT)))
            return true;
    }
    return false;
}

/* 閲覧機能, アクセス権, (…へのアクセス): a thing, no deed. */
static bool
is_japanese_noun(const struct ek_draft *draft, const ek_frame *frame,
                 const struct ek_act *act)
{
    static const char *const tails[] = {
#define EK_NOUN_TAIL(text) text,
#include "frame/adnominal.def"
    };
    ek_nspan rest = {act->span.end, frame->span.end};
    return rest.begin < rest.end &&
           ek_str_starts_any(ek_draft_words(draft, rest), tails,
                             sizeof tails / sizeof *tails) > 0;
}

/* "our inspection", "access by our staff" name who acts; "access to the data"
 * names nobody and is hardly a statement. */
bool
ek_act_is_noun(const struct ek_draft *draft, const ek_frame *frame,
               const struct ek_act *act)
{
    ek_str before = word_before(draft, frame, act);
    ek_str words = ek_draft_words(draft, act->span);
    ek_nspan rest = {act->span.begin, frame->span.end};
    if (frame->lang == EK_LANG_JA)
        return is_japanese_noun(draft, frame, act);
    if (ek_str_is(before, "to") || ek_str_is(before, "our") ||
        ek_str_ends(words, EK_STR("ing")))
        return false;
    ek_str word = ek_str_word(&words);
    return is_noun(ek_draft_words(draft, rest), word, before) &&
           !ek_actor_is_agent_of(draft, frame, act);
}

/* "Knowingly accessing data": an item that tells what a list is of. */
static bool
opens_with_gerund(const struct ek_draft *draft, const ek_frame *frame,
                  const struct ek_act *act)
{
    ek_nspan before = {frame->span.begin, act->span.begin};
    ek_str words = ek_draft_words(draft, before);
    ek_str first = ek_str_word(&words);
    ek_str act_words = ek_draft_words(draft, act->span);
    return ek_str_ends(ek_str_word(&act_words), EK_STR("ing")) &&
           (!first.n || (ek_str_ends(first, EK_STR("ly")) && !words.n));
}

bool
ek_act_is_nameless(const struct ek_draft *draft, const ek_frame *frame,
                   const struct ek_act *act)
{
    ek_str before = word_before(draft, frame, act);
    ek_str words = ek_draft_words(draft, act->span);
    if (frame->lang != EK_LANG_EN || is_means(before) ||
        opens_with_gerund(draft, frame, act))
        return false;
    ek_nspan rest = {act->span.begin, frame->span.end};
    bool infinitive = ek_str_is(before, "to");
    return (!infinitive && is_noun(ek_draft_words(draft, rest),
                                   ek_str_word(&words), before)) ||
           has_modal(draft, frame, act, infinitive);
}
