/* SPDX-License-Identifier: Apache-2.0 */
/* A section for each exception: the reason, then the evidence, strongest
 * first. */
#include "config.h"

#include "result/contribution.h"
#include "report/term.h"

#include <stdlib.h>

enum { LEAST_ARTICLE = 20 };

static const ek_str nothing = {"", 0};

static unsigned
rank_of(const struct ek_evidence *e)
{
    static const char *const levels[] = {"high", "normal", "low"};
    unsigned rank = ek_contribution_rank(e->contribution), level = 0;
    while (level < 3 && !ek_str_is(e->level, levels[level]))
        level++;
    return rank * 4 + (e->level.n ? level : 1);
}

static int
by_strength(const void *a, const void *b)
{
    const struct ek_evidence *x = a, *y = b;
    unsigned rx = rank_of(x), ry = rank_of(y);
    if (rx != ry)
        return rx < ry ? -1 : 1;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

/* Behind a gap, or on the next line where this one has no room for it. */
static void
put_part(struct ek_page *page, enum ek_style style, ek_str s, unsigned gap)
{
    if (!s.n)
        return;
    if (page->cells > EK_TERM_QUOTE_INDENT &&
        page->cells + gap + ek_width(s) > page->options.width) {
        ek_page_end(page);
        ek_page_to(page, EK_TERM_QUOTE_INDENT);
    } else {
        ek_page_to(page, page->cells + gap);
    }
    ek_page_put(page, style, s);
}

/* Article (cut where it is long), page, lines, clause, tier. */
static void
put_place(struct ek_page *page, const ek_result *r, const ek_finding *f,
          unsigned right)
{
    ek_str clause = ek_page_text(page, f->clause);
    ek_str article = ek_term_article(page, r, f);
    ek_str place = f->kind == EK_PRESENT ? ek_term_place(page, f) : nothing;
    ek_str tier = f->tier == EK_TIER_CLUE
                      ? ek_catalogue_text(EK_W_clue, page->options.lang)
                      : nothing;
    unsigned others = page->cells + ek_width(place) + ek_width(clause) +
                      ek_width(tier) + right + EK_PAGE_MARGIN + 8;
    unsigned width = page->options.width;
    unsigned room =
        width > others + LEAST_ARTICLE ? width - others : LEAST_ARTICLE;
    ek_buf cut = ek_buf_on(page->arena);
    unsigned need = ek_width(article);
    ek_width_pad(&cut, article, need < room ? need : room);
    put_part(page, EK_DIM, ek_buf_str(&cut), 0);
    put_part(page, EK_DIM, place, article.n ? 2 : 0);
    put_part(page, EK_PLAIN, clause, article.n || place.n ? 2 : 0);
    put_part(page, EK_PLAIN, tier, 2);
}

static ek_str
quoted(struct ek_page *page, const ek_finding *f)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_catalogue_add(&out, EK_W_quoted, f->lang, ek_page_text(page, f->quote),
                     (ek_str){"", 0});
    return ek_buf_str(&out);
}

static void
put_body(struct ek_page *page, const ek_finding *f, unsigned lines)
{
    ek_page_to(page, EK_TERM_QUOTE_INDENT);
    if (f->kind == EK_PRESENT)
        ek_page_wrap(page, EK_TERM_QUOTE_INDENT, EK_BOLD, quoted(page, f),
                     lines);
    else if (f->kind == EK_ABSENT)
        ek_page_wrap(page, EK_TERM_QUOTE_INDENT, EK_PLAIN,
                     ek_catalogue_text(EK_W_absent, page->options.lang), 0);
    else
        ek_page_wrap(page, EK_TERM_QUOTE_INDENT, EK_PLAIN,
                     ek_page_say(page, EK_W_gave_up,
                                 ek_page_text(page, f->reason), nothing),
                     0);
}

