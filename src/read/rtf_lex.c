/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/rtf_lex.h"

#include <string.h>

enum { HIGHEST = INT32_MAX / 10 - 1 };

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool
is_lead(unsigned page, char c)
{
    unsigned char byte = (unsigned char)c;
    bool half_width = page == EK_RTF_SHIFT_JIS && byte >= 0xA0 && byte <= 0xDF;
    return page && byte >= 0x81 && byte != 0xFF && !half_width;
}

static char
byte_at(const struct ek_rtf_lex *lex, size_t at)
{
    return at < lex->bytes.n ? lex->bytes.p[at] : '\0';
}

static int32_t
take_number(struct ek_rtf_lex *lex, bool *any)
{
    bool negative =
        byte_at(lex, lex->at) == '-' && is_digit(byte_at(lex, lex->at + 1));
    int32_t number = 0;
    lex->at += negative;
    while (is_digit(byte_at(lex, lex->at))) {
        if (number <= HIGHEST)
            number = number * 10 + (lex->bytes.p[lex->at] - '0');
        *any = true;
        lex->at++;
    }
    return negative ? -number : number;
}

/* The bytes of \bin: as many as there are, where it counts too many. */
static void
take_binary(struct ek_rtf_token *out, struct ek_rtf_lex *lex)
{
    size_t left = lex->bytes.n - lex->at;
    size_t n = out->number > 0 ? (size_t)out->number : 0;
    n = n < left ? n : left;
    out->kind = EK_RTF_BINARY;
    out->text = ek_str_slice(lex->bytes, lex->at, lex->at + n);
    lex->at += n;
}

static void
take_word(struct ek_rtf_token *out, struct ek_rtf_lex *lex)
{
    size_t n = 0;
    out->kind = EK_RTF_WORD;
    for (; is_letter(byte_at(lex, lex->at)); lex->at++)
        if (n < EK_RTF_LONGEST_WORD)
            out->word[n++] = lex->bytes.p[lex->at];
    out->word[n] = '\0';
    out->number = take_number(lex, &out->has_number);
    if (byte_at(lex, lex->at) == ' ')
        lex->at++;
    if (strcmp(out->word, "bin") == 0)
        take_binary(out, lex);
}

static void
take_byte(struct ek_rtf_token *out, struct ek_rtf_lex *lex)
{
    int high = ek_hex_digit(byte_at(lex, lex->at));
    int low = high < 0 ? -1 : ek_hex_digit(byte_at(lex, lex->at + 1));
    out->kind = EK_RTF_BYTE;
    if (low >= 0) {
        out->byte = (unsigned char)(high << 4 | low);
        lex->at += 2;
    } else {
        out->kind = EK_RTF_TEXT; /* no hex digits: nothing */
        out->text = EK_STR("");
    }
}

static void
take_symbol(struct ek_rtf_token *out, struct ek_rtf_lex *lex)
{
    char c = lex->bytes.p[lex->at++];
    out->kind = EK_RTF_SYMBOL;
    if (c == '\r' && byte_at(lex, lex->at) == '\n')
        lex->at++;
    out->word[0] = is_line_end(c) ? '\n' : c;
    out->word[1] = '\0';
    if (c == '\'')
        take_byte(out, lex);
}

static void
take_text(struct ek_rtf_token *out, struct ek_rtf_lex *lex)
{
    size_t begin = lex->at;
    for (; lex->at < lex->bytes.n; lex->at++) {
        char c = lex->bytes.p[lex->at];
        if (c == '{' || c == '}' || c == '\\' || is_line_end(c))
            break;
        if (is_lead(lex->wide, c) && lex->at + 1 < lex->bytes.n &&
            !is_line_end(lex->bytes.p[lex->at + 1]))
            lex->at++;
    }
    out->kind = EK_RTF_TEXT;
    out->text = ek_str_slice(lex->bytes, begin, lex->at);
}

void
ek_rtf_next(struct ek_rtf_token *out, struct ek_rtf_lex *lex)
{
    out->has_number = false;
    out->number = 0;
    while (lex->at < lex->bytes.n && is_line_end(lex->bytes.p[lex->at]))
        lex->at++;
    if (lex->at >= lex->bytes.n) {
        out->kind = EK_RTF_END;
        return;
    }
    char c = lex->bytes.p[lex->at];
    if (c == '{' || c == '}') {
        out->kind = c == '{' ? EK_RTF_OPEN : EK_RTF_CLOSE;
        lex->at++;
    } else if (c != '\\' || lex->at + 1 == lex->bytes.n) {
        if (c == '\\')
            lex->at = lex->bytes.n;
        take_text(out, lex);
    } else {
        lex->at++;
        if (is_letter(lex->bytes.p[lex->at]))
            take_word(out, lex);
        else
            take_symbol(out, lex);
    }
}
