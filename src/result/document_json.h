/* SPDX-License-Identifier: Apache-2.0 */
/* A document and a place as JSON; private to this room. read_document.c is the
 * way back. */
#ifndef EK_RESULT_DOCUMENT_JSON_H
#define EK_RESULT_DOCUMENT_JSON_H

#include "result/give.h"
#include "result/result.h"
#include "result/take.h"

/* The document of an index, into the object o. content: with its text. */
void ek_document_give(ek_arena *arena, json_t *o, const ek_result *r,
                      uint32_t i, bool content);
/* What the place has; nothing else. */
void ek_place_give(ek_arena *arena, json_t *o, const ek_place *place);
bool ek_place_take(ek_place *out, struct ek_taken *from);
/* The content of a document, where there is one. */
bool ek_content_take(ek_document *d, ek_arena *arena, struct ek_taken *from);

#endif
