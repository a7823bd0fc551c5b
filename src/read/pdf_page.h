/* SPDX-License-Identifier: Apache-2.0 */
/* A page as ekimu-pdf or ekimu-ocr sees it: words with their boxes. How lines,
 * columns and paragraphs come of them is decided in pdf.c and beside it, never
 * in the programs.
 *
 * The programs write lines of fields separated by tabs, in UTF-8:
 *
 *     ekimu-pdf 1
 *     trouble WORD          encrypted, damaged: the last line then
 *     repaired              damaged; what follows is what could be saved
 *     attachment NAME       a file inside the file
 *     pages N               of the document; page lines may be fewer
 *     page I WIDTH HEIGHT LABEL
 *     image X0 Y0 X1 Y1     a picture on the page
 *     fonts N UNMAPPED      of the page; how many give no characters
 *     ink PERCENT           of a page without words: how much of it is drawn
 *     word X0 Y0 X1 Y1 SIZE FLAGS CONFIDENCE TEXT
 *     lost PERCENT          of the page: letters that give no characters
 *     comments N            of the page: notes that are no part of its text
 *     ink PERCENT           of a page without words: what is not white
 *     flawed                of the page: a part of it could not be decoded
 *     end                   the output is whole
 *
 * Lengths are points (1/72 inch), the origin is the upper left corner, y goes
 * down. A word ends at a blank, at a line end, where the type changes, or where
 * a gap is left. A page whose words run up, down or backwards is turned. The
 * values of fields stand among the words, boxes to tick as U+2611 and U+2610.
 */
#ifndef EK_READ_PDF_PAGE_H
#define EK_READ_PDF_PAGE_H

#include "base/str.h"
#include "base/vec.h"

#include <stdint.h>

enum ek_pdf_flag {
    EK_PDF_BOLD = 1,
    EK_PDF_VERTICAL = 2, /* its characters stand below one another */
    EK_PDF_JOINED = 4,   /* no blank between it and the word before */
    EK_PDF_TURNED = 8,   /* its letters lie on their side or head */
};

struct ek_pdf_box {
    float x0, y0, x1, y1;
};

struct ek_pdf_word {
    struct ek_pdf_box box;
    float size;          /* of the type */
    unsigned flags;      /* enum ek_pdf_flag */
    uint32_t confidence; /* percent, of OCR; 0: no OCR */
    ek_str text;
};

struct ek_pdf_page {
    uint32_t number; /* 1-based */
    ek_str label;    /* "iv", as printed in a viewer; may be empty */
    float width, height;
    EK_VEC(struct ek_pdf_box) images;
    uint32_t fonts, unmapped;
    uint32_t ink;  /* percent of the page that is not blank; 0: not told */
    uint32_t lost; /* percent of its letters that give no characters */
    bool flawed;   /* a part of it could not be decoded */
    EK_VEC(struct ek_pdf_word) words; /* in the order of the program */
};

#endif
