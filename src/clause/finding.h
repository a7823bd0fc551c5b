/* SPDX-License-Identifier: Apache-2.0 */
/* A finding: a fact about the text, without opinion. */
#ifndef EK_CLAUSE_FINDING_H
#define EK_CLAUSE_FINDING_H

#include "base/lang.h"
#include "base/place.h"
#include "base/span.h"
#include "base/vec.h"
#include "pattern/qualifier.h"

typedef enum ek_finding_kind {
    EK_PRESENT,
    EK_ABSENT,  /* looked for and not found: no span, no quote */
    EK_GAVE_UP, /* a limit stopped the search: never "not found" */
} ek_finding_kind;

typedef enum ek_tier {
    EK_TIER_FINDING,
    EK_TIER_CLUE, /* listed apart; never fires a strong row */
} ek_tier;

/* All strings borrow from the pack or from the document's arena. */
typedef struct ek_finding {
    ek_str clause;  /* "judicial-disclosure" */
    ek_str rule;    /* "judicial-disclosure.compelled" */
    char group;     /* of the clause */
    ek_label title; /* of the clause */
    ek_finding_kind kind;
    ek_tier tier;
    uint32_t document; /* index in the result's documents; of absent ones 0 */
    ek_lang lang;
    uint32_t line, end_line, column; /* 1-based, of the extracted text */
    ek_place place;                  /* in the source */
    ek_str article;    /* "第12条第3項第2号", may be empty */
    ek_tspan span;     /* bytes of the extracted text */
    uint32_t chars[2]; /* the same in code points */
    ek_str quote;      /* equals the text at span */
    ek_quals quals;
    ek_str reason;      /* of absent and gave-up */
    ek_str fingerprint; /* 16 hex digits: rule, words and context */
    ek_str wording;     /* the same without the context */
} ek_finding;

typedef struct ek_findings {
    EK_VEC(ek_finding)
    v; /* present ones by place, then clause, then the rest */
} ek_findings;

const char *
ek_finding_kind_word(ek_finding_kind kind); /* present absent gave-up */
const char *ek_tier_word(ek_tier tier);     /* finding clue */

#endif
