/* SPDX-License-Identifier: Apache-2.0 */
/* Findings over the text in one pass: at each place where one begins or ends
 * the text is cut, and each piece names all that it belongs to. Two can be
 * drawn at a time; the margin names every one. */
#include "config.h"

#include "report/html_plan.h"

/* A piece names so many at most; only a made-up result has more there. */
enum { LANES = 2, NO_LANE = LANES, MOST_NAMED = 40 };

struct open {
    uint32_t finding, end, lane;
};

struct ek_html_sweep {
    struct ek_html *h;
    ek_str text;
    const uint32_t *pending, *stop; /* findings that have not begun */
    EK_VEC(struct open) open;       /* in the order in which they began */
    EK_VEC(uint32_t) noted;         /* begun, not yet in a margin */
    bool taken[LANES];
};

struct ek_html_sweep *
ek_html_sweep_open(struct ek_html *h, const struct ek_html_plan *plan,
                   uint32_t document)
{
    struct ek_html_sweep *s = ek_arena_alloc(h->page.arena, sizeof *s);
    const ek_finding *f = h->result->findings.v.v;
    uint32_t from = 0, to;
    while (from < plan->placed && f[plan->sorted[from]].document < document)
        from++;
    for (to = from; to < plan->placed;)
        if (f[plan->sorted[to]].document == document)
            to++;
        else
            break;
    s->h = h;
    s->text = h->result->documents.v[document].text;
    s->pending = plan->sorted + from;
    s->stop = plan->sorted + to;
    return s;
}

static const ek_finding *
finding_of(const struct ek_html_sweep *s, uint32_t finding)
{
    return &s->h->result->findings.v.v[finding];
}

static void
close_ended(struct ek_html_sweep *s, uint32_t at)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->open.n; i++) {
        struct open o = s->open.v[i];
        if (o.end > at)
            s->open.v[kept++] = o;
        else if (o.lane < LANES)
            s->taken[o.lane] = false;
    }
    s->open.n = kept;
}

/* Who waits longest takes the lane that has become free. */
static void
give_lanes(struct ek_html_sweep *s)
{
    for (size_t i = 0; i < s->open.n && !(s->taken[0] && s->taken[1]); i++) {
        struct open *o = &s->open.v[i];
        if (o->lane < LANES)
            continue;
        o->lane = s->taken[0] ? 1 : 0;
        s->taken[o->lane] = true;
    }
}

/* <a class="fn q" id="f8" href="#c8" aria-label="...">8</a> */
static void
put_number(struct ek_html_sweep *s, uint32_t finding)
{
    struct ek_html *h = s->h;
    const struct ek_html_note *note = &h->notes[finding];
    ek_str title =
        ek_label_in(&finding_of(s, finding)->title, h->page.options.lang);
    ek_buf_printf(h->page.out, "<a class=\"fn %c\" id=\"f%u\" href=\"#c%u\"",
                  note->kind, note->number, note->number);
    ek_html_attr(
        h, "aria-label",
        ek_catalogue_say(h->page.arena, EK_W_html_finding, h->page.options.lang,
                         ek_page_ordinal(&h->page, note->number), title));
    ek_buf_printf(h->page.out, ">%u</a>", note->number);
}

static void
open_begun(struct ek_html_sweep *s, uint32_t at)
{
    while (s->pending < s->stop) {
        const ek_finding *f = finding_of(s, *s->pending);
        if (f->span.begin > at)
            return;
        put_number(s, *s->pending);
        EK_PUSH(s->h->page.arena, s->noted, *s->pending);
        if (f->span.end > at && f->span.begin < f->span.end)
            EK_PUSH(s->h->page.arena, s->open,
                    ((struct open){*s->pending, f->span.end, NO_LANE}));
        s->pending++;
    }
}

/* Where the next piece has to end. */
static uint32_t
next_cut(const struct ek_html_sweep *s, uint32_t at, uint32_t end)
{
    uint32_t cut = end;
    for (size_t i = 0; i < s->open.n; i++)
        if (s->open.v[i].end < cut)
            cut = s->open.v[i].end;
    if (s->pending < s->stop) {
        uint32_t begin = finding_of(s, *s->pending)->span.begin;
        if (begin > at && begin < cut)
            cut = begin;
    }
    return cut;
}

static char
colour_of(const struct ek_html_sweep *s, uint32_t finding)
{
    return finding_of(s, finding)->tier == EK_TIER_CLUE
               ? 'c'
               : s->h->notes[finding].kind;
}

static void
put_mark(struct ek_html_sweep *s)
{
    ek_buf *out = s->h->page.out;
    const char *blank = "";
    ek_buf_puts(out, "<mark class=\"");
    for (size_t lane = 0; lane < LANES; lane++)
        for (size_t i = 0; i < s->open.n && s->taken[lane]; i++)
            if (s->open.v[i].lane == lane) {
                ek_buf_printf(out, "%s%c-%c", blank, "ab"[lane],
                              colour_of(s, s->open.v[i].finding));
                blank = " ";
                break;
            }
    ek_buf_puts(out, "\" data-f=\"");
    for (size_t i = 0; i < s->open.n && i < MOST_NAMED; i++)
        ek_buf_printf(out, i ? " %u" : "%u",
                      s->h->notes[s->open.v[i].finding].number);
    ek_buf_puts(out, "\">");
}

void
ek_html_sweep_put(struct ek_html_sweep *s, uint32_t begin, uint32_t end)
{
    for (uint32_t at = begin; at < end;) {
        close_ended(s, at);
        open_begun(s, at);
        give_lanes(s);
        uint32_t cut = next_cut(s, at, end);
        if (s->open.n)
            put_mark(s);
        ek_html_put_words(s->h, s->text, at, cut);
        if (s->open.n)
            ek_html_raw(s->h, "</mark>");
        at = cut;
    }
}

void
ek_html_sweep_rest(struct ek_html_sweep *s)
{
    if (s->pending == s->stop)
        return;
    ek_html_raw(s->h, "<p class=\"ln\">");
    open_begun(s, UINT32_MAX);
    ek_html_raw(s->h, "</p>\n");
    ek_html_sweep_margin(s);
}

void
ek_html_sweep_margin(struct ek_html_sweep *s)
{
    struct ek_html *h = s->h;
    if (!s->noted.n)
        return;
    ek_html_raw(h, "<div class=\"mg\">");
    for (size_t i = 0; i < s->noted.n; i++) {
        const ek_finding *f = finding_of(s, s->noted.v[i]);
        const struct ek_html_note *note = &h->notes[s->noted.v[i]];
        bool clue = f->tier == EK_TIER_CLUE;
        ek_buf_printf(h->page.out,
                      "<a class=\"%c%s\" href=\"#f%u\"><span class=\"num\">%u"
                      "</span><span>",
                      note->kind, clue ? " clue" : "", note->number,
                      note->number);
        ek_html_label(h, &f->title);
        if (clue)
            ek_html_word(h, EK_W_html_clue);
        ek_html_raw(h, "</span></a>");
    }
    ek_html_raw(h, "</div>\n");
    s->noted.n = 0;
}
