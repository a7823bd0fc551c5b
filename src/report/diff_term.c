/* SPDX-License-Identifier: Apache-2.0 */
/* Two versions on a terminal: the answer in a sentence, verdicts that moved,
 * changes in substance, and the rest in numbers. */
#include "config.h"

#include "report/diff_term.h"

enum { SHORT_HASH = 8, TEXT_COLUMN = 12 };

static const ek_str nothing = {"", 0};

struct view {
    struct ek_page *page;
    const ek_changes *changes;
    struct ek_diff_entries entries;
};

static void
put_version(struct view *v, enum ek_word word, const ek_result *r)
{
    struct ek_page *page = v->page;
    const ek_document *d = &r->documents.v[0];
    ek_page_to(page, EK_DIFF_LABEL);
    ek_page_put(page, EK_DIM, ek_catalogue_text(word, page->options.lang));
    ek_page_to(page, TEXT_COLUMN);
    ek_page_put(page, EK_BOLD, ek_term_title(page, r));
    ek_page_to(page, page->cells + 2);
    ek_page_put(page, EK_DIM,
                ek_page_text(page, ek_str_slice(d->sha256, 0, SHORT_HASH)));
    if (d->dated.n) {
        ek_page_to(page, page->cells + 2);
        ek_page_put(page, EK_DIM, ek_page_text(page, d->dated));
    }
    ek_page_end(page);
    ek_page_to(page, TEXT_COLUMN);
    ek_page_wrap(page, TEXT_COLUMN, EK_DIM,
                 ek_page_text(page, ek_result_name(r)), 0);
}

static void
put_answer(struct view *v)
{
    struct ek_page *page = v->page;
    ek_str remarks[EK_DIFF_REMARKS];
    size_t n = ek_diff_remarks(page, v->changes, remarks);
    ek_page_end(page);
    ek_page_to(page, EK_DIFF_LABEL);
    ek_page_wrap(page, EK_DIFF_LABEL, EK_BOLD,
                 ek_diff_answer(page, v->changes, &v->entries), 0);
    for (size_t i = 0; i < n; i++) {
        ek_page_to(page, EK_DIFF_LABEL);
        ek_page_wrap(page, EK_DIFF_LABEL, EK_YELLOW, remarks[i], 0);
    }
}

static void
put_outcome(struct view *v, const ek_result *r, uint32_t verdict)
{
    struct ek_page *page = v->page;
    if (verdict == EK_NOT_THERE) {
        ek_page_put(
            page, EK_DIM,
            ek_catalogue_text(EK_W_diff_none_before, page->options.lang));
        return;
    }
    const ek_verdict *of = &r->verdicts.v[verdict];
    struct ek_mark mark = ek_mark_of(of->status);
    ek_page_put(page, mark.style, mark.letters);
    ek_page_put(page, mark.style,
                ek_arena_printf(page->arena, " %.*s",
                                EK_ARG(ek_page_label(page, &of->label))));
    ek_page_put(page, EK_DIM,
                ek_arena_printf(page->arena, " (%.*s)",
                                EK_ARG(ek_page_text(page, of->row))));
}

static void
put_verdict(struct view *v, const struct ek_verdict_change *change)
{
    struct ek_page *page = v->page;
    const ek_changes *c = v->changes;
    bool later = change->after != EK_NOT_THERE;
    const ek_verdict *shown = later ? &c->after->verdicts.v[change->after]
                                    : &c->before->verdicts.v[change->before];
    ek_page_to(page, EK_DIFF_LABEL);
    ek_page_put(page, EK_BOLD, ek_diff_item(page, shown));
    ek_page_to(page, TEXT_COLUMN);
    put_outcome(v, c->before, change->before);
    ek_page_end(page);
    ek_page_to(page, TEXT_COLUMN - 3);
    ek_page_put(page, EK_PLAIN, EK_STR("->"));
    ek_page_to(page, TEXT_COLUMN);
    put_outcome(v, c->after, change->after);
    ek_page_end(page);
    ek_page_to(page, TEXT_COLUMN);
    ek_page_wrap(page, TEXT_COLUMN, EK_PLAIN,
                 ek_page_label(page, &shown->reason), 3);
}

