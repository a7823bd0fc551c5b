/* SPDX-License-Identifier: Apache-2.0 */
/* What stands beside the text of a contract, and what the evidence sheet
 * shares with it: anchors, who leans on which finding, words. */
#ifndef EK_REPORT_HTML_PANEL_H
#define EK_REPORT_HTML_PANEL_H

#include "report/html.h"

/* The ids of a list, each with an anchor of its own on the page, and the way
 * from an id to its place in the list. */
struct ek_anchors {
    ek_str *ids, *anchors; /* "EX-1", "v-EX-1" */
    uint32_t *sorted;      /* by id, then place */
    size_t n;
};
/* ids: on the same arena. An id that is no plain word or stands twice gets an
 * anchor by its place: "v-_7". */
struct ek_anchors ek_anchors_of(ek_arena *arena, const char *prefix,
                                ek_str *ids, size_t n);
/* The first place of an id; n when it is none. */
uint32_t ek_anchors_find(const struct ek_anchors *anchors, ek_str id);

/* That a verdict names a finding. */
struct ek_use {
    uint32_t verdict, evidence;
};
struct ek_uses {
    EK_VEC(struct ek_use) v; /* in table order */
};

struct ek_panel {
    struct ek_html *h;
    struct ek_anchors verdicts, lines, asked, changes, facts;
    struct ek_uses *uses;   /* one a finding */
    struct ek_uses *askers; /* one a question: the verdicts that ask it */
};

struct ek_panel ek_panel_of(struct ek_html *h);

/* The four tabs. */
void ek_panel_verdicts(struct ek_panel *panel);
void ek_panel_findings(struct ek_panel *panel);
void ek_panel_asked(struct ek_panel *panel);
void ek_panel_facts(struct ek_panel *panel);

/* html_reviewed.c: what was decided. */
void ek_html_review(struct ek_html *h, const ek_review *review);
/* Of a finding or a verdict, from its first review on. */
void ek_html_reviews(struct ek_html *h, uint32_t first);
/* What has to be looked at again, and what has no counterpart any more. */
void ek_panel_decisions(struct ek_panel *panel);

/* Parts of the first: an exception; a list of items of a kind. */
void ek_panel_exception(struct ek_panel *panel, uint32_t verdict, bool open);
enum ek_panel_place {
    EK_AT_EXCEPTION,
    EK_AT_SERVICE, /* and its functions */
    EK_AT_QA55,
    EK_AT_GUIDELINE,
    EK_AT_QA,
};
enum ek_panel_place ek_panel_place_of(const ek_verdict *verdict);
void ek_panel_items(struct ek_panel *panel, enum ek_panel_place place);
/* "row A4 - provisions P06 - inference - changed since E-5" */
void ek_panel_basis(struct ek_panel *panel, const ek_verdict *verdict);

/* <h2>words</h2> */
void ek_panel_heading(struct ek_html *h, enum ek_word word, ek_str arg);
/* That there are none in such a list, or no result at all and why. */
void ek_panel_none(struct ek_html *h, enum ek_word word);
/* <a href="#...">text</a> */
void ek_panel_link(struct ek_html *h, ek_str anchor, ek_str text);
void ek_panel_code(struct ek_html *h, ek_str s);
/* Links to the questions of a verdict that go to somebody, with a word before
 * them; nothing when there are none. */
void ek_panel_asks(struct ek_panel *panel, const ek_verdict *verdict,
                   const char *to, enum ek_word word);
/* To its place in the text; to its card where the page has no text of the
 * document; to the list of those not present. */
ek_str ek_panel_target(struct ek_html *h, uint32_t finding);
bool ek_panel_in_text(struct ek_html *h, uint32_t finding);
/* "allows access or use" */
ek_str ek_panel_contribution(struct ek_html *h, ek_str contribution);
/* An answer in words. */
ek_str ek_panel_value(struct ek_html *h, ek_str value);
/* Its title; empty when the pack is not known to have it. */
ek_str ek_panel_fact(struct ek_html *h, ek_str fact);
/* Title of the finding's clause. */
ek_str ek_panel_title(struct ek_html *h, const ek_finding *finding);
/* Article and place: "第12条第1項 ・ p.5 行60". */
ek_str ek_panel_where(struct ek_html *h, const ek_finding *finding);
/* <q>quote</q>, cut where it has more than so many characters (0 = whole). */
void ek_panel_quote(struct ek_html *h, const ek_finding *finding,
                    size_t characters);
/* The name of an item: 例外1, Q&A60, G1-2; of a function: attendance. */
ek_str ek_panel_item(struct ek_html *h, const ek_verdict *verdict);
/* Its outcome; what kind of service it is is none, and stands as a word. */
void ek_panel_outcome(struct ek_html *h, const ek_verdict *verdict);
/* Lines, each ended by a line feed: how a document was read. */
ek_str ek_panel_reading(struct ek_html *h, uint32_t document);
/* How many findings are of a kind. */
size_t ek_panel_count(const struct ek_html *h, ek_finding_kind kind);
/* How a question to a provider is to be sent. */
const ek_label *ek_panel_ready(const struct ek_asked *asked);

#endif
