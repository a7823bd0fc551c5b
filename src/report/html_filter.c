/* SPDX-License-Identifier: Apache-2.0 */
/* Chips: all, findings, clues; each clause type with its count, gravest
 * first. */
#include "config.h"

#include "report/html_plan.h"

#include <stdlib.h>
#include <string.h>

static const ek_str nothing = {"", 0};

struct type {
    const ek_finding *model;
    size_t n;
    long rank; /* of its gravest finding */
};

struct kept {
    const ek_finding *f;
    long rank;
};

static int
by_clause(const void *a, const void *b)
{
    const struct kept *x = a, *y = b;
    int order = ek_str_cmp(x->f->clause, y->f->clause);
    return order ? order : (x->rank > y->rank) - (x->rank < y->rank);
}

static int
by_gravity(const void *a, const void *b)
{
    const struct type *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    return ek_str_cmp(x->model->clause, y->model->clause);
}

static void
put_count(struct ek_html *h, size_t n)
{
    ek_html_raw(h, " ");
    ek_buf_add(h->page.out, ek_page_number(&h->page, n));
    ek_html_raw(h, "</span></label>");
}

static void
put_tier(struct ek_html *h, const char *value, enum ek_word word, size_t n)
{
    ek_buf_printf(h->page.out,
                  "<label class=\"chip\"><input type=\"radio\" name=\"ti\" "
                  "value=\"%s\"%s><span>",
                  value, word == EK_W_html_all ? " checked" : "");
    ek_html_word(h, word);
    put_count(h, n);
}

static void
put_type(struct ek_html *h, const struct type *type)
{
    ek_html_raw(h, "<label class=\"chip\"><input type=\"checkbox\" "
                   "name=\"ty[]\"");
    ek_html_attr(h, "value", type->model->clause);
    ek_html_raw(h, "><span>");
    ek_html_label(h, &type->model->title);
    put_count(h, type->n);
}

/* Of the findings in order of their clause. */
static size_t
count_types(const struct kept *kept, size_t n, struct type *types)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        if (!i || !ek_str_eq(kept[i].f->clause, kept[i - 1].f->clause))
            types[found++] = (struct type){kept[i].f, 0, kept[i].rank};
        types[found - 1].n++;
    }
    qsort(types, found, sizeof *types, by_gravity);
    return found;
}

static void
put_tiers(struct ek_html *h, size_t all, size_t clues)
{
    ek_html_raw(h, "<fieldset><legend>");
    ek_html_word(h, EK_W_html_tier);
    ek_html_raw(h, "</legend>");
    put_tier(h, "all", EK_W_html_all, all);
    put_tier(h, "f", EK_W_html_findings, all - clues);
    put_tier(h, "c", EK_W_html_clues, clues);
    ek_html_raw(h, "<button class=\"btn\" type=\"reset\">");
    ek_html_word(h, EK_W_html_reset);
    ek_html_raw(h, "</button></fieldset>\n");
}

/* The gravest stand there, the others are folded. */
static void
put_types(struct ek_html *h, const struct type *types, size_t n)
{
    enum { MOST_OPEN = 14, OPEN = 10 };
    size_t open = n > MOST_OPEN ? OPEN : n;
    ek_html_raw(h, "<fieldset class=\"ty\"><legend>");
    ek_html_say(h, EK_W_html_types, ek_page_number(&h->page, n), nothing);
    ek_html_raw(h, "</legend>");
    for (size_t i = 0; i < open; i++)
        put_type(h, &types[i]);
    if (open < n) {
        ek_html_raw(h, "<details><summary>");
        ek_html_say(h, EK_W_html_more_types, ek_page_number(&h->page, n - open),
                    nothing);
        ek_html_raw(h, "</summary><div>");
        for (size_t i = open; i < n; i++)
            put_type(h, &types[i]);
        ek_html_raw(h, "</div></details>");
    }
    ek_html_raw(h, "</fieldset>");
}

/* The present ones; *clues counts those of that tier. */
static size_t
keep_present(struct ek_html *h, struct kept *kept, size_t *clues)
{
    const ek_findings *all = &h->result->findings;
    size_t n = 0;
    for (size_t i = 0; i < all->v.n; i++) {
        const ek_finding *f = &all->v.v[i];
        if (f->kind != EK_PRESENT)
            continue;
        const char *kind = strchr(ek_html_kinds, h->notes[i].kind);
        kept[n++] = (struct kept){f, kind ? kind - ek_html_kinds : 0};
        *clues += f->tier == EK_TIER_CLUE;
    }
    qsort(kept, n, sizeof *kept, by_clause);
    return n;
}

void
ek_html_filters(struct ek_html *h)
{
    size_t all = h->result->findings.v.n + 1, clues = 0;
    struct kept *kept = ek_arena_alloc(h->page.arena, all * sizeof *kept);
    struct type *types = ek_arena_alloc(h->page.arena, all * sizeof *types);
    size_t n = keep_present(h, kept, &clues);
    if (!n)
        return;
    ek_html_raw(h, "<form id=\"filters\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_html_filters, h->page.options.lang));
    ek_html_raw(h, ">\n");
    put_tiers(h, n, clues);
    ek_html_decided_filter(h);
    put_types(h, types, count_types(kept, n, types));
    ek_html_raw(h, "<button class=\"vh\" type=\"submit\" tabindex=\"-1\">");
    ek_html_word(h, EK_W_html_apply);
    ek_html_raw(h, "</button></form>\n");
}
