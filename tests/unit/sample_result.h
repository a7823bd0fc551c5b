/* SPDX-License-Identifier: Apache-2.0 */
/* Results built by hand, for the tests of everything behind the scorer. */
#ifndef SAMPLE_RESULT_H
#define SAMPLE_RESULT_H

#include "result/result.h"

/* Pack, disclaimer and nothing else; the caller frees. */
ek_result *sample_empty(const char *path);
/* Findings of every kind, verdicts of every group, questions, overlays,
 * facts, notes. */
ek_result *sample_rich(const char *path);
/* A document that could not be judged, with the verdicts that say so. */
ek_result *sample_unread(const char *path, const char *why);

/* A present finding of a clause on lines a..b with a quote. */
ek_finding *sample_finding(ek_result *result, const char *clause, uint32_t a,
                           uint32_t b, const char *quote);
ek_verdict *sample_verdict(ek_result *result, const char *item,
                           const char *status, const char *ja, const char *en);
void sample_evidence(ek_result *result, ek_verdict *verdict, uint32_t finding,
                     const char *row, const char *contribution);

#endif
