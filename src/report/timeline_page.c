/* SPDX-License-Identifier: Apache-2.0 */
/* The page of a service: its outcomes over time, what happened. */
#include "config.h"

#include "report/timeline_html.h"

enum { OPEN_TURNS = 3 /* that are seen at once */ };

EK_HTML_EMBEDDED(timeline_css);

void
ek_watched_begin(struct ek_html *h, struct ek_html_frame *frame, ek_str title)
{
    *frame = (struct ek_html_frame){
        ek_arena_printf(h->page.arena, "%.*s - ekimu", EK_ARG(title)),
        {EK_HTML_FILE(base_css), EK_HTML_FILE(timeline_css)},
        {"", 0}};
    ek_html_begin(h, frame);
    ek_html_raw(h, "<a class=\"skip\" href=\"#ev\">");
    ek_html_word(h, EK_W_tl_skip);
    ek_html_raw(h, "</a>\n<header class=\"top\">");
}

void
ek_watched_end(struct ek_html *h, const struct ek_html_frame *frame,
               const struct ek_timeline_options *options)
{
    ek_html_raw(h, "</main>\n<footer class=\"foot\"><div class=\"card small\">"
                   "<p>");
    ek_html_label(h, &options->disclaimer);
    ek_html_raw(h, "</p>\n<p>");
    ek_html_label(h, &options->note);
    ek_html_raw(h, "</p>\n<p>");
    ek_html_say(h, EK_W_diff_rules_of, options->engine, options->pack_version);
    ek_html_raw(h, "</p></div></footer>\n");
    ek_html_end(h, frame);
}

void
ek_watched_outcome(struct ek_html *h, ek_str status, bool word)
{
    if (!status.n)
        return;
    ek_str text = ek_term_word(&h->page, status);
    if (word) {
        const ek_label label = {text, text};
        ek_html_outcome(h, status, &label);
        return;
    }
    ek_buf_printf(h->page.out, "<span class=\"ou %s\">", ek_html_class(status));
    ek_html_icon(h, ek_html_shape(status));
    ek_html_raw(h, "<span>");
    ek_html_text(h, text);
    ek_html_raw(h, "</span></span>");
}

static void
put_quote(struct ek_html *h, const char *element, enum ek_word word,
          ek_str quote)
{
    if (!quote.n)
        return;
    ek_html_raw(h, "<div class=\"qu\"><b>");
    ek_html_word(h, word);
    ek_buf_printf(h->page.out, "</b> <%s>", element);
    ek_html_text(h, quote);
    ek_buf_printf(h->page.out, "</%s></div>", element);
}

static void
put_turn(struct ek_html *h, const struct ek_turned *turn)
{
    const char *way = ek_str_is(turn->shift, "stronger") ? "w"
                      : ek_str_is(turn->shift, "weaker") ? "u"
                                                         : "x";
    ek_str place = turn->place_after.n ? turn->place_after : turn->place_before;
    ek_html_raw(h, "<li><p><b>");
    ek_html_text(h, ek_turn_kind(&h->page, turn));
    ek_html_raw(h, "</b> ");
    ek_html_label(h, &turn->title);
    ek_buf_printf(h->page.out, " <span class=\"dir %s\">", way);
    ek_html_text(h, ek_turn_way(&h->page, turn));
    ek_html_raw(h, "</span>");
    if (place.n) {
        ek_html_raw(h, " <small>");
        ek_html_text(h, place);
        ek_html_raw(h, "</small>");
    }
    ek_html_raw(h, "</p>");
    put_quote(h, "del", EK_W_tl_before, turn->before);
    put_quote(h, "ins", EK_W_tl_after, turn->after);
    ek_html_raw(h, "</li>\n");
}

static void
put_list(struct ek_html *h, const ek_version_difference *d, size_t from,
         size_t to)
{
    ek_html_raw(h, "<ul>\n");
    for (size_t i = from; i < to; i++)
        put_turn(h, &d->turns.v[i]);
    ek_html_raw(h, "</ul>");
}

static void
put_turns(struct ek_html *h, const ek_version_difference *d)
{
    size_t n = d->turns.n, first = n < OPEN_TURNS ? n : OPEN_TURNS;
    if (!n)
        return;
    put_list(h, d, 0, first);
    if (first == n)
        return;
    ek_html_raw(h, "<details><summary>");
    ek_html_say(h, EK_W_tl_rest, ek_page_number(&h->page, n - first),
                EK_STR(""));
    ek_html_raw(h, "</summary>\n");
    put_list(h, d, first, n);
    ek_html_raw(h, "</details>");
}

static void
put_day(struct ek_html *h, const ek_event *e)
{
    ek_str day = ek_event_day(e);
    if (!day.n) {
        ek_html_word(h, EK_W_tl_undated);
        return;
    }
    ek_html_raw(h, "<time");
    ek_html_attr(h, "datetime", day);
    ek_html_raw(h, ">");
    ek_html_text(h, ek_page_date(&h->page, day));
    ek_html_raw(h, "</time>");
}

