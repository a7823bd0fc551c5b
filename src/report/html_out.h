/* SPDX-License-Identifier: Apache-2.0 */
/* Writing HTML: the one place where text becomes markup. Whatever is not a
 * literal of ours goes through ek_html_text or ek_html_attr. */
#ifndef EK_REPORT_HTML_OUT_H
#define EK_REPORT_HTML_OUT_H

#include "report/term.h"

/* What a finding is called on the page. */
struct ek_html_note {
    uint32_t number; /* from 1 in the order of the text: #f1, #c1; 0: it is not
                      * present (absent, gave up) */
    char kind; /* of its gravest contribution: s strong, q review, k carve-out,
                * p protective, n neutral */
};

/* A page in the making. The functions ek_term_* take its page, too. */
struct ek_html {
    struct ek_page page; /* scratch arena, output, options */
    const ek_result *result;
    struct ek_html_note *notes; /* one a finding */
    bool index;                 /* an index.html stands beside the page */
};

/* A page of a result on a scratch arena of its own (h->page.arena), which the
 * caller frees; where there is no memory for one, arena unwinds. */
struct ek_html *ek_html_open(ek_arena *arena, ek_buf *out, const ek_result *r,
                             const struct ek_report_options *options);

void ek_html_raw(struct ek_html *h, const char *markup); /* a literal */
/* Escaped; control and direction characters as visible codes (U+202E), line
 * feeds and tabs as they are, bytes that are no UTF-8 as U+FFFD. */
void ek_html_text(struct ek_html *h, ek_str s);
void ek_html_escape(ek_buf *out, ek_str s);
/* A piece of the text of a document, with the line feeds taken out that no
 * reader would see in Japanese. */
void ek_html_put_words(struct ek_html *h, ek_str text, uint32_t begin,
                       uint32_t end);
/* name="value" with a blank before it. */
void ek_html_attr(struct ek_html *h, const char *name, ek_str value);
void ek_html_put_number(struct ek_html *h, size_t n);
/* A phrase of the catalogue. */
void ek_html_word(struct ek_html *h, enum ek_word word);
void ek_html_say(struct ek_html *h, enum ek_word word, ek_str arg1,
                 ek_str arg2);
/* A label in the language of the output. */
void ek_html_label(struct ek_html *h, const ek_label *label);
/* Whether s is in another language than the output: lang="en" is to be said. */
void ek_html_lang(struct ek_html *h, ek_lang lang);

/* The class of an outcome or a check ("needs-review"), which sets its colour;
 * the shape of the sprite has the id "i-" and the word of ek_html_shape. */
const char *ek_html_class(ek_str status);
const char *ek_html_shape(ek_str status);
/* <svg class="ic" ...><use href="#i-..."/></svg> */
void ek_html_icon(struct ek_html *h, const char *shape);
/* <span class="o needs-review">icon words</span> */
void ek_html_outcome(struct ek_html *h, ek_str status, const ek_label *label);
/* A label whose bracket at the end is never broken over two lines. */
void ek_html_unbroken(struct ek_html *h, const ek_label *words);

#endif
