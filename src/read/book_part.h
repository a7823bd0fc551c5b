/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a workbook, private to its reader. */
#ifndef EK_READ_BOOK_PART_H
#define EK_READ_BOOK_PART_H

#include "base/buf.h"
#include "base/xml_stream.h"
#include "read/book.h"
#include "read/docx.h"

enum { EK_BOOK_COLUMNS = 16384, EK_BOOK_ROWS = 1048576 };

struct ek_book_sheet {
    ek_str name;
    ek_str part; /* of the package; empty: it could not be found */
};

struct ek_book_name {
    ek_str name, text; /* "'Sheet (2)'!$L$2:$L$9" */
    bool local;        /* to one sheet */
};

struct ek_book_word {
    ek_str name, text;
};

struct ek_book {
    ek_arena *arena;
    struct ek_office package;
    EK_VEC(struct ek_book_sheet) sheets;
    EK_VEC(struct ek_book_name) names;
    EK_VEC(struct ek_book_word) properties;
    EK_VEC(ek_str) strings;
    bool from_1904;
};

/* A part as a stream; EK_EFORMAT where it is missing. The caller closes it. */
ek_status ek_book_part(ek_xml_stream **out, ek_book *book, ek_str name,
                       ek_diag *diag);
/* Enters each element of a part; enter gives false when the stream is bad. */
ek_status ek_book_each(ek_book *book, ek_str part, ek_diag *diag,
                       bool (*enter)(ek_book *book, const xmlNode *node,
                                     ek_xml_stream *stream, void *self),
                       void *self);
/* Says that a part is damaged or refused. */
ek_status ek_book_damaged(const ek_book *book, ek_str part, ek_diag *diag);

/* book_string.c */
/* The text of a string element just entered, up to its end: its runs without
 * what tells how they are pronounced; _x000A_ decoded. False when the stream
 * is bad. */
bool ek_book_string(ek_buf *out, ek_xml_stream *stream);
/* The texts up to the end of an element just entered. */
bool ek_book_plain(ek_buf *out, ek_xml_stream *stream);
ek_status ek_book_strings(ek_book *book, ek_str part, ek_diag *diag);

/* book_range.c */
struct ek_book_range {
    ek_str sheet;
    uint32_t column, first, last; /* from 1 */
};
/* What a name stands for, when that is a piece of one column. */
bool ek_book_range_of(struct ek_book_range *out, const ek_book *book,
                      ek_str name);
/* The column and row of "$L$12", "L12"; false when it is none. */
bool ek_book_address_of(ek_str address, uint32_t *column, uint32_t *row);

#endif
