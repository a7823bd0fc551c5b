/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/change.h"

bool
ek_changes_of_substance(const ek_changes *changes)
{
    return changes->verdicts.n || changes->statements.n;
}
