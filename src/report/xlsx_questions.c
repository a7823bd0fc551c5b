/* SPDX-License-Identifier: Apache-2.0 */
/* What is open: to the provider ready to send, to the reviewer with both
 * sides, facts for the user to give. */
#include "config.h"

#include "report/xlsx.h"

enum column {
    CONTRACT,
    NAME,
    TO,
    ID,
    TEXT,
    PRO,
    CONTRA,
    VALUES,
    ITEMS,
    FINDINGS,
    ANSWER,
    BY,
    DATE,
    COLUMNS
};

static const struct ek_xlsx_column columns[COLUMNS] = {
    [CONTRACT] = {.head = EK_W_x_number, .width = 6},
    [NAME] = {.head = EK_W_x_contract, .width = 22, .name = "document"},
    [TO] = {.head = EK_W_x_to, .width = 13},
    [ID] = {.head = EK_W_x_question, .width = 11, .name = "id"},
    [TEXT] = {.head = EK_W_x_text, .width = 62},
    [PRO] = {.head = EK_W_x_pro, .width = 30},
    [CONTRA] = {.head = EK_W_x_contra, .width = 30},
    [VALUES] = {.head = EK_W_x_values, .width = 22},
    [ITEMS] = {.head = EK_W_x_items, .width = 14},
    [FINDINGS] = {.head = EK_W_x_evidence, .width = 11},
    [ANSWER] = EK_XLSX_INPUT(EK_W_x_answer, 36, "answer"),
    [BY] = EK_XLSX_INPUT(EK_W_x_answered, 14, "by"),
    [DATE] = EK_XLSX_DATE,
};

struct ek_xlsx_sheet
ek_xlsx_questions_sheet(void)
{
    return (struct ek_xlsx_sheet){.name = EK_W_x_questions,
                                  .id = "questions",
                                  .columns = columns,
                                  .n = COLUMNS,
                                  .frozen = ID + 1,
                                  .wide = true};
}

static enum ek_word
word_of(ek_str to)
{
    if (ek_str_is(to, "provider"))
        return EK_W_x_to_provider;
    return ek_str_is(to, "reviewer") ? EK_W_x_to_reviewer : EK_W_x_to_user;
}

static enum ek_xlsx_style
style_of(ek_str to)
{
    if (ek_str_is(to, "provider"))
        return EK_XS_carve;
    return ek_str_is(to, "reviewer") ? EK_XS_review : EK_XS_fact;
}

static ek_str
items_of(struct ek_page *page, const ek_result *r, ek_str id)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < r->verdicts.n; i++)
        if (ek_verdict_asks(&r->verdicts.v[i], id)) {
            ek_buf_puts(&out, out.n ? ", " : "");
            ek_buf_add(&out, ek_page_text(page, r->verdicts.v[i].item));
        }
    return ek_buf_str(&out);
}

static ek_str
findings_of(struct ek_page *page, const struct ek_asked *asked)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < asked->findings.n; i++)
        ek_buf_printf(&out, "%s%u", i ? ", " : "", asked->findings.v[i] + 1);
    return ek_buf_str(&out);
}

/* The words that answer it: "yes, no, unknown". */
static ek_str
values_of(struct ek_page *page, const struct ek_asked *asked)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_str rest = asked->values;
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
        ek_buf_puts(&out, out.n ? ", " : "");
        ek_buf_add(&out, ek_page_text(page, w));
    }
    return ek_buf_str(&out);
}

static void
put_question(struct ek_xlsx *book, struct ek_page *page, const ek_result *r,
             const struct ek_asked *asked, const struct ek_xlsx_contract *c)
{
    struct ek_xlsx_row row = {0};
    const ek_label *text = asked->ready.en.n ? &asked->ready : &asked->text;
    ek_xlsx_ordinal(&row, CONTRACT, c->number);
    ek_xlsx_text(&row, NAME, EK_XS_text, c->name);
    ek_xlsx_text(&row, TO, style_of(asked->to),
                 ek_catalogue_text(word_of(asked->to), page->options.lang));
    ek_xlsx_text(&row, ID, EK_XS_strong_text, ek_page_text(page, asked->id));
    ek_xlsx_text(&row, TEXT, EK_XS_text, ek_page_label(page, text));
    ek_xlsx_text(&row, PRO, EK_XS_text, ek_page_label(page, &asked->pro));
    ek_xlsx_text(&row, CONTRA, EK_XS_text, ek_page_label(page, &asked->contra));
    ek_xlsx_text(&row, VALUES, EK_XS_soft, values_of(page, asked));
    ek_xlsx_text(&row, ITEMS, EK_XS_soft, items_of(page, r, asked->id));
    ek_xlsx_text(&row, FINDINGS, EK_XS_soft, findings_of(page, asked));
    ek_xlsx_put(&book->questions, &row);
}

void
ek_xlsx_put_questions(struct ek_xlsx *book, struct ek_page *page,
                      const ek_result *r, const struct ek_xlsx_contract *c)
{
    static const char *const order[] = {"provider", "reviewer", "user"};
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        for (size_t i = 0; i < r->questions.n; i++)
            if (ek_str_is(r->questions.v[i].to, order[k]))
                put_question(book, page, r, &r->questions.v[i], c);
}
