/* SPDX-License-Identifier: Apache-2.0 */
/* A change in substance on a terminal: what was found, which way it went, where
 * it stands, and the words with their redline. */
#include "config.h"

#include "report/diff_term.h"

static struct ek_mark
mark_of(const struct ek_diff_entry *entry,
        const struct ek_statement_change *change)
{
    static const struct ek_mark marks[] = {
        [EK_SHIFT_STRONGER] = {{"!!", 2}, EK_RED},
        [EK_SHIFT_WEAKER] = {{"==", 2}, EK_BLUE},
        [EK_SHIFT_OPEN] = {{"??", 2}, EK_YELLOW}};
    static const struct ek_mark replaced = {{"//", 2}, EK_DIM};
    return ek_diff_is_replaced(entry, change) ? replaced : marks[change->shift];
}

static void
put_body(struct ek_page *page, enum ek_style style, ek_str text)
{
    if (!text.n)
        return;
    ek_page_to(page, EK_DIFF_BODY);
    ek_page_wrap(page, EK_DIFF_BODY, style, text, 0);
}

/* Mark, clause type, what happened; which way and why. */
static void
put_statement(struct ek_page *page, const ek_changes *changes,
              const struct ek_diff_entry *entry,
              const struct ek_statement_change *change)
{
    const ek_finding *f = ek_diff_finding(changes, change, NULL);
    struct ek_mark mark = mark_of(entry, change);
    ek_str title = ek_page_label(page, &f->title);
    ek_page_to(page, EK_DIFF_LABEL);
    ek_page_put(page, mark.style, mark.letters);
    ek_page_to(page, EK_DIFF_BODY);
    ek_page_flow(page, EK_DIFF_BODY, EK_BOLD,
                 ek_page_say(page, EK_W_html_reason_at, title,
                             ek_diff_kind_word(page, change)));
    ek_page_right(page, EK_DIM, ek_page_text(page, f->clause));
    put_body(page, mark.style,
             ek_diff_shift_word(page, changes, entry, change));
    put_body(page, EK_PLAIN, ek_diff_qualities(page, change));
}

static void
put_place(struct ek_page *page, enum ek_word word, const ek_result *r,
          uint32_t finding)
{
    if (finding == EK_NOT_THERE)
        return;
    const ek_finding *f = &r->findings.v.v[finding];
    ek_str article = ek_term_article(page, r, f);
    ek_str place = ek_term_place(page, f);
    ek_str where = ek_arena_printf(page->arena, "%.*s%s%.*s", EK_ARG(article),
                                   article.n ? "  " : "", EK_ARG(place));
    put_body(page, EK_DIM,
             ek_page_say(page, EK_W_html_reason_at,
                         ek_catalogue_text(word, page->options.lang), where));
}

static void
put_entry(struct ek_page *page, const ek_changes *changes,
          const struct ek_diff_entry *entry)
{
    const struct ek_statement_change *first =
        &changes->statements.v[entry->statements.v[0]];
    for (size_t i = 0; i < entry->statements.n; i++)
        put_statement(page, changes, entry,
                      &changes->statements.v[entry->statements.v[i]]);
    put_place(page, EK_W_diff_before, changes->before, first->before);
    put_place(page, EK_W_diff_after, changes->after, first->after);
    bool redlined = entry->clause != EK_NOT_THERE &&
                    changes->clauses.v[entry->clause].pieces.n;
    put_body(
        page, EK_PLAIN,
        redlined
            ? ek_diff_redline(page, changes, &changes->clauses.v[entry->clause],
                              page->options.all ? 0 : EK_DIFF_KEEP, NULL)
            : ek_page_text(page, ek_diff_finding(changes, first, NULL)->quote));
    ek_page_end(page);
}

void
ek_diff_term_changes(struct ek_page *page, const ek_changes *changes,
                     const struct ek_diff_entries *entries)
{
    if (!entries->v.n)
        return;
    ek_page_heading(page, EK_W_diff_head_changes);
    ek_page_to(page, EK_DIFF_LABEL);
    ek_page_wrap(page, EK_DIFF_LABEL, EK_DIM, ek_diff_ways(page, entries), 0);
    ek_page_end(page);
    for (size_t i = 0; i < entries->v.n; i++)
        put_entry(page, changes, &entries->v.v[i]);
}
