/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/reviewed.h"
#include "report/term.h"

static const ek_str nothing = {"", 0};

enum ek_word
ek_reviewed_label(ek_decided state)
{
    switch (state) {
    case EK_DECIDED_ACCEPTED:
        return EK_W_dc_accepted;
    case EK_DECIDED_FALSE_POSITIVE:
        return EK_W_dc_false_positive;
    case EK_DECIDED_RISK_ACCEPTED:
        return EK_W_dc_risk_accepted;
    case EK_DECIDED_NEEDS_COUNSEL:
        return EK_W_dc_needs_counsel;
    case EK_DECIDED_OPEN:
        break;
    }
    return EK_W_dc_open;
}

enum ek_word
ek_standing_label(ek_standing standing)
{
    switch (standing) {
    case EK_STANDING_CARRIED:
        return EK_W_dc_carried;
    case EK_STANDING_MOVED:
        return EK_W_dc_moved;
    case EK_STANDING_EDITED:
        return EK_W_dc_edited;
    case EK_STANDING_LOOKALIKE:
        return EK_W_dc_lookalike;
    case EK_STANDING_EXPIRED:
        return EK_W_dc_expired;
    case EK_STANDING_DIVIDED:
        return EK_W_dc_divided;
    case EK_STANDING_CHANGED:
        return EK_W_dc_changed;
    case EK_STANDING_ORPHAN:
        break;
    }
    return EK_W_dc_orphan;
}

enum ek_word
ek_reviewed_now_label(enum ek_reviewed_now now)
{
    return now == EK_NOW_DECIDED ? EK_W_dc_decided
           : now == EK_NOW_AGAIN ? EK_W_dc_again
                                 : EK_W_dc_not_decided;
}

static void
add_part(ek_buf *out, struct ek_page *page, ek_str part)
{
    if (out->n && part.n)
        ek_buf_add(out, ek_catalogue_text(EK_W_comma, page->options.lang));
    ek_buf_add(out, part);
}

ek_str
ek_reviewed_who(struct ek_page *page, const ek_decision *d)
{
    ek_buf out = ek_buf_on(page->arena);
    add_part(&out, page, ek_page_text(page, d->author));
    add_part(&out, page, ek_page_date(page, d->date));
    if (d->expires.n)
        add_part(&out, page,
                 ek_page_say(page, EK_W_dc_until,
                             ek_page_date(page, d->expires), nothing));
    return ek_buf_str(&out);
}

ek_str
ek_reviewed_line(struct ek_page *page, const ek_review *review)
{
    ek_lang lang = page->options.lang;
    ek_str state =
        ek_catalogue_text(ek_reviewed_label(review->decision.state), lang);
    ek_str who = ek_reviewed_who(page, &review->decision);
    if (who.n)
        state = ek_page_say(page, EK_W_dc_by, state, who);
    return ek_page_say(
        page, ek_review_holds(review) ? EK_W_dc_now : EK_W_dc_before, state,
        ek_catalogue_text(ek_standing_label(review->standing), lang));
}

/* Its last cells, at least so many. */
static ek_str
tail_of(ek_str s, unsigned cells)
{
    size_t at = s.n;
    while (at > 0 && ek_width(ek_str_slice(s, at, s.n)) < cells) {
        do
            at--;
        while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
    }
    return ek_str_slice(s, at, s.n);
}

static void
add_same(ek_buf *out, ek_str text, unsigned keep, bool first, bool last)
{
    if (keep == 0 || ek_width(text) <= 2 * keep + 3) {
        ek_buf_add(out, text);
        return;
    }
    if (!first)
        ek_buf_add(out, ek_width_fit(text, keep));
    ek_buf_puts(out, "...");
    if (!last)
        ek_buf_add(out, tail_of(text, keep));
}

static bool
ends_blank(ek_str s)
{
    return s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\n');
}

ek_str
ek_reviewed_redline(struct ek_page *page, const ek_review *review,
                    unsigned keep)
{
    ek_buf out = ek_buf_on(page->arena);
    size_t n = review->redline.n;
    for (size_t i = 0; i < n; i++) {
        const struct ek_reworded *piece = &review->redline.v[i];
        ek_str text = ek_str_trim(ek_page_text(page, piece->text));
        if (piece->kind == '=')
            add_same(&out, text, keep, i == 0, i + 1 == n);
        else
            ek_buf_printf(&out, piece->kind == '-' ? "[-%.*s-]" : "{+%.*s+}",
                          EK_ARG(text));
        if (ends_blank(piece->text))
            ek_buf_putc(&out, ' ');
    }
    return ek_str_trim(ek_buf_str(&out));
}

ek_str
ek_reviewed_subject(struct ek_page *page, const ek_review *review)
{
    const ek_decision *d = &review->decision;
    return d->about == EK_ABOUT_VERDICT ? ek_term_item(page, d->subject)
                                        : ek_page_text(page, d->subject);
}

ek_str
ek_reviewed_counts(struct ek_page *page, const struct ek_reviewed *d)
{
    ek_buf out = ek_buf_on(page->arena);
    add_part(&out, page,
             ek_page_say(page, EK_W_dc_count_decided,
                         ek_page_number(page, d->decided), nothing));
    add_part(&out, page,
             ek_page_say(page, EK_W_dc_count_again,
                         ek_page_number(page, d->again), nothing));
    if (d->orphans)
        add_part(&out, page,
                 ek_page_say(page, EK_W_dc_count_orphans,
                             ek_page_number(page, d->orphans), nothing));
    return ek_buf_str(&out);
}

ek_str
ek_reviewed_name(struct ek_page *page, const ek_result *r)
{
    ek_str here = EK_STR("./"), name = page->options.name;
    if (!name.n)
        name = ek_result_name(r);
    while (ek_str_starts(name, here) && name.n > here.n)
        name = ek_str_slice(name, here.n, name.n);
    return ek_page_text(page, name);
}
