/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of applying decisions; private to the room. A thing is what one or
 * more decisions are about: one finding (or several alike), one absence, one
 * state of a verdict. */
#ifndef EK_DECISION_THING_H
#define EK_DECISION_THING_H

#include "decision/apply.h"

struct ek_thing {
    uint32_t first, end; /* in decisions: those on it */
    bool divided;        /* they disagree */
    bool settled;        /* told of */
};

struct ek_applying {
    ek_arena *arena; /* of the result */
    ek_result *result;
    ek_str today;
    EK_VEC(ek_decision) decisions; /* by thing */
    EK_VEC(struct ek_thing) things;
    bool *claimed; /* by finding */
};

/* The first decision on a thing. */
const ek_decision *ek_thing_decision(const struct ek_applying *a,
                                     const struct ek_thing *thing);
/* Tells of each decision on a thing how it stands, as the review says that is
 * given without one; what holds may yet be expired or divided. */
void ek_thing_stands(struct ek_applying *a, struct ek_thing *thing,
                     const ek_review *review);

void ek_things_gather(struct ek_applying *a, const ek_ledger *ledger,
                      ek_str contract);
/* Findings: the same place, then elsewhere, then other words. */
void ek_things_in_place(struct ek_applying *a);
void ek_things_moved(struct ek_applying *a);
void ek_things_edited(struct ek_applying *a);
/* A piece of a redline. */
void ek_reword(ek_arena *arena, ek_review *review, char kind, ek_str text);
/* What a comparison of words needs; it may be used again. */
struct ek_rewording {
    ek_arena *arena;
    struct ek_lexicon *lexicon;
    struct ek_lcs *lcs;
};
struct ek_rewording ek_rewording_on(ek_arena *arena);
/* The redline from words to words; false when no word differs. */
bool ek_reword_quote(struct ek_rewording *rewording, ek_review *review,
                     ek_str before, ek_str after);
void ek_things_absent(struct ek_applying *a);
void ek_things_verdicts(struct ek_applying *a);

#endif
