/* SPDX-License-Identifier: Apache-2.0 */
/* Decision tables as data (docs/tables.md). A row has alternatives (<when>),
 * each of several tests; the first row of a table that holds wins. Strings
 * borrow from the pack; several words in one string are separated by blanks. */
#ifndef EK_PATTERN_TABLE_H
#define EK_PATTERN_TABLE_H

#include "base/lang.h"
#include "base/vec.h"
#include "pattern/qualifier.h"

typedef enum ek_table_kind {
    EK_TABLE_FINDING, /* what one finding contributes */
    EK_TABLE_ITEM,    /* the status of one item: "EX-1" */
    EK_TABLE_OVERLAY, /* remarks: every row that holds is shown */
    EK_TABLE_WORDS,   /* statuses and the like: id and label of each row */
} ek_table_kind;

#define EK_TABLE_KINDS "finding item overlay words"
#define EK_CONTRIBUTIONS                                                       \
    "strong review carve60 carve61 protect neutral supports partly "           \
    "contradicts none"
#define EK_LEVELS      "high normal low"
#define EK_CERTAINTIES "text summary inference"
/* What the tables know beside findings and the user's answers: a later step
 * compared two versions; a document, or part of one, was not read, or so little
 * of it that silence means nothing. */
#define EK_SIGNALS                                                             \
    "terms-changed document-unread unread-in-part by-analogy "                 \
    "several-documents bilingual version-after-start"

/* What of a finding a test may look at; bits 1 << position in EK_TEST_ON. */
enum { EK_ON_FINDING = 1, EK_ON_CLUE = 2, EK_ON_GAVE_UP = 4 };
#define EK_TEST_ON "finding clue gave-up"

typedef enum ek_test_kind {
    EK_TEST_THIS,     /* the finding that is judged */
    EK_TEST_FINDING,  /* some finding of the document */
    EK_TEST_EVIDENCE, /* some finding with what it contributed to this item */
    EK_TEST_FACT,     /* the user's answer */
    EK_TEST_VERDICT,  /* an item judged before */
    EK_TEST_SIGNAL,   /* EK_SIGNALS */
    EK_TEST_SAID,     /* how often the text speaks of concepts */
    EK_TEST_FUNCTION, /* the function that is judged */
} ek_test_kind;

/* Roles of concepts that tables count; no rule speaks of them. */
#define EK_SAID_ROLES "kind feature function titled wins version"
/* What kind of document a finding stands in (by its title), or how the order of
 * documents treats it. */
#define EK_DOCUMENT_KINDS "terms privacy dpa order use"
#define EK_TEST_IN        EK_DOCUMENT_KINDS " prevailing overridden"
/* Whether the answer that has a value for each function names this one, only
 * others, or none. */
#define EK_TEST_NAMED "yes no none"

/* Empty fields are not asked for; those that are filled must all hold. */
struct ek_test {
    ek_test_kind kind;
    bool negated;    /* stands in <unless> */
    uint32_t on;     /* THIS, FINDING, EVIDENCE: EK_ON_... */
    ek_str clauses;  /* THIS, FINDING, EVIDENCE */
    ek_str rows;     /* THIS: taken in the table's base; EVIDENCE, VERDICT */
    ek_str gives;    /* THIS: in the table's base; EVIDENCE */
    ek_str levels;   /* EVIDENCE */
    ek_str in;       /* THIS, FINDING, EVIDENCE: EK_TEST_IN */
    ek_str lang;     /* THIS, FINDING, EVIDENCE: ja, en */
    ek_str apart;    /* EVIDENCE: contributions, one of which a finding of
                      * another document gives */
    ek_quals quals;  /* THIS, FINDING, EVIDENCE: any of these values ... */
    uint32_t unsaid; /* ... or none said at all, bits 1 << ek_qualifier */
    ek_str id;       /* of the fact, item or signal */
    ek_str is;       /* FACT: the answer lists one of these; VERDICT: status */
    ek_str all;      /* FACT: the answer lists nothing but these */
    ek_str given;    /* FACT: yes or no: whether the user answered */
    ek_str said;     /* SAID: concepts whose mentions are counted */
    ek_str over;     /* SAID: concepts that they must outnumber, times over */
    ek_str of;       /* FUNCTION: tables of words, one of which has it */
    ek_str named;    /* FUNCTION: EK_TEST_NAMED */
    uint32_t least;  /* SAID: mentions; FINDING: findings; 0 = not asked */
    uint32_t times;  /* SAID: as many times as those of over */
    uint32_t rare;   /* SAID: at most so many in 10,000 bytes; 0 = not asked */
    uint32_t line;
};

struct ek_when {
    EK_VEC(struct ek_test) tests; /* all must hold */
    uint32_t line;
};

/* A modifier makes one contribution into another. */
struct ek_turn {
    ek_str from; /* contributions */
    ek_str into;
    ek_str level; /* empty: stays */
};

typedef struct ek_row {
    ek_str id;        /* "E1-16", "A4", "needs-review" */
    bool silence;     /* of an item: rests on what the text does not say, as
                       * "not-addressed" always does */
    bool modifier;    /* applied after a row has won, adds its reason */
    ek_str gives;     /* contribution or status */
    ek_str level;     /* high normal low, or empty */
    ek_str certainty; /* text summary inference */
    ek_str provisions;
    ek_str asks;    /* questions, and facts to ask for while they are open */
    ek_label label; /* instead of the status's own; of words: the label */
    ek_label reason;
    EK_VEC(struct ek_when) whens; /* one must hold; none = always */
    EK_VEC(struct ek_turn) turns;
    uint32_t line;
} ek_row;

struct ek_table {
    ek_str id;
    ek_table_kind kind;
    ek_label title;
    ek_str clauses;  /* FINDING: the types that it judges */
    ek_str base;     /* FINDING: the table whose rows it may ask for */
    ek_str evidence; /* ITEM: the finding table behind it */
    ek_str asks;     /* ITEM: as of each row */
    bool hidden;     /* ITEM: serves other tables, is no verdict */
    ek_str part_of;  /* ITEM, hidden: a line of that item's checklist */
    ek_str yields;   /* ITEM: where this row of an item before it was taken,
                      * that one's verdict stands */
    bool each;       /* ITEM: judged once for each function: "SAAS:payroll" */
    EK_VEC(ek_row) rows;
    ek_str file;
    uint32_t line;
};

/* The row with this id, or NULL. */
const ek_row *ek_table_row(const struct ek_table *table, ek_str id);
/* Whether word is one of words. */
bool ek_words_have(ek_str words, ek_str word);
/* Whether some condition of the row looks at the fact. */
bool ek_row_tests_fact(const ek_row *row, ek_str fact);
/* Whether an alternative can hold at all, and whether it can hold only where
 * the other one does (NULL stands for "always"). */
bool ek_when_possible(const struct ek_when *when);
bool ek_when_within(const struct ek_when *when, const struct ek_when *other);

#endif
