/* SPDX-License-Identifier: Apache-2.0 */
/* What changed without touching a finding, folded and counted, and what is to
 * be asked. */
#include "config.h"

#include "report/html_diff.h"

enum { KEEP = 50, FIRST_WORDS = 48 };

static const ek_str nothing = {"", 0};

static const struct ek_diff_marks marks = {
    {"<del>", "</del>"}, {"<ins>", "</ins>"}, ek_html_escape};

static const struct kind {
    ek_weight weight;
    enum ek_word word;
} kinds[] = {{EK_WEIGHT_WORDING, EK_W_diff_wording},
             {EK_WEIGHT_NUMBERS, EK_W_diff_numbers},
             {EK_WEIGHT_NONE, EK_W_diff_layout}};

static void
add(struct ek_html *h, ek_buf *out, ek_str word)
{
    if (out->n)
        ek_buf_add(out, ek_catalogue_text(EK_W_comma, h->page.options.lang));
    ek_buf_add(out, word);
}

/* "moved, renumbered (a) -> (b)" */
static ek_str
what_of(struct ek_html *h, const struct ek_clause_change *c)
{
    static const struct {
        unsigned bit;
        enum ek_word word;
    } words[] = {{EK_CHANGE_ADDED, EK_W_diff_added},
                 {EK_CHANGE_REMOVED, EK_W_diff_removed},
                 {EK_CHANGE_MOVED, EK_W_diff_moved},
                 {EK_CHANGE_SPLIT, EK_W_diff_split},
                 {EK_CHANGE_MERGED, EK_W_diff_merged}};
    ek_buf out = ek_buf_on(h->page.arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (c->what & words[i].bit)
            add(h, &out,
                ek_catalogue_text(words[i].word, h->page.options.lang));
    if (c->what & EK_CHANGE_RENUMBERED) {
        ek_str labels =
            ek_arena_printf(h->page.arena, "%.*s \xE2\x86\x92 %.*s",
                            EK_ARG(ek_page_text(&h->page, c->label_before)),
                            EK_ARG(ek_page_text(&h->page, c->label_after)));
        add(h, &out,
            ek_page_say(&h->page, EK_W_diff_renumbered, labels, nothing));
    }
    return ek_buf_str(&out);
}

static ek_str
first_words(struct ek_html_diff *d, const struct ek_clause_change *c)
{
    unsigned side = c->after.n ? EK_LATER : EK_EARLIER;
    struct ek_place_in place = c->after.n ? c->after.v[0] : c->before.v[0];
    const ek_document *document =
        &d->version[side].result->documents.v[place.document];
    ek_tspan span = document->blocks.v[place.block].span;
    ek_str text = ek_page_text(
        &d->h->page, ek_str_slice(document->text, span.begin, span.end));
    ek_str head = ek_width_fit(text, FIRST_WORDS);
    return head.n == text.n ? text
                            : ek_arena_printf(d->h->page.arena,
                                              "%.*s\xE2\x80\xA6", EK_ARG(head));
}

static void
put_change(struct ek_html_diff *d, uint32_t clause)
{
    struct ek_html *h = d->h;
    const struct ek_clause_change *c = &d->changes->clauses.v[clause];
    ek_str what = what_of(h, c);
    ek_buf_printf(h->page.out, "<li id=\"o%u\" tabindex=\"-1\"><p>",
                  clause + 1);
    if (c->weight != EK_WEIGHT_NONE && c->pieces.n)
        ek_buf_add(h->page.out,
                   ek_diff_redline(&h->page, d->changes, c, KEEP, &marks));
    else
        ek_html_text(h, first_words(d, c));
    ek_html_raw(h, "</p> ");
    if (what.n) {
        ek_html_raw(h, "<span>");
        ek_html_text(h, what);
        ek_html_raw(h, "</span> ");
    }
    ek_html_diff_to_text(d, d->row_of_clause[clause], EK_W_dh_in_text);
    ek_html_raw(h, "</li>\n");
}

static void
put_kind(struct ek_html_diff *d, const struct kind *kind)
{
    struct ek_html *h = d->h;
    size_t n = d->changes->counts[kind->weight];
    if (!n)
        return;
    ek_html_raw(h, h->page.options.all ? "<details open>" : "<details>");
    ek_html_raw(h, "<summary>");
    ek_html_say(
        h, kind->word,
        ek_diff_counted(&h->page, EK_W_diff_clauses_one, EK_W_diff_clauses, n),
        nothing);
    ek_html_raw(h, "</summary>\n<ol class=\"oth\">\n");
    for (uint32_t i = 0; i < d->changes->clauses.n; i++)
        if (d->changes->clauses.v[i].weight == kind->weight &&
            d->entry_of_clause[i] == EK_NOT_THERE)
            put_change(d, i);
    ek_html_raw(h, "</ol></details>\n");
}

void
ek_html_diff_others(struct ek_html_diff *d)
{
    const size_t *counts = d->changes->counts;
    if (!ek_changes_comparable(d->changes) ||
        counts[EK_WEIGHT_SUBSTANCE] == d->changes->clauses.n)
        return;
    ek_html_raw(d->h, "<h2 id=\"ot\">");
    ek_html_word(d->h, EK_W_diff_head_other);
    ek_html_raw(d->h, "</h2>\n");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        put_kind(d, &kinds[i]);
}

void
ek_html_diff_questions(struct ek_html_diff *d)
{
    struct ek_html *h = d->h;
    struct ek_diff_questions questions;
    ek_diff_ask(&questions, &h->page, d->changes);
    if (!questions.v.n)
        return;
    ek_html_raw(h, "<h2 id=\"as\">");
    ek_html_word(h, EK_W_diff_head_ask);
    ek_html_raw(h, " <small>");
    ek_html_put_number(h, questions.v.n);
    ek_html_raw(h, "</small></h2>\n<ul class=\"q card\">\n");
    for (size_t i = 0; i < questions.v.n; i++) {
        const struct ek_diff_question *q = &questions.v.v[i];
        ek_html_raw(h, "<li><div><b>");
        ek_html_word(h, q->to);
        ek_html_raw(h, "</b> <code>");
        ek_html_text(h, q->id);
        ek_html_raw(h, "</code><p>");
        ek_html_text(h, q->text);
        ek_html_raw(h, "</p></div></li>\n");
    }
    ek_html_raw(h, "</ul>\n");
}
