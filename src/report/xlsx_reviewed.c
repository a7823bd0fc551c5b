/* SPDX-License-Identifier: Apache-2.0 */
/* What was decided: in the columns to be filled in stands the decision that
 * holds; where one has to be looked at again they are empty, and beside them
 * stands what it was. A sheet of its own lists all of them, each with its
 * record, from which an import has it back unchanged. */
#include "config.h"

#include "report/xlsx.h"
#include "result/decision_json.h"

enum column {
    CONTRACT,
    NAME,
    SUBJECT,
    STANDING,
    DECIDED,
    AUTHOR,
    REASON,
    DATE,
    EXPIRES,
    QUOTE,
    CHANGE,
    RECORD,
    COLUMNS
};

static const struct ek_xlsx_column columns[COLUMNS] = {
    [CONTRACT] = {.head = EK_W_x_number, .width = 6},
    [NAME] = {.head = EK_W_x_contract, .width = 22},
    [SUBJECT] = {.head = EK_W_x_about, .width = 24},
    [STANDING] = {.head = EK_W_dc_standing, .width = 26},
    [DECIDED] = {.head = EK_W_x_state, .width = 14},
    [AUTHOR] = {.head = EK_W_x_reviewer, .width = 14},
    [REASON] = {.head = EK_W_x_reason, .width = 30},
    [DATE] = {.head = EK_W_x_date, .width = 11, .date = true},
    [EXPIRES] = {.head = EK_W_x_expires, .width = 11, .date = true},
    [QUOTE] = {.head = EK_W_x_decided_words, .width = 50},
    [CHANGE] = {.head = EK_W_x_changed_words, .width = 50},
    [RECORD] = EK_XLSX_KEY(EK_W_x_record, 20, "record"),
};

struct ek_xlsx_sheet
ek_xlsx_decisions_sheet(void)
{
    return (struct ek_xlsx_sheet){.name = EK_W_dc_head,
                                  .id = "decisions",
                                  .columns = columns,
                                  .n = COLUMNS,
                                  .frozen = SUBJECT + 1,
                                  .wide = true,
                                  .printed = CHANGE + 1};
}

/* Its line breaks are the reviewer's. */
static ek_str
reason_of(struct ek_page *page, const ek_decision *d)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_str rest = d->reason;
    while (rest.n) {
        ek_str line = ek_str_line(&rest);
        ek_buf_add(&out, ek_page_text(page, line));
        ek_buf_puts(&out, rest.n ? "\n" : "");
    }
    return ek_buf_str(&out);
}

/* State, reviewer, reason, date, end: five columns in this order. */
static void
put_decision(struct ek_xlsx_row *row, struct ek_page *page,
             const ek_decision *d, size_t at, enum ek_xlsx_style text,
             enum ek_xlsx_style date)
{
    ek_lang lang = page->options.lang;
    ek_xlsx_text(row, at++, text,
                 ek_catalogue_text(ek_reviewed_label(d->state), lang));
    ek_xlsx_text(row, at++, text, ek_page_text(page, d->author));
    ek_xlsx_text(row, at++, text, reason_of(page, d));
    ek_xlsx_text(row, at++, date, ek_page_text(page, d->date));
    ek_xlsx_text(row, at, date, ek_page_text(page, d->expires));
}

static void
add_standing(ek_buf *out, struct ek_page *page, const ek_review *review,
             bool shown)
{
    ek_lang lang = page->options.lang;
    ek_str redline = ek_reviewed_redline(page, review, 0);
    ek_buf_puts(out, out->n ? "\n" : "");
    if (shown)
        ek_buf_add(
            out, ek_catalogue_text(ek_standing_label(review->standing), lang));
    else
        ek_buf_add(out, ek_reviewed_line(page, review));
    if (!shown && review->decision.reason.n)
        ek_buf_printf(
            out, "\n%.*s",
            EK_ARG(ek_page_say(page, EK_W_dc_reason,
                               ek_page_text(page, review->decision.reason),
                               EK_STR(""))));
    if (redline.n)
        ek_buf_printf(
            out, "\n%.*s",
            EK_ARG(ek_page_say(page, EK_W_dc_change, redline, EK_STR(""))));
}

