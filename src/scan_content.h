/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a document in its structure, for reports that show it. Private to
 * the hallway. */
#ifndef EK_SCAN_CONTENT_H
#define EK_SCAN_CONTENT_H

#include "result/result.h"
#include "seg/seg.h"

/* Fills text and blocks of the result's document. All words of the text stand
 * in some block. */
void ek_note_content(ek_result *result, const ek_segs *segs);

#endif
