/* SPDX-License-Identifier: Apache-2.0 */
/* Normalized text to a flat preorder array of segments (essay 2 in seg.c):
 * articles > paragraphs > items > sentences > parts. Segments hold indexes,
 * never pointers. Segmentation cannot fail: the worst case is one sentence.
 *
 * Sentences stand under paragraphs, items and rows. An item stands under the
 * paragraph or item whose sentence leads it in, after that one's sentences.
 *
 * Parts tile their sentence in the order of the text (blanks apart). Where an
 * exception or condition stands in the middle, the main part comes in pieces:
 * the first MAIN has main == EK_SEG_NO, each further MAIN has main == the
 * first and continues it. A COORDINATE points to the first MAIN (a further
 * piece of a COORDINATE to its first piece); EXCEPTION, CONDITION, CASE and
 * PROVISO point to the first piece of what they belong to, which may stand
 * after them. Every sentence has a MAIN part, except a proviso or list of
 * cases that stands as a sentence of its own: its only part
 * points to the MAIN of an earlier sentence. */
#ifndef EK_SEG_SEG_H
#define EK_SEG_SEG_H

#include "base/lang.h"
#include "base/vec.h"
#include "text/norm.h"

typedef enum ek_seg_kind {
    EK_SEG_DOCUMENT, /* index 0, covers all */
    EK_SEG_ARTICLE, /* 第5条, "5. Data", Markdown heading: heading and body */
    EK_SEG_PARAGRAPH, /* a paragraph, numbered (項) or not */
    EK_SEG_ITEM,      /* a list item (号, (a), ①, イ, -) */
    EK_SEG_ROW,       /* a table row */
    EK_SEG_HEADING,   /* the heading's own words: never evidence */
    EK_SEG_SENTENCE,
    EK_SEG_PART, /* see part */
} ek_seg_kind;

typedef enum ek_part_kind {
    EK_PART_MAIN,
    EK_PART_COORDINATE, /* a second predicate of equal rank */
    EK_PART_EXCEPTION, /* except..., unless..., を除き, 場合を除いて */
    EK_PART_CONDITION, /* if..., 場合には, "only if" */
    EK_PART_CASE,      /* "only in the following cases", に限り */
    EK_PART_PROVISO,   /* provided that..., ただし...この限りでない */
} ek_part_kind;

#define EK_SEG_NO UINT32_MAX

typedef struct ek_seg {
    ek_seg_kind kind;
    ek_part_kind part; /* of an EK_SEG_PART */
    uint32_t parent;   /* EK_SEG_NO for the document */
    uint32_t next;     /* index after the last descendant */
    ek_nspan span;     /* own words and descendants, marker included */
    ek_nspan body;     /* without marker or heading mark */
    ek_str label;      /* own marker, normalized: "第5条", "2", "(a)", "-" */
    uint32_t level;    /* nesting of an item (0 = outermost), of a heading */
    uint32_t lead;     /* of an item or row: the sentence that leads its list
                          in; of a sentence that closes a list: the lead-in
                          that it completes; else EK_SEG_NO */
    uint32_t main;     /* of a part: the part that it belongs to; EK_SEG_NO */
    ek_lang lang;      /* of a sentence */
} ek_seg;

typedef struct ek_segs {
    ek_seg *v;
    size_t n;
    const ek_norm *norm;
    ek_lang lang;        /* main language of the document */
    bool has_ja, has_en; /* a noticeable share (5 % of the letters) */
} ek_segs;

ek_segs *ek_segment(ek_arena *arena, const ek_norm *norm);
/* The article label of a segment for people: 第12条第3項第2号, 12.3(b),
 * or the heading's text where nothing is numbered; may be empty. */
ek_str ek_seg_label(const ek_segs *segs, uint32_t index, ek_arena *arena);
/* Nearest ancestor of a kind, or EK_SEG_NO. */
uint32_t ek_seg_up(const ek_segs *segs, uint32_t index, ek_seg_kind kind);
const char *ek_seg_kind_word(ek_seg_kind kind);
const char *ek_part_kind_word(ek_part_kind kind);

#endif
