/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EK_CLAUSE_QUALIFY_H
#define EK_CLAUSE_QUALIFY_H

#include "clause/holds.h"

/* The qualifiers of a finding: what the rule sets, else what the act and the
 * frame's own words mean, else what it inherits, else, for the purpose, what
 * the items of its own enumeration say; "not stated" in words where the tables
 * need to know. */
ek_quals ek_qualify(const ek_pack *pack, const ek_rule *rule,
                    const ek_frames *frames, const ek_frame *frame,
                    const struct ek_act *act);

#endif
