/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/html_name.h"
#include "report/html_out.h"
#include "report/timeline_feed.h"

#include "base/day.h"

#include <stdlib.h>

enum { MOST_TURNS = 50 };

static const ek_str nothing = {"", 0};

static void
put_text(ek_buf *out, ek_str s)
{
    ek_html_escape(out, s);
}

static void
put_element(ek_buf *out, const char *name, ek_str text)
{
    ek_buf_printf(out, "<%s>", name);
    put_text(out, text);
    ek_buf_printf(out, "</%s>\n", name);
}

static bool
is_instant(ek_str s)
{
    static const char form[] = "0000-00-00T00:00:00Z";
    if (s.n != sizeof form - 1 || !ek_is_day(ek_str_slice(s, 0, 10)))
        return false;
    for (size_t i = 10; i < s.n; i++)
        if (form[i] == '0' ? s.p[i] < '0' || s.p[i] > '9' : s.p[i] != form[i])
            return false;
    return true;
}

/* An Atom date has to be there: what has none is as old as can be. */
static ek_str
instant_of(ek_arena *arena, const ek_event *event)
{
    ek_str day = ek_event_day(event);
    if (is_instant(event->when))
        return ek_arena_copy(arena, event->when);
    return ek_arena_printf(arena, "%.*sT00:00:00Z",
                           EK_ARG(day.n ? day : EK_STR("1970-01-01")));
}

/* What may stand in a tag URI (RFC 4151); everything else as %XX. */
static void
put_specific(ek_buf *out, ek_str s)
{
    static const char safe[] = "-._~";
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      (c >= '0' && c <= '9');
        if (letter || c == '/' ||
            ek_str_find(EK_STR(safe), ek_str_slice(s, i, i + 1), 0) <
                sizeof safe - 1)
            ek_buf_putc(out, (char)c);
        else
            ek_buf_printf(out, "%%%02X", c);
    }
}

/* The same for the same version wherever and whenever it is written. No name
 * under ".invalid" (RFC 2606) can ever be another's. */
static void
put_id(ek_buf *out, const char *kind, ek_str name, const ek_event *event)
{
    ek_buf_printf(out, "<id>tag:ekimu.invalid,2026:%s:", kind);
    put_specific(out, name);
    if (event)
        ek_buf_printf(out, ":%u:%.*s", event->version,
                      EK_ARG(ek_str_slice(event->sha256, 0, 16)));
    ek_buf_puts(out, "</id>\n");
}

static void
put_link(ek_buf *out, ek_str page_name)
{
    if (!page_name.n)
        return;
    ek_buf_puts(out, "<link rel=\"alternate\" type=\"text/html\" href=\"");
    ek_html_name_link(out, page_name);
    ek_buf_puts(out, "\"/>\n");
}

static void
put_quote(ek_buf *out, const char *element, ek_str quote)
{
    if (!quote.n)
        return;
    ek_buf_printf(out, "<p><%s>", element);
    put_text(out, quote);
    ek_buf_printf(out, "</%s></p>", element);
}

static void
put_turn(ek_buf *out, struct ek_page *page, const struct ek_turned *turn)
{
    ek_str place = turn->place_after.n ? turn->place_after : turn->place_before;
    ek_buf_puts(out, "<li><p><strong>");
    put_text(out, ek_turn_kind(page, turn));
    ek_buf_puts(out, ": ");
    put_text(out, ek_label_in(&turn->title, page->options.lang));
    ek_buf_puts(out, "</strong> (");
    put_text(out, ek_turn_way(page, turn));
    ek_buf_puts(out, ")");
    if (place.n) {
        ek_buf_putc(out, ' ');
        put_text(out, place);
    }
    ek_buf_puts(out, "</p>");
    put_quote(out, "del", turn->before);
    put_quote(out, "ins", turn->after);
    ek_buf_puts(out, "</li>\n");
}

static void
put_outcomes(ek_buf *out, struct ek_page *page, const ek_event *event)
{
    ek_buf_puts(out, "<p>");
    for (size_t i = 0; i < EK_EXCEPTIONS; i++) {
        ek_str item = ek_arena_printf(page->arena, "EX-%zu", i + 1);
        if (!event->outcome[i].n)
            continue;
        if (i)
            put_text(out, ek_catalogue_text(EK_W_diff_and, page->options.lang));
        put_text(out,
                 ek_page_say(page, EK_W_tl_outcomes, ek_term_item(page, item),
                             ek_term_word(page, event->outcome[i])));
    }
    ek_buf_puts(out, "</p>\n");
}

