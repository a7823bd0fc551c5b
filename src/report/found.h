/* SPDX-License-Identifier: Apache-2.0 */
/* Passages of a store that hold words, document by document. */
#ifndef EK_REPORT_FOUND_H
#define EK_REPORT_FOUND_H

#include "report/page.h"
#include "result/passage.h"

struct ek_found_asked {
    const ek_str *words; /* as they were looked for */
    size_t n;
    bool all; /* in every version, not only the latest */
};

/* What was found in a document. */
struct ek_found_in {
    ek_str name, date, stored; /* of the version */
    uint32_t version;
    const ek_document *document;
    bool several; /* documents under the name: the path tells which */
    const ek_passage *passages;
    size_t n;
};

struct ek_found_sums {
    size_t documents, silent; /* looked at; among them without a text */
    size_t found, passages;
};

struct ek_found_state {
    ek_arena *arena;
    ek_buf *out;
    struct ek_report_options options;
    struct ek_found_asked asked;
    size_t taken;
};

/* The same in each format: begin, a call a document, end. */
struct ek_found_reporter {
    const char *name;
    void (*begin)(struct ek_found_state *state);
    void (*document)(struct ek_found_state *state,
                     const struct ek_found_in *found);
    void (*end)(struct ek_found_state *state, const struct ek_found_sums *sums);
};
extern const struct ek_found_reporter ek_found_term, ek_found_json;
extern const struct ek_found_reporter ek_found_csv, ek_found_markdown;

/* The words in quotation marks, joined. */
ek_str ek_found_words(struct ek_page *page, const struct ek_found_asked *asked);
/* How many were found; how many texts that is of; what is not known. */
ek_str ek_found_sum(struct ek_page *page, const struct ek_found_asked *asked,
                    const struct ek_found_sums *sums);
ek_str ek_found_extent(struct ek_page *page, const struct ek_found_asked *asked,
                       const struct ek_found_sums *sums);
ek_str ek_found_silence(struct ek_page *page, const struct ek_found_sums *sums);

/* A passage with its words between marks, in one line, safe to put; what is far
 * from any of them is left out when keep is not 0. */
ek_str ek_found_quote(struct ek_page *page, const ek_document *document,
                      const ek_passage *passage, unsigned keep,
                      const char *const around[2]);
/* "p.6", "para. 45"; else its line. */
ek_str ek_found_place(struct ek_page *page, const ek_passage *passage);

#endif
