/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/xml_stream.h"

#include <limits.h>

#include <libxml/xmlreader.h>

struct ek_xml_stream {
    xmlTextReader *reader;
    bool bad;
    bool leaves; /* the element at hand is empty: left at once */
};

static void
keep_bad(void *object, xmlErrorPtr error)
{
    struct ek_xml_stream *stream = object;
    stream->bad |= error->level >= XML_ERR_ERROR;
}

void
ek_xml_stream_close(ek_xml_stream *stream)
{
    if (stream && stream->reader)
        xmlFreeTextReader(stream->reader);
    if (stream)
        stream->reader = NULL;
}

static void
close_late(void *object)
{
    ek_xml_stream_close(object);
}

ek_xml_stream *
ek_xml_stream_open(ek_arena *arena, ek_str bytes)
{
    int options = XML_PARSE_NONET | XML_PARSE_COMPACT;
    struct ek_xml_stream *stream = ek_arena_alloc(arena, sizeof *stream);
    ek_arena_defer(arena, close_late, stream);
    stream->bad = bytes.n > INT_MAX || ek_xml_crowded(bytes);
    if (stream->bad)
        return stream;
    stream->reader = xmlReaderForMemory(bytes.p ? bytes.p : "", (int)bytes.n,
                                        NULL, NULL, options);
    if (!stream->reader)
        return NULL;
    xmlTextReaderSetStructuredErrorHandler(stream->reader, keep_bad, stream);
    return stream;
}

static enum ek_xml_event
entered(ek_xml_stream *stream)
{
    stream->leaves = xmlTextReaderIsEmptyElement(stream->reader) == 1;
    return EK_XML_ENTER;
}

enum ek_xml_event
ek_xml_stream_next(ek_xml_stream *stream, const xmlNode **node)
{
    if (stream->leaves) {
        stream->leaves = false;
        return EK_XML_LEAVE;
    }
    while (!stream->bad) {
        int got = xmlTextReaderRead(stream->reader);
        if (got != 1)
            return got == 0 && !stream->bad ? EK_XML_END : EK_XML_BAD;
        *node = xmlTextReaderCurrentNode(stream->reader);
        switch (xmlTextReaderNodeType(stream->reader)) {
        case XML_READER_TYPE_ELEMENT:
            return entered(stream);
        case XML_READER_TYPE_END_ELEMENT:
            return EK_XML_LEAVE;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            return EK_XML_TEXT;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            stream->bad = true;
            break;
        default:
            break;
        }
    }
    return EK_XML_BAD;
}

ek_str
ek_xml_stream_text(const xmlNode *node)
{
    return ek_str_of((const char *)node->content);
}
