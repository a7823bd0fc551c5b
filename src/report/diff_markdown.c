/* SPDX-License-Identifier: Apache-2.0 */
/* Two versions compared, to be pasted into an issue or a mail: the answer,
 * verdicts that moved, what is to be asked, changes with their redline, and the
 * rest in numbers. Whatever stands in a contract is escaped. */
#include "config.h"

#include "report/diff.h"
#include "report/markdown.h"

enum { SHORT_HASH = 8, KEEP = 60 };

static const struct ek_diff_marks marks = {
    {"<del>", "</del>"}, {"<ins>", "</ins>"}, ek_markdown_text};

static void
put_word(struct ek_page *page, enum ek_word word)
{
    ek_markdown_text(page->out, ek_catalogue_text(word, page->options.lang));
}

static void
put_heading(struct ek_page *page, enum ek_word word)
{
    ek_buf_puts(page->out, "\n## ");
    put_word(page, word);
    ek_buf_puts(page->out, "\n\n");
}

static void
put_version(struct ek_page *page, enum ek_word word, const ek_result *r)
{
    ek_buf_puts(page->out, "- ");
    ek_markdown_text(page->out,
                     ek_page_say(page, EK_W_html_reason_at,
                                 ek_catalogue_text(word, page->options.lang),
                                 ek_page_text(page, ek_result_name(r))));
    for (size_t i = 0; i < r->documents.n; i++) {
        const ek_document *d = &r->documents.v[i];
        if (d->sha256.n)
            ek_buf_printf(page->out, " `%.*s`",
                          EK_ARG(ek_str_slice(d->sha256, 0, SHORT_HASH)));
    }
    if (r->documents.v[0].dated.n) {
        ek_buf_putc(page->out, ' ');
        ek_markdown_text(page->out,
                         ek_page_date(page, r->documents.v[0].dated));
    }
    ek_buf_putc(page->out, '\n');
}

static void
put_lead(struct ek_page *page, const ek_changes *changes,
         const struct ek_diff_entries *entries)
{
    ek_str remarks[EK_DIFF_REMARKS];
    size_t n = ek_diff_remarks(page, changes, remarks);
    ek_buf_puts(page->out, "# ");
    ek_markdown_text(page->out, ek_diff_answer(page, changes, entries));
    ek_buf_puts(page->out, "\n\n");
    put_version(page, EK_W_diff_before, changes->before);
    put_version(page, EK_W_diff_after, changes->after);
    for (size_t i = 0; i < n; i++) {
        ek_buf_puts(page->out, "\n> ");
        ek_markdown_text(page->out, remarks[i]);
        ek_buf_putc(page->out, '\n');
    }
}

static void
put_outcome(struct ek_page *page, const ek_result *r, uint32_t verdict)
{
    if (verdict == EK_NOT_THERE) {
        put_word(page, EK_W_diff_none_before);
        return;
    }
    const ek_verdict *v = &r->verdicts.v[verdict];
    ek_buf_puts(page->out, "**");
    ek_markdown_text(page->out, ek_page_label(page, &v->label));
    ek_buf_puts(page->out, "** (");
    ek_markdown_text(page->out, ek_page_text(page, v->row));
    ek_buf_putc(page->out, ')');
}

static void
put_verdict(struct ek_page *page, const ek_changes *changes,
            const struct ek_verdict_change *c)
{
    const ek_verdict *shown = c->after != EK_NOT_THERE
                                  ? &changes->after->verdicts.v[c->after]
                                  : &changes->before->verdicts.v[c->before];
    ek_buf_puts(page->out, "| ");
    ek_markdown_text(page->out, ek_diff_item(page, shown));
    ek_buf_puts(page->out, " | ");
    put_outcome(page, changes->before, c->before);
    ek_buf_puts(page->out, " | ");
    put_outcome(page, changes->after, c->after);
    ek_buf_puts(page->out, " | ");
    ek_markdown_text(page->out, ek_page_label(page, &shown->reason));
    ek_buf_puts(page->out, " |\n");
}

static void
put_verdicts(struct ek_page *page, const ek_changes *changes)
{
    static const enum ek_word heads[] = {EK_W_diff_item, EK_W_diff_before,
                                         EK_W_diff_after, EK_W_diff_reason};
    if (!changes->verdicts.n || !ek_changes_comparable(changes))
        return;
    put_heading(page, EK_W_diff_head_verdicts);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        ek_buf_puts(page->out, "| ");
        put_word(page, heads[i]);
        ek_buf_putc(page->out, ' ');
    }
    ek_buf_puts(page->out, "|\n|---|---|---|---|\n");
    for (size_t i = 0; i < changes->verdicts.n; i++)
        put_verdict(page, changes, &changes->verdicts.v[i]);
}

static void
put_questions(struct ek_page *page, const ek_changes *changes)
{
    struct ek_diff_questions questions;
    ek_diff_ask(&questions, page, changes);
    if (!questions.v.n)
        return;
    put_heading(page, EK_W_diff_head_ask);
    for (size_t i = 0; i < questions.v.n; i++) {
        const struct ek_diff_question *q = &questions.v.v[i];
        ek_buf_puts(page->out, "- ");
        ek_markdown_text(
            page->out,
            ek_page_say(page, EK_W_html_reason_at,
                        ek_catalogue_text(q->to, page->options.lang), q->text));
        ek_buf_putc(page->out, '\n');
    }
}

