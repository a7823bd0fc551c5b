/* SPDX-License-Identifier: Apache-2.0 */
/* The user's answers (U1..U18): what no contract can say. */
#ifndef EK_SCORE_FACTS_H
#define EK_SCORE_FACTS_H

#include "pattern/pack.h"

struct ek_given {
    ek_str id, value; /* "U1", "list-controlled" */
};

struct ek_facts {
    EK_VEC(struct ek_given) answers;
    EK_VEC(ek_str) signals; /* EK_SIGNALS: what a later step has seen */
};

/* What somebody says a fact to be, and where. */
struct ek_statement {
    ek_str id, value, file;
    uint32_t line; /* 0: on the command line */
};

/* Whether the pack has the fact and takes the value; else a line in diag
 * (fact_unknown, fact_value). */
bool ek_facts_check(const ek_pack *pack, const struct ek_statement *said,
                    ek_diag *diag);
/* Keeps an answer in the place of an earlier one; strings are copied. */
void ek_facts_keep(struct ek_facts *facts, ek_arena *arena, ek_str id,
                   ek_str value);
/* Sets "U1=list-controlled". EK_EFORMAT and a line in diag when fact or value
 * are not in the pack. */
ek_status ek_facts_set(struct ek_facts *facts, ek_arena *arena,
                       const ek_pack *pack, ek_str assignment, ek_diag *diag);
/* The answer, or the fact's fallback; *given tells which (may be NULL). */
ek_str ek_facts_get(const struct ek_facts *facts, const ek_pack *pack,
                    ek_str id, bool *given);

/* Tells the tables what the user does not answer: "terms-changed" (a later
 * version of the terms of a running contract has a new finding on access). */
void ek_facts_signal(struct ek_facts *facts, ek_arena *arena, ek_str signal);
bool ek_facts_signalled(const struct ek_facts *facts, ek_str signal);

/* Whether an answer is, or lists, one of these words; a date behind a colon and
 * the name of a function before one are left aside. */
bool ek_facts_lists(ek_str answer, ek_str words);
/* The value that "attendance:not-controlled,payroll:..." has for a name, empty
 * when it has none; *names tells whether it has one for any name at all. */
ek_str ek_facts_of(ek_str answer, ek_str name, bool *names);
/* The next "name" before a colon in *answer, which moves on; empty when there
 * is none left. */
ek_str ek_facts_name(ek_str *answer);
/* Whether an answer lists nothing but these words. */
bool ek_facts_lists_only(ek_str answer, ek_str words);
/* Whether the question is still open: not answered, or answered "unknown". */
bool ek_facts_open(const struct ek_facts *facts, const ek_pack *pack,
                   ek_str id);

#endif