static void
put_verdicts(struct view *v)
{
    if (!v->changes->verdicts.n || !ek_changes_comparable(v->changes))
        return;
    ek_page_heading(v->page, EK_W_diff_head_verdicts);
    for (size_t i = 0; i < v->changes->verdicts.n; i++)
        put_verdict(v, &v->changes->verdicts.v[i]);
}

static void
put_questions(struct view *v)
{
    struct ek_page *page = v->page;
    struct ek_diff_questions questions;
    ek_diff_ask(&questions, page, v->changes);
    if (!questions.v.n)
        return;
    ek_page_heading(page, EK_W_diff_head_ask);
    for (size_t i = 0; i < questions.v.n; i++) {
        const struct ek_diff_question *q = &questions.v.v[i];
        ek_page_to(page, EK_DIFF_LABEL);
        ek_page_put(page, EK_MAGENTA, EK_STR("?"));
        ek_page_to(page, EK_DIFF_BODY);
        ek_page_put(page, EK_DIM, ek_catalogue_text(q->to, page->options.lang));
        ek_page_right(page, EK_DIM, q->id);
        ek_page_to(page, EK_DIFF_BODY);
        ek_page_wrap(page, EK_DIFF_BODY, EK_PLAIN, q->text, 0);
    }
}

static void
put_count(struct view *v, enum ek_word word, size_t n)
{
    struct ek_page *page = v->page;
    if (n == 0)
        return;
    ek_page_to(page, EK_DIFF_LABEL);
    ek_page_wrap(page, EK_DIFF_LABEL, EK_PLAIN,
                 ek_page_say(page, word,
                             ek_diff_counted(page, EK_W_diff_clauses_one,
                                             EK_W_diff_clauses, n),
                             nothing),
                 0);
}

static void
put_wording(struct view *v)
{
    struct ek_page *page = v->page;
    for (size_t i = 0; i < v->changes->clauses.n; i++) {
        const struct ek_clause_change *c = &v->changes->clauses.v[i];
        if (c->weight != EK_WEIGHT_WORDING && c->weight != EK_WEIGHT_NUMBERS)
            continue;
        ek_page_to(page, EK_DIFF_BODY - 2);
        ek_page_put(page, EK_DIM, EK_STR("- "));
        ek_page_wrap(page, EK_DIFF_BODY, EK_PLAIN,
                     ek_diff_redline(page, v->changes, c, EK_DIFF_KEEP, NULL),
                     0);
    }
}

static void
put_others(struct view *v)
{
    const size_t *counts = v->changes->counts;
    size_t others = counts[EK_WEIGHT_WORDING] + counts[EK_WEIGHT_NUMBERS] +
                    counts[EK_WEIGHT_NONE];
    if (others == 0 || !ek_changes_comparable(v->changes))
        return;
    ek_page_heading(v->page, EK_W_diff_head_other);
    put_count(v, EK_W_diff_wording, counts[EK_WEIGHT_WORDING]);
    put_count(v, EK_W_diff_numbers, counts[EK_WEIGHT_NUMBERS]);
    if (v->page->options.all)
        put_wording(v);
    put_count(v, EK_W_diff_layout, counts[EK_WEIGHT_NONE]);
    if (!v->page->options.all) {
        ek_page_to(v->page, EK_DIFF_LABEL);
        ek_page_wrap(v->page, EK_DIFF_LABEL, EK_DIM,
                     ek_catalogue_text(EK_W_diff_all, v->page->options.lang),
                     0);
    }
}

void
ek_diff_term(ek_buf *out, const ek_changes *changes,
             const struct ek_report_options *options)
{
    struct ek_page page = ek_page_open(out->arena, out, options);
    struct view v = {.page = &page, .changes = changes};
    ek_diff_group(&v.entries, page.arena, changes);
    put_version(&v, EK_W_diff_before, changes->before);
    put_version(&v, EK_W_diff_after, changes->after);
    put_answer(&v);
    put_verdicts(&v);
    put_questions(&v);
    ek_diff_term_changes(&page, changes, &v.entries);
    put_others(&v);
    ek_page_end(&page);
    ek_term_footer(&page, changes->after);
    ek_arena_free(page.arena);
}
