/* SPDX-License-Identifier: Apache-2.0 */
/* One function for each kind of pack file, told by its root element; each
 * says what is wrong and takes what is right. Internal to this room. */
#ifndef EK_PATTERN_LOAD_H
#define EK_PATTERN_LOAD_H

#include "pattern/node.h"

void ek_load_header(struct ek_load *load, const xmlNode *root); /* pack */
void ek_load_concepts(struct ek_load *load, const xmlNode *root);
void ek_load_words(struct ek_load *load, const xmlNode *root);
void ek_load_clause(struct ek_load *load, const xmlNode *root);
void ek_load_references(struct ek_load *load, const xmlNode *root);
void ek_load_provisions(struct ek_load *load, const xmlNode *root);
void ek_load_facts(struct ek_load *load, const xmlNode *root);
void ek_load_questions(struct ek_load *load, const xmlNode *root);

#endif
