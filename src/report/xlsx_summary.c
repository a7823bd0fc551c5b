/* SPDX-License-Identifier: Apache-2.0 */
/* The first sheet: the answer in a sentence, then a row a contract, then what
 * the marks mean and what all this rests on. */
#include "config.h"

#include "report/xlsx.h"

enum { ABOVE = 4, EXCEPTIONS = 3 }; /* rows above the headings */

enum column {
    NUMBER,
    NAME,
    FILE_NAME,
    EX_1,
    EX_2,
    EX_3,
    QA60,
    QA61,
    QA62,
    FINDINGS,
    CLUES,
    SILENT,
    GAVE_UP,
    VERDICTS,
    DECIDED,
    AGAIN,
    PROVIDER,
    REVIEWER,
    USER,
    READ,
    UNREAD,
    SERVICE,
    G1_1,
    G1_2,
    G1_3,
    G1_3B,
    G_ENC,
    G2_1,
    G2_2,
    G2_3,
    G2_ACTION,
    REMARKS,
    FACTS,
    COLUMNS
};

static const struct ek_xlsx_column columns[COLUMNS] = {
    [NUMBER] = {.head = EK_W_x_number, .width = 6},
    [NAME] = {.head = EK_W_x_contract, .width = 28},
    [FILE_NAME] = {.head = EK_W_x_file, .width = 25, .name = "document"},
    [EX_1] = {.item = "EX-1", .width = 17},
    [EX_2] = {.item = "EX-2", .width = 17},
    [EX_3] = {.item = "EX-3", .width = 17},
    [QA60] = {.item = "QA60", .width = 13},
    [QA61] = {.item = "QA61", .width = 13},
    [QA62] = {.item = "QA62", .width = 13},
    [FINDINGS] = {.head = EK_W_x_n_findings, .width = 9},
    [CLUES] = {.head = EK_W_x_n_clues, .width = 9},
    [SILENT] = {.head = EK_W_x_n_silent, .width = 10},
    [GAVE_UP] = {.head = EK_W_x_n_gave_up, .width = 9},
    [VERDICTS] = {.head = EK_W_x_n_verdicts, .width = 9},
    [DECIDED] = {.head = EK_W_dc_decided, .width = 9, .reviewed = true},
    [AGAIN] = {.head = EK_W_dc_again, .width = 10, .reviewed = true},
    [PROVIDER] = {.head = EK_W_x_n_provider, .width = 9},
    [REVIEWER] = {.head = EK_W_x_n_reviewer, .width = 9},
    [USER] = {.head = EK_W_x_n_user, .width = 9},
    [READ] = {.head = EK_W_x_read, .width = 11},
    [UNREAD] = {.head = EK_W_x_unread, .width = 36},
    [SERVICE] = {.item = "SERVICE", .width = 16},
    [G1_1] = {.item = "G1-1", .width = 13},
    [G1_2] = {.item = "G1-2", .width = 13},
    [G1_3] = {.item = "G1-3", .width = 13},
    [G1_3B] = {.item = "G1-3b", .width = 13},
    [G_ENC] = {.item = "G-ENC", .width = 13},
    [G2_1] = {.item = "G2-1", .width = 13},
    [G2_2] = {.item = "G2-2", .width = 13},
    [G2_3] = {.item = "G2-3", .width = 13},
    [G2_ACTION] = {.item = "G2-ACTION", .width = 13},
    [REMARKS] = {.head = EK_W_x_remarks, .width = 110},
    [FACTS] = {.head = EK_W_x_facts, .width = 26},
};

struct ek_xlsx_sheet
ek_xlsx_summary_sheet(void)
{
    return (struct ek_xlsx_sheet){.name = EK_W_x_summary,
                                  .id = "summary",
                                  .columns = columns,
                                  .n = COLUMNS,
                                  .frozen = NAME + 1,
                                  .wide = true,
                                  .across = 2,
                                  .head = ABOVE};
}