/* - **Title: new**, the provider may do more (`clause`): consent: ... */
static void
put_statement(struct ek_page *page, const ek_changes *changes,
              const struct ek_diff_entry *entry,
              const struct ek_statement_change *change)
{
    const ek_finding *f = ek_diff_finding(changes, change, NULL);
    ek_str qualities = ek_diff_qualities(page, change);
    ek_buf_puts(page->out, "- **");
    ek_markdown_text(page->out, ek_page_label(page, &f->title));
    ek_buf_puts(page->out, "** ");
    ek_markdown_text(
        page->out, ek_arena_printf(page->arena, "(%.*s): %.*s; %.*s",
                                   EK_ARG(ek_page_text(page, f->clause)),
                                   EK_ARG(ek_diff_kind_word(page, change)),
                                   EK_ARG(ek_diff_shift_word(page, changes,
                                                             entry, change))));
    if (qualities.n) {
        ek_buf_puts(page->out, "; ");
        ek_markdown_text(page->out, qualities);
    }
    ek_buf_putc(page->out, '\n');
}

static void
put_place(struct ek_page *page, enum ek_word word, const ek_result *r,
          uint32_t finding)
{
    if (finding == EK_NOT_THERE)
        return;
    const ek_finding *f = &r->findings.v.v[finding];
    ek_buf_puts(page->out, " ");
    ek_markdown_text(
        page->out,
        ek_arena_printf(page->arena, "(%.*s: %.*s %.*s)",
                        EK_ARG(ek_catalogue_text(word, page->options.lang)),
                        EK_ARG(ek_term_article(page, r, f)),
                        EK_ARG(ek_term_place(page, f))));
}

static void
put_redline(struct ek_page *page, const ek_changes *changes,
            const struct ek_clause_change *clause)
{
    ek_buf_add(page->out,
               ek_diff_redline(page, changes, clause,
                               page->options.all ? 0 : KEEP, &marks));
}

static void
put_entry(struct ek_page *page, const ek_changes *changes,
          const struct ek_diff_entry *entry, size_t number)
{
    const struct ek_statement_change *first =
        &changes->statements.v[entry->statements.v[0]];
    ek_buf_printf(page->out, "### %zu.", number);
    put_place(page, EK_W_diff_before, changes->before, first->before);
    put_place(page, EK_W_diff_after, changes->after, first->after);
    ek_buf_puts(page->out, "\n\n");
    for (size_t i = 0; i < entry->statements.n; i++)
        put_statement(page, changes, entry,
                      &changes->statements.v[entry->statements.v[i]]);
    ek_buf_puts(page->out, "\n> ");
    if (entry->clause != EK_NOT_THERE &&
        changes->clauses.v[entry->clause].pieces.n)
        put_redline(page, changes, &changes->clauses.v[entry->clause]);
    else
        ek_markdown_text(
            page->out,
            ek_page_text(page, ek_diff_finding(changes, first, NULL)->quote));
    ek_buf_puts(page->out, "\n\n");
}

static void
put_others(struct ek_page *page, const ek_changes *changes)
{
    static const enum ek_word words[] = {
        [EK_WEIGHT_WORDING] = EK_W_diff_wording,
        [EK_WEIGHT_NUMBERS] = EK_W_diff_numbers,
        [EK_WEIGHT_NONE] = EK_W_diff_layout};
    if (changes->clauses.n == changes->counts[EK_WEIGHT_SUBSTANCE] ||
        !ek_changes_comparable(changes))
        return;
    put_heading(page, EK_W_diff_head_other);
    for (size_t i = EK_WEIGHT_SUBSTANCE; i-- > 0;) {
        size_t n = changes->counts[i];
        if (!n)
            continue;
        ek_buf_puts(page->out, "- ");
        ek_markdown_text(
            page->out, ek_page_say(page, words[i],
                                   ek_diff_counted(page, EK_W_diff_clauses_one,
                                                   EK_W_diff_clauses, n),
                                   EK_STR("")));
        ek_buf_putc(page->out, '\n');
    }
    for (size_t i = 0; page->options.all && i < changes->clauses.n; i++) {
        const struct ek_clause_change *c = &changes->clauses.v[i];
        if (c->weight == EK_WEIGHT_SUBSTANCE || !c->pieces.n)
            continue;
        ek_buf_puts(page->out, "\n> ");
        put_redline(page, changes, c);
        ek_buf_putc(page->out, '\n');
    }
}

void
ek_diff_markdown(ek_buf *out, const ek_changes *changes,
                 const struct ek_report_options *options)
{
    struct ek_page page = ek_page_open(out->arena, out, options);
    struct ek_diff_entries entries;
    const ek_result *r = changes->after;
    ek_diff_group(&entries, page.arena, changes);
    put_lead(&page, changes, &entries);
    put_verdicts(&page, changes);
    put_questions(&page, changes);
    if (entries.v.n)
        put_heading(&page, EK_W_diff_head_changes);
    for (size_t i = 0; i < entries.v.n; i++)
        put_entry(&page, changes, &entries.v.v[i], i + 1);
    put_others(&page, changes);
    ek_buf_printf(out, "\n---\n\nekimu %.*s, %.*s %.*s\n\n", EK_ARG(r->engine),
                  EK_ARG(r->pack_id), EK_ARG(r->pack_version));
    ek_markdown_text(out, ek_page_label(&page, &r->note_2013));
    ek_buf_puts(out, "\n\n");
    ek_markdown_text(out, ek_page_label(&page, &r->disclaimer));
    ek_buf_putc(out, '\n');
    ek_arena_free(page.arena);
}
