/* SPDX-License-Identifier: Apache-2.0 */
/* A result and decisions on it, built by hand. */
#ifndef DECIDED_H
#define DECIDED_H

#include "decision/apply.h"

struct table {
    ek_arena *arena;
    ek_ledger ledger;
    ek_result *result; /* "x.md" */
};

struct table table_new(void);
void table_free(struct table *t);
/* Adds a finding of words at a place; equal words have equal wordings. */
ek_finding *table_finding(struct table *t, const char *words,
                          const char *place);
/* A decision on such a finding, not sealed. */
ek_decision table_decision(struct table *t, const char *words,
                           const char *place);
/* Seals it and adds it. */
void table_decide(struct table *t, ek_decision decision);
/* As of 2026-12-01. */
void table_apply(struct table *t);
/* The same, then compares with "standing finding, ...". */
void assert_stands(struct table *t, const char *expected);

#endif