static void
put_outcome(struct ek_xlsx_row *row, struct ek_page *page, const ek_result *r,
            size_t column)
{
    const ek_verdict *v = ek_result_verdict(r, columns[column].item);
    ek_str none = ek_catalogue_text(EK_W_x_not_judged, page->options.lang);
    ek_str status = v ? v->status : EK_STR("not-applicable");
    ek_str label = v ? ek_page_label(page, &v->label) : none;
    ek_xlsx_text(row, column, ek_xlsx_style_of(status),
                 ek_xlsx_outcome(page, status, label));
}

static void
put_read(struct ek_xlsx_row *row, struct ek_page *page, const ek_result *r)
{
    ek_lang lang = page->options.lang;
    size_t none = 0;
    ek_buf why = ek_buf_on(page->arena);
    for (uint32_t i = 0; i < r->documents.n; i++) {
        ek_str unread = ek_term_unread(page, r, i);
        none += ek_str_is(r->documents.v[i].readable, "none");
        if (!unread.n)
            continue;
        ek_buf_puts(&why, why.n ? "\n" : "");
        if (r->bundle.n) {
            ek_buf_add(&why, ek_term_file(page, r->documents.v[i].path));
            ek_buf_puts(&why, ": ");
        }
        ek_buf_add(&why, unread);
    }
    bool full = !ek_result_misses(r), all_lost = none == r->documents.n;
    ek_xlsx_text(row, READ,
                 full       ? EK_XS_text
                 : all_lost ? EK_XS_none
                            : EK_XS_review,
                 ek_catalogue_text(full       ? EK_W_x_read_full
                                   : all_lost ? EK_W_x_read_none
                                              : EK_W_x_read_part,
                                   lang));
    ek_xlsx_text(row, UNREAD, why.n ? EK_XS_strong_text : EK_XS_text,
                 why.n ? ek_buf_str(&why)
                       : ek_catalogue_text(EK_W_x_all_read, lang));
}

/* What the contract's own page says below its title. */
static ek_str
remarks_of(struct ek_page *page, const ek_result *r)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < r->overlays.n; i++) {
        ek_buf_puts(&out, out.n ? "\n" : "");
        ek_buf_add(&out, ek_page_label(page, &r->overlays.v[i].text));
    }
    size_t open = ek_result_asked(r, "user");
    if (open) {
        ek_buf_puts(&out, out.n ? "\n" : "");
        ek_catalogue_add(&out, EK_W_x_provisional, page->options.lang,
                         ek_page_number(page, open), EK_STR(""));
    }
    return ek_buf_str(&out);
}

static ek_str
facts_of(struct ek_page *page, const ek_result *r)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < r->facts.n; i++) {
        if (!r->facts.v[i].given)
            continue;
        ek_buf_puts(&out, out.n ? ", " : "");
        ek_buf_add(&out, ek_page_text(page, r->facts.v[i].fact));
        ek_buf_putc(&out, '=');
        ek_buf_add(&out, ek_page_text(page, r->facts.v[i].value));
    }
    if (!out.n)
        return ek_catalogue_text(EK_W_x_no_facts, page->options.lang);
    return ek_buf_str(&out);
}

static void
put_counts(struct ek_xlsx *book, struct ek_xlsx_row *row, const ek_result *r,
           const struct ek_xlsx_contract *c)
{
    ek_xlsx_number(row, FINDINGS, c->findings);
    if (r->findings.v.n)
        ek_xlsx_link(row, FINDINGS, &book->findings, c->first_finding);
    ek_xlsx_number(row, CLUES, c->clues);
    ek_xlsx_number(row, SILENT, c->silent);
    ek_xlsx_number(row, GAVE_UP, c->gave_up);
    ek_xlsx_number(row, VERDICTS, book->verdicts.records - c->first_verdict);
    if (book->verdicts.records > c->first_verdict)
        ek_xlsx_link(row, VERDICTS, &book->verdicts, c->first_verdict);
    ek_xlsx_number(row, DECIDED, c->decided);
    ek_xlsx_number(row, AGAIN, c->again);
    ek_xlsx_number(row, PROVIDER, ek_result_asked(r, "provider"));
    ek_xlsx_number(row, REVIEWER, ek_result_asked(r, "reviewer"));
    ek_xlsx_number(row, USER, ek_result_asked(r, "user"));
}

