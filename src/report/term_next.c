/* SPDX-License-Identifier: Apache-2.0 */
/* What remains to be done, and what this page rests on. */
#include "config.h"

#include "report/term.h"

enum { TEXT_COLUMN = 5, IDS_COLUMN = 33, NARROW = 60 };

static const ek_str nothing = {"", 0};

struct kind {
    const char *to;
    enum ek_word heading;
};

static void
put_ids(struct ek_page *page, const ek_result *r, const char *to)
{
    bool user = ek_str_is(EK_STR("user"), to);
    ek_buf ids = ek_buf_on(page->arena);
    for (size_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        if (!ek_str_is(asked->to, to))
            continue;
        if (ids.n)
            ek_buf_putc(&ids, ' ');
        ek_buf_printf(&ids, user ? "--fact %.*s=..." : "%.*s",
                      EK_ARG(ek_page_text(page, asked->id)));
    }
    if (page->options.width < NARROW) {
        ek_page_end(page);
        ek_page_to(page, TEXT_COLUMN);
    } else {
        ek_page_to(page, page->cells + 2);
        ek_page_to(page, IDS_COLUMN);
    }
    ek_page_wrap(page, page->cells, EK_PLAIN, ek_buf_str(&ids), 0);
}

static void
put_side(struct ek_page *page, enum ek_word word, const ek_label *side)
{
    ek_str text = ek_page_label(page, side);
    if (text.n == 0)
        return;
    ek_page_to(page, 7);
    ek_page_put(page, EK_DIM, ek_catalogue_text(word, page->options.lang));
    ek_page_to(page, page->cells + 1);
    ek_page_wrap(page, 9, EK_PLAIN, text, 0);
}

static void
put_texts(struct ek_page *page, const ek_result *r, const char *to)
{
    for (size_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        if (!ek_str_is(asked->to, to))
            continue;
        ek_page_to(page, 5);
        ek_page_put(page, EK_BOLD, ek_page_text(page, asked->id));
        ek_page_to(page, page->cells + 2);
        ek_page_wrap(page, 7, EK_PLAIN, ek_page_label(page, &asked->text), 0);
        put_side(page, EK_W_pro, &asked->pro);
        put_side(page, EK_W_contra, &asked->contra);
    }
}

/* With --all in words, else as ids beside the verdicts. */
static void
put_changes(struct ek_page *page, const ek_result *r)
{
    if (!page->options.all)
        return;
    for (size_t i = 0; i < r->changes.n; i++) {
        ek_str text = ek_page_label(page, &r->changes.v[i].text);
        ek_page_to(page, 2);
        ek_page_wrap(page, 4, EK_PLAIN,
                     ek_page_say(page, EK_W_changed,
                                 ek_page_date(page, r->pack_as_of),
                                 ek_page_text(page, r->changes.v[i].id)),
                     0);
        ek_page_to(page, 4);
        ek_page_wrap(page, 4, EK_PLAIN, text, 0);
    }
}

void
ek_term_next(struct ek_page *page, const ek_result *r)
{
    static const struct kind kinds[] = {{"provider", EK_W_ask_provider},
                                        {"reviewer", EK_W_ask_reviewer},
                                        {"user", EK_W_ask_user}};
    unsigned number = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = ek_result_asked(r, kinds[i].to);
        if (n == 0)
            continue;
        if (number++ == 0)
            ek_page_heading(page, EK_W_next);
        ek_page_put(page, EK_PLAIN,
                    ek_arena_printf(page->arena, "  %u. ", number));
        ek_page_put(page, EK_PLAIN,
                    ek_page_say(page, kinds[i].heading, ek_page_number(page, n),
                                nothing));
        put_ids(page, r, kinds[i].to);
        if (page->options.all)
            put_texts(page, r, kinds[i].to);
    }
    put_changes(page, r);
    if (number == 0 || page->options.all)
        return;
    ek_page_to(page, 5);
    ek_page_put(page, EK_DIM,
                ek_catalogue_text(EK_W_ask_texts, page->options.lang));
    ek_page_end(page);
}

void
ek_term_footer(struct ek_page *page, const ek_result *r)
{
    ek_page_end(page);
    ek_str parts[] = {r->pack_id, r->pack_version};
    ek_page_put(page, EK_DIM, EK_STR("ekimu "));
    ek_page_put(page, EK_DIM, ek_page_text(page, r->engine));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ek_page_to(page, page->cells + (i ? 1 : 2));
        ek_page_put(page, EK_DIM, ek_page_text(page, parts[i]));
    }
    ek_page_to(page, page->cells + 1);
    ek_page_wrap(page, 2, EK_DIM,
                 ek_page_say(page, EK_W_as_of,
                             ek_page_date(page, r->pack_as_of), nothing),
                 0);
    ek_page_wrap(page, 0, EK_DIM, ek_page_label(page, &r->disclaimer), 0);
}
