/* SPDX-License-Identifier: Apache-2.0 */
/* What each stage has to say, written down in the result. */
#ifndef EK_SCAN_NOTE_H
#define EK_SCAN_NOTE_H

#include "read/box.h"
#include "scan.h"
#include "seg/seg.h"

void ek_note_source(ek_result *result, const ek_member *member,
                    const ek_pack *pack);
void ek_note_bundle(ek_result *result, ek_str name, const ek_pack *pack);
void ek_note_text(ek_result *result, const ek_text *text);
/* False when no supported language is spoken: no_result is set, of document
 * and result. */
bool ek_note_languages(ek_result *result, const ek_segs *segs);
/* Fingerprints; and the promise that a quote equals its source slice. */
void ek_note_findings(ek_result *result, const ek_segs *segs);
/* Counts the concepts that the tables ask for. */
void ek_note_said(ek_result *result, const ek_pack *pack, const ek_norm *norm,
                  const ek_hits *hits);
/* Diagnostics in both languages; an error sets no_result. */
void ek_note_diagnostics(ek_result *result, const ek_diag *diag);
/* After the arena of a member was exhausted (and freed): a small result that
 * says so in *out. */
ek_status ek_note_exhausted(ek_result **out, const ek_member *member,
                            const ek_pack *pack,
                            const struct ek_limits *limits);

#endif
