/* SPDX-License-Identifier: Apache-2.0 */
/* Two versions on a terminal: the answer in a sentence, verdicts that moved,
 * changes in substance, and the rest in numbers. */
#include "config.h"

#include "report/diff.h"

enum {
    SHORT_HASH = 8,
    LABEL_COLUMN = 2,
    TEXT_COLUMN = 11,
    KEEP = 40, /* cells of what is the same beside an edit */
    BODY_COLUMN = 5,
};

static const ek_str nothing = {"", 0};

struct view {
    struct ek_page *page;
    const ek_changes *changes;
    struct ek_diff_entries entries;
};

static ek_str
counted(struct ek_page *page, enum ek_word one, enum ek_word many, size_t n)
{
    return n == 1 ? ek_catalogue_text(one, page->options.lang)
                  : ek_page_say(page, many, ek_page_number(page, n), nothing);
}

static void
put_version(struct view *v, enum ek_word word, const ek_result *r)
{
    struct ek_page *page = v->page;
    const ek_document *d = &r->documents.v[0];
    ek_page_to(page, LABEL_COLUMN);
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

static enum ek_word
nothing_word(const ek_changes *c)
{
    return c->clauses.n ? EK_W_diff_nothing : EK_W_diff_same;
}

static void
put_answer(struct view *v)
{
    struct ek_page *page = v->page;
    const ek_changes *c = v->changes;
    ek_page_end(page);
    ek_page_to(page, LABEL_COLUMN);
    if (!ek_changes_of_substance(c)) {
        ek_page_wrap(page, LABEL_COLUMN, EK_BOLD,
                     ek_catalogue_text(nothing_word(c), page->options.lang), 0);
        return;
    }
    ek_str clauses =
        counted(page, EK_W_diff_clauses_one, EK_W_diff_clauses, v->entries.v.n);
    ek_str verdicts = c->verdicts.n ? counted(page, EK_W_diff_verdicts_one,
                                              EK_W_diff_verdicts, c->verdicts.n)
                                    : ek_catalogue_text(EK_W_diff_verdicts_none,
                                                        page->options.lang);
    ek_page_wrap(page, LABEL_COLUMN, EK_BOLD,
                 ek_page_say(page, EK_W_diff_answer, clauses, verdicts), 0);
}

static void
put_remarks(struct view *v)
{
    struct ek_page *page = v->page;
    const ek_result *both[] = {v->changes->before, v->changes->after};
    for (size_t i = 0; i < 2; i++) {
        if (!ek_result_misses(both[i]) && !both[i]->no_result.n)
            continue;
        ek_page_to(page, LABEL_COLUMN);
        ek_page_wrap(page, LABEL_COLUMN, EK_YELLOW,
                     ek_page_say(page, EK_W_diff_unread,
                                 ek_page_text(page, ek_result_name(both[i])),
                                 nothing),
                     0);
    }
    if (v->changes->rules_differ) {
        ek_page_to(page, LABEL_COLUMN);
        ek_page_wrap(page, LABEL_COLUMN, EK_YELLOW,
                     ek_catalogue_text(EK_W_diff_rules, page->options.lang), 0);
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
    ek_page_to(page, LABEL_COLUMN);
    ek_page_put(page, EK_BOLD, ek_term_item(page, shown->item));
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
    if (!v->changes->verdicts.n)
        return;
    ek_page_heading(v->page, EK_W_diff_head_verdicts);
    for (size_t i = 0; i < v->changes->verdicts.n; i++)
        put_verdict(v, &v->changes->verdicts.v[i]);
}

static struct ek_mark
mark_of(ek_shift shift)
{
    static const struct ek_mark marks[] = {
        [EK_SHIFT_STRONGER] = {{"!!", 2}, EK_RED},
        [EK_SHIFT_WEAKER] = {{"==", 2}, EK_BLUE},
        [EK_SHIFT_OPEN] = {{"??", 2}, EK_YELLOW}};
    return marks[shift];
}

/* Mark, clause type, what happened, place. */
static void
put_statement(struct view *v, const struct ek_statement_change *change)
{
    struct ek_page *page = v->page;
    const ek_result *r;
    const ek_finding *f = ek_diff_finding(v->changes, change, &r);
    struct ek_mark mark = mark_of(change->shift);
    ek_page_to(page, LABEL_COLUMN);
    ek_page_put(page, mark.style, mark.letters);
    ek_page_to(page, BODY_COLUMN);
    ek_page_put(page, EK_BOLD, ek_page_label(page, &f->title));
    ek_str kind =
        change->clause == EK_NOT_THERE && change->kind != EK_STATEMENT_TURNED
            ? ek_catalogue_text(EK_W_diff_context, page->options.lang)
            : nothing;
    ek_str said = ek_diff_kind_word(page, change);
    ek_page_put(page, EK_PLAIN,
                ek_arena_printf(page->arena, ": %.*s", EK_ARG(said)));
    ek_page_right(page, EK_DIM, ek_page_text(page, f->clause));
    ek_str qualities = ek_diff_qualities(page, change);
    if (kind.n) {
        ek_page_to(page, BODY_COLUMN);
        ek_page_wrap(page, BODY_COLUMN, EK_DIM, kind, 0);
    }
    if (qualities.n) {
        ek_page_to(page, BODY_COLUMN);
        ek_page_wrap(page, BODY_COLUMN, EK_PLAIN, qualities, 0);
    }
}

static void
put_places(struct view *v, const struct ek_statement_change *change)
{
    struct ek_page *page = v->page;
    const ek_changes *c = v->changes;
    const struct {
        enum ek_word word;
        const ek_result *r;
        uint32_t finding;
    } both[] = {{EK_W_diff_before, c->before, change->before},
                {EK_W_diff_after, c->after, change->after}};
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < 2; i++) {
        if (both[i].finding == EK_NOT_THERE)
            continue;
        const ek_finding *f = &both[i].r->findings.v.v[both[i].finding];
        ek_str article = ek_term_article(page, both[i].r, f);
        ek_buf_printf(
            &out, "%s%.*s: %.*s%s%.*s", out.n ? "; " : "",
            EK_ARG(ek_catalogue_text(both[i].word, page->options.lang)),
            EK_ARG(article), article.n ? " " : "",
            EK_ARG(ek_term_place(page, f)));
    }
    ek_page_to(page, BODY_COLUMN);
    ek_page_wrap(page, BODY_COLUMN, EK_DIM, ek_buf_str(&out), 0);
}

static void
put_entry(struct view *v, const struct ek_diff_entry *entry)
{
    struct ek_page *page = v->page;
    const struct ek_statement_change *first =
        &v->changes->statements.v[entry->statements.v[0]];
    for (size_t i = 0; i < entry->statements.n; i++)
        put_statement(v, &v->changes->statements.v[entry->statements.v[i]]);
    put_places(v, first);
    const ek_finding *f = ek_diff_finding(v->changes, first, NULL);
    ek_str body = entry->clause == EK_NOT_THERE ||
                          !v->changes->clauses.v[entry->clause].pieces.n
                      ? ek_page_text(page, f->quote)
                      : ek_diff_redline(page, v->changes,
                                        &v->changes->clauses.v[entry->clause],
                                        page->options.all ? 0 : KEEP);
    ek_page_to(page, BODY_COLUMN);
    ek_page_wrap(page, BODY_COLUMN, EK_PLAIN, body, 0);
    ek_page_end(page);
}

static void
put_changes(struct view *v)
{
    if (!v->entries.v.n)
        return;
    ek_page_heading(v->page, EK_W_diff_head_changes);
    for (size_t i = 0; i < v->entries.v.n; i++)
        put_entry(v, &v->entries.v.v[i]);
}

static void
put_count(struct view *v, enum ek_word word, size_t n)
{
    struct ek_page *page = v->page;
    if (n == 0)
        return;
    ek_page_to(page, LABEL_COLUMN);
    ek_page_wrap(
        page, LABEL_COLUMN, EK_PLAIN,
        ek_page_say(page, word,
                    counted(page, EK_W_diff_clauses_one, EK_W_diff_clauses, n),
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
        ek_page_to(page, BODY_COLUMN - 2);
        ek_page_put(page, EK_DIM, EK_STR("- "));
        ek_page_wrap(page, BODY_COLUMN, EK_PLAIN,
                     ek_diff_redline(page, v->changes, c, KEEP), 0);
    }
}

static void
put_others(struct view *v)
{
    const size_t *counts = v->changes->counts;
    size_t others = counts[EK_WEIGHT_WORDING] + counts[EK_WEIGHT_NUMBERS] +
                    counts[EK_WEIGHT_NONE];
    if (others == 0)
        return;
    ek_page_heading(v->page, EK_W_diff_head_other);
    put_count(v, EK_W_diff_wording, counts[EK_WEIGHT_WORDING]);
    put_count(v, EK_W_diff_numbers, counts[EK_WEIGHT_NUMBERS]);
    if (v->page->options.all)
        put_wording(v);
    put_count(v, EK_W_diff_layout, counts[EK_WEIGHT_NONE]);
    if (!v->page->options.all) {
        ek_page_to(v->page, LABEL_COLUMN);
        ek_page_wrap(v->page, LABEL_COLUMN, EK_DIM,
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
    put_remarks(&v);
    put_verdicts(&v);
    put_changes(&v);
    put_others(&v);
    ek_page_end(&page);
    ek_term_footer(&page, changes->after);
    ek_arena_free(page.arena);
}
