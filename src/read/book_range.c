/* SPDX-License-Identifier: Apache-2.0 */
/* References: 'Sheet (2)'!$L$2:$L$9, Sheet!$L$2 where a row is left. */
#include "config.h"

#include "read/book_part.h"

static bool
skip(ek_str *rest, char c)
{
    bool there = rest->n && *rest->p == c;
    *rest = ek_str_slice(*rest, there, rest->n);
    return there;
}

static uint32_t
letters(ek_str *rest)
{
    uint32_t column = 0;
    while (rest->n && *rest->p >= 'A' && *rest->p <= 'Z' &&
           column <= EK_BOOK_COLUMNS) {
        column = column * 26 + (uint32_t)(*rest->p - 'A') + 1;
        *rest = ek_str_slice(*rest, 1, rest->n);
    }
    return column <= EK_BOOK_COLUMNS ? column : 0;
}

static uint32_t
digits(ek_str *rest)
{
    uint32_t row = 0;
    while (rest->n && *rest->p >= '0' && *rest->p <= '9' &&
           row <= EK_BOOK_ROWS) {
        row = row * 10 + (uint32_t)(*rest->p - '0');
        *rest = ek_str_slice(*rest, 1, rest->n);
    }
    return row <= EK_BOOK_ROWS ? row : 0;
}

static bool
take_address(ek_str *rest, uint32_t *column, uint32_t *row)
{
    skip(rest, '$');
    *column = letters(rest);
    skip(rest, '$');
    *row = digits(rest);
    return *column && *row;
}

bool
ek_book_address_of(ek_str address, uint32_t *column, uint32_t *row)
{
    return take_address(&address, column, row) && !address.n;
}

/* The sheet's name before the mark; doubled quotes are one. */
static bool
take_sheet(ek_str *sheet, ek_arena *arena, ek_str *rest)
{
    ek_buf name = ek_buf_on(arena);
    bool quoted = skip(rest, '\'');
    while (rest->n && !(quoted ? *rest->p == '\'' : *rest->p == '!')) {
        ek_buf_putc(&name, *rest->p);
        *rest = ek_str_slice(*rest, 1, rest->n);
        if (quoted && ek_str_starts(*rest, EK_STR("''"))) {
            ek_buf_putc(&name, '\'');
            *rest = ek_str_slice(*rest, 2, rest->n);
        }
    }
    *sheet = ek_buf_str(&name);
    return (!quoted || skip(rest, '\'')) && skip(rest, '!');
}

static bool
parse(struct ek_book_range *out, ek_arena *arena, ek_str text)
{
    uint32_t column;
    if (!take_sheet(&out->sheet, arena, &text) ||
        !take_address(&text, &out->column, &out->first))
        return false;
    out->last = out->first;
    if (skip(&text, ':') &&
        (!take_address(&text, &column, &out->last) || column != out->column))
        return false;
    return !text.n && out->first <= out->last;
}

/* A sheet that was copied has names of its own besides. */
bool
ek_book_range_of(struct ek_book_range *out, const ek_book *book, ek_str name)
{
    const struct ek_book_name *found = NULL;
    for (size_t i = 0; i < book->names.n; i++) {
        const struct ek_book_name *one = &book->names.v[i];
        if (ek_str_eq(one->name, name) && (!found || found->local))
            found = one;
    }
    return found && parse(out, book->arena, found->text);
}

ek_str
ek_book_address(ek_arena *arena, uint32_t column, uint32_t row)
{
    char letter[8];
    size_t at = sizeof letter;
    for (; column && at; column = (column - 1) / 26)
        letter[--at] = (char)('A' + (column - 1) % 26);
    return ek_arena_printf(arena, "%.*s%u", (int)(sizeof letter - at),
                           letter + at, row);
}
