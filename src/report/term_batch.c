/* SPDX-License-Identifier: Apache-2.0 */
/* One row a document, one column an item; silence and unread documents are
 * never an empty cell. */
#include "config.h"

#include "report/term.h"

enum {
    EXCEPTIONS = 3,
    READ_CELLS = 9,
    FOUND_CELLS = 6,
    ASK_CELLS = 5,
    COUNT_CELLS = 8
};

static const ek_str nothing = {"", 0};

/* The items shown, with their headings and cells. */
static const struct column {
    const char *item, *head;
    unsigned cells, shift; /* of the mark below its heading */
} columns[] = {
    {"EX-1", "1", 3, 0},    {"EX-2", "2", 3, 0},   {"EX-3", "3", 3, 0},
    {"G1-1", "G1-1", 5, 1}, {"G1-2", "-2", 3, 0},  {"G1-3", "-3", 4, 0},
    {"QA60", "Q60", 4, 0},  {"QA61", "Q61", 3, 0},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

/* The statuses that are counted, with room for so many in a line. */
static const char *const counted[] = {
    "indicated",     "needs-review",  "needs-user-fact", "carve-out",
    "not-indicated", "not-addressed", "not-applicable",  "no-result",
};

enum { COUNTED = sizeof counted / sizeof *counted };

static const char legend[] =
    "indicated needs-review needs-user-fact carve-out not-indicated "
    "not-addressed not-applicable no-result supported partly contradicted";

struct row {
    ek_str name, reason;
    enum ek_word read;
    struct ek_mark marks[COLUMNS];
    size_t found, asked;
};

struct ek_overview {
    ek_arena *arena;
    EK_VEC(struct row) rows;
    size_t counts[EXCEPTIONS][COUNTED];
    size_t unread;
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

/* Of a bundle: full when all of it was read, none when nothing was. */
static enum ek_word
word_of(const ek_result *r)
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

static ek_str
reason_of(struct ek_page *page, const ek_result *r)
{
    ek_buf out = ek_buf_on(page->arena);
    if (!r->bundle.n && r->no_result.n)
        return ek_term_reason(page, r);
    for (uint32_t i = 0; i < r->documents.n; i++)
        add_unread(&out, page, r, i);
    return ek_buf_str(&out);
}

void
ek_overview_take(struct ek_overview *o, struct ek_page *scratch,
                 const ek_result *r)
{
    struct row row = {.read = word_of(r)};
    ek_str reason = reason_of(scratch, r);
    row.name = ek_arena_copy(o->arena, ek_term_title(scratch, r));
    row.reason = ek_arena_copy(o->arena, reason);
    row.found = findings_of(r);
    row.asked = r->questions.n;
    for (size_t i = 0; i < COLUMNS; i++) {
        const ek_verdict *v = ek_result_verdict(r, columns[i].item);
        ek_str status = v ? v->status : nothing;
        if (r->no_result.n)
            status = EK_STR("no-result");
        row.marks[i] = ek_mark_of(status);
        if (i < EXCEPTIONS)
            count(o, i, status);
    }
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
    for (size_t e = 0; e < EXCEPTIONS; e++) {
        ek_page_to(page, 2);
        ek_page_put(page, EK_PLAIN,
                    ek_term_item(page, ek_str_of(columns[e].item)));
        for (size_t i = 0; i < COUNTED; i++)
            put_count(page, i, o->counts[e][i]);
        ek_page_end(page);
    }
    ek_page_end(page);
}

/* Right-aligned in so many cells. */
static void
put_right(struct ek_page *page, enum ek_style style, ek_str s, unsigned cells)
{
    unsigned need = ek_width(s);
    ek_page_to(page, page->cells + (need < cells ? cells - need : 1));
    ek_page_put(page, style, s);
}

static unsigned
name_cells(const struct ek_page *page)
{
    unsigned others = READ_CELLS + FOUND_CELLS + ASK_CELLS + 2;
    for (size_t i = 0; i < COLUMNS; i++)
        others += columns[i].cells;
    return page->options.width > others + 10 ? page->options.width - others
                                             : 10;
}

static void
put_cell(struct ek_page *page, enum ek_style style, ek_str s, unsigned cells)
{
    unsigned column = page->cells + cells;
    ek_buf cell = ek_buf_on(page->arena);
    unsigned need = ek_width(s);
    ek_width_pad(&cell, s, need < cells - 1 ? need : cells - 1);
    ek_page_put(page, style, ek_buf_str(&cell));
    ek_page_to(page, column);
}

static void
put_head(struct ek_page *page)
{
    ek_lang lang = page->options.lang;
    put_cell(page, EK_BOLD, ek_catalogue_text(EK_W_col_document, lang),
             name_cells(page) + 2);
    put_cell(page, EK_BOLD, ek_catalogue_text(EK_W_col_read, lang), READ_CELLS);
    for (size_t i = 0; i < COLUMNS; i++) {
        unsigned column = page->cells + columns[i].cells;
        ek_page_put(page, EK_BOLD, ek_str_of(columns[i].head));
        ek_page_to(page, column);
    }
    put_right(page, EK_BOLD, ek_catalogue_text(EK_W_col_found, lang),
              FOUND_CELLS);
    put_right(page, EK_BOLD, ek_catalogue_text(EK_W_col_ask, lang), ASK_CELLS);
    ek_page_end(page);
}

static void
put_row(struct ek_page *page, const struct row *row)
{
    put_cell(page, EK_PLAIN, row->name, name_cells(page) + 2);
    put_cell(page, EK_PLAIN, ek_catalogue_text(row->read, page->options.lang),
             READ_CELLS);
    for (size_t i = 0; i < COLUMNS; i++) {
        unsigned column = page->cells + columns[i].cells;
        ek_page_to(page, page->cells + columns[i].shift);
        ek_page_put(page, row->marks[i].style, row->marks[i].letters);
        ek_page_to(page, column);
    }
    put_right(page, EK_PLAIN, ek_page_number(page, row->found), FOUND_CELLS);
    put_right(page, EK_PLAIN, ek_page_number(page, row->asked), ASK_CELLS);
    ek_page_end(page);
    if (row->reason.n) {
        ek_page_to(page, 4);
        ek_page_wrap(page, 4, EK_DIM, row->reason, 0);
    }
}

void
ek_overview_write(const struct ek_overview *o, struct ek_page *page)
{
    put_sentence(o, page);
    put_counts(o, page);
    put_head(page);
    for (size_t i = 0; i < o->rows.n; i++)
        put_row(page, &o->rows.v[i]);
    ek_term_legend(page, ek_str_of(legend));
    ek_tally_write(o->tally, page);
}
