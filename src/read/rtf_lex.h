/* SPDX-License-Identifier: Apache-2.0 */
/* RTF bytes to tokens (RTF 1.9.1, "Formal syntax"); private to this room. */
#ifndef EK_READ_RTF_LEX_H
#define EK_READ_RTF_LEX_H

#include "base/str.h"

#include <stdint.h>

enum { EK_RTF_LONGEST_WORD = 32, EK_RTF_SHIFT_JIS = 932 };

typedef enum ek_rtf_kind {
    EK_RTF_END,
    EK_RTF_OPEN,
    EK_RTF_CLOSE,
    EK_RTF_WORD,   /* \word or \word12 */
    EK_RTF_SYMBOL, /* \~ and the like: word[0]; a line end is '\n' */
    EK_RTF_BYTE,   /* \'82 */
    EK_RTF_TEXT,   /* bytes in the code page of the moment */
    EK_RTF_BINARY, /* \bin and its bytes */
} ek_rtf_kind;

struct ek_rtf_token {
    ek_rtf_kind kind;
    char word[EK_RTF_LONGEST_WORD + 1];
    bool has_number;
    int32_t number;     /* 0 when there is none */
    unsigned char byte; /* of EK_RTF_BYTE */
    ek_str text;        /* borrowed */
};

struct ek_rtf_lex {
    ek_str bytes;
    size_t at;
    /* The code page of the moment where its characters have two bytes, of which
     * the second may look like one of RTF's own; else 0. */
    unsigned wide;
};

/* Never fails: what is no RTF is text. */
void ek_rtf_next(struct ek_rtf_token *out, struct ek_rtf_lex *lex);

#endif
