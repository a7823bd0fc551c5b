/* SPDX-License-Identifier: Apache-2.0 */
/* The verdicts: exceptions, service and Q&A on one sheet, what is advice or a
 * check before the contract on another, in the same columns. */
#include "config.h"

#include "report/xlsx.h"
#include "result/fingerprint.h"

enum column {
    CONTRACT,
    NAME,
    ITEM,
    TITLE,
    OUTCOME,
    REASON,
    ROW,
    PROVISIONS,
    CERTAINTY,
    CHANGES,
    FINDINGS,
    QUESTIONS,
    STATE,
    REVIEWER,
    GROUNDS,
    DATE,
    EXPIRES,
    STANDING,
    DECISION,
    EARLIER,
    FINGERPRINT,
    WORDING,
    STATUS,
    CONTRACT_NAME,
    HASH,
    COLUMNS
};

static const struct ek_xlsx_column columns[COLUMNS] = {
    [CONTRACT] = {.head = EK_W_x_number, .width = 6},
    [NAME] = {.head = EK_W_x_contract, .width = 22, .name = "document"},
    [ITEM] = {.head = EK_W_x_item, .width = 13, .name = "item"},
    [TITLE] = {.head = EK_W_x_title, .width = 26},
    [OUTCOME] = {.head = EK_W_x_outcome, .width = 21, .name = "outcome"},
    [REASON] = {.head = EK_W_x_ground, .width = 54},
    [ROW] = {.head = EK_W_x_row, .width = 12, .name = "row"},
    [PROVISIONS] = {.head = EK_W_x_provisions, .width = 12},
    [CERTAINTY] = {.head = EK_W_x_certainty, .width = 10},
    [CHANGES] = {.head = EK_W_x_changes, .width = 11},
    [FINDINGS] = {.head = EK_W_x_evidence, .width = 15},
    [QUESTIONS] = {.head = EK_W_x_asked, .width = 14},
    [STATE] = EK_XLSX_STATE,
    [REVIEWER] = EK_XLSX_REVIEWER,
    [GROUNDS] = EK_XLSX_REASON(30),
    [DATE] = EK_XLSX_DATE,
    [EXPIRES] = EK_XLSX_EXPIRES,
    [STANDING] = EK_XLSX_STANDING,
    [DECISION] = EK_XLSX_DECISION,
    [EARLIER] = EK_XLSX_EARLIER,
    [FINGERPRINT] = EK_XLSX_KEY(EK_W_x_fingerprint, 19, "fingerprint"),
    [WORDING] = EK_XLSX_KEY(EK_W_x_wording, 19, "wording"),
    [STATUS] = EK_XLSX_KEY(EK_W_x_status, 19, "status"),
    [CONTRACT_NAME] = EK_XLSX_KEY(EK_W_x_contract, 22, "contract"),
    [HASH] = EK_XLSX_HASH,
};

struct ek_xlsx_sheet
ek_xlsx_verdicts_sheet(void)
{
    return (struct ek_xlsx_sheet){.name = EK_W_x_verdicts,
                                  .id = "verdicts",
                                  .columns = columns,
                                  .n = COLUMNS,
                                  .frozen = ITEM + 1,
                                  .wide = true,
                                  .printed = STANDING + 1};
}

struct ek_xlsx_sheet
ek_xlsx_checklist_sheet(void)
{
    struct ek_xlsx_sheet sheet = ek_xlsx_verdicts_sheet();
    sheet.name = EK_W_x_checklist;
    sheet.id = "checklist";
    return sheet;
}

static ek_str
certainty_of(struct ek_page *page, const ek_verdict *v)
{
    static const struct {
        const char *word;
        enum ek_word text;
    } certainties[] = {{"text", EK_W_x_cert_text},
                       {"summary", EK_W_x_cert_summary},
                       {"inference", EK_W_x_cert_inference}};
    for (size_t i = 0; i < sizeof certainties / sizeof *certainties; i++)
        if (ek_str_is(v->certainty, certainties[i].word))
            return ek_catalogue_text(certainties[i].text, page->options.lang);
    return ek_page_text(page, v->certainty);
}

/* The numbers of its findings: "2, 3, 9". */
static ek_str
findings_of(struct ek_page *page, const ek_verdict *v)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < v->findings.n; i++)
        ek_buf_printf(&out, "%s%u", i ? ", " : "",
                      v->findings.v[i].finding + 1);
    if (v->findings.n == 0)
        return ek_catalogue_text(EK_W_x_no_evidence, page->options.lang);
    return ek_buf_str(&out);
}

static ek_str
questions_of(struct ek_page *page, const ek_verdict *v)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < v->questions.n; i++) {
        ek_buf_puts(&out, i ? ", " : "");
        ek_buf_add(&out, ek_page_text(page, v->questions.v[i]));
    }
    return ek_buf_str(&out);
}

