/* SPDX-License-Identifier: Apache-2.0 */
/* The identity of a finding across versions of a document: rule, normalized
 * words and context (the article's label is left out: renumbering must not
 * change it). Versioned: a change of method changes the first digit. */
#ifndef EK_RESULT_FINGERPRINT_H
#define EK_RESULT_FINGERPRINT_H

#include "base/arena.h"

/* 16 hex digits: FNV-1a (64 bits, the top four replaced by the version) over
 * rule, words and the words of the sentence before. */
ek_str ek_fingerprint(ek_arena *arena, ek_str rule, ek_str words,
                      ek_str before);

#endif
