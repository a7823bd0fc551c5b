/* SPDX-License-Identifier: Apache-2.0 */
/* The pack: knowledge as data, loaded once, then immutable and shared.
 *
 *   DIR/pack.xml        header, languages, order of files
 *   DIR/concepts.xml    the inventory: id, role, qualifier value, meaning
 *   DIR/concepts/LL/NAME.xml  the words of concepts in language LL
 *   DIR/clauses/ID.xml  one clause type each: titles, rules, examples
 *   DIR/provisions/, facts.xml, questions.xml, tables/
 */
#ifndef EK_PATTERN_PACK_H
#define EK_PATTERN_PACK_H

#include "base/diag.h"
#include "pattern/rule.h"
#include "pattern/table.h"

typedef struct ek_concept {
    ek_str id;   /* "purpose.security" */
    ek_str role; /* before the dot: act actor object purpose ... */
    ek_label about;
    ek_quals value; /* what the concept means as a qualifier, if anything */
} ek_concept;

/* What stands around the body of an English pattern. */
#define EK_PACK_BEGIN "(?<![\\p{L}\\p{N}])(?:"
#define EK_PACK_END   ")(?![\\p{L}\\p{N}])"

/* One pattern of a concept in one language, as PCRE2 source over normalized
 * text. Words of English get word boundaries; verbs and nouns are inflected by
 * the loader (inflect.c). */
typedef struct ek_pattern {
    uint32_t concept_index;
    ek_lang lang;
    ek_str source; /* complete PCRE2 pattern, boundaries included */
    ek_str body;   /* the same without boundaries, to group several */
    bool bounded;  /* source is body between EK_PACK_BEGIN and EK_PACK_END */
    enum { EK_CASE_ANY, EK_CASE_UPPER, EK_CASE_LOWER } letters;
    /* EK_CASE_UPPER: the original text of the hit must have no lower-case
     * letter ("US"); EK_CASE_LOWER: it must begin with a lower-case one */
    ek_str file;
    uint32_t line;
} ek_pattern;

/* An example of a words file: raw text in which the concept must (must not)
 * be hit. */
struct ek_word_example {
    uint32_t concept_index;
    ek_lang lang;
    ek_str text;
    bool hit;
    ek_str file;
    uint32_t line;
};

typedef struct ek_provision {
    ek_str id;     /* "P12" */
    ek_str ref;    /* "QA61", "EX-1", "G1-2", empty */
    ek_str number; /* "Q&A61", shown with the 2013 note */
    ek_label title, text;
    ek_str source;      /* ids of pack sources: "seed", "V:1 V:2" */
    ek_str certainty;   /* text, summary, inference */
    ek_str current_ref; /* today's number; empty = not verified */
} ek_provision;

typedef struct ek_fact {
    ek_str id; /* "U1" */
    ek_label title;
    bool list;       /* several values, comma separated */
    bool dated;      /* a value may carry a date: "yes:2026-01-31" */
    ek_str values;   /* allowed words separated by blanks; empty = free text */
    ek_str known;    /* words of a free list that have a meaning of their own */
    ek_str fallback; /* value when the user says nothing: "unknown" */
} ek_fact;

typedef struct ek_question {
    ek_str id;                  /* "RQ-1", "N-2" */
    ek_str to;                  /* "reviewer", "user", "provider" */
    ek_label text, pro, contra; /* both arguments, no answer */
} ek_question;

/* What is known to have changed since the pack's as-of date ("E-5"). */
typedef struct ek_pack_change {
    ek_str id;
    ek_str certainty;  /* high, medium, low, unknown */
    ek_str provisions; /* ids that it dates, separated by blanks */
    ek_str also;       /* facts, questions, rows and items that it bears on */
    ek_str source;     /* ids of pack sources */
    ek_label text;
} ek_pack_change;

/* Information beside the law: what another regime says, a clause of a security
 * standard. No table looks at it. */
typedef struct ek_reference {
    ek_str id;         /* "regime-uk", "standard-ismap" */
    ek_str kind;       /* regime, standard */
    ek_str source;     /* ids of pack sources */
    ek_str certainty;  /* summary, page, press, unverified, not-found */
    ek_str provisions; /* that it bears on */
    ek_label title;
    ek_label text;                /* of a standard */
    ek_label storage, keys, saas; /* of a regime; may be empty */
} ek_reference;

/* What the source mark of a provision stands for. */
typedef struct ek_pack_source {
    ek_str id; /* "seed", "V:1" */
    ek_label text;
} ek_pack_source;

typedef struct ek_pack {
    ek_arena *arena;
    ek_str dir;
    ek_str id, version, schema, as_of, reviewed, warn_after;
    ek_str languages;   /* that every concept should have words in: "ja en" */
    bool verified;      /* against the official text */
    ek_str fingerprint; /* hex SHA-256 over all files in order */
    ek_label basis, note_2013, disclaimer;
    EK_VEC(ek_pack_source) sources;
    EK_VEC(ek_pack_change) changes;
    EK_VEC(ek_str) files; /* without DIR, in load order, pack.xml first */
    EK_VEC(ek_concept) concepts;
    EK_VEC(uint32_t) concepts_by_id; /* indexes sorted by id */
    EK_VEC(ek_pattern) patterns;
    EK_VEC(struct ek_word_example) word_examples;
    EK_VEC(ek_clause) clauses;
    EK_VEC(ek_rule) rules;
    EK_VEC(ek_provision) provisions;
    EK_VEC(ek_fact) facts;
    EK_VEC(ek_question) questions;
    EK_VEC(ek_reference) references;
    EK_VEC(struct ek_table) tables;
} ek_pack;

/* Loads DIR. Every error has file and line; *out is set only when none was
 * said. The pack owns everything it holds; the caller frees it. */
ek_status ek_pack_load(ek_pack **out, ek_str dir, ek_diag *diag);
void ek_pack_free(ek_pack *pack);

/* Indexes, or UINT32_MAX when the id is unknown. */
uint32_t ek_pack_concept(const ek_pack *pack, ek_str id);
uint32_t ek_pack_clause(const ek_pack *pack, ek_str id);
const ek_provision *ek_pack_provision(const ek_pack *pack, ek_str id);
const ek_question *ek_pack_question(const ek_pack *pack, ek_str id);
const ek_fact *ek_pack_fact(const ek_pack *pack, ek_str id);
const struct ek_table *ek_pack_table(const ek_pack *pack, ek_str id);
/* The first change that dates a provision ("P30"), or NULL. */
const ek_pack_change *ek_pack_change_of(const ek_pack *pack, ek_str provision);

/* Adds all concepts of a role ("act") to *set. */
void ek_pack_role(ek_bits *set, const ek_pack *pack, const char *role);
/* Rules of a clause stand together: sets *first, returns how many. */
uint32_t ek_pack_rules(const ek_pack *pack, uint32_t clause, uint32_t *first);
/* Whether a date (2026-11-22) is later than the pack's warn-after. */
bool ek_pack_is_old(const ek_pack *pack, ek_str today);

#endif
