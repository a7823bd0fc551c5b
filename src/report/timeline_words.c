/* SPDX-License-Identifier: Apache-2.0 */
/* What happened to terms, in words. */
#include "config.h"

#include "report/timeline_view.h"

static const ek_str nothing = {"", 0};

static ek_str
text_of(struct ek_page *page, enum ek_word word)
{
    return ek_catalogue_text(word, page->options.lang);
}

static ek_str
counted(struct ek_page *page, enum ek_word one, enum ek_word many, size_t n)
{
    return n == 1 ? text_of(page, one)
                  : ek_page_say(page, many, ek_page_number(page, n), nothing);
}

static ek_str
join(struct ek_page *page, ek_str a, ek_str b)
{
    return ek_arena_printf(page->arena, "%.*s%.*s%.*s", EK_ARG(a),
                           EK_ARG(text_of(page, EK_W_diff_and)), EK_ARG(b));
}

static ek_str
reason_of(struct ek_page *page, ek_str reason)
{
    static const struct {
        const char *reason;
        enum ek_word word;
    } rows[] = {
        {"empty", EK_W_tl_not_empty},     {"blocked", EK_W_tl_not_blocked},
        {"missing", EK_W_tl_not_missing}, {"broken", EK_W_tl_not_broken},
        {"stub", EK_W_tl_not_stub},       {"large", EK_W_tl_not_large}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_str_is(reason, rows[i].reason))
            return text_of(page, rows[i].word);
    return ek_page_text(page, reason);
}

static ek_str
other(struct ek_page *page, const ek_version_difference *d)
{
    if (d->wording + d->numbers + d->other == 0)
        return text_of(page, EK_W_tl_same);
    return ek_page_say(page, EK_W_tl_other, ek_page_number(page, d->wording),
                       ek_page_number(page, d->numbers + d->other));
}

static ek_str
told(struct ek_page *page, const ek_event *event)
{
    switch (ek_timeline_told(event)) {
    case EK_TOLD_FIRST:
        return text_of(page, EK_W_tl_first);
    case EK_TOLD_SUBSTANCE:
        return text_of(page, EK_W_tl_substance);
    case EK_TOLD_RULES:
        return text_of(page, EK_W_tl_rules);
    case EK_TOLD_UNJUDGED:
        return text_of(page, EK_W_tl_unjudged);
    case EK_TOLD_REMOVED:
        return text_of(page, EK_W_tl_removed);
    case EK_TOLD_NOT_TERMS:
        return ek_page_say(page, EK_W_tl_not_terms,
                           reason_of(page, event->reason), nothing);
    case EK_TOLD_OTHER:
    default:
        return other(page, &event->difference);
    }
}

ek_str
ek_timeline_what(struct ek_page *page, const struct ek_timeline_view *view,
                 size_t event)
{
    const ek_event *e = &view->timeline->events.v[event];
    ek_str what = told(page, e);
    ek_str moved = ek_timeline_moved(page, e);
    if (moved.n)
        what =
            join(page, what, ek_page_say(page, EK_W_tl_moved, moved, nothing));
    if (e->kind == EK_EVENT_AGAIN)
        what = join(page, what,
                    ek_page_say(page,
                                ek_timeline_flips(view, event) ? EK_W_tl_flips
                                                               : EK_W_tl_again,
                                ek_page_ordinal(page, e->as), nothing));
    if (e->renamed.n)
        what = join(page, what,
                    ek_page_say(page, EK_W_tl_renamed,
                                ek_page_text(page, e->renamed), nothing));
    return what;
}

ek_str
ek_timeline_span(struct ek_page *page, const struct ek_timeline_view *view)
{
    ek_str versions =
        counted(page, EK_W_tl_versions_one, EK_W_tl_versions, view->versions);
    size_t n = view->documents.n;
    ek_str of = n == 1 ? ek_page_say(page, EK_W_tl_of_one, versions, nothing)
                       : ek_page_say(page, EK_W_tl_of, versions,
                                     ek_page_number(page, n));
    if (!view->from.n)
        return of;
    ek_str days = ek_page_date(page, view->from);
    if (!ek_str_eq(view->from, view->to))
        days = ek_page_say(page, EK_W_tl_between, days,
                           ek_page_date(page, view->to));
    return ek_arena_printf(page->arena, "%.*s%.*s%.*s", EK_ARG(of),
                           EK_ARG(text_of(page, EK_W_comma)), EK_ARG(days));
}

ek_str
ek_timeline_answer(struct ek_page *page, size_t changes)
{
    return changes ? counted(page, EK_W_tl_one, EK_W_tl_many, changes)
                   : text_of(page, EK_W_tl_none);
}

ek_str
ek_turn_kind(struct ek_page *page, const struct ek_turned *turn)
{
    static const struct {
        const char *kind;
        enum ek_word word;
    } rows[] = {{"gained", EK_W_diff_gained},
                {"lost", EK_W_diff_lost},
                {"turned", EK_W_diff_turned},
                {"reworded", EK_W_diff_reworded},
                {"near", EK_W_diff_near}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_str_is(turn->kind, rows[i].kind))
            return text_of(page, rows[i].word);
    return ek_page_text(page, turn->kind);
}

ek_str
ek_turn_way(struct ek_page *page, const struct ek_turned *turn)
{
    return text_of(page, ek_str_is(turn->shift, "stronger") ? EK_W_tl_wider
                         : ek_str_is(turn->shift, "weaker") ? EK_W_tl_narrower
                                                            : EK_W_diff_open);
}

ek_str
ek_timeline_moved(struct ek_page *page, const ek_event *event)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < EK_EXCEPTIONS; i++) {
        if (!event->moved[i])
            continue;
        if (out.n)
            ek_buf_add(&out, text_of(page, EK_W_comma));
        ek_str item = ek_arena_printf(page->arena, "EX-%zu", i + 1);
        ek_buf_add(&out, ek_term_item(page, item));
    }
    return ek_buf_str(&out);
}
