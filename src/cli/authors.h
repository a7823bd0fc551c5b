/* SPDX-License-Identifier: Apache-2.0 */
/* What the authors of patterns are told: `ekimu patterns profile`, the matrix
 * of `patterns test`, `patterns list --unused`. */
#ifndef EK_CLI_AUTHORS_H
#define EK_CLI_AUTHORS_H

#include "cli/run.h"
#include "ekimu_app.h"

/* Examples of each clause type, and which other types they gave. */
void ek_authors_matrix(ek_buf *out, const ek_pack *pack,
                       const struct ek_self_rows *rows);
/* Time and hits of each pattern and rule over the operands' documents. */
void ek_authors_profile(struct ek_run *run, ek_buf *out);
/* Concepts that no rule uses; patterns that hit nothing in the documents of
 * the operands after the first, if there are any. */
void ek_authors_unused(struct ek_run *run, ek_buf *out, const ek_pack *pack);

#endif
