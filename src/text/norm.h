/* SPDX-License-Identifier: Apache-2.0 */
/* The match view of a text: NFKC by unit except for list markers (fold.def),
 * lower case, one blank between words and none between Japanese characters,
 * hard-wrapped lines joined (Japanese without, English with a blank, a
 * hyphenated line end without).
 *
 *   indentation     stays, a blank for each column: full width 2, tab 4
 *   blanks          one, also behind markers (第1条 目的, ① 目的, 一 目的); none
 *                   between Japanese characters, or between one and ( ) [ ]
 *   katakana        the long mark at the end of a word of three syllables or
 *                   more is dropped (サーバー, サーバ: サーバ; プライバシーポリシー:
 *                   プライバシーポリシ; エラー and キー stay); the middle dot of the
 *                   compounds in fold.def, too (データ・センター: データセンタ)
 *   quotes, dashes  " and ' and -; 〜 and ～ are ~
 *   line breaks     that divide paragraphs, items and headings: one "\n" for
 *                   a run of them, blank lines included
 *
 * Pattern authors write this form only, or have ek_normalize_word make it. */
#ifndef EK_TEXT_NORM_H
#define EK_TEXT_NORM_H

#include "text/map.h"
#include "text/text.h"

typedef struct ek_norm {
    ek_str bytes; /* valid UTF-8 */
    ek_map map;
    const ek_text *text;
} ek_norm;

/* Everything on the arena. Cannot fail: worst case is a copy. */
ek_norm *ek_normalize(ek_arena *arena, const ek_text *text);
/* The same folding for a single short string without line joining (a defined
 * term, a fixed phrase). */
ek_str ek_normalize_word(ek_arena *arena, ek_str word);

#endif