void
ek_xlsx_put_reviews(struct ek_xlsx_row *row, struct ek_page *page,
                    uint32_t first, size_t state, size_t decision)
{
    enum { STANDING_BEHIND = 5 };
    const struct ek_reviewed *all = page->reviewed;
    ek_buf standing = ek_buf_on(page->arena), ids = ek_buf_on(page->arena);
    ek_xlsx_text(row, state + STANDING_BEHIND, EK_XS_text, EK_STR(""));
    if (first == EK_DECIDED_NOTHING)
        return;
    uint32_t shown = ek_reviewed_shown(all, first);
    for (uint32_t i = first; i != EK_DECIDED_NOTHING; i = all->next[i]) {
        const ek_review *review = &all->result->reviews.v.v[i];
        if (review->decision.state != EK_DECIDED_OPEN)
            add_standing(&standing, page, review, i == shown);
        ek_buf_puts(&ids, ids.n ? " " : "");
        ek_buf_add(&ids, ek_page_text(page, review->decision.id));
    }
    ek_xlsx_text(row, state + STANDING_BEHIND,
                 shown == EK_DECIDED_NOTHING ? EK_XS_again : EK_XS_soft,
                 ek_buf_str(&standing));
    ek_xlsx_text(row, decision + 1, EK_XS_soft, ek_buf_str(&ids));
    if (shown == EK_DECIDED_NOTHING)
        return;
    const ek_decision *d = &all->result->reviews.v.v[shown].decision;
    put_decision(row, page, d, state, EK_XS_input, EK_XS_input_date);
    ek_xlsx_text(row, decision, EK_XS_soft, ek_page_text(page, d->id));
}

/* JSON may write any character of a string by its number. */
static ek_str
in_plain_letters(ek_arena *arena, ek_str json)
{
    enum { PLANE = 0x10000, HIGH = 0xD800, LOW = 0xDC00 };
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < json.n;) {
        unsigned char byte = (unsigned char)json.p[i];
        unsigned n = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        uint32_t cp = n == 1 ? byte : byte & (0xFFU >> (n + 1));
        for (unsigned k = 1; k < n && i + k < json.n; k++)
            cp = cp << 6 | ((unsigned char)json.p[i + k] & 0x3FU);
        i += n;
        if (n == 1)
            ek_buf_putc(&out, (char)byte);
        else if (cp < PLANE)
            ek_buf_printf(&out, "\\u%04x", cp);
        else
            ek_buf_printf(&out, "\\u%04x\\u%04x", HIGH + ((cp - PLANE) >> 10),
                          LOW + ((cp - PLANE) & 0x3FF));
    }
    return ek_buf_str(&out);
}

/* Empty where it does not fit a cell. */
static ek_str
record_of(struct ek_page *page, const ek_decision *d)
{
    ek_buf line = ek_buf_on(page->arena);
    ek_decision_write(&line, d);
    ek_str json = ek_buf_str(&line);
    if (!ek_str_eq(ek_page_text(page, json), json))
        json = in_plain_letters(page->arena, json);
    return json.n <= EK_XLSX_LETTERS ? json : EK_STR("");
}

static void
put_review(struct ek_xlsx *book, struct ek_page *page, const ek_review *review,
           const struct ek_xlsx_contract *c)
{
    struct ek_xlsx_row row = {0};
    bool again = ek_review_asks_again(review);
    ek_xlsx_ordinal(&row, CONTRACT, c->number);
    ek_xlsx_link(&row, CONTRACT, &book->summary, c->number - 1);
    ek_xlsx_text(&row, NAME, EK_XS_text, c->name);
    ek_xlsx_text(&row, SUBJECT, EK_XS_strong_text,
                 ek_reviewed_subject(page, review));
    ek_xlsx_text(&row, STANDING,
                 again                         ? EK_XS_again
                 : ek_review_is_orphan(review) ? EK_XS_silent
                                               : EK_XS_text,
                 ek_catalogue_text(ek_standing_label(review->standing),
                                   page->options.lang));
    put_decision(&row, page, &review->decision, DECIDED, EK_XS_text,
                 EK_XS_date);
    ek_xlsx_text(&row, QUOTE, EK_XS_soft,
                 ek_page_text(page, review->decision.quote));
    ek_xlsx_text(&row, CHANGE, EK_XS_soft,
                 ek_reviewed_redline(page, review, 0));
    ek_xlsx_text(&row, RECORD, EK_XS_soft, record_of(page, &review->decision));
    ek_xlsx_put(&book->decisions, &row);
}

void
ek_xlsx_put_decisions(struct ek_xlsx *book, struct ek_page *page,
                      const ek_result *r, const struct ek_xlsx_contract *c)
{
    enum { AT_ONCE = 64 };
    struct ek_page some = {0};
    if (r->reviews.v.n && !book->decisions.sheet)
        ek_xlsx_sheet_open(&book->decisions, book);
    for (size_t i = 0; i < r->reviews.v.n; i++) {
        if (i % AT_ONCE == 0) {
            ek_arena_free(some.arena);
            some = ek_page_open(book->arena, page->out, &page->options);
        }
        put_review(book, &some, &r->reviews.v.v[i], c);
    }
    ek_arena_free(some.arena);
}
