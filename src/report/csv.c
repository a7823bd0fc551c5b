/* SPDX-License-Identifier: Apache-2.0 */
/* One table (RFC 4180, with a byte order mark, as spreadsheets want it): a row
 * for each verdict, each finding, and each thing that was not read. A cell that
 * a spreadsheet would take for a formula begins with an apostrophe. */
#include "config.h"

#include "report/csv_cell.h"
#include "report/term.h"

struct state {
    ek_arena *arena;
    struct ek_report_options options;
};

struct row {
    ek_str kind, document, item, status, label, title;
    ek_str article, place, text, rows, provisions, fingerprint;
    ek_str decision, standing, author, date, expires, reason;
};

static void
put_row(ek_buf *out, const struct row *row, bool decided)
{
    enum { PLAIN = 12 };
    const ek_str cells[] = {row->kind,     row->document,   row->item,
                            row->status,   row->label,      row->title,
                            row->article,  row->place,      row->text,
                            row->rows,     row->provisions, row->fingerprint,
                            row->decision, row->standing,   row->author,
                            row->date,     row->expires,    row->reason};
    size_t n = decided ? sizeof cells / sizeof *cells : PLAIN;
    for (size_t i = 0; i < n; i++) {
        if (i)
            ek_buf_putc(out, ',');
        ek_csv_cell(out, cells[i]);
    }
    ek_buf_puts(out, "\r\n");
}

static void
put_header(ek_buf *out, ek_lang lang, bool decided)
{
    struct row row = {
        ek_catalogue_text(EK_W_csv_kind, lang),
        ek_catalogue_text(EK_W_csv_document, lang),
        ek_catalogue_text(EK_W_csv_item, lang),
        ek_catalogue_text(EK_W_csv_status, lang),
        ek_catalogue_text(EK_W_csv_label, lang),
        ek_catalogue_text(EK_W_csv_title, lang),
        ek_catalogue_text(EK_W_csv_article, lang),
        ek_catalogue_text(EK_W_csv_place, lang),
        ek_catalogue_text(EK_W_csv_text, lang),
        ek_catalogue_text(EK_W_csv_rows, lang),
        ek_catalogue_text(EK_W_csv_provisions, lang),
        ek_catalogue_text(EK_W_csv_fingerprint, lang),
        ek_catalogue_text(EK_W_x_state, lang),
        ek_catalogue_text(EK_W_dc_standing, lang),
        ek_catalogue_text(EK_W_x_reviewer, lang),
        ek_catalogue_text(EK_W_x_date, lang),
        ek_catalogue_text(EK_W_x_expires, lang),
        ek_catalogue_text(EK_W_x_reason, lang),
    };
    ek_buf_puts(out, "\xEF\xBB\xBF"); /* U+FEFF */
    put_row(out, &row, decided);
}

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    struct state *s = ek_arena_alloc(arena, sizeof *s);
    s->arena = arena;
    s->options = *options;
    put_header(out, options->lang, options->decided);
    return s;
}

/* In the columns for it, when there are such. */
static void
add_decision(struct row *row, struct ek_page *page, uint32_t review)
{
    if (review == EK_DECIDED_NOTHING)
        return;
    const ek_review *v = &page->reviewed->result->reviews.v.v[review];
    row->decision = ek_str_of(ek_decided_word(v->decision.state));
    row->standing = ek_str_of(ek_standing_word(v->standing));
    row->author = ek_page_text(page, v->decision.author);
    row->date = ek_page_text(page, v->decision.date);
    row->expires = ek_page_text(page, v->decision.expires);
    row->reason = ek_page_text(page, v->decision.reason);
}

static void
put_verdict(struct ek_page *page, const ek_result *r, const ek_verdict *v,
            const char *kind, uint32_t review)
{
    struct row row = {
        .kind = ek_str_of(kind),
        .document = ek_page_text(page, ek_result_name(r)),
        .item = v->item,
        .status = v->status,
        .label = ek_page_label(page, &v->label),
        .title = ek_page_label(page, &v->title),
        .text = ek_page_label(page, &v->reason),
        .rows = v->row,
        .provisions = v->provisions,
    };
    add_decision(&row, page, review);
    put_row(page->out, &row, page->options.decided);
}

/* The review that stands in the columns of a row. */
static uint32_t
beside(const struct ek_page *page, uint32_t first)
{
    return page->options.decided ? ek_reviewed_first(page->reviewed, first)
                                 : EK_DECIDED_NOTHING;
}

/* "A. Reviewer, 1 November 2026: why" */
static ek_str
decided_by(struct ek_page *page, const ek_decision *d)
{
    ek_str reason = ek_page_text(page, d->reason);
    return ek_arena_printf(page->arena, "%.*s%s%.*s",
                           EK_ARG(ek_reviewed_who(page, d)),
                           reason.n ? ": " : "", EK_ARG(reason));
}

