/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "clause/finding.h"

const char *
ek_finding_kind_word(ek_finding_kind kind)
{
    static const char *const words[] = {"present", "absent", "gave-up"};
    return words[kind];
}

const char *
ek_tier_word(ek_tier tier)
{
    static const char *const words[] = {"finding", "clue"};
    return words[tier];
}
