/* SPDX-License-Identifier: Apache-2.0 */
/* Makes DOCX files in memory from the inner XML of their parts. */
#ifndef EK_TESTS_DOCX_MAKER_H
#define EK_TESTS_DOCX_MAKER_H

#include "package.h"

/* NULL: there is no such part. */
struct docx {
    const char *body; /* within w:body */
    const char *styles, *numbering, *footnotes, *endnotes, *comments;
    const char *header, *footer;
    const char *rels; /* further relationships of the document */
    bool strict;      /* in the namespaces of ISO/IEC 29500 strict */
};

/* A paragraph; one with properties; one in a list. */
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define PP(properties, text)                                                   \
    "<w:p><w:pPr>" properties "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define LI(num, level, text)                                                   \
    PP("<w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" num              \
       "'/></w:numPr>",                                                        \
       text)
#define TC(content) "<w:tc>" content "</w:tc>"
#define TR(cells)   "<w:tr>" cells "</w:tr>"
#define TBL(rows)   "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"
#define R(text)     "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"

/* Parts without the main one, to be finished with package_bytes. */
struct package *docx_package(ek_arena *arena, const struct docx *docx);
ek_str docx_bytes(ek_arena *arena, const struct docx *docx);
/* NULL when it is refused. */
ek_text *docx_text(ek_arena *arena, const struct docx *docx);
/* Compares the text of each row's document with what is expected. */
struct docx_row {
    const char *body, *text;
};
void check_docx_rows(ek_arena *arena, const struct docx *parts,
                     const struct docx_row *rows, size_t n);

#endif
