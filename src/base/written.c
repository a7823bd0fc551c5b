/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/written.h"

#include "base/buf.h"
#include "base/words.h"

static const ek_msgid months[] = {
#define EK_MONTH(en) {NULL, en},
#define EK_DATE(name, context, en)
#include "base/date.def"
};

enum { MONTHS = sizeof months / sizeof *months, MOST_DAYS = 31 };

#define EK_MONTH(en)
#define EK_DATE(name, context, en)                                             \
    static const ek_msgid date_##name = {context, en};
#include "base/date.def"

ek_str
ek_written_count(ek_arena *arena, uint64_t n)
{
    enum { GROUP = 3 };
    ek_str digits = ek_arena_printf(arena, "%llu", (unsigned long long)n);
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < digits.n; i++) {
        if (i && (digits.n - i) % GROUP == 0)
            ek_buf_putc(&out, ',');
        ek_buf_putc(&out, digits.p[i]);
    }
    return ek_buf_str(&out);
}

/* Takes so many digits off the front; 0 when they do not stand there. */
static unsigned
take_number(ek_str *rest, size_t digits)
{
    unsigned n = 0;
    if (rest->n < digits)
        return 0;
    for (size_t i = 0; i < digits; i++) {
        if (rest->p[i] < '0' || rest->p[i] > '9')
            return 0;
        n = n * 10 + (unsigned)(rest->p[i] - '0');
    }
    *rest = ek_str_slice(*rest, digits, rest->n);
    return n;
}

/* The same behind a hyphen. */
static unsigned
take_part(ek_str *rest)
{
    if (!ek_str_starts(*rest, EK_STR("-")))
        return 0;
    *rest = ek_str_slice(*rest, 1, rest->n);
    return take_number(rest, 2);
}

static ek_str
filled(ek_arena *arena, const ek_msgid *form, ek_lang lang, ek_str arg1,
       ek_str arg2)
{
    ek_buf out = ek_buf_on(arena);
    ek_buf_fill(&out, ek_words_in(form, lang), arg1, arg2);
    return ek_buf_str(&out);
}

ek_str
ek_written_date(ek_arena *arena, ek_str iso, ek_lang lang)
{
    ek_str rest = iso;
    unsigned year = take_number(&rest, 4), month = take_part(&rest);
    if (!year || !month || month > MONTHS)
        return iso;
    ek_str text =
        filled(arena, &date_month, lang, ek_words_in(&months[month - 1], lang),
               ek_arena_printf(arena, "%u", year));
    if (!rest.n)
        return text;
    unsigned day = take_part(&rest);
    if (!day || day > MOST_DAYS || rest.n)
        return iso;
    return filled(arena, &date_day, lang, ek_arena_printf(arena, "%u", day),
                  text);
}
