/* SPDX-License-Identifier: Apache-2.0 */
/* Documents out of an untrusted JSON tree. */
#ifndef EK_RESULT_READ_DOCUMENT_H
#define EK_RESULT_READ_DOCUMENT_H

#include "result/result.h"
#include "result/take.h"

bool ek_document_read(ek_document *out, const ek_result *result,
                      struct ek_taken *from);
/* The key "bundle": name and documents. */
bool ek_bundle_read(ek_result *result, struct ek_taken *root);
/* The codes that each document repeats are those of its diagnostics about
 * reading; called when both were read. */
bool ek_documents_agree(const ek_result *result, struct ek_taken *root);

#endif
