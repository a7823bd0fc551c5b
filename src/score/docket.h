/* SPDX-License-Identifier: Apache-2.0 */
/* One document before the tables: what the tables judged so far have said.
 * Internal to this room. */
#ifndef EK_SCORE_DOCKET_H
#define EK_SCORE_DOCKET_H

#include "result/result.h"
#include "score/facts.h"

/* What one finding contributed to one finding table. */
struct ek_mark {
    uint32_t finding; /* index in the result's findings */
    const ek_row *row;
    ek_str gives, level; /* after the modifiers */
    EK_VEC(const ek_row *) modifiers;
};

struct ek_marks {
    const struct ek_table *table;
    EK_VEC(struct ek_mark) v;
};

/* A judged item; those of hidden tables are not in the result. */
struct ek_ruling {
    const struct ek_table *table;
    ek_str gives; /* of the row; the verdict's status is another one where the
                   * document is unreadable in part */
    ek_verdict verdict;
};

struct ek_docket {
    ek_arena *arena; /* of the result */
    ek_result *result;
    const ek_pack *pack;
    const struct ek_facts *facts;
    EK_VEC(struct ek_marks) marks;
    EK_VEC(struct ek_ruling) rulings;
    EK_VEC(ek_str) wanted; /* open facts that the rows tried so far asked for */
    ek_label unread; /* "12 of 40 pages were read"; empty: enough was read */
};

/* What a row is tried on. */
struct ek_scene {
    struct ek_docket *docket;
    const struct ek_mark *mark; /* THIS; row and gives are those of the base
                                 * table, or of this one for modifiers */
    const struct ek_marks *evidence; /* EVIDENCE; NULL when there is none */
    ek_str function;                 /* FUNCTION: its name */
};

/* condition.c: whether one of the row's alternatives holds. Open facts that
 * it would take are added to the docket's wanted. */
bool ek_row_holds(const struct ek_scene *scene, const ek_row *row);
/* The bits of EK_TEST_ON for a finding; 0 for an absent one. */
uint32_t ek_finding_on(const ek_finding *finding);

/* contribution.c: judges every finding by a finding table. */
void ek_docket_mark(struct ek_docket *docket, const struct ek_table *table);
/* Marks of the table with this id, or NULL. */
const struct ek_marks *ek_docket_marks(const struct ek_docket *docket,
                                       ek_str table);

/* verdict.c: judges an item, and adds the verdict unless it is hidden; where
 * the table says so, once for each function. */
void ek_docket_rule(struct ek_docket *docket, const struct ek_table *table);
const struct ek_ruling *ek_docket_ruling(const struct ek_docket *docket,
                                         ek_str item);
/* overlay.c: adds every row that holds to the result's overlays. */
void ek_docket_overlay(struct ek_docket *docket, const struct ek_table *table);

/* What a reason may quote of its own evidence. */
struct ek_gist {
    ek_str level;   /* highest of the findings to be reviewed; may be empty */
    unsigned clues; /* passages that only hint at it */
    const ek_verdict *other;    /* for {label}, {row}, {reason}; or NULL */
    const struct ek_said *said; /* for {quote}, {line}, {count}; or NULL */
};
/* function.c: names of the functions that the text or the user speaks of, each
 * once; U15 has a value for each function made usable. */
typedef EK_VEC(ek_str) ek_names;
void ek_docket_functions(ek_names *out, const struct ek_docket *docket);
bool ek_function_fits(const struct ek_scene *scene, const struct ek_test *test);
ek_label ek_function_label(const struct ek_docket *docket, ek_str name);

/* change.c: tells of every verdict what is known to have changed. */
void ek_docket_date(struct ek_docket *docket);

/* unread.c: what was read of documents that fall short, and each in a bundle by
 * its name; empty where enough was read. */
ek_label ek_docket_unread(const struct ek_docket *docket);
/* Where too little was read: silence is no result, and a status of the table
 * "unread-in-part" is told with what was read. */
void ek_docket_qualify(const struct ek_docket *docket, ek_verdict *verdict,
                       const ek_row *row);

/* wording.c: a copy of the row's reason on the result's arena, in which
 * {ITEM} became the label of that item's status, {level} and {clues} those of
 * the gist, {said:CONCEPT} its first mention and their number. */
ek_label ek_docket_word(const struct ek_docket *docket, const ek_label *reason,
                        const struct ek_gist *gist);
/* Label of a word of the table "statuses" or "levels". */
ek_label ek_docket_label(const struct ek_docket *docket, const char *table,
                         ek_str word);
ek_label ek_label_copy(ek_arena *arena, const ek_label *label);

/* place.c: gives each question to the provider the findings that raise it, and
 * its text ready to send. */
void ek_docket_place(struct ek_docket *docket);

/* question.c: adds the questions named in asks (facts only while they are
 * open) to the verdict and to the result, each once. */
void ek_docket_ask(struct ek_docket *docket, ek_verdict *verdict, ek_str asks);

#endif