/* What the sentence above the table counts. */
static void
tally(struct ek_xlsx *book, const ek_result *r)
{
    const ek_verdict *v = ek_result_verdict(r, "EX-1");
    book->indicated += v && ek_str_is(v->status, "indicated");
    book->review += v && ek_str_is(v->status, "needs-review");
    book->unread += ek_result_misses(r);
}

void
ek_xlsx_take_summary(struct ek_xlsx *book, struct ek_page *page,
                     const ek_result *r, const struct ek_xlsx_contract *c)
{
    struct ek_xlsx_row row = {0};
    ek_xlsx_ordinal(&row, NUMBER, c->number);
    ek_xlsx_text(&row, NAME, EK_XS_strong_text, ek_term_title(page, r));
    ek_xlsx_text(&row, FILE_NAME, EK_XS_soft, c->name);
    for (size_t i = 0; i < COLUMNS; i++)
        if (columns[i].item)
            put_outcome(&row, page, r, i);
    put_read(&row, page, r);
    put_counts(book, &row, r, c);
    ek_xlsx_text(&row, REMARKS, EK_XS_text, remarks_of(page, r));
    ek_xlsx_text(&row, FACTS, EK_XS_soft, facts_of(page, r));
    ek_xlsx_spool_add(book->spool, &row);
    tally(book, r);
}

/* A line over the columns that fit a screen. */
static void
put_line(struct ek_xlsx *book, lxw_row_t row, enum ek_xlsx_style style,
         ek_str text)
{
    enum { LAST = QA62 };
    lxw_worksheet *sheet = book->summary.sheet;
    unsigned width = 0;
    for (size_t i = 0; i <= LAST; i++)
        width += columns[i].width;
    ek_str letters = ek_xlsx_letters(book, text);
    worksheet_merge_range(sheet, row, 0, row, LAST, letters.p,
                          book->formats[style]);
    unsigned lines = ek_xlsx_lines(letters, width);
    worksheet_set_row(sheet, row, style == EK_XS_title ? 26 : lines * 15 + 3,
                      NULL);
}

static ek_str
sentence(const struct ek_xlsx *book, struct ek_page *page)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_lang lang = page->options.lang;
    if (book->contracts == 1)
        ek_buf_add(&out, ek_catalogue_text(EK_W_batch_one, lang));
    else
        ek_catalogue_add(&out, EK_W_batch_many, lang,
                         ek_page_number(page, book->contracts), EK_STR(""));
    ek_catalogue_add(&out, EK_W_batch_counts, lang,
                     ek_page_number(page, book->indicated),
                     ek_page_number(page, book->review));
    if (book->unread)
        ek_catalogue_add(&out, EK_W_batch_unread, lang,
                         ek_page_number(page, book->unread), EK_STR(""));
    if (book->reviewed)
        ek_catalogue_add(&out, EK_W_dc_batch, lang,
                         ek_page_number(page, book->decided),
                         ek_page_number(page, book->again));
    return ek_buf_str(&out);
}

static void
put_head(struct ek_xlsx *book, struct ek_page *page)
{
    ek_lang lang = page->options.lang;
    put_line(book, 0, EK_XS_title, ek_catalogue_text(EK_W_x_heading, lang));
    put_line(book, 1, EK_XS_lead, sentence(book, page));
    put_line(book, 2, EK_XS_note, book->disclaimer);
    put_line(book, 3, EK_XS_note, book->note);
    ek_xlsx_put_headings(&book->summary);
}

void
ek_xlsx_put_summary(struct ek_xlsx *book, struct ek_page *page)
{
    put_head(book, page);
    if (!ek_xlsx_spool_put(book->spool, &book->summary))
        book->trouble = ek_catalogue_text(EK_W_x_no_room, page->options.lang);
}
