/* SPDX-License-Identifier: Apache-2.0 */
/* The marker at the beginning of a line: what sort, which number, how far. It
 * knows one line only; whether "1. ..." is a heading, a paragraph or an item
 * is settled by article.c and item.c. */
#ifndef EK_SEG_MARK_H
#define EK_SEG_MARK_H

#include "text/norm.h"

typedef enum ek_mark_sort {
    EK_MARK_NONE,
    EK_MARK_BARE,           /* an item without a marker */
    EK_MARK_BULLETED,       /* - * ・ ● */
    EK_MARK_NUMBER_DOT,     /* 1. */
    EK_MARK_NUMBER_BLANK,   /* 1 and a blank, or tight before Japanese */
    EK_MARK_NUMBER_CLOSE,   /* 1) */
    EK_MARK_NUMBER_BRACKET, /* (1) */
    EK_MARK_CIRCLED,        /* ① */
    EK_MARK_CIRCLED_LETTER, /* ⓐ */
    EK_MARK_DOTTED,         /* 1.2, 1.2(a)(i) */
    EK_MARK_LETTER_DOT,     /* a. */
    EK_MARK_LETTER_CLOSE,   /* a) */
    EK_MARK_LETTER_BRACKET, /* (a) */
    EK_MARK_ROMAN_DOT,
    EK_MARK_ROMAN_CLOSE,
    EK_MARK_ROMAN_BRACKET,
    EK_MARK_KANA, /* katakana in the order of イロハ or アイウ */
    EK_MARK_KANA_BRACKET,
    EK_MARK_KANJI, /* 一 */
    EK_MARK_KANJI_BRACKET,
    EK_MARK_CLAUSE,  /* 第2項 */
    EK_MARK_POINT,   /* 第2号 */
    EK_MARK_ARTICLE, /* 第2条, 第2条の3 */
    EK_MARK_UNIT,    /* 第2章 and the like, 附則 */
    EK_MARK_LATIN,   /* section 2 */
} ek_mark_sort;

struct ek_mark {
    ek_mark_sort sort, other;      /* other: (i) as a letter, イ as second */
    uint32_t number, other_number; /* of a dotted one: its last number */
    uint32_t first;                /* of a dotted one: its first number */
    uint32_t rank;                 /* of a heading's unit; of a dotted one: how
                                      many numbers */
    uint32_t bullet;               /* code point of a bullet */
    bool tight;                    /* a letter follows at once */
    ek_nspan span;
    uint32_t body; /* where the words after it begin */
};

/* The marker at line.begin; sort EK_MARK_NONE and body == line.begin when
 * there is none. line holds no line break and begins with no blank. */
struct ek_mark ek_mark_read(const ek_norm *norm, ek_nspan line);
/* Whether the words after a number show that it only counts things. */
bool ek_mark_counts(const ek_norm *norm, ek_nspan rest);
/* Whether the words after 第5条 show that the line only refers to it. */
bool ek_mark_refers(const ek_norm *norm, ek_nspan rest);

#endif
