/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in the margins of the printed pages. A margin takes its words
 * from the style alone, so a title becomes a string of CSS: all but letters
 * and digits of ASCII as escapes, which end neither the string nor the
 * element. */
#include "config.h"

#include "report/html_sheet.h"

#include <utf8proc.h>

enum { MOST_CHARACTERS = 80, SHORT_HASH = 8, MOST_HASHES = 3 };

static bool
stands_for_itself(utf8proc_int32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

static void
add_character(ek_buf *css, utf8proc_int32_t c)
{
    if (stands_for_itself(c))
        ek_buf_putc(css, (char)c);
    else
        ek_buf_printf(css, "\\%x ", (unsigned)c);
}

/* s is valid UTF-8 (ek_page_text). */
static void
add_string(ek_buf *css, ek_str s)
{
    utf8proc_int32_t c;
    ek_buf_putc(css, '"');
    for (unsigned n = 0; s.n; n++) {
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)s.p,
                                                  (utf8proc_ssize_t)s.n, &c);
        if (bytes <= 0)
            break;
        if (n == MOST_CHARACTERS) {
            add_character(css, 0x2026);
            break;
        }
        add_character(css, c);
        s = ek_str_slice(s, (size_t)bytes, s.n);
    }
    ek_buf_putc(css, '"');
}

static ek_str
head_of(struct ek_html *h)
{
    ek_lang lang = h->page.options.lang;
    return ek_arena_printf(h->page.arena, "%.*s%.*s%.*s",
                           EK_ARG(ek_catalogue_text(EK_W_sh_title, lang)),
                           EK_ARG(ek_catalogue_text(EK_W_pn_dot, lang)),
                           EK_ARG(ek_term_title(&h->page, h->result)));
}

/* "SHA-256 7c1e04b9, 03a1..., pack 1.0.0": the beginnings of the first ones;
 * the whole stands in the sheet. */
static ek_str
foot_of(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_buf foot = ek_buf_on(h->page.arena);
    for (size_t i = 0; i < r->documents.n && i < MOST_HASHES; i++) {
        ek_str hash = ek_str_slice(r->documents.v[i].sha256, 0, SHORT_HASH);
        if (hash.n)
            ek_buf_printf(&foot, "%s%.*s\xE2\x80\xA6",
                          foot.n ? " " : "SHA-256 ", EK_ARG(hash));
    }
    if (foot.n)
        ek_buf_add(&foot, ek_catalogue_text(EK_W_pn_dot, h->page.options.lang));
    ek_buf_printf(&foot, "%.*s %.*s", EK_ARG(r->pack_id),
                  EK_ARG(r->pack_version));
    return ek_page_text(&h->page, ek_buf_str(&foot));
}

static void
add_box(ek_buf *css, const char *name, ek_str s)
{
    ek_buf_printf(css, "@%s{content:", name);
    add_string(css, s);
    ek_buf_puts(css, "}");
}

ek_str
ek_html_sheet_style(struct ek_html *h)
{
    ek_buf css = ek_buf_on(h->page.arena);
    ek_buf_puts(&css, "@media print{@page{");
    add_box(&css, "top-right", head_of(h));
    add_box(&css, "bottom-left", foot_of(h));
    ek_buf_puts(&css, "}@page:first{@top-right{content:none}}}");
    return ek_buf_str(&css);
}
