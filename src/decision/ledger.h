/* SPDX-License-Identifier: Apache-2.0 */
/* A set of decisions, each once. Nothing is ever taken out of it: a later one
 * replaces earlier ones by naming them, so that the union of two sets is always
 * right. As text it is a file of one line a decision, sorted. */
#ifndef EK_DECISION_LEDGER_H
#define EK_DECISION_LEDGER_H

#include "base/diag.h"
#include "decision/index.h"
#include "result/decision.h"

typedef struct ek_ledger {
    ek_arena *arena;          /* owns the strings */
    EK_VEC(ek_decision) v;    /* as they came; sorted once it is closed */
    bool *replaced;           /* of a closed one, by decision: by another */
    struct ek_index standing; /* of a closed one: those not replaced, by
                               * contract */
} ek_ledger;

/* Adds the decisions of a file of that form. A line that is none is said with
 * its number and left out, and makes it EK_EFORMAT; so do the marks of an
 * unfinished merge, both sides of which are read. */
ek_status ek_ledger_read(ek_ledger *ledger, ek_str file, ek_str text,
                         ek_diag *diag);
/* Adds one that is sealed; its strings are copied. */
void ek_ledger_add(ek_ledger *ledger, const ek_decision *decision);
/* When all are in: each once, by contract, subject, fingerprint, date, id (in
 * the order of their lines' bytes), and what stands. Again after a change. */
void ek_ledger_close(ek_ledger *ledger);
/* Closes it and writes the lines. */
void ek_ledger_write(ek_buf *out, ek_ledger *ledger);

/* It as a line of the file, without the newline. */
ek_str ek_decision_line(ek_arena *arena, const ek_decision *decision);
/* What is wrong with a decision: the key, or a phrase; NULL: nothing. */
const char *ek_decision_fault(ek_arena *arena, const ek_decision *decision);

#endif
