/* SPDX-License-Identifier: Apache-2.0 */
/* The numbers of list items, as a browser would show them. */
#include "config.h"

#include "read/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/ordinal.h"

enum { LARGEST = 1000000000 };

struct ek_html_numbering {
    const char *css;
    ek_ordinal system;
    const char *after;
    char type;
};

static const struct ek_html_numbering numberings[] = {
#define EK_HTML_NUMBER(css, system, after, type)                               \
    {css, EK_ORDINAL_##system, after, type},
#include "read/html_number.def"
};

enum { NUMBERINGS = sizeof numberings / sizeof *numberings };

static bool
is_ordered(const xmlNode *list)
{
    return ek_str_is(ek_xml_name(list), "ol");
}

static bool
read_number(ek_str value, long *number)
{
    char *end;
    if (!value.n)
        return false;
    long read = strtol(value.p, &end, 10);
    if (end == value.p || read > LARGEST || read < -LARGEST)
        return false;
    *number = read;
    return true;
}

static const struct ek_html_numbering *
numbering_of_css(ek_str words)
{
    for (ek_str word = ek_str_word(&words); word.n; word = ek_str_word(&words))
        for (size_t i = 0; i < NUMBERINGS; i++)
            if (ek_str_is(word, numberings[i].css))
                return &numberings[i];
    return NULL;
}

static bool
shows_none(const struct ek_html_look *look)
{
    ek_str words = look->values[EK_HTML_LIST_STYLE], word;
    while ((word = ek_str_word(&words)).n)
        if (ek_str_is(word, "none"))
            return true;
    return false;
}

/* NULL for bullets and for what shows no marker at all. */
static const struct ek_html_numbering *
numbering_of(const struct ek_html_look *look, const xmlNode *node,
             const struct ek_html_numbering *otherwise)
{
    ek_str type = ek_xml_attr(node, "type");
    const struct ek_html_numbering *by_css =
        numbering_of_css(look->values[EK_HTML_LIST_STYLE]);
    if (by_css || shows_none(look))
        return by_css;
    for (size_t i = 0; i < NUMBERINGS; i++)
        if (type.n == 1 && *type.p == numberings[i].type)
            return &numberings[i];
    return otherwise;
}

static long
count_items(const xmlNode *list)
{
    long n = 0;
    for (const xmlNode *item = list->children; item; item = item->next)
        n += ek_html_kind_of(item) == EK_HTML_ITEM &&
             !ek_html_weight_of(item)->apart;
    return n;
}

struct ek_html_list
ek_html_list_of(struct ek_html_sheet *sheet, const xmlNode *node)
{
    struct ek_html_list list = {.next = 1, .step = 1};
    struct ek_html_look look;
    ek_html_look_at(&look, sheet, node);
    list.numbering =
        numbering_of(&look, node, is_ordered(node) ? numberings : NULL);
    if (!is_ordered(node))
        return list;
    if (ek_xml_attr(node, "reversed").p) {
        list.step = -1;
        list.next = count_items(node);
    }
    read_number(ek_xml_attr(node, "start"), &list.next);
    return list;
}

bool
ek_html_number(ek_buf *out, long number, ek_str css)
{
    const struct ek_html_numbering *numbering = numbering_of_css(css);
    if (number <= 0 || !numbering)
        ek_buf_printf(out, "%ld", number);
    else
        ek_ordinal_write(out, numbering->system, (uint32_t)number);
    return numbering != NULL;
}

static void
write_marker(ek_arena *arena, char marker[EK_LIGHT_MARKER], long number,
             const struct ek_html_numbering *numbering)
{
    ek_buf out = ek_buf_on(arena);
    if (!numbering) {
        snprintf(marker, EK_LIGHT_MARKER, "- ");
        return;
    }
    ek_html_number(&out, number, ek_str_of(numbering->css));
    ek_buf_puts(&out, number > 0 ? numbering->after : ". ");
    if (out.n >= EK_LIGHT_MARKER) {
        out.n = 0;
        ek_buf_printf(&out, "%ld. ", number);
    }
    snprintf(marker, EK_LIGHT_MARKER, "%.*s", EK_ARG(ek_buf_str(&out)));
}

/* An item that is no list item for its style shows no marker. */
static bool
is_plain(const struct ek_html_look *look)
{
    ek_str display = look->values[EK_HTML_DISPLAY];
    return display.n &&
           ek_str_find(display, EK_STR("list-item"), 0) == display.n;
}

void
ek_html_list_mark(struct ek_html_list *list, struct ek_html_sheet *sheet,
                  ek_arena *arena, const xmlNode *item,
                  char marker[EK_LIGHT_MARKER])
{
    struct ek_html_look look;
    ek_html_look_at(&look, sheet, item);
    if (list->numbering)
        read_number(ek_xml_attr(item, "value"), &list->next);
    const struct ek_html_numbering *numbering =
        numbering_of(&look, item, list->numbering);
    write_marker(arena, marker, list->next, is_plain(&look) ? NULL : numbering);
    list->last = list->next;
    list->next += list->step;
}
