/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the page of a contract, one file or more each, in the order of
 * the page, and the index of a batch. */
#ifndef EK_REPORT_HTML_H
#define EK_REPORT_HTML_H

#include "report/html_out.h"

/* A file of src/report/html, embedded: EK_HTML_FILE(base_css). */
#define EK_HTML_FILE(name)                                                     \
    ((ek_str){(const char *)ek_html_##name, ek_html_##name##_size})
#define EK_HTML_EMBEDDED(name)                                                 \
    extern const unsigned char ek_html_##name[];                               \
    extern const size_t ek_html_##name##_size
EK_HTML_EMBEDDED(base_css); /* of every page */
EK_HTML_EMBEDDED(bar_css);  /* of every page with a bar */
EK_HTML_EMBEDDED(contract_css);
EK_HTML_EMBEDDED(reviewed_css); /* where something was decided */
EK_HTML_EMBEDDED(panel_css);
EK_HTML_EMBEDDED(sheet_css);
EK_HTML_EMBEDDED(contract_js);
EK_HTML_EMBEDDED(sprite_svg);

/* What a page is made with. */
struct ek_html_frame {
    ek_str title;
    ek_str styles[7]; /* each an element of its own; the empty ones are not */
    ek_str script;    /* empty: nothing on the page acts */
};

/* The page of one contract, whole: head, parts, script. */
void ek_html_contract(struct ek_html *h);

/* From <!DOCTYPE html> to the sprite of shapes behind <body>, with the policy
 * that lets nothing but these styles and this script act. Nothing else of a
 * page has a style or a script, not as an attribute either. h->result may be
 * NULL. */
void ek_html_begin(struct ek_html *h, const struct ek_html_frame *frame);
void ek_html_end(struct ek_html *h, const struct ek_html_frame *frame);

/* The answers first: title, hash, pack; three exceptions and the reading. */
void ek_html_lead(struct ek_html *h);
/* How many decisions there are, with a link to their list; nothing where there
 * are none. */
void ek_html_decisions(struct ek_html *h);
/* Where a finding stands: n not decided, d decided, a to look at again. */
char ek_html_decided(const struct ek_html *h, uint32_t finding);
/* Chips by it. */
void ek_html_decided_filter(struct ek_html *h);
/* Beside the text: verdicts, findings, questions, facts and reading. */
void ek_html_panel(struct ek_html *h);
/* Filters, map of the articles, the text with its findings in place. */
void ek_html_text_part(struct ek_html *h);
/* The evidence sheet, printed only. */
void ek_html_sheet(struct ek_html *h);
/* The words in the margins of its pages, as a style. */
ek_str ek_html_sheet_style(struct ek_html *h);

/* Names of pages: each its own, also where case does not count. */
struct ek_html_names;
struct ek_html_names *ek_html_names_new(ek_arena *arena);
/* "terms.pdf.html" of "contracts/terms.pdf"; the second of the same name is
 * "terms.pdf-2.html". Never that of the index. */
ek_str ek_html_name(struct ek_html_names *names, const ek_result *result);

/* The overview of a batch: what is needed of each result is gathered, then
 * written. */
struct ek_html_index;
struct ek_html_index *ek_html_index_new(ek_arena *arena);
void ek_html_index_take(struct ek_html_index *index, struct ek_html *scratch,
                        ek_str page);
void ek_html_index_write(const struct ek_html_index *index, ek_buf *out,
                         const struct ek_report_options *options);

#endif
