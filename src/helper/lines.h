/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the protocol of read/pdf_page.h to standard output. */
#ifndef EK_HELPER_LINES_H
#define EK_HELPER_LINES_H

#include "read/pdf_page.h"

#include <stdbool.h>
#include <stddef.h>

/* How a helper ends; any other status is a failure. */
enum ek_helper_exit {
    EK_HELPER_DONE = 0,
    EK_HELPER_USAGE = 2,
    EK_HELPER_MEMORY = 12, /* it needed more than it may have */
};

void ek_lines_begin(void);
void ek_lines_mark(const char *word);
void ek_lines_count(const char *word, size_t n);
void ek_lines_name(const char *word, const char *name);
void ek_lines_page(unsigned number, double width, double height,
                   const char *label);
void ek_lines_image(const struct ek_pdf_box *box);
void ek_lines_fonts(unsigned fonts, unsigned unmapped);
/* A text may hold anything; what would break a line is left out. */
void ek_lines_word(const struct ek_pdf_word *word);
/* False when not all of it could be written. */
bool ek_lines_end(void);

#endif
