/* SPDX-License-Identifier: Apache-2.0 */
/* The only place that opens libxml2. Nothing is fetched from the network, no
 * entity is expanded, no external file is loaded; what the parser complains of
 * goes to the diagnostic sink with file and line. A document that is handed
 * out is released with the arena: never call xmlFreeDoc on it. */
#ifndef EK_BASE_XML_H
#define EK_BASE_XML_H

#include "base/diag.h"

#include <libxml/tree.h>

/* Well-formed XML from a file. EK_EIO (read_open) when it cannot be opened,
 * EK_EFORMAT (pack_xml, one line an error, at most a handful) when it is not
 * well-formed or has a document type declaration. Line numbers stand in the
 * nodes (ek_xml_line). *out is set only on success. */
ek_status ek_xml_file(xmlDoc **out, ek_arena *arena, ek_str path,
                      ek_diag *diag);
/* The same from memory; name stands for the path in diagnostics. */
ek_status ek_xml_memory(xmlDoc **out, ek_arena *arena, ek_str bytes,
                        ek_str name, ek_diag *diag);
/* Whether elements have so many attributes that to parse it would take minutes:
 * libxml2 compares each with all others. ek_xml_memory refuses it; ask before
 * ek_xml_html. */
bool ek_xml_crowded(ek_str text);
/* HTML as found in the wild, already decoded to UTF-8 without NUL; a charset
 * that the page declares is ignored. Nothing in it is an error; NULL when not
 * even an empty tree came out. Trees may be deep: walk them with a loop. */
xmlDoc *ek_xml_html(ek_arena *arena, ek_str utf8);

/* The value of an attribute, borrowed from the tree; .p is NULL when the node
 * has no such attribute. Names without namespace; HTML names in lower case. */
ek_str ek_xml_attr(const xmlNode *node, const char *name);
/* The name of an element, the empty view for any other node. Borrowed. */
ek_str ek_xml_name(const xmlNode *node);
/* 1-based line in the source; 0 when unknown, which elements beyond line 65534
 * are (their texts are not). */
uint32_t ek_xml_line(const xmlNode *node);

#endif
