/* SPDX-License-Identifier: Apache-2.0 */
/* Reading the elements of a pack file: every complaint gets file and line, and
 * reading goes on so that all of them are told at once. Internal to this
 * room. What is handed out lives as long as the pack. */
#ifndef EK_PATTERN_NODE_H
#define EK_PATTERN_NODE_H

#include "base/xml.h"
#include "pattern/pack.h"

struct ek_load {
    ek_pack *pack;
    ek_diag *diag;
    ek_str file; /* the one being read, as shown to people */
};

/* Says code with the place of node. */
void ek_node_say(const struct ek_load *load, const xmlNode *node,
                 ek_diag_code code, ek_str arg1, ek_str arg2);
/* Element children in order, NULL after the last. Text among them is refused,
 * comments are skipped. */
const xmlNode *ek_node_first(const struct ek_load *load, const xmlNode *parent);
const xmlNode *ek_node_next(const struct ek_load *load, const xmlNode *node);
bool ek_node_is(const xmlNode *node, const char *name);
/* Says that the element may not stand where it stands. */
void ek_node_stray(const struct ek_load *load, const xmlNode *node);

/* Refuses attributes other than those named (separated by blanks) and, unless
 * quals is NULL, takes those that are named like a qualifier into it. */
void ek_node_only(const struct ek_load *load, const xmlNode *node,
                  const char *names, ek_quals *quals);
/* The value; the empty view and a complaint when it is missing. */
ek_str ek_node_need(const struct ek_load *load, const xmlNode *node,
                    const char *attribute);
/* The value, or the empty view. */
ek_str ek_node_attr(const xmlNode *node, const char *attribute);
/* Position of the attribute's value among words (separated by blanks),
 * fallback when there is no such attribute or, with a complaint, word. */
unsigned ek_node_choice(const struct ek_load *load, const xmlNode *node,
                        const char *attribute, const char *words,
                        unsigned fallback);
/* The same for several words at once: bits 1 << position, 0 for none. */
uint32_t ek_node_choices(const struct ek_load *load, const xmlNode *node,
                         const char *attribute, const char *words);
bool ek_node_yes(const struct ek_load *load, const xmlNode *node,
                 const char *attribute);
/* The attribute lang; EK_LANG_NONE and a complaint when it is neither. */
ek_lang ek_node_lang(const struct ek_load *load, const xmlNode *node);
/* Concepts named in an attribute; a trailing * stands for all that begin so. */
ek_bits ek_node_concepts(const struct ek_load *load, const xmlNode *node,
                         const char *attribute);
/* Qualifier values as in "object=content form=automated". */
void ek_node_quals(const struct ek_load *load, const xmlNode *node,
                   const char *attribute, ek_quals *quals);

/* The text of an element with its line breaks, so that lines can be counted;
 * elements in it are refused. */
ek_str ek_node_text(const struct ek_load *load, const xmlNode *node);
/* A text in the language of the attribute lang: blanks at line breaks are
 * dropped in Japanese, one blank in English. */
void ek_node_label(const struct ek_load *load, const xmlNode *node,
                   ek_label *label);
/* The same for words that ekimu addresses to readers, where the banned words
 * of the legal model are refused. */
void ek_node_prose(const struct ek_load *load, const xmlNode *node,
                   ek_label *label);
/* Complains when a label lacks a language; name is that of its element. */
void ek_node_both(const struct ek_load *load, const xmlNode *node,
                  const char *name, const ek_label *label);

#endif