static void
put_basis(struct ek_xlsx_row *row, struct ek_page *page, const ek_verdict *v)
{
    ek_xlsx_text(row, REASON, EK_XS_text, ek_page_label(page, &v->reason));
    ek_xlsx_text(row, ROW, EK_XS_soft, ek_page_text(page, v->row));
    ek_xlsx_text(row, PROVISIONS, EK_XS_soft,
                 ek_page_text(page, v->provisions));
    ek_xlsx_text(row, CERTAINTY, EK_XS_soft, certainty_of(page, v));
    ek_xlsx_text(row, CHANGES, EK_XS_soft, ek_page_text(page, v->changes));
    ek_xlsx_text(row, QUESTIONS, EK_XS_soft, questions_of(page, v));
}

/* One with a link is one of the exceptions: a sheet has no room for more. */
static void
put_evidence(struct ek_xlsx *book, struct ek_xlsx_row *row,
             struct ek_page *page, const ek_verdict *v,
             const struct ek_xlsx_contract *c)
{
    const struct ek_evidence *e = ek_xlsx_gravest_of(v);
    bool linked = e && ek_str_starts(v->item, EK_STR("EX-"));
    ek_xlsx_text(row, FINDINGS, linked ? EK_XS_text : EK_XS_soft,
                 findings_of(page, v));
    if (linked)
        ek_xlsx_link(row, FINDINGS, &book->findings,
                     c->first_finding + e->finding);
}

/* What a decision on it is known by. */
static void
put_key(struct ek_xlsx_row *row, struct ek_page *page, const ek_result *r,
        const ek_verdict *v)
{
    ek_xlsx_text(row, FINGERPRINT, EK_XS_soft,
                 ek_verdict_fingerprint(page->arena, r, v));
    ek_xlsx_text(row, WORDING, EK_XS_soft,
                 ek_page_text(page, ek_verdict_rests(page->arena, r, v)));
    ek_xlsx_text(row, CONTRACT_NAME, EK_XS_soft, ek_reviewed_name(page, r));
    ek_xlsx_text(row, STATUS, EK_XS_soft, ek_page_text(page, v->status));
}

static void
put_verdict(struct ek_xlsx *book, struct ek_xlsx_sheet *sheet,
            struct ek_page *page, const ek_result *r, size_t i,
            const struct ek_xlsx_contract *c, bool first)
{
    const ek_verdict *v = i < r->verdicts.n
                              ? &r->verdicts.v[i]
                              : &r->checklist.v[i - r->verdicts.n];
    struct ek_xlsx_row row = {0};
    ek_xlsx_ordinal(&row, CONTRACT, c->number);
    if (first)
        ek_xlsx_link(&row, CONTRACT, &book->summary, c->number - 1);
    ek_xlsx_text(&row, NAME, EK_XS_text, c->name);
    ek_xlsx_text(&row, ITEM, EK_XS_strong_text, ek_page_text(page, v->item));
    ek_xlsx_text(&row, TITLE, EK_XS_text, ek_page_label(page, &v->title));
    ek_xlsx_text(
        &row, OUTCOME, ek_xlsx_style_of(v->status),
        ek_xlsx_outcome(page, v->status, ek_page_label(page, &v->label)));
    put_basis(&row, page, v);
    put_evidence(book, &row, page, v, c);
    ek_xlsx_text(&row, HASH, EK_XS_soft, c->hashes);
    put_key(&row, page, r, v);
    ek_xlsx_put_reviews(&row, page, ek_reviewed_verdict(page->reviewed, i),
                        STATE, DECISION);
    ek_xlsx_put(sheet, &row);
}

/* Items of the guideline are advice, apart from the exceptions. */
static bool
is_advice(const ek_verdict *v)
{
    return ek_str_starts(v->item, EK_STR("G")) ||
           ek_str_starts(v->item, EK_STR("QA55"));
}

void
ek_xlsx_put_verdicts(struct ek_xlsx *book, struct ek_page *page,
                     const ek_result *r, struct ek_xlsx_contract *c)
{
    size_t begun = book->checklist.records;
    c->first_verdict = book->verdicts.records;
    for (size_t i = 0; i < r->checklist.n; i++)
        put_verdict(book, &book->checklist, page, r, r->verdicts.n + i, c,
                    book->checklist.records == begun);
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        struct ek_xlsx_sheet *sheet =
            is_advice(v) ? &book->checklist : &book->verdicts;
        size_t from = is_advice(v) ? begun : c->first_verdict;
        put_verdict(book, sheet, page, r, i, c, sheet->records == from);
    }
}
