/* SPDX-License-Identifier: Apache-2.0 */
/* Words of a contract as they run on in a paragraph. A line feed between two
 * Japanese letters is one of the file, not of the sentence: a browser would
 * show a blank that the contract does not have. */
#include "config.h"

#include "report/html_out.h"

#include <utf8proc.h>

enum { FIRST_WIDE = 0x2E80 };

static bool
is_wide_before(ek_str s, size_t at)
{
    size_t begin = at;
    utf8proc_int32_t cp;
    while (begin > 0 && ((unsigned char)s.p[--begin] & 0xC0) == 0x80)
        ;
    return at > 0 &&
           utf8proc_iterate((const utf8proc_uint8_t *)s.p + begin,
                            (utf8proc_ssize_t)(at - begin), &cp) > 0 &&
           cp >= FIRST_WIDE;
}

static bool
is_wide_at(ek_str s, size_t at)
{
    utf8proc_int32_t cp;
    return at < s.n &&
           utf8proc_iterate((const utf8proc_uint8_t *)s.p + at,
                            (utf8proc_ssize_t)(s.n - at), &cp) > 0 &&
           cp >= FIRST_WIDE;
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void
ek_html_put_words(struct ek_html *h, ek_str text, uint32_t begin, uint32_t end)
{
    uint32_t from = begin;
    for (uint32_t i = begin; i < end; i++) {
        if (text.p[i] != '\n')
            continue;
        uint32_t first = i, behind = i + 1;
        while (first > from && is_blank(text.p[first - 1]))
            first--;
        while (behind < end && is_blank(text.p[behind]))
            behind++;
        if (is_wide_before(text, first) && is_wide_at(text, behind)) {
            ek_html_text(h, ek_str_slice(text, from, first));
            from = behind;
        }
        i = behind - 1;
    }
    ek_html_text(h, ek_str_slice(text, from, end));
}
