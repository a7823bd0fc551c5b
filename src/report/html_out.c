/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/html_out.h"

#include <utf8proc.h>

static const struct {
    const char *word, *class, *shape;
} marks[] = {
#define EK_HTML_MARK(word, class, shape) {word, class, shape},
#include "report/html_mark.def"
#undef EK_HTML_MARK
};

static size_t
mark_of(ek_str status)
{
    enum { MARKS = sizeof marks / sizeof *marks };
    for (size_t i = 0; i < MARKS; i++)
        if (ek_str_is(status, marks[i].word))
            return i;
    return MARKS;
}

const char *
ek_html_class(ek_str status)
{
    size_t i = mark_of(status);
    return i < sizeof marks / sizeof *marks ? marks[i].class : "not-addressed";
}

const char *
ek_html_shape(ek_str status)
{
    size_t i = mark_of(status);
    return i < sizeof marks / sizeof *marks ? marks[i].shape : "not-addressed";
}

void
ek_html_raw(struct ek_html *h, const char *markup)
{
    ek_buf_puts(h->page.out, markup);
}

/* What would steer the reader's program rather than be read by him. */
static bool
is_shown_as_code(utf8proc_int32_t cp)
{
    if (cp == '\n' || cp == '\t')
        return false;
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x061C ||
           cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x206F) || cp == 0xFEFF ||
           (cp >= 0xFFF9 && cp <= 0xFFFB) || (cp & 0xFFFE) == 0xFFFE ||
           (cp >= 0xFDD0 && cp <= 0xFDEF) || (cp >= 0xE0000 && cp <= 0xE007F);
}

static const char *
entity_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static size_t
put_wide(ek_buf *out, ek_str rest)
{
    utf8proc_int32_t cp;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)rest.p,
                                          (utf8proc_ssize_t)rest.n, &cp);
    if (n <= 0) {
        ek_buf_puts(out, "\xEF\xBF\xBD");
        return 1;
    }
    if (is_shown_as_code(cp))
        ek_buf_printf(out, "[U+%04X]", (unsigned)cp);
    else
        ek_buf_add(out, ek_str_slice(rest, 0, (size_t)n));
    return (size_t)n;
}

/* ASCII that needs nothing is copied in runs. */
static size_t
plain_run(ek_str s, size_t i)
{
    size_t end = i;
    while (end < s.n && (unsigned char)s.p[end] < 0x7F &&
           ((unsigned char)s.p[end] >= 0x20 || s.p[end] == '\n' ||
            s.p[end] == '\t') &&
           !entity_of(s.p[end]))
        end++;
    return end;
}

void
ek_html_escape(ek_buf *out, ek_str s)
{
    for (size_t i = 0; i < s.n;) {
        size_t end = plain_run(s, i);
        ek_buf_add(out, ek_str_slice(s, i, end));
        i = end;
        if (i == s.n)
            break;
        const char *entity = entity_of(s.p[i]);
        if (entity) {
            ek_buf_puts(out, entity);
            i++;
        } else {
            i += put_wide(out, ek_str_slice(s, i, s.n));
        }
    }
}

void
ek_html_text(struct ek_html *h, ek_str s)
{
    ek_html_escape(h->page.out, s);
}

void
ek_html_attr(struct ek_html *h, const char *name, ek_str value)
{
    ek_buf_printf(h->page.out, " %s=\"", name);
    ek_html_escape(h->page.out, value);
    ek_buf_putc(h->page.out, '"');
}

void
ek_html_put_number(struct ek_html *h, size_t n)
{
    ek_buf_printf(h->page.out, "%zu", n);
}

void
ek_html_word(struct ek_html *h, enum ek_word word)
{
    ek_html_text(h, ek_catalogue_text(word, h->page.options.lang));
}

void
ek_html_say(struct ek_html *h, enum ek_word word, ek_str arg1, ek_str arg2)
{
    ek_html_text(h, ek_catalogue_say(h->page.arena, word, h->page.options.lang,
                                     arg1, arg2));
}

void
ek_html_label(struct ek_html *h, const ek_label *label)
{
    ek_html_text(h, ek_label_in(label, h->page.options.lang));
}

void
ek_html_lang(struct ek_html *h, ek_lang lang)
{
    if (lang != h->page.options.lang)
        ek_html_raw(h, lang == EK_LANG_JA ? " lang=\"ja\"" : " lang=\"en\"");
}

void
ek_html_icon(struct ek_html *h, const char *shape)
{
    ek_buf_printf(h->page.out,
                  "<svg class=\"ic\" aria-hidden=\"true\">"
                  "<use href=\"#i-%s\"/></svg>",
                  shape);
}

void
ek_html_unbroken(struct ek_html *h, const ek_label *words)
{
    enum { MOST = 40 };
    ek_str label = ek_label_in(words, h->page.options.lang);
    size_t open = ek_str_find(label, EK_STR("("), 0);
    if (!ek_str_ends(label, EK_STR(")")) || label.n - open > MOST) {
        ek_html_text(h, label);
        return;
    }
    ek_html_text(h, ek_str_slice(label, 0, open));
    ek_html_raw(h, "<span class=\"kq\">");
    ek_html_text(h, ek_str_slice(label, open, label.n));
    ek_html_raw(h, "</span>");
}

void
ek_html_outcome(struct ek_html *h, ek_str status, const ek_label *label)
{
    ek_buf_printf(h->page.out, "<span class=\"o %s\">", ek_html_class(status));
    ek_html_icon(h, ek_html_shape(status));
    ek_html_raw(h, "<span>");
    ek_html_unbroken(h, label);
    ek_html_raw(h, "</span></span>");
}
