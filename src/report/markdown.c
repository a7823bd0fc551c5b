/* SPDX-License-Identifier: Apache-2.0 */
/* A summary to paste into a ticket: the outcomes, the strongest evidence, what
 * was not read, what to ask. CommonMark with tables; whatever stands in a
 * contract is escaped and mentions nobody. */
#include "config.h"

#include "report/markdown.h"
#include "report/term.h"

#include <string.h>

enum { MOST_EVIDENCE = 5 };

struct state {
    ek_arena *arena;
    struct ek_report_options options;
    size_t contracts;
    ek_buf footer; /* of the last contract */
};

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    (void)out;
    struct state *s = ek_arena_alloc(arena, sizeof *s);
    s->arena = arena;
    s->options = *options;
    s->footer = ek_buf_on(arena);
    return s;
}

void
ek_markdown_text(ek_buf *out, ek_str s)
{
    static const char marks[] = "\\`*_[]#|~>";
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == '<' || c == '&' || c == '@')
            ek_buf_puts(out, c == '<' ? "&lt;" : c == '&' ? "&amp;" : "&#64;");
        else if (c == '\n' || c == '\r')
            ek_buf_putc(out, ' ');
        else {
            bool bullet = i == 0 && (c == '-' || c == '+');
            if (bullet || memchr(marks, c, sizeof marks - 1))
                ek_buf_putc(out, '\\');
            ek_buf_putc(out, c);
        }
    }
}

static void
put_word(ek_buf *out, enum ek_word word, ek_lang lang)
{
    ek_markdown_text(out, ek_catalogue_text(word, lang));
}

/* The line of a review, its reason, what changed. */
static void
put_review(struct ek_page *page, const ek_review *review)
{
    ek_str reason = ek_page_text(page, review->decision.reason);
    ek_str redline = ek_reviewed_redline(page, review, 0);
    ek_markdown_text(page->out, ek_reviewed_line(page, review));
    if (reason.n) {
        ek_buf_puts(page->out, ". ");
        ek_markdown_text(page->out,
                         ek_page_say(page, EK_W_dc_reason, reason, EK_STR("")));
    }
    if (redline.n) {
        ek_buf_puts(page->out, ". ");
        ek_markdown_text(
            page->out, ek_page_say(page, EK_W_dc_change, redline, EK_STR("")));
    }
}

/* The column for the decision on a verdict. */
static void
put_beside(struct ek_page *page, size_t verdict)
{
    if (!page->reviewed)
        return;
    ek_buf_puts(page->out, " | ");
    uint32_t first = ek_reviewed_first(
        page->reviewed, ek_reviewed_verdict(page->reviewed, verdict));
    if (first == EK_DECIDED_NOTHING)
        put_word(page->out, EK_W_dc_not_decided, page->options.lang);
    else
        put_review(page, &page->reviewed->result->reviews.v.v[first]);
}

static void
put_heading(struct ek_page *page, unsigned level, enum ek_word word)
{
    ek_buf_putc(page->out, '\n');
    while (level-- > 0)
        ek_buf_putc(page->out, '#');
    ek_buf_putc(page->out, ' ');
    put_word(page->out, word, page->options.lang);
    ek_buf_puts(page->out, "\n\n");
}

static void
put_verdicts(struct ek_page *page, const ek_result *r)
{
    ek_lang lang = page->options.lang;
    ek_buf_puts(page->out, "\n| ");
    put_word(page->out, EK_W_csv_item, lang);
    ek_buf_puts(page->out, " | ");
    put_word(page->out, EK_W_csv_label, lang);
    ek_buf_puts(page->out, " | ");
    put_word(page->out, EK_W_csv_text, lang);
    if (page->reviewed) {
        ek_buf_puts(page->out, " | ");
        put_word(page->out, EK_W_x_state, lang);
    }
    ek_buf_puts(page->out, page->reviewed ? " |\n|---|---|---|---|\n"
                                          : " |\n|---|---|---|\n");
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        ek_buf_puts(page->out, "| ");
        ek_markdown_text(page->out, ek_term_item(page, v->item));
        ek_buf_puts(page->out, " | **");
        ek_markdown_text(page->out, ek_page_label(page, &v->label));
        ek_buf_puts(page->out, "** | ");
        ek_markdown_text(page->out, ek_page_label(page, &v->reason));
        if (v->row.n)
            ek_buf_printf(page->out, " (%.*s)", EK_ARG(v->row));
        put_beside(page, i);
        ek_buf_puts(page->out, " |\n");
    }
}

static void
put_evidence(struct ek_page *page, const ek_result *r,
             const struct ek_evidence *e)
{
    const ek_finding *f = &r->findings.v.v[e->finding];
    ek_buf_puts(page->out, "- ");
    ek_markdown_text(page->out, ek_term_article(page, r, f));
    ek_buf_putc(page->out, ' ');
    ek_markdown_text(page->out, ek_term_place(page, f));
    ek_buf_printf(page->out, " `%.*s` `%.*s`: ", EK_ARG(f->clause),
                  EK_ARG(e->row));
    ek_markdown_text(
        page->out, ek_catalogue_say(page->arena, EK_W_quoted, f->lang,
                                    ek_page_text(page, f->quote), EK_STR("")));
    ek_buf_putc(page->out, '\n');
}

