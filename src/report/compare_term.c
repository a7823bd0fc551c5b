/* SPDX-License-Identifier: Apache-2.0 */
/* A column a candidate, a row an item. Where the words of the outcomes do not
 * fit, the cells hold the marks, and the legend the words. */
#include "config.h"

#include "report/compare.h"
#include "report/compare_head.h"

enum {
    LABEL_CELLS = 28,
    LEAST_CELLS = 7, /* of a column */
    MARK_CELLS = 3,
};

static const ek_str nothing = {"", 0};

struct table {
    struct ek_page *page;
    ek_result *const *results;
    size_t n;
    size_t from, to; /* candidates of this block */
    unsigned cells;  /* of a column */
    bool words;
};

static void
put_letters(const struct table *t)
{
    ek_page_end(t->page);
    for (size_t i = t->from; i < t->to; i++) {
        ek_page_to(t->page, LABEL_CELLS + (unsigned)(i - t->from) * t->cells);
        ek_page_put(t->page, EK_BOLD, ek_compare_letter(t->page, i));
    }
    ek_page_end(t->page);
}

static void
put_cell(const struct table *t, size_t i, enum ek_style style, ek_str s)
{
    ek_page_to(t->page, LABEL_CELLS + (unsigned)(i - t->from) * t->cells);
    ek_page_put(t->page, style, s);
}

static void
put_label(const struct table *t, ek_str label)
{
    ek_buf cut = ek_buf_on(t->page->arena);
    unsigned need = ek_width(label), room = LABEL_CELLS - 3;
    ek_width_pad(&cut, label, need < room ? need : room);
    ek_page_to(t->page, 2);
    ek_page_put(t->page, EK_PLAIN, ek_buf_str(&cut));
}

static bool
is_unmarked(ek_str status)
{
    return ek_str_is(ek_mark_of(status).letters, "--");
}

/* A status without a mark of its own stands as it is. */
static void
put_status(const struct table *t, size_t i, ek_str status)
{
    struct ek_mark mark = ek_mark_of(status);
    if (is_unmarked(status)) {
        put_cell(t, i, EK_PLAIN,
                 ek_width_fit(ek_page_text(t->page, status), t->cells - 1));
        return;
    }
    put_cell(t, i, mark.style, mark.letters);
    if (t->words)
        ek_page_put(t->page, mark.style,
                    ek_arena_printf(t->page->arena, " %.*s",
                                    EK_ARG(ek_term_word(t->page, status))));
}

/* The verdict with the same item as the one at this place of the first
 * candidate, in verdicts or checklist. */
static ek_str
status_of(const ek_result *r, bool part, ek_str item)
{
    size_t n = part ? r->checklist.n : r->verdicts.n;
    const ek_verdict *v = part ? r->checklist.v : r->verdicts.v;
    for (size_t i = 0; i < n; i++)
        if (ek_str_eq(v[i].item, item))
            return v[i].status;
    return EK_STR("not-applicable");
}

static void
put_item(const struct table *t, const ek_verdict *v, bool part)
{
    ek_str few = ek_catalogue_short(v->item, t->page->options.lang);
    ek_str name = few.n ? few : ek_term_line_title(t->page, v);
    if (!part)
        name = ek_arena_printf(t->page->arena, "%.*s %.*s",
                               EK_ARG(ek_term_item(t->page, v->item)),
                               EK_ARG(few));
    put_label(t, ek_str_trim(name));
    for (size_t i = t->from; i < t->to; i++)
        put_status(t, i, status_of(t->results[i], part, v->item));
    ek_page_end(t->page);
}

enum group { EXCEPTIONS, GUIDELINE, QUESTIONS, OTHERS };

static enum group
group_of(ek_str item)
{
    if (ek_str_starts(item, EK_STR("EX-")))
        return EXCEPTIONS;
    if (ek_str_starts(item, EK_STR("QA")))
        return QUESTIONS;
    return ek_str_starts(item, EK_STR("G")) ? GUIDELINE : OTHERS;
}

/* The candidate with the most items names the rows. */
static const ek_result *
model_of(const struct table *t)
{
    const ek_result *model = t->results[0];
    for (size_t i = 0; i < t->n; i++)
        if (t->results[i]->verdicts.n > model->verdicts.n)
            model = t->results[i];
    return model;
}

static void
put_group(const struct table *t, enum group group, ek_str heading)
{
    const ek_result *model = model_of(t);
    bool any = false;
    for (size_t i = 0; i < model->verdicts.n; i++) {
        const ek_verdict *v = &model->verdicts.v[i];
        if (group_of(v->item) != group || ek_str_is(v->item, "QA55"))
            continue;
        if (!any) {
            ek_page_put(t->page, EK_BOLD, heading);
            ek_page_end(t->page);
        }
        any = true;
        put_item(t, v, false);
    }
}

static void
put_checklist(const struct table *t)
{
    const ek_result *model = model_of(t);
    struct ek_page *page = t->page;
    if (model->checklist.n == 0)
        return;
    ek_page_put(page, EK_BOLD,
                ek_page_say(page, EK_W_checklist,
                            ek_page_label(page, &model->note_2013), nothing));
    ek_page_end(page);
    for (size_t i = 0; i < model->checklist.n; i++)
        put_item(t, &model->checklist.v[i], true);
}

