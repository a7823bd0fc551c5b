/* SPDX-License-Identifier: Apache-2.0 */
/* Large XML as it comes, without a tree: a sheet has a million cells. Refuses
 * what ek_xml_memory refuses; nothing is fetched, no entity is expanded. */
#ifndef EK_BASE_XML_STREAM_H
#define EK_BASE_XML_STREAM_H

#include "base/xml.h"

typedef struct ek_xml_stream ek_xml_stream;

enum ek_xml_event {
    EK_XML_END, /* of the document */
    EK_XML_BAD, /* not well-formed, or refused; nothing comes after it */
    EK_XML_ENTER,
    EK_XML_LEAVE, /* of each element entered */
    EK_XML_TEXT,
};

/* Bytes are borrowed until it is closed. NULL where there is no memory for it.
 * Closed with the arena, or before. */
ek_xml_stream *ek_xml_stream_open(ek_arena *arena, ek_str bytes);
void ek_xml_stream_close(ek_xml_stream *stream);
/* The next event. The node it is about (ek_xml_name, ek_xml_attr; the text of
 * EK_XML_TEXT with ek_xml_stream_text) is borrowed until the next call. */
enum ek_xml_event ek_xml_stream_next(ek_xml_stream *stream,
                                     const xmlNode **node);
ek_str ek_xml_stream_text(const xmlNode *node);

#endif
