/* SPDX-License-Identifier: Apache-2.0 */
/* By what findings and verdicts are known again in another version of a
 * document. The first digit is that of the method: two fingerprints made by
 * different ones never agree. */
#ifndef EK_RESULT_FINGERPRINT_H
#define EK_RESULT_FINGERPRINT_H

#include "result/result.h"

/* Of normalized text, without the labels of its articles: renumbering must not
 * change it. */
struct ek_known_by {
    ek_str words; /* of the sentence or item */
    ek_str leads; /* digests of what leads it in, separated by blanks */
    ek_str place; /* digest of the sentence before it, or of the heading */
};

/* The digest of a text's bare words: 16 hex digits. */
ek_str ek_words_digest(ek_arena *arena, ek_str normalized);
/* Sets fingerprint and wording: 16 hex digits, the first ones of a SHA-256 over
 * rule, tier, words, leads and, of the fingerprint, place. */
void ek_finding_fingerprint(ek_arena *arena, ek_finding *finding,
                            const struct ek_known_by *by);

/* By finding: how many have its fingerprint; of absent ones 0. */
uint32_t *ek_findings_alike(ek_arena *arena, const ek_result *result);
/* What a verdict rests on: a word each finding, "clause:contribution:wording",
 * sorted, separated by blanks. */
ek_str ek_verdict_rests(ek_arena *arena, const ek_result *result,
                        const ek_verdict *verdict);
/* Over item, status, row and what it rests on. */
ek_str ek_verdict_fingerprint(ek_arena *arena, const ek_result *result,
                              const ek_verdict *verdict);

#endif
