/* SPDX-License-Identifier: Apache-2.0 */
/* Gold labels against results.
 *
 * The unit is (document, line, clause type). A finding (present, of the tier
 * "finding") on lines a..b hits one gold label of its type in a..b: the first
 * that no shorter finding has hit. It is wrong if there is none, or if it
 * covers more than EK_EVALUATE_LINES lines; several on the same lines count
 * once. A doubtful label makes a finding neither right nor wrong, and is never
 * missed. A clue is never right nor wrong: of the labels missed, those that a
 * clue of their type points at are counted apart. Documents are matched by
 * file name without extension. */
#ifndef EK_EVALUATE_EVALUATE_H
#define EK_EVALUATE_EVALUATE_H

#include "evaluate/gold.h"
#include "result/result.h"

enum { EK_EVALUATE_LINES = 8 };

struct ek_tally {
    ek_str label;
    uint32_t right, wrong, missed;
    uint32_t hinted; /* of the missed: a clue stands there */
};

/* What one line adds to the tally of a type. */
struct ek_count {
    uint32_t document; /* index in the gold documents */
    uint32_t line;
    struct ek_tally tally;
};

/* The tallies of all documents, or of those in one language, by label. */
typedef struct ek_tallies {
    ek_lang lang; /* EK_LANG_NONE: of all */
    size_t documents;
    EK_VEC(struct ek_tally) v;
} ek_tallies;

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
    bool clue;
};

/* A document that has a result. */
struct ek_evaluated {
    ek_str name;
    ek_lang lang; /* its main language */
};

/* Labels of one type missed where a finding of another stands wrongly. */
struct ek_confusion {
    ek_str gold, found;
    uint32_t n;
};

typedef struct ek_evaluation {
    ek_arena *arena;
    EK_VEC(struct ek_evaluated) scanned;
    EK_VEC(struct ek_found) found;
    EK_VEC(ek_lang) langs;                    /* of each gold document */
    EK_VEC(struct ek_count) counts;           /* by document and line */
    EK_VEC(struct ek_difference) differences; /* by document: missed, wrong */
    EK_VEC(struct ek_confusion) confusions;   /* most frequent first */
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

void ek_evaluate_tally(ek_tallies *tallies, const ek_evaluation *evaluation,
                       ek_lang lang);
struct ek_rates ek_evaluate_rates(const struct ek_tally *tally);
/* Recall when a clue counts as found. */
double ek_evaluate_recall_hinted(const struct ek_tally *tally);
struct ek_tally ek_evaluate_sum(const ek_tallies *tallies);
/* Whether a type counts in a mean: it has enough support and, when only what
 * the provider may do with stored data is asked for, is of group A. */
bool ek_evaluate_counts(const struct ek_tally *tally, uint32_t min_support,
                        bool group_a);
/* Mean over the types that count; their number is returned. */
size_t ek_evaluate_macro(const ek_tallies *tallies, uint32_t min_support,
                         bool group_a, struct ek_rates *mean);

/* confusion.c: fills confusions from the differences. */
void ek_evaluate_confuse(ek_evaluation *evaluation);
/* Two types that differ in one element (neighbours.def), by number from 0;
 * false after the last. */
bool ek_evaluate_neighbours(size_t i, ek_str *one, ek_str *other);
uint32_t ek_evaluate_confused(const ek_evaluation *evaluation, ek_str gold,
                              ek_str found);

#endif