static bool
is_beside(const struct ek_page *page, uint32_t i)
{
    const struct ek_reviewed *all = page->reviewed;
    const ek_review *review = &all->result->reviews.v.v[i];
    if (ek_review_is_orphan(review))
        return false;
    uint32_t first = review->finding != EK_DECIDED_NOTHING
                         ? ek_reviewed_finding(all, review->finding)
                         : ek_reviewed_verdict(all, review->verdict);
    return beside(page, first) == i;
}

static void
put_decision(struct ek_page *page, const ek_result *r, uint32_t i)
{
    ek_lang lang = page->options.lang;
    const ek_review *review = &r->reviews.v.v[i];
    const ek_decision *d = &review->decision;
    struct row row = {
        .kind = EK_STR("decision"),
        .document = ek_page_text(page, ek_result_name(r)),
        .item = ek_page_text(page, d->subject),
        .status = ek_str_of(ek_decided_word(d->state)),
        .label = ek_catalogue_text(ek_reviewed_label(d->state), lang),
        .title = ek_catalogue_text(ek_standing_label(review->standing), lang),
        .text = ek_page_text(page, d->quote),
        .fingerprint = ek_page_text(page, d->fingerprint),
    };
    if (page->options.decided)
        add_decision(&row, page, i);
    else
        row.rows = decided_by(page, d);
    put_row(page->out, &row, page->options.decided);
}

/* "EX-1 E1-16 strong; QA60 ...": where the finding counts. */
static ek_str
uses_of(struct ek_page *page, const ek_result *r, uint32_t finding)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < r->verdicts.n; i++)
        for (size_t k = 0; k < r->verdicts.v[i].findings.n; k++) {
            const struct ek_evidence *e = &r->verdicts.v[i].findings.v[k];
            if (e->finding == finding)
                ek_buf_printf(&out, "%s%.*s %.*s %.*s", out.n ? "; " : "",
                              EK_ARG(r->verdicts.v[i].item), EK_ARG(e->row),
                              EK_ARG(e->contribution));
        }
    return ek_buf_str(&out);
}

static void
put_finding(struct ek_page *page, const ek_result *r, uint32_t i)
{
    const ek_finding *f = &r->findings.v.v[i];
    bool present = f->kind == EK_PRESENT;
    struct row row = {
        .kind = ek_str_of(present ? "finding" : ek_finding_kind_word(f->kind)),
        .document = ek_page_text(page, r->documents.v[f->document].path),
        .item = f->clause,
        .status = present ? ek_str_of(ek_tier_word(f->tier)) : EK_STR(""),
        .title = ek_page_label(page, &f->title),
        .article = ek_page_text(page, f->article),
        .place = present ? ek_term_place(page, f) : EK_STR(""),
        .text = ek_page_text(page, present ? f->quote : f->reason),
        .rows = uses_of(page, r, i),
        .fingerprint = f->fingerprint,
    };
    if (f->kind == EK_ABSENT)
        row.document = ek_page_text(page, ek_result_name(r));
    add_decision(&row, page,
                 beside(page, ek_reviewed_finding(page->reviewed, i)));
    put_row(page->out, &row, page->options.decided);
}

static void
put_unread(struct ek_page *page, const ek_result *r, uint32_t i)
{
    const ek_document *d = &r->documents.v[i];
    ek_str why = ek_term_unread(page, r, i);
    struct row row = {
        .kind = EK_STR("reading"),
        .document = ek_page_text(page, d->path),
        .item = d->format,
        .status = d->readable,
        .title = ek_page_text(page, d->title),
        .text = why,
    };
    put_row(page->out, &row, page->options.decided);
}

static void
document(void *state, ek_buf *out, const ek_result *r)
{
    struct state *s = state;
    struct ek_page page = ek_page_open(s->arena, out, &s->options);
    for (uint32_t i = 0; i < r->documents.n; i++)
        put_unread(&page, r, i);
    page.reviewed = ek_reviewed_of(page.arena, r);
    for (size_t i = 0; i < r->verdicts.n; i++)
        put_verdict(&page, r, &r->verdicts.v[i], "verdict",
                    beside(&page, ek_reviewed_verdict(page.reviewed, i)));
    for (size_t i = 0; i < r->checklist.n; i++)
        put_verdict(&page, r, &r->checklist.v[i], "checklist",
                    beside(&page, ek_reviewed_verdict(page.reviewed,
                                                      r->verdicts.n + i)));
    for (uint32_t i = 0; i < r->findings.v.n; i++)
        put_finding(&page, r, i);
    for (uint32_t i = 0; i < r->reviews.v.n; i++)
        if (!is_beside(&page, i))
            put_decision(&page, r, i);
    ek_arena_free(page.arena);
}

static void
end(void *state, ek_buf *out)
{
    (void)state, (void)out;
}

const struct ek_reporter ek_reporter_csv = {
    .name = "csv", .begin = begin, .document = document, .end = end};
