/* SPDX-License-Identifier: Apache-2.0 */
/* What a cell can hold. A spreadsheet decodes _x000D_ in a string, XML knows
 * neither U+FFFE nor U+FFFF, and a cell ends at 32,767 characters. */
#include "config.h"

#include "report/xlsx.h"

#include <string.h>

enum { ESCAPE = 7, /* "_x000D_" */ KEPT_FOR_MARK = 80, FIRST_WIDE = 0xE2 };

static const ek_str nothing = {"", 0};

static bool
is_escape(ek_str s, size_t i)
{
    if (s.n - i < ESCAPE || s.p[i + 1] != 'x' || s.p[i + ESCAPE - 1] != '_')
        return false;
    for (size_t k = 2; k < ESCAPE - 1; k++)
        if (ek_hex_digit(s.p[i + k]) < 0)
            return false;
    return true;
}

/* U+FFFE and U+FFFF */
static bool
is_no_character(ek_str s, size_t i)
{
    return s.n - i >= 3 && (unsigned char)s.p[i + 1] == 0xBF &&
           (unsigned char)s.p[i + 2] >= 0xBE;
}

/* Letters in UTF-16 of the character whose first byte this is; a byte inside
 * one has none. */
static unsigned
letters_of(unsigned char byte)
{
    return byte >= 0xF0 ? 2 : (byte & 0xC0) == 0x80 ? 0 : 1;
}

static size_t
count(ek_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += letters_of((unsigned char)s.p[i]);
    return n;
}

ek_str
ek_xlsx_front(ek_str s, size_t most)
{
    size_t n = 0, i = 0;
    for (; i < s.n; i++) {
        n += letters_of((unsigned char)s.p[i]);
        if (n > most)
            break;
    }
    return ek_str_slice(s, 0, i);
}

static void
add_safe(ek_buf *out, ek_str s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char byte = (unsigned char)s.p[i];
        const char *instead = NULL;
        if (byte == '_' && is_escape(s, i))
            instead = "_x005F_";
        else if (byte == 0xEF && is_no_character(s, i))
            instead =
                (unsigned char)s.p[i + 2] == 0xBE ? "<U+FFFE>" : "<U+FFFF>";
        if (!instead)
            continue;
        ek_buf_add(out, ek_str_slice(s, from, i));
        ek_buf_puts(out, instead);
        from = i + (byte == '_' ? 1 : 3);
    }
    ek_buf_add(out, ek_str_slice(s, from, s.n));
}

static void
cut(struct ek_xlsx *book)
{
    ek_buf *out = &book->scratch;
    size_t all = count(ek_buf_str(out));
    if (all <= EK_XLSX_LETTERS)
        return;
    char number[24];
    snprintf(number, sizeof number, "%zu", all);
    out->n = ek_xlsx_front(ek_buf_str(out), EK_XLSX_LETTERS - KEPT_FOR_MARK).n;
    ek_catalogue_add(out, EK_W_x_cut, book->options.lang, ek_str_of(number),
                     nothing);
}

ek_str
ek_xlsx_letters(struct ek_xlsx *book, ek_str s)
{
    book->scratch.n = 0;
    add_safe(&book->scratch, s);
    if (book->scratch.n > EK_XLSX_LETTERS)
        cut(book);
    ek_buf_putc(&book->scratch, '\0');
    return (ek_str){book->scratch.p, book->scratch.n - 1};
}

static unsigned
cells_of(unsigned char byte)
{
    return byte >= FIRST_WIDE ? 2 : (byte & 0xC0) == 0x80 ? 0 : 1;
}

/* As a spreadsheet breaks: at blanks, and before any wide character. */
unsigned
ek_xlsx_lines(ek_str s, unsigned width)
{
    unsigned lines = 1, used = 0, word = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char byte = (unsigned char)s.p[i];
        unsigned cells = cells_of(byte);
        if (byte == '\n') {
            lines++;
            used = word = 0;
            continue;
        }
        used += cells;
        word = byte == ' ' || cells == 2 ? 0 : word + cells;
        if (used <= width || byte == ' ' || cells == 0)
            continue;
        lines++;
        if (word >= width)
            word = 0;
        used = word ? word : cells;
    }
    return lines;
}
