/* SPDX-License-Identifier: Apache-2.0 */
/* Gold labels: folders with NAME.tsv (line<TAB>label<TAB>quote) beside the
 * document NAME.md, NAME.txt, ... A label that ends in "?" was doubtful to
 * those who made it. INDEX.tsv holds no labels. */
#ifndef EK_EVALUATE_GOLD_H
#define EK_EVALUATE_GOLD_H

#include "base/diag.h"

struct ek_gold_row {
    uint32_t line; /* 1-based, of the document */
    ek_str label;  /* without "?" */
    bool doubtful;
    ek_str quote;
};

struct ek_gold {
    ek_str name;     /* without folder and extension */
    ek_str document; /* path; empty when none stands beside the labels */
    EK_VEC(struct ek_gold_row) rows; /* (line, label) only once */
};

struct ek_golds {
    EK_VEC(struct ek_gold) v;
};

/* Adds the labels of a folder in the order of the names; a name that is there
 * already is replaced. Malformed rows are said to diag and left out; EK_EIO
 * when folder or file cannot be read. */
ek_status ek_gold_load(struct ek_golds *golds, ek_arena *arena, ek_str folder,
                       ek_diag *diag);
/* A file's bytes, or false. */
bool ek_gold_bytes(ek_arena *arena, ek_str path, ek_str *bytes);

#endif