static void
put_content(ek_buf *out, struct ek_page *page,
            const struct ek_timeline_view *view, size_t i)
{
    const ek_event *event = &view->timeline->events.v[i];
    const ek_version_difference *d = &event->difference;
    size_t shown = d->turns.n < MOST_TURNS ? d->turns.n : MOST_TURNS;
    ek_buf_printf(out,
                  "<content type=\"xhtml\" xml:lang=\"%s\">"
                  "<div xmlns=\"http://www.w3.org/1999/xhtml\">\n<p>",
                  page->options.lang == EK_LANG_JA ? "ja" : "en");
    put_text(out, ek_timeline_what(page, view, i));
    ek_buf_puts(out, "</p>\n");
    put_outcomes(out, page, event);
    if (shown)
        ek_buf_puts(out, "<ul>\n");
    for (size_t t = 0; t < shown; t++)
        put_turn(out, page, &d->turns.v[t]);
    if (shown)
        ek_buf_puts(out, "</ul>\n");
    if (shown < d->turns.n) {
        ek_buf_puts(out, "<p>");
        put_text(out, ek_page_say(page, EK_W_tl_cut,
                                  ek_page_number(page, d->turns.n - shown),
                                  nothing));
        ek_buf_puts(out, "</p>\n");
    }
    ek_buf_puts(out, "</div></content>\n");
}

static void
put_entry(ek_buf *out, struct ek_page *page,
          const struct ek_timeline_view *view, size_t i, ek_str page_name)
{
    const ek_event *event = &view->timeline->events.v[i];
    ek_buf_puts(out, "<entry>\n");
    put_id(out, "version", event->document, event);
    put_element(out, "title",
                ek_page_say(page, EK_W_tl_entry,
                            ek_page_text(page, view->timeline->service),
                            ek_term_file(page, event->document)));
    put_element(out, "updated", instant_of(page->arena, event));
    put_link(out, page_name);
    put_content(out, page, view, i);
    ek_buf_puts(out, "</entry>\n");
}

static int
latest_first(const void *a, const void *b)
{
    const struct ek_feed_entry *x = a, *y = b;
    int times = ek_str_cmp(y->updated, x->updated);
    return times ? times : (x->number < y->number) - (x->number > y->number);
}

/* Keeps the latest, from time to time. */
static void
trim(struct ek_feed *feed, size_t more_than)
{
    if (feed->entries.n <= more_than)
        return;
    qsort(feed->entries.v, feed->entries.n, sizeof *feed->entries.v,
          latest_first);
    if (feed->entries.n > EK_FEED_ENTRIES)
        feed->entries.n = EK_FEED_ENTRIES;
}

void
ek_feed_take(struct ek_feed *feed, struct ek_page *page,
             const struct ek_timeline_view *view, ek_str page_name)
{
    for (size_t i = view->timeline->events.n; i-- > 0;) {
        const ek_event *event = &view->timeline->events.v[i];
        if (!ek_timeline_is_told(view, i) ||
            ek_timeline_told(event) != EK_TOLD_SUBSTANCE)
            continue;
        struct ek_feed_entry entry = {instant_of(feed->arena, event), nothing,
                                      feed->came++};
        size_t n = feed->entries.n;
        if (n >= EK_FEED_ENTRIES &&
            latest_first(&entry, &feed->entries.v[EK_FEED_ENTRIES - 1]) > 0)
            continue;
        ek_buf xml = ek_buf_on(feed->arena);
        put_entry(&xml, page, view, i, page_name);
        entry.xml = ek_buf_str(&xml);
        EK_PUSH(feed->arena, feed->entries, entry);
        trim(feed,
             n >= EK_FEED_ENTRIES ? EK_FEED_ENTRIES : EK_FEED_ENTRIES - 1);
    }
}

static void
put_head(ek_buf *out, struct ek_page *page,
         const struct ek_timeline_options *options, ek_str service)
{
    ek_str all = ek_catalogue_text(EK_W_tl_all, page->options.lang);
    ek_str name = service.n ? ek_page_text(page, service) : all;
    ek_buf_printf(out,
                  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                  "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
                  "xml:lang=\"%s\">\n",
                  page->options.lang == EK_LANG_JA ? "ja" : "en");
    put_id(out, service.n ? "service" : "all", service, NULL);
    put_element(out, "title",
                ek_page_say(page, EK_W_tl_feed_title, name, nothing));
    ek_str about = ek_page_say(page, EK_W_tl_feed_about,
                               ek_page_number(page, EK_FEED_ENTRIES), nothing);
    put_element(
        out, "subtitle",
        ek_arena_printf(page->arena, "%.*s %.*s", EK_ARG(about),
                        EK_ARG(ek_page_label(page, &options->disclaimer))));
    ek_buf_puts(out, "<author><name>ekimu</name></author>\n"
                     "<generator version=\"");
    put_text(out, options->engine);
    ek_buf_puts(out, "\">ekimu</generator>\n");
}

void
ek_feed_write(struct ek_feed *feed, struct ek_page *page,
              const struct ek_timeline_options *options, ek_str service,
              ek_str page_name)
{
    ek_buf *out = page->out;
    trim(feed, 0);
    put_head(out, page, options, service);
    put_element(out, "updated",
                feed->entries.n ? feed->entries.v[0].updated
                                : EK_STR("1970-01-01T00:00:00Z"));
    put_link(out, page_name);
    for (size_t i = 0; i < feed->entries.n; i++)
        ek_buf_add(out, feed->entries.v[i].xml);
    ek_buf_puts(out, "</feed>\n");
}