void
ek_term_finding(struct ek_page *page, const ek_result *r,
                const struct ek_term_line *line)
{
    const ek_finding *f = &r->findings.v.v[line->finding];
    ek_page_to(page, 2);
    ek_page_put(page, line->mark.style, line->mark.letters);
    ek_page_to(page, 5);
    ek_page_put(page, EK_BOLD,
                ek_arena_printf(page->arena, "[%2u]", line->finding + 1));
    ek_page_to(page, page->cells + 1);
    put_place(page, r, f, ek_width(line->margin));
    ek_page_right(page, EK_DIM, line->margin);
    put_body(page, f, line->lines);
    if (line->reason.n) {
        ek_page_to(page, EK_TERM_QUOTE_INDENT);
        ek_page_wrap(page, EK_TERM_QUOTE_INDENT, EK_PLAIN, line->reason, 0);
    }
    ek_term_reviews(page, ek_reviewed_finding(page->reviewed, line->finding),
                    EK_TERM_QUOTE_INDENT);
}

void
ek_term_more(struct ek_page *page, size_t hidden)
{
    if (hidden == 0)
        return;
    ek_page_to(page, 5);
    ek_page_wrap(
        page, 5, EK_PLAIN,
        ek_page_say(page, EK_W_more, ek_page_number(page, hidden), nothing), 0);
}

bool
ek_term_is_evidence(const ek_result *r, uint32_t finding)
{
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (!ek_str_starts(v->item, EK_STR("EX-")))
            continue;
        for (size_t e = 0; e < v->findings.n; e++)
            if (v->findings.v[e].finding == finding)
                return true;
    }
    return false;
}

struct ek_evidence *
ek_term_by_strength(struct ek_page *page, const ek_verdict *v)
{
    struct ek_evidence *sorted =
        ek_arena_alloc(page->arena, v->findings.n * sizeof *sorted);
    for (size_t i = 0; i < v->findings.n; i++)
        sorted[i] = v->findings.v[i];
    if (v->findings.n)
        qsort(sorted, v->findings.n, sizeof *sorted, by_strength);
    return sorted;
}

static void
put_one(struct ek_page *page, const ek_result *r, const struct ek_evidence *e)
{
    bool all = page->options.all;
    struct ek_term_line line = {ek_mark_of(e->contribution), e->finding,
                                ek_page_text(page, e->row), nothing,
                                all ? 0 : EK_TERM_QUOTE_LINES};
    if (all)
        line.reason = ek_page_label(page, &e->reason);
    ek_term_finding(page, r, &line);
}

static void
put_evidence(struct ek_page *page, const ek_result *r, const ek_verdict *v)
{
    bool all = page->options.all;
    size_t n = v->findings.n,
           shown = all || n <= EK_TERM_MOST ? n : EK_TERM_MOST;
    struct ek_evidence *sorted = ek_term_by_strength(page, v);
    for (size_t i = 0; i < shown; i++)
        put_one(page, r, &sorted[i]);
    ek_term_more(page, n - shown);
}

void
ek_term_strongest(struct ek_page *page, const ek_result *r, const ek_verdict *v)
{
    if (v->findings.n)
        put_one(page, r, ek_term_by_strength(page, v));
}

static void
put_title(struct ek_page *page, const ek_verdict *v)
{
    struct ek_mark mark = ek_mark_of(v->status);
    ek_page_end(page);
    ek_page_put(page, EK_BOLD, ek_term_item(page, v->item));
    ek_page_to(page, page->cells + 2);
    ek_page_put(page, mark.style, mark.letters);
    ek_page_to(page, page->cells + 1);
    ek_page_put(page, mark.style, ek_page_label(page, &v->label));
    if (page->cells + 1 < page->options.width)
        ek_page_to(page, page->cells + 1);
    while (page->cells < page->options.width)
        ek_page_put(page, EK_PLAIN, EK_STR("-"));
    ek_page_end(page);
}

