/* SPDX-License-Identifier: Apache-2.0 */
/* How text fills the cells of a terminal: wide characters and emoji count two,
 * combining marks none, and those of ambiguous width (East Asian "A", such as
 * curly quotes) one, as terminals have it unless told otherwise. Texts given here are visible ones (ek_width_visible): valid
 * UTF-8 without control or direction characters. */
#ifndef EK_REPORT_WIDTH_H
#define EK_REPORT_WIDTH_H

#include "base/buf.h"

/* A copy that is safe to print and cannot lie: control, direction and other
 * format characters become codes (\x1b, <U+202E>), invalid bytes \xNN; runs of
 * blanks and line breaks become one blank, or nothing between two Japanese
 * characters. */
ek_str ek_width_visible(ek_arena *arena, ek_str s);

unsigned ek_width(ek_str s); /* cells */

/* The longest front of s that fits; a wide character is never split. */
ek_str ek_width_fit(ek_str s, unsigned cells);
/* The longest end likewise. */
ek_str ek_width_fit_end(ek_str s, unsigned cells);
/* Appends s in exactly so many cells: padded with blanks, or cut with "...". */
void ek_width_pad(ek_buf *out, ek_str s, unsigned cells);

/* Takes the next line off the front of *rest. Lines never begin with a closing
 * bracket, comma or full stop nor end with an opening bracket; words of Latin
 * letters are kept whole where they fit. False when nothing is left. */
bool ek_width_wrap(ek_str *rest, unsigned cells, ek_str *line);

#endif
