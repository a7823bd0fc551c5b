/* SPDX-License-Identifier: Apache-2.0 */
/* Lists as they are counted: numbers that name the same abstract list go on
 * with one another, unless one of them starts anew. */
#include "config.h"

#include "read/docx.h"

static uint32_t
start_of(const struct ek_docx_num *num, uint32_t level)
{
    const struct ek_docx_level *l = ek_docx_level(num, level);
    if (num->over[level].starts)
        return num->over[level].start;
    return l ? l->start : 0;
}

static bool
restarts(const struct ek_docx_num *num, uint32_t lower, uint32_t level)
{
    const struct ek_docx_level *l = ek_docx_level(num, lower);
    return !l || l->restart < 0 || level < (uint32_t)l->restart;
}

/* A higher level that was passed over counts as if it had come. */
static void
begin_higher(struct ek_docx_num *num, uint32_t level)
{
    for (uint32_t i = 0; i < level; i++)
        if (!num->list->counts[i].begun) {
            num->list->counts[i].value = start_of(num, i);
            num->list->counts[i].begun = true;
        }
}

static void
count_on(struct ek_docx_num *num, uint32_t level)
{
    struct ek_docx_list *list = num->list;
    bool anew = num->over[level].starts && !num->over[level].used;
    num->over[level].used = true;
    if (anew || !list->counts[level].begun)
        list->counts[level].value = start_of(num, level);
    else
        list->counts[level].value++;
    list->counts[level].begun = true;
    begin_higher(num, level);
    for (uint32_t i = level + 1; i < EK_DOCX_LEVELS; i++)
        if (restarts(num, i, level))
            list->counts[i].begun = false;
}

static uint32_t
value_at(const struct ek_docx_num *num, uint32_t level)
{
    return num->list->counts[level].begun ? num->list->counts[level].value
                                          : start_of(num, level);
}

static void
write_zeros(ek_buf *out, uint32_t value, uint32_t digits)
{
    ek_buf_printf(out, "%0*u", (int)digits, (unsigned)value);
}

static void
write_value(ek_buf *out, const struct ek_docx_num *num, uint32_t level,
            bool legal)
{
    const struct ek_docx_level *l = ek_docx_level(num, level);
    uint32_t value = value_at(num, level);
    if (legal)
        ek_ordinal_write(out, EK_ORDINAL_DECIMAL, value);
    else if (l->digits)
        write_zeros(out, value, l->digits);
    else
        ek_ordinal_write(out, l->system, value);
}

static ek_str
shown(ek_arena *arena, const struct ek_docx_num *num, uint32_t level)
{
    const struct ek_docx_level *l = ek_docx_level(num, level);
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < l->text.n; i++) {
        char next = i + 1 < l->text.n ? l->text.p[i + 1] : '\0';
        if (l->text.p[i] != '%' || next < '1' || next > '9') {
            ek_buf_putc(&out, l->text.p[i]);
            continue;
        }
        write_value(&out, num, (uint32_t)(next - '1'), l->legal);
        i++;
    }
    return ek_buf_str(&out);
}

ek_str
ek_docx_count(ek_arena *arena, struct ek_docx_num *num, uint32_t level)
{
    const struct ek_docx_level *l = ek_docx_level(num, level);
    if (!num->list || !l || !l->defined)
        return EK_STR("");
    count_on(num, level);
    return l->bullet || l->hidden ? EK_STR("") : shown(arena, num, level);
}
