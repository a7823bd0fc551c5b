/* SPDX-License-Identifier: Apache-2.0 */
/* The rules over frames: findings, clues, absence, qualifiers. */
#ifndef EK_CLAUSE_CLAUSE_H
#define EK_CLAUSE_CLAUSE_H

#include "clause/finding.h"
#include "frame/frame.h"

/* Findings in the order of ek_findings, at most one of a clause per sentence
 * or item; every clause type without one gets an absent finding, every rule
 * that a limit stopped a gave-up finding. */
void ek_clause_find(ek_findings *out, ek_arena *arena, const ek_pack *pack,
                    const ek_segs *segs, const ek_frames *frames);

#endif
