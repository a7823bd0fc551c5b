/* SPDX-License-Identifier: Apache-2.0 */
/* A row a finding: where it stands, what it says, what it counts for, and what
 * the reader decides about it. */
#include "config.h"

#include "report/xlsx.h"
#include "result/fingerprint.h"

enum column {
    CONTRACT,
    NUMBER,
    DOCUMENT,
    TITLE,
    TIER,
    ARTICLE,
    PLACE,
    QUOTE,
    CONTRIBUTION,
    USES,
    WHY,
    STATE,
    REVIEWER,
    REASON,
    DATE,
    EXPIRES,
    STANDING,
    CLAUSE,
    FINGERPRINT,
    DECISION,
    EARLIER,
    WORDING,
    ALIKE,
    RULE,
    KIND,
    NAME,
    HASH,
    COLUMNS
};

static const struct ek_xlsx_column columns[COLUMNS] = {
    [CONTRACT] = {.head = EK_W_x_number, .width = 6},
    [NUMBER] = {.head = EK_W_x_finding, .width = 7},
    [DOCUMENT] = {.head = EK_W_x_document, .width = 22, .name = "document"},
    [TITLE] = {.head = EK_W_x_clause, .width = 20},
    [TIER] = {.head = EK_W_x_tier, .width = 12, .name = "kind"},
    [ARTICLE] = {.head = EK_W_x_article, .width = 13},
    [PLACE] = {.head = EK_W_x_place, .width = 12, .name = "place"},
    [QUOTE] = {.head = EK_W_x_quote, .width = 58, .name = "quote"},
    [CONTRIBUTION] = {.head = EK_W_x_contribution, .width = 18},
    [USES] = {.head = EK_W_x_uses, .width = 19},
    [WHY] = {.head = EK_W_x_why, .width = 34},
    [STATE] = EK_XLSX_STATE,
    [REVIEWER] = EK_XLSX_REVIEWER,
    [REASON] = EK_XLSX_REASON(28),
    [DATE] = EK_XLSX_DATE,
    [EXPIRES] = EK_XLSX_EXPIRES,
    [STANDING] = EK_XLSX_STANDING,
    [CLAUSE] = {.head = EK_W_x_clause_id, .width = 24, .name = "clause"},
    [FINGERPRINT] = {.head = EK_W_x_fingerprint,
                     .width = 19,
                     .name = "fingerprint"},
    [DECISION] = EK_XLSX_DECISION,
    [EARLIER] = EK_XLSX_EARLIER,
    [WORDING] = EK_XLSX_KEY(EK_W_x_wording, 19, "wording"),
    [ALIKE] = EK_XLSX_KEY(EK_W_x_alike, 8, "alike"),
    [RULE] = EK_XLSX_KEY(EK_W_x_rule, 24, "rule"),
    [KIND] = EK_XLSX_KEY(EK_W_x_about, 10, "about"),
    [NAME] = EK_XLSX_KEY(EK_W_x_contract, 22, "contract"),
    [HASH] = EK_XLSX_HASH,
};

struct ek_xlsx_sheet
ek_xlsx_findings_sheet(void)
{
    return (struct ek_xlsx_sheet){.name = EK_W_x_findings,
                                  .id = "findings",
                                  .columns = columns,
                                  .n = COLUMNS,
                                  .frozen = DOCUMENT + 1,
                                  .wide = true,
                                  .printed = STANDING + 1};
}

static enum ek_word
tier_of(const ek_finding *f)
{
    if (f->kind == EK_ABSENT)
        return EK_W_x_absent;
    if (f->kind == EK_GAVE_UP)
        return EK_W_x_gave_up;
    return f->tier == EK_TIER_CLUE ? EK_W_x_clue : EK_W_x_sure;
}

static enum ek_xlsx_style
style_of(const ek_finding *f)
{
    if (f->kind == EK_PRESENT)
        return f->tier == EK_TIER_CLUE ? EK_XS_apart : EK_XS_text;
    return f->kind == EK_ABSENT ? EK_XS_silent : EK_XS_none;
}

static void
put_where(struct ek_xlsx_row *row, struct ek_page *page, const ek_result *r,
          const ek_finding *f)
{
    ek_lang lang = page->options.lang;
    bool present = f->kind == EK_PRESENT;
    ek_str silent = ek_catalogue_text(EK_W_absent, lang);
    ek_str document = f->kind == EK_ABSENT ? ek_result_name(r)
                                           : r->documents.v[f->document].path;
    ek_xlsx_text(row, DOCUMENT, EK_XS_text, ek_page_text(page, document));
    ek_xlsx_text(row, TITLE, EK_XS_strong_text, ek_page_label(page, &f->title));
    ek_xlsx_text(row, CLAUSE, EK_XS_soft, ek_page_text(page, f->clause));
    ek_xlsx_text(row, TIER, style_of(f), ek_catalogue_text(tier_of(f), lang));
    ek_xlsx_text(row, ARTICLE, EK_XS_text, ek_page_text(page, f->article));
    if (present)
        ek_xlsx_text(row, PLACE, EK_XS_text, ek_term_place(page, f));
    ek_str said = ek_page_text(page, present ? f->quote : f->reason);
    if (f->kind == EK_ABSENT)
        said = silent;
    ek_xlsx_text(row, QUOTE, present ? EK_XS_text : style_of(f), said);
}

