/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EK_HELPER_OCR_WORDS_H
#define EK_HELPER_OCR_WORDS_H

#include <stdbool.h>

struct ek_ocr_picture {
    unsigned width, height; /* dots */
    double wide, high;      /* of the page, points */
    unsigned char *gray;    /* a byte a dot, row by row; 255 is white */
};

/* Writes the page. data is the folder of the languages ("jpn+eng"). False when
 * they cannot be loaded or recognition fails. */
bool ek_ocr_words(const struct ek_ocr_picture *picture, const char *data,
                  const char *languages);

#endif