static void
put_name(struct ek_html *h, const ek_event *e)
{
    ek_html_raw(h, "<p><span class=\"nm\">");
    ek_html_text(h, ek_term_file(&h->page, e->document));
    ek_html_raw(h, "</span>");
    if (e->version) {
        ek_html_raw(h, " <small>");
        ek_html_say(h, EK_W_tl_version, ek_page_ordinal(&h->page, e->version),
                    EK_STR(""));
        ek_html_raw(h, "</small>");
    }
}

static void
put_source(struct ek_html *h, const ek_event *e)
{
    enum { SHORT = 10 };
    if (!e->message.n && !e->mark.n)
        return;
    ek_html_raw(h, "<p class=\"small\">");
    if (e->mark.n) {
        ek_html_raw(h, "<code>");
        ek_html_text(h, ek_str_slice(e->mark, 0, SHORT));
        ek_html_raw(h, "</code> ");
    }
    ek_html_text(h, e->message);
    ek_html_raw(h, "</p>");
}

static void
put_event(struct ek_html *h, const struct ek_timeline_view *view, size_t i)
{
    const ek_event *e = &view->timeline->events.v[i];
    bool substance = ek_timeline_told(e) == EK_TOLD_SUBSTANCE;
    ek_html_raw(h, substance ? "<tr class=\"sub\"><td>" : "<tr><td>");
    put_day(h, e);
    for (size_t x = 0; x < EK_EXCEPTIONS; x++) {
        ek_html_raw(h, e->moved[x] ? "</td><td class=\"mv\">" : "</td><td>");
        ek_watched_outcome(h, e->outcome[x], false);
    }
    ek_html_raw(h, "</td><td>");
    put_name(h, e);
    ek_html_raw(h, substance ? " <b>" : " <span>");
    ek_html_text(h, ek_timeline_what(&h->page, view, i));
    ek_html_raw(h, substance ? "</b></p>" : "</span></p>");
    if (substance)
        put_turns(h, &e->difference);
    put_source(h, e);
    ek_html_raw(h, "</td></tr>\n");
}

static void
put_heads(struct ek_html *h)
{
    ek_html_raw(h, "<table><thead><tr><th scope=\"col\">");
    ek_html_word(h, EK_W_tl_day);
    for (size_t i = 0; i < EK_EXCEPTIONS; i++) {
        ek_html_raw(h, "</th><th scope=\"col\">");
        ek_html_text(
            h, ek_term_item(&h->page,
                            ek_arena_printf(h->page.arena, "EX-%zu", i + 1)));
    }
    ek_html_raw(h, "</th><th scope=\"col\">");
    ek_html_word(h, EK_W_tl_event);
    ek_html_raw(h, "</th></tr></thead><tbody>\n");
}

static void
put_events(struct ek_html *h, const struct ek_timeline_view *view)
{
    ek_html_raw(h, "<section id=\"ev\" tabindex=\"-1\" class=\"card\" "
                   "aria-labelledby=\"he\"><h2 id=\"he\">");
    ek_html_word(h, EK_W_tl_happened);
    ek_html_raw(h, "</h2>\n<div class=\"sc\">");
    put_heads(h);
    for (size_t i = view->timeline->events.n; i-- > 0;)
        if (ek_timeline_is_told(view, i))
            put_event(h, view, i);
    ek_html_raw(h, "</tbody></table></div></section>\n");
}

static void
put_feed_link(struct ek_html *h, ek_str feed)
{
    ek_html_raw(h, "<a class=\"btn\" type=\"application/atom+xml\" href=\"");
    ek_html_name_link(h->page.out, feed);
    ek_html_raw(h, "\">");
    ek_html_word(h, EK_W_tl_feed);
    ek_html_raw(h, "</a>");
}

void
ek_timeline_page(struct ek_html *h, const struct ek_timeline_view *view,
                 ek_str feed)
{
    struct ek_html_frame frame;
    ek_str service = ek_page_text(&h->page, view->timeline->service);
    ek_watched_begin(h, &frame, service);
    ek_html_raw(h, "<a class=\"brand\" href=\"index.html\">ekimu <small>");
    ek_html_word(h, EK_W_tl_all);
    ek_html_raw(h, "</small></a><span class=\"doc\">");
    ek_html_text(h, service);
    ek_html_raw(h, "</span>");
    put_feed_link(h, feed);
    ek_html_raw(h, "</header>\n<main>\n<h1>");
    ek_html_text(h, service);
    ek_html_raw(h, "</h1>\n<p class=\"ans\">");
    ek_html_text(h, ek_timeline_answer(&h->page, view->substance));
    ek_html_raw(h, "</p>\n<p class=\"sub\">");
    ek_html_text(h, ek_timeline_span(&h->page, view));
    ek_html_raw(h, "</p>\n");
    if (view->options->since.n) {
        ek_html_raw(h, "<p class=\"sub\">");
        ek_html_say(h, EK_W_tl_since,
                    ek_page_date(&h->page, view->options->since), EK_STR(""));
        ek_html_raw(h, "</p>\n");
    }
    ek_timeline_chart(h, view);
    put_events(h, view);
    ek_watched_end(h, &frame, view->options);
}
