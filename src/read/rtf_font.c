/* SPDX-License-Identifier: Apache-2.0 */
/* Which code page a font's bytes are in, and their characters. */
#include "config.h"

#include "read/rtf.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

#include "text/cp.h"

enum { FONTS = 65536, CHUNK = 4096 };

static const struct page {
    unsigned number;
    const char *iconv;
    bool wide;
} pages[] = {
#define EK_RTF_PAGE(number, iconv, wide) {number, iconv, wide},
#include "read/rtf_font.def"
};

enum { PAGES = sizeof pages / sizeof *pages };

struct converter {
    iconv_t cd;
    bool open, tried;
};

struct ek_rtf_fonts {
    ek_arena *arena;
    unsigned document;
    EK_VEC(uint16_t) pages; /* by font number */
    struct converter converters[PAGES];
};

static void
close_converters(void *object)
{
    ek_rtf_fonts *fonts = object;
    for (size_t i = 0; i < PAGES; i++)
        if (fonts->converters[i].open)
            iconv_close(fonts->converters[i].cd);
}

ek_rtf_fonts *
ek_rtf_fonts_new(ek_arena *arena)
{
    ek_rtf_fonts *fonts = ek_arena_alloc(arena, sizeof *fonts);
    fonts->arena = arena;
    fonts->document = EK_RTF_PAGE_WESTERN;
    ek_arena_defer(arena, close_converters, fonts);
    return fonts;
}

static size_t
row_of(unsigned page)
{
    size_t i = 0;
    while (i < PAGES && pages[i].number != page)
        i++;
    return i;
}

void
ek_rtf_fonts_document(ek_rtf_fonts *fonts, unsigned page)
{
    if (row_of(page) < PAGES)
        fonts->document = page;
}

unsigned
ek_rtf_fonts_document_page(const ek_rtf_fonts *fonts)
{
    return fonts->document;
}

static void
set_page(ek_rtf_fonts *fonts, long font, unsigned page)
{
    if (font < 0 || font >= FONTS)
        return;
    while (fonts->pages.n <= (size_t)font)
        EK_PUSH(fonts->arena, fonts->pages, EK_RTF_PAGE_DEFAULT);
    fonts->pages.v[font] = (uint16_t)page;
}

void
ek_rtf_fonts_charset(ek_rtf_fonts *fonts, long font, long charset)
{
    static const struct {
        long charset;
        unsigned page;
    } rows[] = {
#define EK_RTF_CHARSET(charset, page) {charset, page},
#include "read/rtf_font.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].charset == charset)
            set_page(fonts, font, rows[i].page);
}

void
ek_rtf_fonts_page(ek_rtf_fonts *fonts, long font, long page)
{
    if (page > 0 && page <= UINT16_MAX && row_of((unsigned)page) < PAGES)
        set_page(fonts, font, (unsigned)page);
}

unsigned
ek_rtf_fonts_page_of(const ek_rtf_fonts *fonts, long font)
{
    bool known = font >= 0 && (size_t)font < fonts->pages.n;
    return known ? fonts->pages.v[font] : EK_RTF_PAGE_DEFAULT;
}

static bool
is_wide(unsigned page)
{
    size_t row = row_of(page);
    return row < PAGES && pages[row].wide;
}

unsigned
ek_rtf_fonts_wide(const ek_rtf_fonts *fonts, unsigned page)
{
    if (page == EK_RTF_PAGE_DEFAULT || page == EK_RTF_PAGE_ANSI)
        page = fonts->document;
    return is_wide(page) ? page : 0;
}

uint32_t
ek_rtf_fonts_symbol(unsigned byte)
{
    static const struct {
        unsigned byte;
        uint32_t cp;
    } rows[] = {
#define EK_RTF_SYMBOL(byte, cp) {byte, cp},
#include "read/rtf_font.def"
    };
    enum { CP_BULLET = 0x2022 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].byte == byte)
            return rows[i].cp;
    bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    return byte < 0x7F && !letter ? byte : CP_BULLET;
}

static void
decode_symbols(ek_buf *out, ek_str bytes)
{
    for (size_t i = 0; i < bytes.n; i++)
        ek_buf_cp(out, ek_rtf_fonts_symbol((unsigned char)bytes.p[i]));
}

/* Writers in East Asia mark a font as Western and set their own words in it;
 * these have pairs of bytes beyond ASCII, Western words seldom do. */
static bool
has_high_pair(ek_str bytes)
{
    for (size_t i = 1; i < bytes.n; i++)
        if ((bytes.p[i - 1] & 0x80) && (bytes.p[i] & 0x80))
            return true;
    return false;
}

static unsigned
settle_page(const ek_rtf_fonts *fonts, unsigned page, ek_str bytes)
{
    if (page == EK_RTF_PAGE_DEFAULT)
        return fonts->document;
    if (page != EK_RTF_PAGE_ANSI)
        return page;
    bool own = is_wide(fonts->document) && has_high_pair(bytes);
    bool narrow = !is_wide(fonts->document);
    return own || narrow ? fonts->document : EK_RTF_PAGE_WESTERN;
}

static const struct converter *
converter_of(ek_rtf_fonts *fonts, unsigned page)
{
    struct converter *c = &fonts->converters[row_of(page)];
    if (!c->tried)
        c->cd = iconv_open("UTF-8", pages[row_of(page)].iconv);
    c->open = c->cd != (iconv_t)-1;
    c->tried = true;
    return c;
}

static bool
is_ascii(ek_str bytes)
{
    for (size_t i = 0; i < bytes.n; i++)
        if (bytes.p[i] & 0x80)
            return false;
    return true;
}

static uint32_t
convert(ek_buf *out, iconv_t cd, ek_str bytes)
{
    char chunk[CHUNK], *from = (char *)(uintptr_t)bytes.p;
    size_t left = bytes.n;
    uint32_t replaced = 0;
    iconv(cd, NULL, NULL, NULL, NULL);
    while (left) {
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t rc = iconv(cd, &from, &left, &to, &room);
        int trouble = rc == (size_t)-1 ? errno : 0;
        ek_buf_add(out, (ek_str){chunk, (size_t)(to - chunk)});
        if (!trouble || trouble == E2BIG)
            continue;
        ek_buf_cp(out, CP_REPLACEMENT);
        replaced++;
        from++;
        left--;
    }
    return replaced;
}

uint32_t
ek_rtf_fonts_decode(ek_buf *out, ek_rtf_fonts *fonts, unsigned page,
                    ek_str bytes)
{
    if (page == EK_RTF_PAGE_SYMBOL) {
        decode_symbols(out, bytes);
        return 0;
    }
    page = settle_page(fonts, page, bytes);
    const struct converter *c =
        is_ascii(bytes) ? NULL : converter_of(fonts, page);
    if (c && c->open)
        return convert(out, c->cd, bytes);
    uint32_t replaced = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        bool high = bytes.p[i] & 0x80;
        ek_buf_cp(out, high ? CP_REPLACEMENT : (unsigned char)bytes.p[i]);
        replaced += high;
    }
    return replaced;
}
