/* SPDX-License-Identifier: Apache-2.0 */
/* The numbers of list items, as a browser would show them. */
#include "config.h"

#include "read/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/sniff.h"

enum { MOST_ROMAN = 3999, LETTERS = 26, LARGEST = 1000000000 };

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

static char
style_of(const xmlNode *node, char otherwise)
{
    static const struct {
        const char *css;
        char style;
    } words[] = {
        {"decimal", '1'},     {"lower-alpha", 'a'}, {"lower-latin", 'a'},
        {"upper-alpha", 'A'}, {"upper-latin", 'A'}, {"lower-roman", 'i'},
        {"upper-roman", 'I'},
    };
    ek_str css = ek_html_style(node, "list-style-type");
    if (!css.n)
        css = ek_html_style(node, "list-style");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ek_sniff_word(css, words[i].css))
            return words[i].style;
    ek_str type = ek_xml_attr(node, "type");
    bool known = type.n == 1 && strchr("1aAiI", *type.p);
    return known ? *type.p : otherwise;
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
ek_html_list_of(const xmlNode *node)
{
    struct ek_html_list list = {.next = 1, .step = 1, .style = '-'};
    if (!is_ordered(node))
        return list;
    list.style = style_of(node, '1');
    if (ek_xml_attr(node, "reversed").p) {
        list.step = -1;
        list.next = count_items(node);
    }
    read_number(ek_xml_attr(node, "start"), &list.next);
    return list;
}

static void
write_letters(char *out, size_t size, long number, char first)
{
    char digits[16];
    size_t n = sizeof digits;
    digits[--n] = '\0';
    for (; number > 0; number = (number - 1) / LETTERS)
        digits[--n] = (char)(first + (number - 1) % LETTERS);
    snprintf(out, size, "%s. ", digits + n);
}

static void
write_roman(char *out, size_t size, long number, bool upper)
{
    static const struct {
        int value;
        const char *lower, *upper;
    } signs[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
        {100, "c", "C"},  {90, "xc", "XC"},  {50, "l", "L"},  {40, "xl", "XL"},
        {10, "x", "X"},   {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
        {1, "i", "I"},
    };
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (; number >= signs[i].value; number -= signs[i].value)
            n += (size_t)snprintf(out + n, size - n, "%s",
                                  upper ? signs[i].upper : signs[i].lower);
    snprintf(out + n, size - n, ". ");
}

static void
write_marker(char marker[EK_LIGHT_MARKER], long number, char style)
{
    bool letters = style == 'a' || style == 'A';
    bool roman = style == 'i' || style == 'I';
    if (style == '-')
        snprintf(marker, EK_LIGHT_MARKER, "- ");
    else if (letters && number > 0)
        write_letters(marker, EK_LIGHT_MARKER, number, style);
    else if (roman && number > 0 && number <= MOST_ROMAN)
        write_roman(marker, EK_LIGHT_MARKER, number, style == 'I');
    else
        snprintf(marker, EK_LIGHT_MARKER, "%ld. ", number);
}

void
ek_html_list_mark(struct ek_html_list *list, const xmlNode *item,
                  char marker[EK_LIGHT_MARKER])
{
    char style = list->style;
    if (style != '-') {
        read_number(ek_xml_attr(item, "value"), &list->next);
        style = style_of(item, style);
    }
    write_marker(marker, list->next, style);
    list->next += list->step;
}
