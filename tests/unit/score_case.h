/* SPDX-License-Identifier: Apache-2.0 */
/* A document for the scorer, written in one line:
 *
 *   "security-viewing acts=view purpose=security; ?provider-viewing; !deletion"
 *
 * are three findings: a present one with qualifiers, a clue and a gave-up.
 * "in=dpa" puts a finding into the document of that kind, "lang=en" tells its
 * language, "dated=2024-04-01" the version of the terms, "page=3" its page.
 * "%" is a document that could not be read, "%12/40" one of which so many pages
 * were.
 * "~kind.storage=5" are five mentions; the text speaks of an online service
 * unless its mentions of kind.online and kind.contract are set. */
#ifndef EK_TEST_SCORE_CASE_H
#define EK_TEST_SCORE_CASE_H

#include "score/score.h"

/* The shipped pack ($EKIMU_PATTERNS, else $srcdir/patterns, else patterns) while
 * a group of tests runs: its set-up, which prints the reasons when the pack does
 * not load, and its tear-down. */
extern ek_pack *shipped;
int score_load(void **state);
int score_free(void **state);

/* Scores the findings with facts ("U1=list-controlled U6=no"; a word without
 * "=" is a signal). The caller frees with ek_result_free. */
ek_result *score_case(const ek_pack *pack, const char *findings,
                      const char *facts);

const char *score_status(const ek_result *result, const char *item);
const char *score_row(const ek_result *result, const char *item);
/* The row that finding i took in the item's evidence, "" when it is not in. */
const char *score_took(const ek_result *result, const char *item, uint32_t i);
const struct ek_evidence *score_evidence(const ek_result *result,
                                         const char *item, uint32_t i);
bool score_asks(const ek_result *result, const char *item, const char *id);
bool score_overlays(const ek_result *result, const char *id);

#endif
