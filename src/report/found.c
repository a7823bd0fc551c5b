/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/found.h"

#include <string.h>

static const ek_str nothing = {"", 0};

static ek_str
counted(struct ek_page *page, size_t n, enum ek_word one, enum ek_word many)
{
    return n == 1 ? ek_catalogue_text(one, page->options.lang)
                  : ek_page_say(page, many, ek_page_number(page, n), nothing);
}

ek_str
ek_found_words(struct ek_page *page, const struct ek_found_asked *asked)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < asked->n; i++) {
        if (i)
            ek_buf_add(&out, ek_catalogue_text(EK_W_comma, page->options.lang));
        ek_buf_add(&out,
                   ek_page_say(page, EK_W_quoted,
                               ek_page_text(page, asked->words[i]), nothing));
    }
    return ek_buf_str(&out);
}

ek_str
ek_found_sum(struct ek_page *page, const struct ek_found_asked *asked,
             const struct ek_found_sums *sums)
{
    ek_str words = ek_found_words(page, asked);
    if (!sums->passages)
        return ek_page_say(page, EK_W_found_nothing, words, nothing);
    ek_str in = ek_page_say(
        page, EK_W_found_sum,
        counted(page, sums->passages, EK_W_found_passages_one,
                EK_W_found_passages),
        counted(page, sums->found, EK_W_found_texts_one, EK_W_found_texts));
    return ek_page_say(page, EK_W_found_words, in, words);
}

ek_str
ek_found_extent(struct ek_page *page, const struct ek_found_asked *asked,
                const struct ek_found_sums *sums)
{
    return ek_page_say(
        page, asked->all ? EK_W_found_all : EK_W_found_latest,
        counted(page, sums->documents, EK_W_found_texts_one, EK_W_found_texts),
        nothing);
}

ek_str
ek_found_silence(struct ek_page *page, const struct ek_found_sums *sums)
{
    if (!sums->silent)
        return nothing;
    return ek_page_say(
        page, EK_W_found_silent,
        counted(page, sums->silent, EK_W_found_texts_one, EK_W_found_texts),
        nothing);
}

/* Whether a gap that was trimmed at a word wants a blank there: a line that
 * ends in Japanese goes on without. */
static bool
wants_blank(ek_str gap, bool behind)
{
    ek_str words = ek_str_trim(gap);
    const char *blank = behind ? words.p + words.n : gap.p;
    size_t n =
        behind ? (size_t)(gap.p + gap.n - blank) : (size_t)(words.p - gap.p);
    bool japanese =
        words.n && (unsigned char)words.p[behind ? words.n - 1 : 0] >= 0x80;
    return n > 0 && !(japanese && memchr(blank, '\n', n));
}

static void
add_gap(ek_buf *out, struct ek_page *page, ek_str raw, unsigned keep,
        const bool ends[2])
{
    ek_str text = ek_str_trim(ek_page_text(page, raw));
    if (!ends[0] && wants_blank(raw, false))
        ek_buf_putc(out, ' ');
    if (!keep || ek_width(text) <= 2 * keep + 3) {
        ek_buf_add(out, text);
    } else {
        if (!ends[0])
            ek_buf_add(out, ek_width_fit(text, keep));
        ek_buf_puts(out, ends[0] ? "... " : ends[1] ? " ..." : " ... ");
        if (!ends[1])
            ek_buf_add(out, ek_width_fit_end(text, keep));
    }
    if (!ends[1] && wants_blank(raw, true) && text.n)
        ek_buf_putc(out, ' ');
}

ek_str
ek_found_quote(struct ek_page *page, const ek_document *d,
               const ek_passage *passage, unsigned keep,
               const char *const around[2])
{
    ek_buf out = ek_buf_on(page->arena);
    size_t at = passage->span.begin;
    for (size_t i = 0; i <= passage->marks.n; i++) {
        bool last = i == passage->marks.n;
        ek_tspan mark = last ? (ek_tspan){passage->span.end, passage->span.end}
                             : passage->marks.v[i];
        const bool ends[2] = {i == 0, last};
        add_gap(&out, page, ek_str_slice(d->text, at, mark.begin), keep, ends);
        if (last)
            break;
        ek_buf_puts(&out, around[0]);
        ek_buf_add(&out,
                   ek_str_trim(ek_page_text(
                       page, ek_str_slice(d->text, mark.begin, mark.end))));
        ek_buf_puts(&out, around[1]);
        at = mark.end;
    }
    return ek_buf_str(&out);
}

ek_str
ek_found_place(struct ek_page *page, const ek_passage *passage)
{
    const ek_place *place = &passage->place;
    if (place->page)
        return ek_page_say(page, EK_W_page, ek_page_ordinal(page, place->page),
                           nothing);
    if (place->paragraph)
        return ek_page_say(page, EK_W_paragraph,
                           ek_page_ordinal(page, place->paragraph), nothing);
    return ek_page_say(page, EK_W_line, ek_page_ordinal(page, passage->line),
                       nothing);
}