static ek_str
certainty_of(struct ek_page *page, const ek_verdict *v)
{
    if (ek_str_is(v->certainty, "text"))
        return ek_catalogue_text(EK_W_cert_text, page->options.lang);
    if (ek_str_is(v->certainty, "summary"))
        return ek_catalogue_text(EK_W_cert_summary, page->options.lang);
    if (ek_str_is(v->certainty, "inference"))
        return ek_catalogue_text(EK_W_cert_inference, page->options.lang);
    return ek_page_text(page, v->certainty);
}

static ek_str
basis_of(struct ek_page *page, const ek_verdict *v)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_str changes = ek_page_text(page, v->changes);
    ek_str parts[] = {
        ek_page_text(page, v->row), ek_page_text(page, v->provisions),
        certainty_of(page, v),
        changes.n ? ek_page_say(page, EK_W_dated, changes, nothing) : nothing};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].n == 0)
            continue;
        ek_buf_puts(&out, out.n ? "  " : "");
        ek_buf_add(&out, parts[i]);
    }
    return ek_buf_str(&out);
}

static const struct ek_asked *
asked_by(const ek_result *r, ek_str id, const char *to)
{
    for (size_t i = 0; i < r->questions.n; i++)
        if (ek_str_eq(r->questions.v[i].id, id) &&
            ek_str_is(r->questions.v[i].to, to))
            return &r->questions.v[i];
    return NULL;
}

/* "--fact U6=yes|no|unknown" */
static ek_str
answer_of(struct ek_page *page, const struct ek_asked *asked)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_str rest = asked->values;
    ek_buf_printf(&out, "--fact %.*s=", EK_ARG(ek_page_text(page, asked->id)));
    if (!rest.n)
        ek_buf_puts(&out, "...");
    for (ek_str w = ek_str_word(&rest), first = w; w.n; w = ek_str_word(&rest))
        ek_buf_printf(&out, "%s%.*s", w.p == first.p ? "" : "|",
                      EK_ARG(ek_page_text(page, w)));
    return ek_buf_str(&out);
}

/* The facts that this verdict waits for. */
static void
put_facts(struct ek_page *page, const ek_result *r, const ek_verdict *v)
{
    bool any = false;
    for (size_t i = 0; i < v->questions.n; i++) {
        const struct ek_asked *asked = asked_by(r, v->questions.v[i], "user");
        if (!asked)
            continue;
        if (!any)
            ek_page_end(page);
        any = true;
        struct ek_mark mark = ek_mark_of(EK_STR("needs-user-fact"));
        ek_page_to(page, 2);
        ek_page_put(page, mark.style, mark.letters);
        ek_page_to(page, 5);
        ek_page_put(page, EK_BOLD, ek_page_text(page, asked->id));
        ek_page_to(page, EK_TERM_QUOTE_INDENT);
        ek_page_wrap(page, EK_TERM_QUOTE_INDENT, EK_PLAIN,
                     ek_page_label(page, &asked->text), 0);
        ek_page_to(page, EK_TERM_QUOTE_INDENT);
        ek_page_wrap(page, EK_TERM_QUOTE_INDENT + 2, EK_DIM,
                     answer_of(page, asked), 0);
    }
}

void
ek_term_verdicts(struct ek_page *page, const ek_result *r)
{
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (!ek_str_starts(v->item, EK_STR("EX-")))
            continue;
        put_title(page, v);
        ek_page_to(page, 2);
        ek_page_wrap(page, 2, EK_PLAIN, ek_page_label(page, &v->reason), 0);
        ek_page_to(page, 2);
        ek_page_wrap(page, 2, EK_DIM, basis_of(page, v), 0);
        ek_term_reviews(page, ek_reviewed_verdict(page->reviewed, i), 2);
        if (v->findings.n)
            ek_page_end(page);
        put_evidence(page, r, v);
        put_facts(page, r, v);
    }
}