/* What made the first exception's verdict, strong evidence first. */
static void
put_strongest(struct ek_page *page, const ek_result *r)
{
    static const char *const order[] = {"strong", "review", "carve60",
                                        "carve61", "protect"};
    const ek_verdict *v = ek_result_verdict(r, "EX-1");
    size_t shown = 0;
    if (!v || !v->findings.n)
        return;
    put_heading(page, 2, EK_W_md_evidence);
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        for (size_t i = 0; i < v->findings.n && shown < MOST_EVIDENCE; i++)
            if (ek_str_is(v->findings.v[i].contribution, order[k])) {
                put_evidence(page, r, &v->findings.v[i]);
                shown++;
            }
}

/* "- [3] `provider-viewing` 12.3: ..." */
static void
put_decision(struct ek_page *page, const ek_result *r, const ek_review *review)
{
    ek_buf_puts(page->out, "- ");
    if (review->finding < r->findings.v.n) {
        const ek_finding *f = &r->findings.v.v[review->finding];
        ek_buf_printf(page->out, "\\[%u\\] ", review->finding + 1);
        ek_markdown_text(page->out, ek_term_article(page, r, f));
        ek_buf_putc(page->out, ' ');
    }
    ek_markdown_text(page->out, ek_reviewed_subject(page, review));
    ek_buf_puts(page->out, ": ");
    put_review(page, review);
    ek_buf_putc(page->out, '\n');
}

static void
put_decisions(struct ek_page *page, const ek_result *r)
{
    if (!page->reviewed)
        return;
    put_heading(page, 2, EK_W_dc_head);
    ek_markdown_text(page->out, ek_reviewed_counts(page, page->reviewed));
    ek_buf_puts(page->out, ". ");
    put_word(page->out, EK_W_dc_kept, page->options.lang);
    ek_buf_puts(page->out, "\n\n");
    for (size_t i = 0; i < r->reviews.v.n; i++)
        if (r->reviews.v.v[i].decision.state != EK_DECIDED_OPEN)
            put_decision(page, r, &r->reviews.v.v[i]);
}

static void
put_questions(struct ek_page *page, const ek_result *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        if (!ek_str_is(asked->to, "provider"))
            continue;
        if (!n)
            put_heading(page, 2, EK_W_md_questions);
        const ek_label *text = asked->ready.en.n ? &asked->ready : &asked->text;
        ek_buf_printf(page->out, "%zu. ", ++n);
        ek_markdown_text(page->out, ek_page_label(page, text));
        ek_buf_putc(page->out, '\n');
    }
}

static void
put_documents(struct ek_page *page, const ek_result *r)
{
    for (uint32_t i = 0; i < r->documents.n; i++) {
        const ek_document *d = &r->documents.v[i];
        ek_str unread = ek_term_unread(page, r, i);
        ek_buf_puts(page->out, "- ");
        ek_markdown_text(page->out, ek_page_text(page, d->path));
        if (d->sha256.n)
            ek_buf_printf(page->out, " (SHA-256 `%.*s`)", EK_ARG(d->sha256));
        if (unread.n) {
            ek_buf_puts(page->out, ": ");
            ek_markdown_text(page->out, unread);
        }
        ek_buf_putc(page->out, '\n');
    }
}

static void
put_contract(struct ek_page *page, const ek_result *r)
{
    ek_buf_puts(page->out, "# ");
    ek_markdown_text(page->out, ek_term_title(page, r));
    ek_buf_puts(page->out, "\n\n");
    put_documents(page, r);
    page->reviewed = ek_reviewed_of(page->arena, r);
    put_verdicts(page, r);
    if (r->no_result.n)
        return;
    put_strongest(page, r);
    put_decisions(page, r);
    put_questions(page, r);
}

static void
keep_footer(struct state *s, struct ek_page *page, const ek_result *r)
{
    s->footer.n = 0;
    ek_buf_printf(&s->footer, "\n---\n\nekimu %.*s, %.*s %.*s\n\n",
                  EK_ARG(r->engine), EK_ARG(r->pack_id),
                  EK_ARG(r->pack_version));
    ek_markdown_text(&s->footer, ek_page_label(page, &r->note_2013));
    ek_buf_puts(&s->footer, "\n\n");
    ek_markdown_text(&s->footer, ek_page_label(page, &r->disclaimer));
    ek_buf_putc(&s->footer, '\n');
}

static void
document(void *state, ek_buf *out, const ek_result *r)
{
    struct state *s = state;
    struct ek_page page = ek_page_open(s->arena, out, &s->options);
    if (s->contracts++)
        ek_buf_putc(out, '\n');
    put_contract(&page, r);
    keep_footer(s, &page, r);
    ek_arena_free(page.arena);
}

static void
end(void *state, ek_buf *out)
{
    struct state *s = state;
    ek_buf_add(out, ek_buf_str(&s->footer));
}

const struct ek_reporter ek_reporter_markdown = {
    .name = "md", .begin = begin, .document = document, .end = end};
