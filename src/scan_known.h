/* SPDX-License-Identifier: Apache-2.0 */
/* By what the findings of a document are known again. */
#ifndef EK_SCAN_KNOWN_H
#define EK_SCAN_KNOWN_H

#include "result/result.h"
#include "seg/seg.h"

/* Fingerprints of the present ones. What leads a sentence in belongs to its
 * words: "may not:" before an item changes what the item says. */
void ek_note_known(ek_result *result, const ek_segs *segs);

#endif
