/* SPDX-License-Identifier: Apache-2.0 */
/* The text of the contract with its findings in place: documents, articles,
 * lines. */
#include "config.h"

#include "report/html_plan.h"

enum { DEEPEST = 6 };

static const ek_str nothing = {"", 0};

struct flow {
    struct ek_html *h;
    const struct ek_html_plan *plan;
    struct ek_html_sweep *sweep;
    uint32_t page;         /* told last */
    uint32_t depth, least; /* of the last heading; of the first one */
};

static void
put_page(struct flow *flow, const struct ek_block *block)
{
    struct ek_html *h = flow->h;
    if (!block->place.page || block->place.page == flow->page)
        return;
    flow->page = block->place.page;
    ek_html_raw(h, "<p class=\"pg\">");
    ek_html_say(h, EK_W_page, ek_page_ordinal(&h->page, flow->page), nothing);
    ek_html_raw(h, "</p>\n");
}

/* No heading is more than one level below the one before. number: a block with
 * its number, or NULL. */
static void
put_heading(struct flow *flow, const struct ek_block *number,
            const struct ek_block *block, uint32_t document)
{
    struct ek_html *h = flow->h;
    uint32_t depth = flow->least + block->level;
    if (block->level > DEEPEST || depth > DEEPEST)
        depth = DEEPEST;
    if (depth > flow->depth + 1)
        depth = flow->depth + 1;
    flow->depth = depth;
    ek_buf_printf(h->page.out, "<h%u class=\"l%u\"", depth,
                  block->level < 2 ? block->level : 2);
    ek_html_block_lang(h, document, block);
    ek_html_raw(h, ">");
    if (number) {
        ek_html_sweep_put(flow->sweep, number->span.begin, number->span.end);
        ek_html_raw(h, " ");
    }
    ek_html_sweep_put(flow->sweep, block->span.begin, block->span.end);
    ek_buf_printf(h->page.out, "</h%u>\n", depth);
    ek_html_sweep_margin(flow->sweep);
}

static void
put_article(struct flow *flow, const struct ek_html_article *article,
            uint32_t number)
{
    struct ek_html *h = flow->h;
    const struct ek_block *v = flow->plan->blocks[article->document].v;
    ek_str text = h->result->documents.v[article->document].text;
    ek_buf_printf(h->page.out, "<section class=\"art\" id=\"a%u\">", number);
    for (uint32_t i = article->first; i < article->end;) {
        put_page(flow, &v[i]);
        if (ek_html_is_row(text, &v[i])) {
            i += ek_html_table(h, flow->sweep, article->document, &v[i],
                               article->end - i);
            continue;
        }
        bool alone = ek_html_numbers_next(text, &v[i], v + article->end);
        if (alone || v[i].kind == EK_BLOCK_HEADING)
            put_heading(flow, alone ? &v[i] : NULL, &v[i + alone],
                        article->document);
        else
            ek_html_line(h, flow->sweep, article->document, &v[i]);
        i += 1 + alone;
    }
    ek_html_raw(h, "</section>\n");
}

static void
put_title(struct flow *flow, uint32_t document)
{
    struct ek_html *h = flow->h;
    const ek_document *d = &h->result->documents.v[document];
    flow->page = 0;
    flow->depth = 1;
    flow->least = 2;
    if (h->result->documents.n > 1) {
        ek_buf_printf(h->page.out, "<h2 class=\"dt\" id=\"d%u\">",
                      document + 1);
        ek_html_text(h, d->title.n ? d->title : ek_str_file_name(d->path));
        if (d->title.n) {
            ek_html_raw(h, "<small>");
            ek_html_text(h, ek_str_file_name(d->path));
            ek_html_raw(h, "</small>");
        }
        ek_html_raw(h, "</h2>\n");
        flow->depth = 2;
        flow->least = 3;
    }
    if (d->no_result.n && d->text.n) {
        ek_html_raw(h, "<p class=\"prov\">");
        ek_html_say(h, EK_W_no_result,
                    ek_term_unread(&h->page, h->result, document), nothing);
        ek_html_raw(h, "</p>\n");
    }
}

static size_t
put_document(struct flow *flow, uint32_t document, size_t a)
{
    const struct ek_html_plan *plan = flow->plan;
    put_title(flow, document);
    if (!flow->h->result->documents.v[document].text.n) {
        ek_html_unread_whole(flow->h, document);
        return a;
    }
    flow->sweep = ek_html_sweep_open(flow->h, plan, document);
    for (; a < plan->articles.n && plan->articles.v[a].document == document;
         a++) {
        const struct ek_html_article *article = &plan->articles.v[a];
        if (article->last > article->unread)
            ek_html_unread(flow->h, article, (uint32_t)a + 1);
        else
            put_article(flow, article, (uint32_t)a + 1);
    }
    ek_html_sweep_rest(flow->sweep);
    ek_html_unread_rest(flow->h, document);
    return a;
}

static bool
has_findings(const struct ek_html *h)
{
    size_t i = 0;
    while (i < h->result->findings.v.n && !h->notes[i].number)
        i++;
    return i < h->result->findings.v.n;
}

void
ek_html_text_part(struct ek_html *h)
{
    struct flow flow = {.h = h, .plan = ek_html_plan_of(h)};
    size_t a = 0;
    /* Nothing was looked for where there is no result: no map of nothing. */
    if (!h->result->no_result.n &&
        (flow.plan->articles.n > 1 || has_findings(h))) {
        ek_html_raw(h, "<div class=\"filters card\">\n");
        ek_html_filters(h);
        ek_html_map(h, flow.plan);
        ek_html_raw(h, "</div>\n");
    }
    ek_html_raw(h, "<article class=\"text card\" id=\"text\" tabindex=\"-1\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_html_text, h->page.options.lang));
    ek_html_raw(h, ">\n");
    for (uint32_t i = 0; i < h->result->documents.n; i++)
        a = put_document(&flow, i, a);
    ek_html_raw(h, "</article>\n");
}