static void
put_counts(const struct table *t, enum ek_counted first, enum ek_counted last,
           enum ek_word heading)
{
    static const enum ek_word words[EK_COUNTS] = {
        EK_W_cmp_strong,   EK_W_cmp_review,   EK_W_cmp_carve, EK_W_cmp_protect,
        EK_W_cmp_provider, EK_W_cmp_reviewer, EK_W_cmp_user,
    };
    ek_lang lang = t->page->options.lang;
    ek_page_put(t->page, EK_BOLD, ek_catalogue_text(heading, lang));
    ek_page_end(t->page);
    for (int what = (int)first; what <= (int)last; what++) {
        put_label(t, ek_catalogue_text(words[what], lang));
        for (size_t i = t->from; i < t->to; i++) {
            const ek_result *r = t->results[i];
            size_t n = ek_compare_count(r, (enum ek_counted)what);
            put_cell(t, i, EK_PLAIN,
                     r->no_result.n ? EK_STR("xx")
                                    : ek_page_number(t->page, n));
        }
        ek_page_end(t->page);
    }
}

static void
put_block(const struct table *t)
{
    struct ek_page *page = t->page;
    ek_lang lang = page->options.lang;
    put_letters(t);
    put_group(t, EXCEPTIONS, ek_catalogue_text(EK_W_cmp_exceptions, lang));
    put_group(t, OTHERS,
              ek_page_say(page, EK_W_cmp_service,
                          ek_page_label(page, &t->results[0]->note_2013),
                          nothing));
    put_checklist(t);
    put_group(t, QUESTIONS,
              ek_page_say(page, EK_W_qa,
                          ek_page_label(page, &t->results[0]->note_2013),
                          nothing));
    put_group(t, GUIDELINE, ek_catalogue_text(EK_W_cmp_guideline, lang));
    put_counts(t, EK_COUNT_STRONG, EK_COUNT_PROTECT, EK_W_cmp_evidence);
    put_counts(t, EK_COUNT_PROVIDER, EK_COUNT_USER, EK_W_cmp_open);
}

static unsigned
widest_word(const struct table *t, const ek_verdict *v, size_t n)
{
    unsigned most = 0;
    for (size_t i = 0; i < n; i++) {
        if (is_unmarked(v[i].status))
            continue;
        unsigned cells = ek_width(ek_term_word(t->page, v[i].status));
        most = cells > most ? cells : most;
    }
    return most;
}

static bool
words_fit(const struct table *t, unsigned cells)
{
    for (size_t i = 0; i < t->n; i++) {
        const ek_result *r = t->results[i];
        if (MARK_CELLS + widest_word(t, r->verdicts.v, r->verdicts.n) + 1 >
                cells ||
            MARK_CELLS + widest_word(t, r->checklist.v, r->checklist.n) + 1 >
                cells)
            return false;
    }
    return true;
}

static bool
is_seen(ek_str seen, ek_str status)
{
    for (ek_str w = ek_str_word(&seen); w.n; w = ek_str_word(&seen))
        if (ek_str_eq(w, status))
            return true;
    return false;
}

static void
add_seen(ek_buf *seen, const ek_verdict *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!is_seen(ek_buf_str(seen), v[i].status) &&
            !is_unmarked(v[i].status))
            ek_buf_printf(seen, " %.*s", EK_ARG(v[i].status));
}

/* The statuses that stand in the table. */
static ek_str
seen_in(const struct table *t)
{
    ek_buf seen = ek_buf_on(t->page->arena);
    for (size_t i = 0; i < t->n; i++) {
        const ek_result *r = t->results[i];
        add_seen(&seen, r->verdicts.v, r->verdicts.n);
        add_seen(&seen, r->checklist.v, r->checklist.n);
    }
    return ek_buf_str(&seen);
}

static void
put_blocks(struct table *t)
{
    unsigned room = t->page->options.width - LABEL_CELLS;
    size_t most = room / LEAST_CELLS;
    size_t beside = t->n < most ? t->n : most;
    t->cells = room / (unsigned)beside;
    t->words = words_fit(t, t->cells);
    for (t->from = 0; t->from < t->n; t->from = t->to) {
        t->to = t->from + beside < t->n ? t->from + beside : t->n;
        put_block(t);
    }
    ek_term_legend(t->page, seen_in(t));
}

/* The strongest finding of exception 1 of each. */
static void
put_grounds(const struct table *t)
{
    struct ek_page *page = t->page;
    ek_page_heading(page, EK_W_cmp_grounds);
    for (size_t i = 0; i < t->n; i++) {
        const ek_verdict *v = ek_result_verdict(t->results[i], "EX-1");
        if (!v)
            continue;
        ek_page_to(page, 2);
        ek_page_put(page, EK_BOLD, ek_compare_letter(page, i));
        ek_page_to(page, 5);
        ek_page_wrap(page, 5, EK_PLAIN, ek_page_label(page, &v->reason), 0);
        ek_term_strongest(page, t->results[i], v);
    }
}

void
ek_compare_term(ek_buf *out, ek_result *const *results, size_t n,
                const struct ek_report_options *options)
{
    struct ek_page page = {out->arena, out, *options, 0, NULL};
    struct table t = {&page, results, n, 0, 0, 0, false};
    if (n == 0)
        return;
    ek_compare_head(&page, results, n);
    put_blocks(&t);
    put_grounds(&t);
    ek_page_end(&page);
    ek_page_wrap(&page, 2, EK_DIM,
                 ek_catalogue_text(EK_W_cmp_more, options->lang), 0);
    ek_term_footer(&page, results[0]);
}
