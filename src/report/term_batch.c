/* SPDX-License-Identifier: Apache-2.0 */
/* One row a document, one column an item; silence and unread documents are
 * never an empty cell. */
#include "config.h"

#include "report/term_row.h"

enum { COUNT_CELLS = 8 };

static const ek_str nothing = {"", 0};

/* The statuses that are counted, with room for so many in a line. */
static const char *const counted[] = {
    "indicated",     "needs-review",  "needs-user-fact", "carve-out",
    "not-indicated", "not-addressed", "not-applicable",  "no-result",
};

enum { COUNTED = sizeof counted / sizeof *counted };

static const char legend[] =
    "indicated needs-review needs-user-fact carve-out not-indicated "
    "not-addressed not-applicable no-result supported partly contradicted";

struct ek_overview {
    ek_arena *arena;
    EK_VEC(struct ek_row) rows;
    size_t counts[EK_ROW_EXCEPTIONS][COUNTED];
    size_t unread, decided, again;
    bool reviewed; /* some document has decisions */
    struct ek_tally *tally;
};

struct ek_overview *
ek_overview_new(ek_arena *arena)
{
    struct ek_overview *o = ek_arena_alloc(arena, sizeof *o);
    o->arena = arena;
    o->tally = ek_tally_new(arena);
    return o;
}

size_t
ek_overview_documents(const struct ek_overview *o)
{
    return o->rows.n;
}

static void
count(struct ek_overview *o, size_t exception, ek_str status)
{
    for (size_t i = 0; i < COUNTED; i++)
        if (ek_str_is(status, counted[i]))
            o->counts[exception][i]++;
}

static size_t
findings_of(const ek_result *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->findings.v.n; i++)
        n += r->findings.v.v[i].kind == EK_PRESENT &&
             r->findings.v.v[i].tier == EK_TIER_FINDING;
    return n;
}

static bool
is_read(const ek_document *d)
{
    return ek_str_is(d->readable, "full") && !d->no_result.n;
}

enum ek_word
ek_term_read(const ek_result *r)
{
    size_t full = 0, none = 0;
    for (size_t i = 0; i < r->documents.n; i++) {
        full += is_read(&r->documents.v[i]) ||
                (!r->bundle.n && ek_str_is(r->documents.v[i].readable, "full"));
        none += ek_str_is(r->documents.v[i].readable, "none");
    }
    if (full == r->documents.n)
        return EK_W_short_full;
    return none == r->documents.n ? EK_W_short_none : EK_W_short_part;
}

static void
add_unread(ek_buf *out, struct ek_page *page, const ek_result *r, uint32_t i)
{
    ek_str unread = ek_term_unread(page, r, i);
    if (unread.n == 0)
        return;
    ek_buf_puts(out, out->n ? "; " : "");
    if (r->bundle.n)
        ek_buf_printf(
            out, "%.*s: ", EK_ARG(ek_term_file(page, r->documents.v[i].path)));
    ek_buf_add(out, unread);
}

ek_str
ek_term_missed(struct ek_page *page, const ek_result *r)
{
    ek_buf out = ek_buf_on(page->arena);
    if (!r->bundle.n && r->no_result.n)
        return ek_term_reason(page, r);
    for (uint32_t i = 0; i < r->documents.n; i++)
        add_unread(&out, page, r, i);
    return ek_buf_str(&out);
}

static ek_str
title_of(struct ek_page *page, const ek_result *r)
{
    if (r->bundle.n)
        return nothing;
    return ek_page_text(page, r->documents.v[0].title);
}

static struct ek_row
row_of(struct ek_overview *o, struct ek_page *page, const ek_result *r)
{
    ek_arena *arena = o->arena;
    struct ek_row row = {.read = ek_term_read(r),
                         .found = findings_of(r),
                         .asked = r->questions.n,
                         .judged = !r->no_result.n};
    row.name = ek_arena_copy(arena, ek_page_text(page, ek_result_name(r)));
    row.title = ek_arena_copy(arena, title_of(page, r));
    row.missed = ek_arena_copy(arena, ek_term_missed(page, r));
    return row;
}

void
ek_overview_take(struct ek_overview *o, struct ek_page *scratch,
                 const ek_result *r)
{
    struct ek_row row = row_of(o, scratch, r);
    for (size_t i = 0; i < EK_ROW_COLUMNS; i++) {
        const ek_verdict *v = ek_result_verdict(r, ek_row_item(i).p);
        ek_str status = v ? v->status : nothing;
        if (r->no_result.n)
            status = EK_STR("no-result");
        row.marks[i] = ek_mark_of(status);
        if (i < EK_ROW_EXCEPTIONS)
            count(o, i, status);
    }
    if (scratch->reviewed) {
        row.decided = scratch->reviewed->decided;
        row.again = scratch->reviewed->again;
        o->reviewed = true;
    }
    o->decided += row.decided;
    o->again += row.again;
    o->unread += row.read != EK_W_short_full || r->no_result.n != 0;
    EK_PUSH(o->arena, o->rows, row);
    ek_tally_take(o->tally, scratch, r);
}

static void
put_sentence(const struct ek_overview *o, struct ek_page *page)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_lang lang = page->options.lang;
    ek_catalogue_add(&out, o->rows.n == 1 ? EK_W_batch_one : EK_W_batch_many,
                     lang, ek_page_number(page, o->rows.n), nothing);
    ek_catalogue_add(&out, EK_W_batch_counts, lang,
                     ek_page_number(page, o->counts[0][0]),
                     ek_page_number(page, o->counts[0][1]));
    if (o->unread)
        ek_catalogue_add(&out, EK_W_batch_unread, lang,
                         ek_page_number(page, o->unread), nothing);
    if (o->reviewed)
        ek_catalogue_add(&out, EK_W_dc_batch, lang,
                         ek_page_number(page, o->decided),
                         ek_page_number(page, o->again));
    ek_page_wrap(page, 2, EK_BOLD, ek_buf_str(&out), 0);
    ek_page_end(page);
}

static void
put_count(struct ek_page *page, size_t status, size_t n)
{
    struct ek_mark mark = ek_mark_of(ek_str_of(counted[status]));
    if (page->cells + COUNT_CELLS > page->options.width)
        ek_page_end(page);
    /* the next tab stop */
    ek_page_to(page, (page->cells / COUNT_CELLS + 1) * COUNT_CELLS);
    ek_page_put(page, mark.style, mark.letters);
    ek_page_to(page, page->cells + 1);
    ek_page_put(page, EK_PLAIN, ek_page_number(page, n));
}

static void
put_counts(const struct ek_overview *o, struct ek_page *page)
{
    for (size_t e = 0; e < EK_ROW_EXCEPTIONS; e++) {
        ek_page_to(page, 2);
        ek_page_put(page, EK_PLAIN, ek_term_item(page, ek_row_item(e)));
        for (size_t i = 0; i < COUNTED; i++)
            put_count(page, i, o->counts[e][i]);
        ek_page_end(page);
    }
    ek_page_end(page);
}

void
ek_overview_write(const struct ek_overview *o, struct ek_page *page)
{
    put_sentence(o, page);
    put_counts(o, page);
    ek_row_head(page, o->reviewed);
    for (size_t i = 0; i < o->rows.n; i++) {
        struct ek_row row = o->rows.v[i];
        row.reviewed = o->reviewed;
        ek_row_write(page, &row);
    }
    ek_term_legend(page, ek_str_of(legend));
    ek_tally_write(o->tally, page);
}
