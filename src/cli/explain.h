/* SPDX-License-Identifier: Apache-2.0 */
/* An answer of ekimu explain: what the pack says under an id, as a page. */
#ifndef EK_CLI_EXPLAIN_H
#define EK_CLI_EXPLAIN_H

#include "cli/run.h"
#include "ekimu_app.h"

struct answer {
    struct ek_run *run;
    const ek_pack *pack;
    struct ek_page page;
    unsigned found;
    bool numbers; /* of the Q&A were shown */
};

ek_str ek_answer_say(struct answer *a, enum ek_message message, ek_str arg);
void ek_answer_head(struct answer *a, ek_str id, ek_str kind,
                    const ek_label *title);
void ek_answer_text(struct answer *a, const ek_label *text);
void ek_answer_field(struct answer *a, enum ek_message name, ek_str value);
void ek_answer_count(struct answer *a, enum ek_message name, size_t n);
/* A word for how certain something is, in the language of the output. */
void ek_answer_certainty(struct answer *a, ek_str word);
void ek_answer_sources(struct answer *a, ek_str ids);
/* What has changed since about any of these ids, each change once. */
void ek_answer_changes(struct answer *a, ek_str ids);

/* explain_law.c: provisions, changes, sources, references ("regimes" and
 * "standards" name all of a kind). */
void ek_explain_law(struct answer *a, ek_str id);
/* explain_pack.c: clause types, concepts, tables and rows, questions, facts. */
void ek_explain_pack(struct answer *a, ek_str id);
/* explain_reading.c: words for what was not read, why, and what was kept
 * apart. */
void ek_explain_reading(struct answer *a, ek_str id);

#endif
