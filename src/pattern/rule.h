/* SPDX-License-Identifier: Apache-2.0 */
/* Clause rules as data: conditions over one frame (frame/frame.h). A rule
 * holds when every condition holds; it speaks of concepts only. */
#ifndef EK_PATTERN_RULE_H
#define EK_PATTERN_RULE_H

#include "base/bits.h"
#include "base/lang.h"
#include "base/vec.h"
#include "pattern/qualifier.h"

/* What a part says about its act. */
typedef enum ek_polarity {
    EK_PERMIT,  /* may, can, will, does */
    EK_FORBID,  /* will not, must not, never */
    EK_NEUTRAL, /* no obligation to, does not constitute, is not limited to */
    EK_MAY_NOT, /* しないことがある: neither promise nor permission */
    EK_POLARITIES,
} ek_polarity;

/* Where the words of a condition may stand. */
typedef enum ek_scope {
    EK_IN_OWN,      /* the frame's own words */
    EK_IN_PART,     /* own or inherited from main part and lead-in */
    EK_IN_SENTENCE, /* any part of the same sentence or item */
    EK_IN_HEADING,  /* the headings above */
    EK_IN_DOCUMENT, /* the document facts (doc.* concepts) */
} ek_scope;

/* <act>: an act of one of these concepts ... */
struct ek_act_cond {
    ek_bits any;
    uint32_t polarities; /* bit 1 << ek_polarity */
    uint32_t actors;     /* bits of the qualifier actor; 0 = any */
    ek_bits object;      /* bound object; empty = none asked for */
    ek_bits weak;        /* objects that make only a clue */
    ek_bits to;          /* recipients; empty = none asked for */
    bool own;            /* the act itself must be the frame's own */
    bool verb;           /* a noun ("access to the data") makes only a clue */
    bool conditional;    /* presupposed acts count too: where we entrust ... */
};

/* <has>, <lacks>: a word of one of these concepts stands (does not stand). */
struct ek_has_cond {
    ek_bits any;
    ek_bits weak; /* words that make only a clue; <has> only */
    ek_scope scope;
    bool lacks;
};

typedef struct ek_rule {
    ek_str id;         /* "security-viewing.scan" */
    uint32_t clause;   /* index in the pack */
    bool clue;         /* never more than a clue */
    uint32_t parts;    /* bits 1 << ek_part_kind allowed; 0 = any */
    bool titles;       /* titles count, too */
    uint32_t subjects; /* whom the statement may be about: bits of the
                          qualifier actor; 0 = any */
    uint32_t
        main_polarities; /* of the frame this one is an exception of; 0 = any */
    EK_VEC(struct ek_act_cond) acts; /* each must hold */
    EK_VEC(struct ek_has_cond) words;
    ek_quals set; /* qualifiers that the rule fixes */
    uint32_t line;
    ek_str file;
} ek_rule;

struct ek_example {
    ek_lang lang;
    ek_str text;
    enum { EK_EXPECT_YES, EK_EXPECT_NO, EK_EXPECT_KNOWN } expect;
    ek_quals quals; /* that a yes example must yield; 0 = not asked */
    ek_str file;
    uint32_t line;
};

typedef struct ek_clause {
    ek_str id;  /* of the guide: "provider-viewing" */
    char group; /* 'A'..'E', 'X' additional */
    ek_label title, about;
    ek_str protects;   /* "user", "provider" or "neutral" */
    ek_str provisions; /* ids separated by blanks: "P06 P12" */
    EK_VEC(struct ek_example) examples;
    ek_str file;
} ek_clause;

#endif
