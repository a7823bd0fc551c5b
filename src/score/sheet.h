/* SPDX-License-Identifier: Apache-2.0 */
/* A profile: the user's answers in a file (INI), a section a provider, so that
 * one file serves a batch.
 *
 *     ; of every provider
 *     U1 = list-controlled
 *
 *     [Sablekey]
 *     documents = sablekey-*.md
 *     U8 = FI
 *
 * A section is of the documents and bundles of its name (in any case), and of the documents
 * whose path or file name fits one of its shell patterns. */
#ifndef EK_SCORE_SHEET_H
#define EK_SCORE_SHEET_H

#include "score/facts.h"

struct ek_sheet_answer {
    ek_str id, value;
    uint32_t line;
};

struct ek_sheet_section {
    ek_str name;      /* empty: of every provider */
    ek_str documents; /* shell patterns, comma separated */
    uint32_t line;
    bool used;
    EK_VEC(struct ek_sheet_answer) answers;
};

typedef struct ek_sheet {
    ek_arena *arena;
    ek_str file;
    size_t contracts;                         /* that were filled in for */
    EK_VEC(struct ek_sheet_section) sections; /* first: of every provider */
} ek_sheet;

/* Reads UTF-8 text; file is the name to be shown. EK_EFORMAT when something is
 * wrong; everything that is gets a line in diag with file and line. */
ek_status ek_sheet_read(ek_sheet *out, ek_arena *arena, const ek_pack *pack,
                        ek_str file, ek_str text, ek_diag *diag);
/* Answers for one contract: those of every provider, then those of the first
 * section that fits its name or one of its paths, then over (may be NULL).
 * A second section that fits is said in diag. */
void ek_sheet_fill(struct ek_facts *out, ek_sheet *sheet, ek_str name,
                   const ek_str *paths, size_t n, const struct ek_facts *over,
                   ek_diag *diag);
/* Says the sections that no contract has used; for a single contract only when
 * it used none. */
void ek_sheet_unused(const ek_sheet *sheet, ek_diag *diag);

#endif
