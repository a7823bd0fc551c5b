/* SPDX-License-Identifier: Apache-2.0 */
/* One finding out of an untrusted JSON tree. */
#ifndef EK_RESULT_READ_FINDING_H
#define EK_RESULT_READ_FINDING_H

#include "clause/finding.h"
#include "result/take.h"

/* bundle: whether it names its document. */
bool ek_finding_read(ek_finding *out, struct ek_taken *from, bool bundle);

#endif
