/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a rule holds of a frame. Private to the room, and shown by --show
 * frames. */
#ifndef EK_CLAUSE_HOLDS_H
#define EK_CLAUSE_HOLDS_H

#include "frame/frame.h"

typedef enum ek_holding {
    EK_HOLDS_NOT,
    EK_HOLDS_AS_CLUE,
    EK_HOLDS,
} ek_holding;

struct ek_held {
    ek_holding how;
    const struct ek_act *act; /* that met the first <act>, or NULL */
    /* the condition that failed: number in acts, or acts.n + number in words;
     * UINT32_MAX when the kind of part does not fit */
    uint32_t missing;
};

/* sentence: the own words of all frames of the sentence. */
struct ek_held ek_rule_holds(const ek_rule *rule, const ek_frames *frames,
                             const ek_frame *frame, const ek_bits *sentence);
/* Whether all conditions after the missing one hold: it alone stands between
 * the rule and the frame. */
bool ek_rule_nearly_holds(const ek_rule *rule, const ek_frames *frames,
                          const ek_frame *frame, const ek_bits *sentence,
                          uint32_t missing);

#endif
