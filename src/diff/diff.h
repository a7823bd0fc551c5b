/* SPDX-License-Identifier: Apache-2.0 */
/* Two versions of a contract compared. */
#ifndef EK_DIFF_DIFF_H
#define EK_DIFF_DIFF_H

#include "result/change.h"

/* Compares two results that hold their texts (options.read.keep_text). All is
 * on the arena; the results must outlive it. */
ek_changes *ek_diff(ek_arena *arena, const ek_result *before,
                    const ek_result *after);

#endif
