/* SPDX-License-Identifier: Apache-2.0 */
/* The bare words of a text: what it is known by again in another version, file
 * or format. Without punctuation, marks of the notation, targets of links, and
 * the numbers by which clauses speak of one another. What this gives goes into
 * fingerprints that people keep: a change of it is a new method. */
#ifndef EK_RESULT_BARE_H
#define EK_RESULT_BARE_H

#include "base/buf.h"

/* Appends the words of a normalized text (NFKC, case folded), each with a blank
 * behind it. A Japanese character is a word. */
void ek_bare_add(ek_buf *out, ek_str normalized);

#endif
