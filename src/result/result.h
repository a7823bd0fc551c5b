/* SPDX-License-Identifier: Apache-2.0 */
/* What every back end receives: one const value a contract, which is one
 * document or, in a bundle, several of one provider that are judged together
 * (terms, privacy policy, ...). It has exactly one
 * serialized form, the ndjson object of result_json.c, from which every report
 * can be rendered (workers send it). Strings borrow from the result's arena or
 * from the pack, which outlives it. */
#ifndef EK_RESULT_RESULT_H
#define EK_RESULT_RESULT_H

#include "base/diag.h"
#include "base/extraction.h"
#include "clause/finding.h"
#include "result/decision.h"

struct ek_evidence {
    uint32_t finding;    /* index in findings */
    ek_str row;          /* "E1-16": the row that this finding took */
    ek_str contribution; /* strong review carve60 carve61 protect neutral,
                          * or supports partly contradicts for checks */
    ek_str level;        /* high normal low, or empty */
    ek_label reason;     /* the row's text */
};

typedef struct ek_verdict {
    ek_str item;     /* "EX-1", "G1-2", "QA61" */
    ek_label title;  /* of the item */
    ek_str status;   /* word of the legal model: "needs-review" */
    ek_label label;  /* of the status: 要確認 / undetermined: needs review */
    ek_str row;      /* "A4" */
    ek_label reason; /* the row's text */
    ek_str certainty;  /* text, summary, inference */
    ek_str provisions; /* "P06 P12" */
    ek_str changes;    /* what dates it, ids in the result's: "E-5" */
    EK_VEC(struct ek_evidence) findings;
    EK_VEC(ek_str) questions; /* ids in the result's questions */
} ek_verdict;

struct ek_asked {
    ek_str id; /* "RQ-5", "U6", "P-G1-2" */
    ek_str to; /* reviewer, user, provider */
    ek_label text, pro, contra;
    ek_str values;  /* of a fact: the words that answer it; empty = free */
    ek_label ready; /* to a provider: ready to send, with the articles */
    EK_VEC(uint32_t) findings; /* to a provider: what it is about */
};

/* What is known to have changed since the pack's date. */
struct ek_dated {
    ek_str id; /* "E-5" */
    ek_label text;
};

struct ek_overlay {
    ek_str id; /* "OV-DOCS" */
    ek_label text;
};

/* How often the text speaks of a concept that the tables count. */
struct ek_said {
    ek_str word;    /* id of the concept: "kind.storage" */
    ek_label about; /* of the concept */
    uint32_t count;
    uint32_t document, line; /* of the first mention */
    ek_str quote;
};

struct ek_answer {
    ek_str fact, value; /* "U1", "list-controlled" */
    bool given;         /* by the user; else the fallback */
};

typedef enum ek_block_kind {
    EK_BLOCK_HEADING,
    EK_BLOCK_PARAGRAPH,
    EK_BLOCK_ITEM,
    EK_BLOCK_ROW, /* of a table: "| a | b |" */
} ek_block_kind;

/* A piece of a contract as a report shows it. In the order of the text, without
 * overlap; between two blocks stand blanks and marks of the notation only. */
struct ek_block {
    ek_block_kind kind;
    uint32_t level; /* nesting of a heading or an item, from 0 */
    ek_tspan span;  /* bytes of the document's text, its marker included */
    ek_str label;   /* of a heading: of its article, "12.3"; may be empty */
    ek_place place; /* in the source, where it begins */
};

struct ek_note {
    ek_str code;       /* of the diagnostic: "decode_guessed" */
    ek_str level;      /* note warning error */
    uint32_t document; /* that it is about: index in documents */
    uint32_t line;     /* 0 when there is none */
    ek_label text;     /* already in both languages */
};

