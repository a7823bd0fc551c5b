/* SPDX-License-Identifier: Apache-2.0 */
/* What a reviewer decided about a finding or a verdict, and what of it still
 * holds for the result at hand. A decision is known by what it is about: rule,
 * normalized words and context, never by a line's number. It is never changed:
 * a later one names the ones that it replaces, so that a set of decisions can
 * be merged by union. */
#ifndef EK_RESULT_DECISION_H
#define EK_RESULT_DECISION_H

#include "base/arena.h"
#include "base/vec.h"

#include <stdint.h>

typedef enum ek_decided {
    EK_DECIDED_OPEN, /* an earlier one is withdrawn */
    EK_DECIDED_ACCEPTED,
    EK_DECIDED_FALSE_POSITIVE,
    EK_DECIDED_RISK_ACCEPTED,
    EK_DECIDED_NEEDS_COUNSEL,
} ek_decided;

typedef enum ek_decision_about {
    EK_ABOUT_FINDING,
    EK_ABOUT_ABSENCE, /* a clause type that is not addressed */
    EK_ABOUT_VERDICT,
} ek_decision_about;

/* Strings borrow from whoever read it. */
typedef struct ek_decision {
    ek_str id;       /* 16 hex digits over all that follows */
    ek_str replaces; /* ids of earlier ones, separated by blanks */
    ek_str contract; /* ek_result_name, or as the user names it */
    ek_decision_about about;
    ek_str subject;     /* clause type, "provider-viewing"; item, "EX-1" */
    ek_str rule;        /* of a finding; row of a verdict */
    ek_str fingerprint; /* of a finding: rule, words and context; of a verdict:
                         * outcome and what it rests on */
    ek_str wording;     /* of a finding: rule and words alone; of a verdict:
                         * what it rests on, as ek_verdict_rests gives it */
    uint32_t alike;     /* findings of that fingerprint when it was decided */
    ek_str quote;       /* words decided on; of a verdict its outcome */
    ek_decided state;
    ek_str author, reason;
    ek_str date, expires; /* "2026-12-01"; expires may be empty */
} ek_decision;

typedef enum ek_standing {
    EK_STANDING_CARRIED, /* the same words in the same context */
    EK_STANDING_MOVED,   /* the same words elsewhere: carried and marked */
    /* Not carried; somebody must look again: */
    EK_STANDING_EDITED,    /* the words changed: the redline says how */
    EK_STANDING_LOOKALIKE, /* the same words more than once */
    EK_STANDING_EXPIRED,
    EK_STANDING_DIVIDED, /* decided differently at the same time */
    EK_STANDING_CHANGED, /* a verdict, or what it rests on; a finding of the
                          * same words, its tier; an absence, found */
    EK_STANDING_ORPHAN,  /* nothing like it is there any more */
} ek_standing;

/* A piece of a redline from the words decided on to those at hand. */
struct ek_reworded {
    char kind; /* '=', '-' or '+' */
    ek_str text;
};

#define EK_DECIDED_NOTHING UINT32_MAX

/* A decision as it stands in a result. */
typedef struct ek_review {
    ek_decision decision;
    ek_standing standing;
    uint32_t finding; /* in the result's findings, that it is or was about;
                       * EK_DECIDED_NOTHING for an orphan or a verdict */
    uint32_t verdict; /* likewise in its verdicts, behind which its checklist is
                       * counted: ek_review_verdict */
    EK_VEC(struct ek_reworded) redline; /* of what was edited or changed */
} ek_review;

typedef struct ek_reviews {
    EK_VEC(ek_review) v; /* by finding, then by verdict, then orphans */
} ek_reviews;

const char *ek_decided_word(ek_decided decided);    /* "false-positive" */
const char *ek_standing_word(ek_standing standing); /* "carried" */
const char *
ek_about_word(ek_decision_about about); /* finding absence verdict */
/* False when the word is none of them. */
bool ek_decided_of(ek_str word, ek_decided *out);
bool ek_standing_of(ek_str word, ek_standing *out);
bool ek_about_of(ek_str word, ek_decision_about *out);
/* Whether the decision still holds: carried or moved, and not open. */
bool ek_review_holds(const ek_review *review);
/* Sets its id from all the rest; its text must be UTF-8. */
void ek_decision_seal(ek_arena *arena, ek_decision *decision);

#endif
