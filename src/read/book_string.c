/* SPDX-License-Identifier: Apache-2.0 */
/* Strings of a workbook: in runs, with their reading in kana beside them where
 * an input method has left it, and with what XML cannot hold as _x000D_. */
#include "config.h"

#include "read/book_part.h"

enum { ESCAPE = 7, /* "_x000D_" */ LOW_FIRST = 0xDC00, LOW_LAST = 0xDFFF };

static bool
is_escape(ek_str s, size_t at, uint32_t *unit)
{
    if (s.n - at < ESCAPE || s.p[at] != '_' || s.p[at + 1] != 'x' ||
        s.p[at + ESCAPE - 1] != '_')
        return false;
    *unit = 0;
    for (size_t i = at + 2; i < at + ESCAPE - 1; i++) {
        int digit = ek_hex_digit(s.p[i]);
        if (digit < 0)
            return false;
        *unit = *unit << 4 | (uint32_t)digit;
    }
    return *unit < 0xD800 || *unit > LOW_LAST;
}

/* Half of a pair has no character of its own and stays as it is written. */
static void
decode(ek_buf *out, ek_str s)
{
    uint32_t unit;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '_' && is_escape(s, i, &unit)) {
            ek_buf_cp(out, unit);
            i += ESCAPE - 1;
        } else {
            ek_buf_putc(out, s.p[i]);
        }
}

bool
ek_book_plain(ek_buf *out, ek_xml_stream *stream)
{
    const xmlNode *node;
    for (size_t depth = 1; depth;) {
        enum ek_xml_event event = ek_xml_stream_next(stream, &node);
        if (event <= EK_XML_BAD)
            return false;
        if (event == EK_XML_TEXT)
            ek_buf_add(out, ek_xml_stream_text(node));
        depth += event == EK_XML_ENTER;
        depth -= event == EK_XML_LEAVE;
    }
    return true;
}

bool
ek_book_string(ek_buf *out, ek_xml_stream *stream)
{
    const xmlNode *node;
    ek_buf raw = ek_buf_on(out->arena), reading = ek_buf_on(out->arena);
    for (size_t depth = 1; depth;) {
        enum ek_xml_event event = ek_xml_stream_next(stream, &node);
        bool good = event > EK_XML_BAD;
        if (event == EK_XML_ENTER && ek_str_is(ek_xml_name(node), "t"))
            good = ek_book_plain(&raw, stream);
        else if (event == EK_XML_ENTER && ek_str_is(ek_xml_name(node), "rPh"))
            good = ek_book_plain(&reading, stream);
        else
            depth = event == EK_XML_ENTER   ? depth + 1
                    : event == EK_XML_LEAVE ? depth - 1
                                            : depth;
        if (!good)
            return false;
    }
    decode(out, ek_buf_str(&raw));
    return true;
}

static bool
enter_string(ek_book *book, const xmlNode *node, ek_xml_stream *stream,
             void *self)
{
    (void)self;
    if (!ek_str_is(ek_xml_name(node), "si"))
        return true;
    ek_buf text = ek_buf_on(book->arena);
    if (!ek_book_string(&text, stream))
        return false;
    EK_PUSH(book->arena, book->strings, ek_buf_str(&text));
    return true;
}

ek_status
ek_book_strings(ek_book *book, ek_str part, ek_diag *diag)
{
    return ek_book_each(book, part, diag, enter_string, NULL);
}
