/* SPDX-License-Identifier: Apache-2.0 */
/* The overview of a batch as a page, its parts in their order. What is needed
 * of a result is copied when it is taken, since the result is freed; it is some
 * hundred bytes a contract. */
#ifndef EK_REPORT_HTML_INDEX_H
#define EK_REPORT_HTML_INDEX_H

#include "report/html.h"

enum ek_index_column {
#define EK_INDEX_COLUMN(item, name, group) EK_INDEX_##name,
#include "report/html_index_column.def"
#undef EK_INDEX_COLUMN
    EK_INDEX_COLUMNS,
    EK_INDEX_EXCEPTIONS = 3 /* from EK_INDEX_ex1 on */
};

enum {
    EK_INDEX_TYPES = 256,    /* of clauses that are counted at most */
    EK_INDEX_QUESTIONS = 500 /* that are listed at most */
};

/* The column's item, and who says it: s service, e exception, g guideline,
 * q Q&A. */
struct ek_index_head {
    const char *item;
    char group;
};
extern const struct ek_index_head ek_index_heads[EK_INDEX_COLUMNS];

/* Statuses in the order of the bars; the last is whatever is not known. */
enum ek_index_status {
#define EK_INDEX_STATUS(word, name, rank) EK_INDEX_S_##name,
#include "report/html_index_status.def"
#undef EK_INDEX_STATUS
    EK_INDEX_STATUSES
};

struct ek_index_known {
    const char *word; /* "needs-review" */
    unsigned rank;    /* the gravest is 0 */
};
extern const struct ek_index_known ek_index_known[EK_INDEX_STATUSES];

struct ek_index_row {
    ek_str name, path, page; /* safe to put; of a page its name */
    ek_str about;            /* format, languages, pages */
    ek_str missed;           /* what was not read and why; may be empty */
    ek_lang lang;            /* of the name */
    enum ek_word read;       /* EK_W_short_full, _part, _none */
    bool none;               /* there is no result */
    uint8_t status[EK_INDEX_COLUMNS];
    ek_str words[EK_INDEX_COLUMNS];
    uint64_t types[EK_INDEX_TYPES / 64]; /* that it carries, as bits */
    uint32_t decided, again;             /* findings and verdicts */
    uint32_t found, provider, reviewer, user;
};

/* A clause type and the contracts that carry it, are silent, or neither. */
struct ek_index_type {
    ek_str id, title;
    size_t carried, silent, other;
};

struct ek_index_question {
    ek_str id, to, text, pro, contra;
    size_t asked; /* contracts */
};

/* What a status is called, and how many have it. */
struct ek_index_count {
    ek_str words;
    size_t n;
};

struct ek_html_index {
    ek_arena *arena;
    EK_VEC(struct ek_index_row) rows;
    EK_VEC(struct ek_index_type) types;
    EK_VEC(struct ek_index_question) questions;
    EK_VEC(ek_str) packs; /* that were used, with the program */
    struct ek_index_count counts[EK_INDEX_COLUMNS][EK_INDEX_STATUSES];
    size_t none, part;       /* without a result; with one, not read in full */
    size_t decided, again;   /* findings and verdicts */
    bool reviewed;           /* something was decided */
    size_t provider;         /* questions to providers */
    size_t more_questions;   /* of kinds that are not listed */
    ek_str disclaimer, note; /* of the first */
};

/* The gravest outcome of exception 1 first, else in the order they came. */
const struct ek_index_row *const *
ek_index_gravest_first(const struct ek_html_index *index, ek_arena *arena);
bool ek_index_is_full(const struct ek_index_row *row); /* was read in full */
/* The heading of a column: "EX-1", "Q&A60". */
ek_str ek_index_item(struct ek_html *h, enum ek_index_column column);
/* The shape of a status. */
void ek_index_icon(struct ek_html *h, enum ek_index_status status);
/* A link to the page of a row. */
void ek_index_link(struct ek_html *h, const struct ek_index_row *row);

/* The answer as a sentence, pack and program, tiles. */
void ek_index_lead(struct ek_html *h, const struct ek_html_index *index);
void ek_index_charts(struct ek_html *h, const struct ek_html_index *index);
void ek_index_filters(struct ek_html *h, const struct ek_html_index *index);
void ek_index_table(struct ek_html *h, const struct ek_html_index *index);
/* The cells at the end of a row; reviewed: those about decisions, too. */
void ek_index_numbers(struct ek_html *h, const struct ek_index_row *row,
                      bool reviewed);
/* Bars of the guideline and of Q&A, which are advice. */
void ek_index_checks(struct ek_html *h, const struct ek_html_index *index);
void ek_index_unread(struct ek_html *h, const struct ek_html_index *index);
void ek_index_asked(struct ek_html *h, const struct ek_html_index *index);

#endif
