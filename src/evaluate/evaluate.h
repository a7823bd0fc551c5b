/* SPDX-License-Identifier: Apache-2.0 */
/* Gold labels against results.
 *
 * The unit is (document, line, clause type). A finding (present, of the tier
 * "finding") on lines a..b hits one gold label of its type in a..b: the first
 * that no shorter finding has hit. It is wrong if there is none, or if it
 * covers more than EK_EVALUATE_LINES lines; several on the same lines count
 * once. A doubtful label makes a finding neither right nor wrong, and is never
 * missed. Documents are matched by file name without extension. */
#ifndef EK_EVALUATE_EVALUATE_H
#define EK_EVALUATE_EVALUATE_H

#include "evaluate/gold.h"
#include "result/result.h"

enum { EK_EVALUATE_LINES = 8 };

struct ek_tally {
    ek_str label;
    uint32_t right, wrong, missed;
};

struct ek_rates {
    double precision, recall, f1; /* 0 where there is nothing to divide by */
};

struct ek_difference {
    bool missed; /* else wrong */
    ek_str name;
    uint32_t line;
    ek_str label, text; /* text: of the gold label, or of the finding */
};

/* A finding as far as it matters here. */
struct ek_found {
    ek_str name, clause, quote;
    uint32_t line, end_line;
};

typedef struct ek_evaluation {
    ek_arena *arena;
    EK_VEC(ek_str) names; /* of documents that have a result */
    EK_VEC(struct ek_found) found;
    EK_VEC(struct ek_tally) tallies;          /* by label */
    EK_VEC(struct ek_difference) differences; /* by document: missed, wrong */
    EK_VEC(ek_str) without; /* gold documents without a result */
    uint32_t placed; /* hits whose two quotes could be placed in the line */
    uint32_t overlapping; /* of these, those that share a character */
} ek_evaluation;

/* A file name without folder and extension, as documents are matched. */
ek_str ek_evaluate_name(ek_str path);
/* Takes what matters out of a result; the result may be freed then. */
void ek_evaluate_take(ek_evaluation *evaluation, const ek_result *result);
/* Counts, once everything is taken. */
void ek_evaluate_count(ek_evaluation *evaluation, const struct ek_golds *golds);

struct ek_rates ek_evaluate_rates(const struct ek_tally *tally);
struct ek_tally ek_evaluate_sum(const ek_evaluation *evaluation);
/* Mean over the types with enough support, of all or only of what the provider
 * may do with stored data (group A of the labels' guide); the number of types
 * is returned. */
size_t ek_evaluate_macro(const ek_evaluation *evaluation, uint32_t min_support,
                         bool group_a, struct ek_rates *mean);

#endif
