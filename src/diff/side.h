/* SPDX-License-Identifier: Apache-2.0 */
/* A version as the comparison sees it: units (the blocks of its texts) made of
 * words. A Japanese character is a word; punctuation, marks of the notation,
 * targets of links and the numbers by which units are called are none, so that
 * none of them can be an edit. */
#ifndef EK_DIFF_SIDE_H
#define EK_DIFF_SIDE_H

#include "diff/lexicon.h"
#include "result/result.h"

typedef enum ek_word_kind {
    EK_WORD_PLAIN,
    EK_WORD_NUMBER,
    EK_WORD_REFERENCE, /* to another unit, by its number: all are alike */
} ek_word_kind;

struct ek_diff_word {
    uint32_t id;   /* the same in both versions: the same word */
    ek_tspan span; /* bytes of its document's text */
    uint32_t unit;
    ek_word_kind kind;
};

struct ek_unit {
    uint32_t document, block; /* in the result */
    uint32_t first, end;      /* of its words */
    uint64_t hash;            /* of their ids */
    ek_tspan label;           /* by which it is called: "(a)", may be empty */
    bool furniture;           /* of a page that the other version has not */
};

struct ek_side {
    const ek_result *result;
    EK_VEC(struct ek_diff_word) words;
    EK_VEC(struct ek_unit) units; /* with a word at least */
};

/* Reads the texts of a result (options.read.keep_text), document by document.
 * The lexicon is that of both versions. */
void ek_side_read(ek_arena *arena, struct ek_side *side,
                  const ek_result *result, struct ek_lexicon *lexicon);
/* The text of a word's or unit's document. */
ek_str ek_side_text(const struct ek_side *side, uint32_t unit);
/* The words within a span of a document: [*first, *end). */
void ek_side_within(const struct ek_side *side, uint32_t document,
                    ek_tspan span, uint32_t *first, uint32_t *end);

#endif
