/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the evidence sheet, in its order. */
#ifndef EK_REPORT_HTML_SHEET_H
#define EK_REPORT_HTML_SHEET_H

#include "report/html_panel.h"

void ek_sheet_head(struct ek_html *h);
void ek_sheet_verdicts(struct ek_html *h);
void ek_sheet_facts(struct ek_html *h);
void ek_sheet_quotes(struct ek_panel *panel);
void ek_sheet_asked(struct ek_panel *panel);
/* Decisions without a counterpart. */
void ek_sheet_orphans(struct ek_html *h);
void ek_sheet_silence(struct ek_html *h);

/* <table class="..."><thead> with a row of these words. */
void ek_sheet_table(struct ek_html *h, const char *class,
                    const enum ek_word *words, size_t n);
/* <td class="c">, <td> */
void ek_sheet_mark(struct ek_html *h, ek_str s);
void ek_sheet_cell(struct ek_html *h, ek_str s);
/* That there are none, or no result at all and why. */
void ek_sheet_none(struct ek_html *h);

#endif