/* "EX-1 (E1-16), G1-1 (G11-2)" */
static ek_str
uses_in_words(struct ek_page *page, const struct ek_xlsx_uses *uses, size_t i)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t k = uses->first[i]; k < uses->first[i + 1]; k++) {
        ek_buf_puts(&out, out.n ? ", " : "");
        ek_buf_add(&out, ek_page_text(page, uses->v[k].verdict->item));
        ek_buf_puts(&out, " (");
        ek_buf_add(&out, ek_page_text(page, uses->v[k].evidence->row));
        ek_buf_putc(&out, ')');
    }
    return ek_buf_str(&out);
}

static void
put_uses(struct ek_xlsx_row *row, struct ek_page *page,
         const struct ek_xlsx_uses *uses, size_t i)
{
    const struct ek_xlsx_use *use = ek_xlsx_gravest(uses, i);
    if (!use) {
        ek_xlsx_text(row, CONTRIBUTION, EK_XS_apart,
                     ek_catalogue_text(EK_W_x_unused, page->options.lang));
        return;
    }
    ek_str contribution = use->evidence->contribution;
    ek_xlsx_text(row, CONTRIBUTION, ek_xlsx_style_of(contribution),
                 ek_xlsx_outcome(page, contribution,
                                 ek_xlsx_contribution(page, contribution)));
    ek_xlsx_text(row, USES, EK_XS_text, uses_in_words(page, uses, i));
    ek_xlsx_text(row, WHY, EK_XS_soft,
                 ek_page_label(page, &use->evidence->reason));
}

static void
count(struct ek_xlsx_contract *c, const ek_finding *f)
{
    bool clue = f->tier == EK_TIER_CLUE;
    c->findings += f->kind == EK_PRESENT && !clue;
    c->clues += f->kind == EK_PRESENT && clue;
    c->silent += f->kind == EK_ABSENT;
    c->gave_up += f->kind == EK_GAVE_UP;
}

/* What a decision on it is known by. */
static void
put_key(struct ek_xlsx_row *row, struct ek_page *page, const ek_result *r,
        const ek_finding *f, uint32_t alike)
{
    ek_decision_about about =
        f->kind == EK_PRESENT ? EK_ABOUT_FINDING : EK_ABOUT_ABSENCE;
    ek_xlsx_text(row, WORDING, EK_XS_soft, ek_page_text(page, f->wording));
    ek_xlsx_number(row, ALIKE, alike);
    ek_xlsx_text(row, RULE, EK_XS_soft, ek_page_text(page, f->rule));
    ek_xlsx_text(row, KIND, EK_XS_soft, ek_str_of(ek_about_word(about)));
    ek_xlsx_text(row, NAME, EK_XS_soft, ek_reviewed_name(page, r));
}

static void
put_finding(struct ek_xlsx *book, struct ek_page *page, const ek_result *r,
            const struct ek_xlsx_uses *uses, size_t i, uint32_t alike,
            const struct ek_xlsx_contract *c)
{
    const ek_finding *f = &r->findings.v.v[i];
    struct ek_xlsx_row row = {0};
    ek_xlsx_ordinal(&row, CONTRACT, c->number);
    if (i == 0)
        ek_xlsx_link(&row, CONTRACT, &book->summary, c->number - 1);
    ek_xlsx_ordinal(&row, NUMBER, i + 1);
    put_where(&row, page, r, f);
    put_uses(&row, page, uses, i);
    ek_xlsx_text(&row, FINGERPRINT, EK_XS_soft,
                 ek_page_text(page, f->fingerprint));
    ek_xlsx_text(&row, HASH, EK_XS_soft,
                 ek_page_text(page, r->documents.v[f->document].sha256));
    put_key(&row, page, r, f, alike);
    ek_xlsx_put_reviews(&row, page, ek_reviewed_finding(page->reviewed, i),
                        STATE, DECISION);
    ek_xlsx_put(&book->findings, &row);
}

/* The scratch of some findings is given back before the next are written. */
void
ek_xlsx_put_findings(struct ek_xlsx *book, struct ek_page *page,
                     const ek_result *r, struct ek_xlsx_contract *c)
{
    enum { AT_ONCE = 64 };
    struct ek_xlsx_uses uses = ek_xlsx_uses_of(page->arena, r);
    const uint32_t *alike = ek_findings_alike(page->arena, r);
    struct ek_page some = {0};
    c->first_finding = book->findings.records;
    for (size_t i = 0; i < r->findings.v.n; i++) {
        if (i % AT_ONCE == 0) {
            ek_arena_free(some.arena);
            some = ek_page_open(book->arena, page->out, &page->options);
            some.reviewed = page->reviewed;
        }
        put_finding(book, &some, r, &uses, i, alike[i], c);
        count(c, &r->findings.v.v[i]);
    }
    ek_arena_free(some.arena);
}
