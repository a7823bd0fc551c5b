/* SPDX-License-Identifier: Apache-2.0 */
/* The numbers of lists and headings, as LibreOffice shows them. */
#include "config.h"

#include "read/odt.h"

enum { HIGHEST = 1000000 };

static void
count_on(struct ek_odt_count *count, const struct ek_odt_format *format,
         size_t level, uint32_t start)
{
    for (size_t i = 0; i <= level; i++) {
        if (!count->begun[i])
            count->number[i] = format->level[i].start;
        else if (i == level && count->number[i] < HIGHEST)
            count->number[i]++;
        count->begun[i] = true;
    }
    if (start != UINT32_MAX)
        count->number[level] = start;
    for (size_t i = level + 1; i < EK_ODT_LEVELS; i++)
        count->begun[i] = false;
}

static void
write_level(ek_buf *out, const struct ek_odt_count *count,
            const struct ek_odt_format *format, size_t level)
{
    ek_ordinal_write(out, format->level[level].system, count->number[level]);
}

/* Levels without a number leave no full stop behind. */
static void
write_levels(ek_buf *out, const struct ek_odt_count *count,
             const struct ek_odt_format *format, size_t level)
{
    const struct ek_odt_level *own = &format->level[level];
    size_t first = level + 1 - (own->shown ? own->shown : 1);
    bool any = false;
    ek_buf_add(out, own->prefix);
    for (size_t i = first; i <= level; i++) {
        if (format->level[i].system == EK_ORDINAL_NONE ||
            format->level[i].bullet)
            continue;
        if (any)
            ek_buf_putc(out, '.');
        write_level(out, count, format, i);
        any = true;
    }
    ek_buf_add(out, own->suffix);
}

/* "%1%" to "%10%" in a pattern: the level, from 1 on; 0 for anything else. */
static size_t
level_at(ek_str pattern, size_t at, size_t *end)
{
    size_t level = 0, i = at + 1;
    for (; i < pattern.n && pattern.p[i] >= '0' && pattern.p[i] <= '9' &&
           level <= EK_ODT_LEVELS;
         i++)
        level = level * 10 + (size_t)(pattern.p[i] - '0');
    bool closed = i < pattern.n && pattern.p[i] == '%';
    *end = i + 1;
    return closed && level <= EK_ODT_LEVELS ? level : 0;
}

static void
write_pattern(ek_buf *out, const struct ek_odt_count *count,
              const struct ek_odt_format *format, size_t level)
{
    ek_str pattern = format->level[level].pattern;
    for (size_t at = 0; at < pattern.n;) {
        size_t end = at + 1;
        size_t shown = pattern.p[at] == '%' ? level_at(pattern, at, &end) : 0;
        if (!shown)
            ek_buf_putc(out, pattern.p[at]);
        else if (shown <= level + 1)
            write_level(out, count, format, shown - 1);
        at = shown ? end : at + 1;
    }
}

void
ek_odt_count(struct ek_flow_shape *out, ek_arena *arena,
             struct ek_odt_count *count, const struct ek_odt_format *format,
             size_t level, uint32_t start)
{
    const struct ek_odt_level *own = &format->level[level];
    ek_buf number = ek_buf_on(arena);
    count_on(count, format, level, start);
    out->bullet = own->bullet;
    if (own->bullet || !own->known)
        return;
    if (own->pattern.n)
        write_pattern(&number, count, format, level);
    else
        write_levels(&number, count, format, level);
    out->number = ek_str_trim(ek_buf_str(&number));
}
