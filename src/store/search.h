/* SPDX-License-Identifier: Apache-2.0 */
/* Words looked for in the texts of a store. A text is found by what it says:
 * widths, case, line ends inside of a paragraph and the like (text/norm.h) make
 * no difference, and no character of a word means anything but itself. */
#ifndef EK_STORE_SEARCH_H
#define EK_STORE_SEARCH_H

#include "result/passage.h"
#include "store/store.h"

/* All of them have to stand in a passage. */
struct ek_store_words {
    EK_VEC(ek_str) v; /* normalized, none empty */
};

/* Words are separated by blanks of any width; one that begins with a quotation
 * mark goes to the next one, "" being the mark itself. False when no word is
 * left. */
bool ek_store_words(struct ek_store_words *out, ek_arena *arena, ek_str asked);

struct ek_passages {
    EK_VEC(ek_passage) v; /* in the order of the text */
};

/* The passages of a text that hold all the words. blocks: of that text. */
void ek_store_passages(struct ek_passages *out, ek_arena *arena,
                       const ek_document *document,
                       const struct ek_store_words *words);

/* What was found in one document of a result. */
struct ek_store_found {
    const ek_result *result;
    uint32_t document;
    const ek_passage *passages;
    size_t n; /* at least 1 */
};

typedef struct ek_search {
    ek_store *store;
    struct ek_store_words words;
    bool all;               /* any text may hold them */
    EK_VEC(int64_t) bodies; /* else these may, sorted */
    void *self;
    void (*take)(void *self, const struct ek_store_found *found);
    size_t documents, silent; /* looked at; among them without a text */
    size_t found, passages;   /* documents and passages */
} ek_search;

/* Sets the bodies; the rest is the caller's to set. */
ek_status ek_search_begin(ek_search *search, ek_arena *arena);
/* Looks at the texts of a scan and hands over what it finds; what is handed over
 * lives until take returns. */
ek_status ek_search_scan(ek_search *search, int64_t scan);

#endif
