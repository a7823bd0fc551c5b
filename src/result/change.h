/* SPDX-License-Identifier: Apache-2.0 */
/* What changed from one version of a contract to the next: in substance, and
 * only in wording or number. Filled by the room diff. */
#ifndef EK_RESULT_CHANGE_H
#define EK_RESULT_CHANGE_H

#include "result/result.h"

#define EK_NOT_THERE UINT32_MAX

typedef enum ek_piece_kind {
    EK_PIECE_SAME,
    EK_PIECE_DELETED,
    EK_PIECE_INSERTED,
} ek_piece_kind;

/* A piece of a clause: of the text before when deleted, else of that after. The
 * same and the inserted ones together are the whole text after. */
struct ek_piece {
    ek_piece_kind kind;
    uint32_t document;
    ek_tspan span; /* bytes */
};

typedef enum ek_weight {
    EK_WEIGHT_NONE,      /* moved, renumbered, cut otherwise: no word */
    EK_WEIGHT_NUMBERS,   /* dates, amounts */
    EK_WEIGHT_WORDING,   /* words in which nothing was found */
    EK_WEIGHT_SUBSTANCE, /* words of a finding, or with it */
} ek_weight;

enum ek_change_bits {
    EK_CHANGE_ADDED = 1 << 0,
    EK_CHANGE_REMOVED = 1 << 1,
    EK_CHANGE_EDITED = 1 << 2,
    EK_CHANGE_MOVED = 1 << 3,
    EK_CHANGE_RENUMBERED = 1 << 4,
    EK_CHANGE_SPLIT = 1 << 5,
    EK_CHANGE_MERGED = 1 << 6,
};

/* A block of one of the versions. */
struct ek_place_in {
    uint32_t document, block;
};

/* A block that stands in both, unchanged and in its order. */
struct ek_same_block {
    struct ek_place_in before, after;
};

/* A clause, that is one or more blocks, that is not the same in both. */
struct ek_clause_change {
    unsigned what; /* ek_change_bits */
    ek_weight weight;
    EK_VEC(struct ek_place_in) before, after; /* one of them may be empty */
    EK_VEC(struct ek_piece) pieces;
    ek_str label_before, label_after; /* "(a)", where it was renumbered */
};

typedef enum ek_shift {
    EK_SHIFT_STRONGER, /* the provider may more, or promises less */
    EK_SHIFT_WEAKER,   /* the other way round */
    EK_SHIFT_OPEN,     /* which, is for the reader to say */
} ek_shift;

typedef enum ek_statement_kind {
    EK_STATEMENT_GAINED,
    EK_STATEMENT_LOST,
    EK_STATEMENT_TURNED,   /* what it says is another: qualifiers, row */
    EK_STATEMENT_REWORDED, /* in other words only */
    EK_STATEMENT_NEAR,     /* its words are the same, others of its block not */
} ek_statement_kind;

struct ek_quality_change {
    ek_qualifier qualifier;
    uint32_t before, after; /* bits */
    ek_shift shift;
};

/* A finding that is not the same in both. */
struct ek_statement_change {
    ek_statement_kind kind;
    ek_shift shift;
    uint32_t before, after; /* findings; EK_NOT_THERE */
    uint32_t clause;        /* index in clauses; EK_NOT_THERE: the words are the
                             * same, other words decide otherwise */
    EK_VEC(struct ek_quality_change) qualities;
    ek_str contribution_before, contribution_after; /* gravest; may be empty */
};

struct ek_verdict_change {
    uint32_t before, after; /* verdicts; EK_NOT_THERE */
    ek_shift shift;
};

typedef struct ek_changes {
    const ek_result *before, *after;           /* borrowed */
    EK_VEC(struct ek_verdict_change) verdicts; /* in table order */
    EK_VEC(struct ek_statement_change)
    statements;                              /* stronger first, then by
                                                    * place */
    EK_VEC(struct ek_clause_change) clauses; /* by place */
    EK_VEC(struct ek_same_block) same;       /* by place in after */
    size_t counts[EK_WEIGHT_SUBSTANCE + 1];  /* of clauses, by weight */
    size_t read_otherwise; /* findings that come, go or turn for no word of
                            * theirs or near them, but because lines are cut
                            * otherwise; not among statements */
    bool rules_differ; /* other pack or engine: not all is the text's doing */
} ek_changes;

const char *ek_shift_word(ek_shift shift);             /* "stronger" */
const char *ek_statement_word(ek_statement_kind kind); /* "gained" */
/* Whether anything changed in substance. */
bool ek_changes_of_substance(const ek_changes *changes);
/* Whether both versions were judged: where one gave no result, nothing that is
 * found or missing there tells of a change. */
bool ek_changes_comparable(const ek_changes *changes);
/* Whether wording on access was added or got wider: in the terms of a contract
 * that runs, row B7 asks whether it is something that "became known". */
bool ek_changes_widen_access(const ek_changes *changes);

#endif
