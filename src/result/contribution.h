/* SPDX-License-Identifier: Apache-2.0 */
/* The contributions of findings in the order of their gravity. */
#ifndef EK_RESULT_CONTRIBUTION_H
#define EK_RESULT_CONTRIBUTION_H

#include "base/str.h"

/* 0 for the gravest, ascending; one past the last for an unknown word. */
unsigned ek_contribution_rank(ek_str contribution);
/* s, q, k, p or n; n for an unknown word. */
char ek_contribution_kind(ek_str contribution);

#endif
