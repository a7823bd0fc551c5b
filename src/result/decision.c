/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/decision.h"

#include "base/buf.h"
#include "result/decision_json.h"

#include <sha256.h>

static const char *const decided_words[] = {
    "open", "accepted", "false-positive", "risk-accepted", "needs-counsel"};
static const char *const standing_words[] = {"carried",   "moved",   "edited",
                                             "lookalike", "expired", "divided",
                                             "changed",   "orphan"};
static const char *const about_words[] = {"finding", "absence", "verdict"};

static bool
find_word(ek_str word, const char *const *words, size_t n, size_t *index)
{
    for (*index = 0; *index < n; ++*index)
        if (ek_str_is(word, words[*index]))
            return true;
    return false;
}

const char *
ek_decided_word(ek_decided decided)
{
    return decided_words[decided];
}

const char *
ek_standing_word(ek_standing standing)
{
    return standing_words[standing];
}

const char *
ek_about_word(ek_decision_about about)
{
    return about_words[about];
}

bool
ek_decided_of(ek_str word, ek_decided *out)
{
    size_t i;
    if (!find_word(word, decided_words, EK_DECIDED_NEEDS_COUNSEL + 1, &i))
        return false;
    *out = (ek_decided)i;
    return true;
}

bool
ek_standing_of(ek_str word, ek_standing *out)
{
    size_t i;
    if (!find_word(word, standing_words, EK_STANDING_ORPHAN + 1, &i))
        return false;
    *out = (ek_standing)i;
    return true;
}

bool
ek_about_of(ek_str word, ek_decision_about *out)
{
    size_t i;
    if (!find_word(word, about_words, EK_ABOUT_VERDICT + 1, &i))
        return false;
    *out = (ek_decision_about)i;
    return true;
}

bool
ek_review_holds(const ek_review *review)
{
    return review->standing <= EK_STANDING_MOVED &&
           review->decision.state != EK_DECIDED_OPEN;
}

void
ek_decision_seal(ek_arena *arena, ek_decision *decision)
{
    enum { ID_DIGITS = 16 };
    char hex[SHA256_DIGEST_STRING_LENGTH];
    ek_decision bare = *decision;
    ek_buf line = ek_buf_on(arena);
    bare.id = EK_STR("");
    ek_decision_write(&line, &bare);
    SHA256Data((const uint8_t *)line.p, line.n, hex);
    decision->id = ek_arena_copy(arena, (ek_str){hex, ID_DIGITS});
}
