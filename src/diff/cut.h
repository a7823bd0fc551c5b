/* SPDX-License-Identifier: Apache-2.0 */
/* Cutting a text into words, and telling the number by which a unit is called
 * from its words. */
#ifndef EK_DIFF_CUT_H
#define EK_DIFF_CUT_H

#include "base/span.h"
#include "base/str.h"

enum ek_cut_class {
    EK_CUT_LETTERS,
    EK_CUT_NUMBER,
    EK_CUT_CHARACTER, /* of a script without blanks between words */
    EK_CUT_SIGN,      /* of a currency, per cent */
};

struct ek_cut {
    ek_tspan span;
    enum ek_cut_class class;
};

/* The next word at or after *at and before end; false when there is none.
 * Moves *at behind it. Targets of links and tags of HTML are skipped. */
bool ek_cut_next(ek_str text, uint32_t *at, uint32_t end, struct ek_cut *cut);

/* Offset after the marks of the notation and the numbers at the beginning of a
 * unit: "## 12.3 (a) ". *label is the last part of it that is no mark. */
uint32_t ek_cut_label(ek_str text, ek_tspan unit, ek_tspan *label);

#endif