typedef struct ek_document {
    ek_str part; /* of a mail or an archive, by which it was found there: "2.1",
                  * "dir/terms.docx"; empty: a file of its own */
    ek_extraction extraction;
    ek_str path, sha256, format, encoding, title;
    uint32_t encoding_confidence; /* percent */
    bool encoding_guessed;
    EK_VEC(ek_str) languages; /* "ja", "en", "other"; main one first */
    ek_str readable;          /* "full", "part", "none" */
    ek_str no_result;         /* why nothing could be found in it:
                               * "unsupported-language", "unreadable", "empty",
                               * ...; else empty */
    uint32_t bytes, lines;    /* of the extracted text */
    ek_str kind;              /* by its title: "terms", "privacy", "dpa",
                               * "order", "use"; empty: not known */
    ek_str dated;             /* latest date of a version that it names:
                               * "2024-04-01"; empty: none */
    ek_str text;              /* as extracted; empty unless it was asked for */
    EK_VEC(struct ek_block) blocks; /* of that text */
} ek_document;

typedef struct ek_result {
    ek_arena *arena; /* owns all strings below */
    ek_str engine;   /* version of the program */
    ek_str pack_id, pack_version, pack_as_of, pack_fingerprint;
    ek_label disclaimer, note_2013;
    ek_str bundle; /* name of a bundle; empty: a single document */
    EK_VEC(ek_document) documents; /* at least one */
    size_t skipped;   /* files of no format to be tried in its archives; not
                       * written */
    ek_str no_result; /* why the whole has none (that of its first document);
                       * empty where some document could be judged */
    ek_findings findings; /* by document, then in the order of the text; what
                           * no document of a bundle has is absent once */
    EK_VEC(struct ek_said) said;
    uint32_t said_bytes; /* of the text in which they were counted */
    EK_VEC(ek_verdict) verdicts;
    EK_VEC(ek_verdict) checklist; /* parts of an item: "QA55.location" */
    EK_VEC(struct ek_asked) questions;
    EK_VEC(struct ek_overlay) overlays;
    EK_VEC(struct ek_dated) changes; /* that some verdict names */
    EK_VEC(struct ek_answer) facts;
    EK_VEC(struct ek_note) notes;
    ek_reviews reviews; /* what reviewers decided; empty unless asked for */
} ek_result;

const char *ek_block_word(ek_block_kind kind); /* heading paragraph item row */

/* A result without content on an arena of its own. Free with ek_result_free. */
ek_result *ek_result_new(size_t memory_limit);
/* The same on an arena that it takes over; unwinds when that is exhausted. */
ek_result *ek_result_on(ek_arena *arena);
void ek_result_free(ek_result *result);
/* Verdict of an item, or NULL. */
const ek_verdict *ek_result_verdict(const ek_result *result, const char *item);

/* The verdict that a review is about, or the line of the checklist; NULL when
 * it is about neither. */
const ek_verdict *ek_review_verdict(const ek_result *result,
                                    const ek_review *review);
/* The finding that it is about, or NULL. */
const ek_finding *ek_review_finding(const ek_result *result,
                                    const ek_review *review);
/* Whether a verdict raises a question. */
bool ek_verdict_asks(const ek_verdict *verdict, ek_str question);

/* What a result goes by: the name of the bundle, else the document's path. */
ek_str ek_result_name(const ek_result *result);
/* Whether a document, or part of one, was not read. */
bool ek_result_misses(const ek_result *result);
/* Whether so little of the document was read that its silence means nothing:
 * nothing at all, or too little (ek_extraction_falls_short). */
bool ek_document_falls_short(const ek_document *document);
/* Judged together: takes over the members, each a result of one document
 * without verdicts, which then live as long as the bundle. */
void ek_result_join(ek_result *bundle, ek_result *const *members, size_t n);
/* The mentions of a concept, or NULL. */
const struct ek_said *ek_result_mention(const ek_result *result, ek_str word);
/* How many questions go to "provider", "reviewer" or "user". */
size_t ek_result_asked(const ek_result *result, const char *to);

/* Whether a note says that something was not read, or not as it stands. */
bool ek_note_tells_reading(const struct ek_note *note);

/* The one serialized form (architecture section 9): a single line of JSON
 * without the newline. */
void ek_result_write(ek_buf *out, const ek_result *result);
/* The same without the text of the documents and its blocks. */
void ek_result_write_short(ek_buf *out, const ek_result *result);
/* Reads it back; EK_EFORMAT with a static message in *why (the key that is
 * missing or malformed, or a phrase; why may be NULL) when it is no such
 * object. *out is set only on success; the caller frees it.
 * write(read(x)) == x, byte for byte. */
ek_status ek_result_read(ek_result **out, ek_str json, const char **why);

#endif
