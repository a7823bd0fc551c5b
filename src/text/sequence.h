/* SPDX-License-Identifier: Apache-2.0 */
/* Bare markers that count on: "2" after "1", one kana after the other. Alone
 * such a marker could be running text; where it follows the one before it, it
 * is the next item. */
#ifndef EK_TEXT_SEQUENCE_H
#define EK_TEXT_SEQUENCE_H

#include "base/str.h"

#include <stdint.h>

struct ek_sequence {
    uint32_t number, kana; /* of the last item, from 1; 0: none yet */
};

/* Takes a line without indentation. Whether its marker, a number or a kana
 * before a blank, is the next one. */
bool ek_sequence_goes_on(struct ek_sequence *sequence, ek_str line);

#endif
