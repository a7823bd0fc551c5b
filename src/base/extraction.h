/* SPDX-License-Identifier: Apache-2.0 */
/* What was read of a document and what was not. Readers fill it; silence about
 * a part that was not read would be an empty success. */
#ifndef EK_BASE_EXTRACTION_H
#define EK_BASE_EXTRACTION_H

#include "base/vec.h"
#include "base/words.h"

#include <stdint.h>

/* One thing that the document holds and the text does not. The words of what
 * and why are those of extraction.def. */
struct ek_unread {
    ek_str what; /* "page", "part", "image", "attachment", "frame", "entry" */
    ek_str name; /* "3", "word/footnotes.xml", "scan.png"; may be empty */
    ek_str why;  /* "image-only", "garbled", "encrypted", ... */
};

/* What was kept out of the text on purpose, as no words of the contract. */
struct ek_apart {
    ek_str what; /* "comment", "header", "footer", "deleted", "banner", ... */
    uint32_t count;
};

typedef struct ek_extraction {
    ek_str unit;         /* "page", "part"; empty: the document is one piece */
    uint32_t units;      /* that the document has; 0 when it is one piece */
    uint32_t read;       /* of them */
    uint32_t ocr;        /* of those read: by OCR */
    uint32_t characters; /* of the text */
    uint32_t replaced;   /* of them: U+FFFD for what could not be decoded */
    EK_VEC(struct ek_unread) unread;
    EK_VEC(struct ek_apart) apart;
} ek_extraction;

/* Strings are copied. A unit that was not read is told here, too. */
void ek_extraction_unread(ek_extraction *extraction, ek_arena *arena,
                          const char *what, ek_str name, const char *why);
/* Counts up. */
void ek_extraction_apart(ek_extraction *extraction, ek_arena *arena,
                         const char *what, uint32_t count);
/* Percent of the units that were read, rounded down; 100 for one piece. */
uint32_t ek_extraction_coverage(const ek_extraction *extraction);
/* Counts characters and replaced ones of the whole text. */
void ek_extraction_count(ek_extraction *extraction, ek_str text);
/* Whether all but images was read, every character of it. */
bool ek_extraction_is_whole(const ek_extraction *extraction);
/* Whether too little was read for silence to mean anything: under 95 % of the
 * units, or over 5 % of the characters replaced. */
bool ek_extraction_falls_short(const ek_extraction *extraction);

enum ek_extraction_kind {
    EK_EXTRACTION_WHAT,
    EK_EXTRACTION_WHY,
    EK_EXTRACTION_APART,
};
/* The known words, for readers of results and for reports. */
bool ek_extraction_is_what(ek_str word);
bool ek_extraction_is_why(ek_str word);
bool ek_extraction_is_apart(ek_str word);
/* What a word says; NULL when it is none of the kind. */
const ek_msgid *ek_extraction_text(enum ek_extraction_kind kind, ek_str word);

#endif
