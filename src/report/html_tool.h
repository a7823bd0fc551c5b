/* SPDX-License-Identifier: Apache-2.0 */
/* What the reader of a page handles: buttons, the bar of what is selected, the
 * keys. None of it is there without script. */
#ifndef EK_REPORT_HTML_TOOL_H
#define EK_REPORT_HTML_TOOL_H

#include "report/html.h"

/* <button class="btn" ... data-do="next" aria-label="...">text</button> */
struct ek_html_button {
    const char *does, *class;
    enum ek_word word;
    const char *sign; /* shown in its place; NULL: the word itself is shown */
};

struct ek_html_key {
    const char *keys; /* markup: <kbd>j</kbd> */
    enum ek_word word;
};

void ek_html_button(struct ek_html *h, const struct ek_html_button *button);
/* <aside id="bar">, which the script fills with say and its arguments; behind
 * it the line that is read aloud, id="live". */
void ek_html_bar(struct ek_html *h, enum ek_word label, enum ek_word say,
                 const struct ek_html_button *buttons, size_t n);
/* <dialog id="help"> of the keys, in which they can be switched off. */
void ek_html_help(struct ek_html *h, const struct ek_html_key *keys, size_t n);
/* The disclaimer of h->result. */
void ek_html_footer(struct ek_html *h);

#endif
