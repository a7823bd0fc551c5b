/* SPDX-License-Identifier: Apache-2.0 */
/* Words that ekimu must not use when it speaks to readers (banned.def). */
#ifndef EK_PATTERN_BANNED_H
#define EK_PATTERN_BANNED_H

#include "base/str.h"

/* The first banned word that stands in the text, the empty view for none. */
ek_str ek_banned_in(ek_str text);

#endif
