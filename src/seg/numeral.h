/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as list markers write them: 12, 十二, iv, b, ロ. */
#ifndef EK_SEG_NUMERAL_H
#define EK_SEG_NUMERAL_H

#include "seg/mark.h"

/* Reads on from at; a reader may be copied to come back to a place. */
struct ek_reader {
    const ek_norm *norm;
    const char *bytes;
    uint32_t at, end;
};

/* Each moves on only over what it says; where it fails, the place is not
 * defined. */
bool ek_reader_take(struct ek_reader *r, const char *string);
bool ek_numeral_digits(struct ek_reader *r, uint32_t *number); /* up to 4 */
bool ek_numeral_kanji(struct ek_reader *r, uint32_t *number);
bool ek_numeral_any(struct ek_reader *r, uint32_t *number); /* digits, kanji */
/* A letter or a roman number; i is roman, v a letter, and the other reading
 * stands in other and other_number. */
bool ek_numeral_letters(struct ek_reader *r, struct ek_mark *m,
                        ek_mark_sort letter, ek_mark_sort roman);
/* Katakana in the order of イロハ (number) or アイウ (other_number). */
bool ek_numeral_kana(struct ek_reader *r, struct ek_mark *m, ek_mark_sort sort);

#endif
