/* SPDX-License-Identifier: Apache-2.0 */
/* Short forms of a segmented text, to be compared in tests, and the laws that
 * every one must keep. */
#ifndef EK_TESTS_SEG_HELPERS_H
#define EK_TESTS_SEG_HELPERS_H

#include "seg/seg.h"

const ek_segs *segs_of(ek_arena *arena, const char *utf8);

/* All NUL-terminated, on the arena. */
const char *sentences_in(ek_arena *arena, const ek_segs *segs); /* a.|b. */
/* "Mmain|Eexcept": M, C, E, I (condition), K (case), P; m goes on with M. */
const char *parts_in(ek_arena *arena, const ek_segs *segs);
/* "A H P S I R": kinds in preorder, without document and parts. */
const char *kinds_in(ek_arena *arena, const ek_segs *segs);
/* Of the sentence that holds an @: its label; what leads it in. */
const char *label_at_sign(ek_arena *arena, const ek_segs *segs);
const char *lead_at_sign(ek_arena *arena, const ek_segs *segs);

/* NULL, or which law is broken where. */
const char *fault_of(ek_arena *arena, const ek_segs *segs);
/* The same for each file below corpus/dev of a folder; memory of the texts is
 * static. */
const char *fault_in_folder(const char *shared, const char **file);

#endif
