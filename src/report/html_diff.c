/* SPDX-License-Identifier: Apache-2.0 */
/* The page of two versions: what stands around its parts. */
#include "config.h"

#include "report/html_diff.h"

EK_HTML_EMBEDDED(diff_css);
EK_HTML_EMBEDDED(diff_js);

static void
put_top(struct ek_html_diff *d)
{
    static const struct ek_html_button buttons[] = {
        {"print", "btn lk", EK_W_dh_print, NULL},
        {"help", "btn", EK_W_html_keys, "?"}};
    struct ek_html *h = d->h;
    ek_html_raw(h, "<a class=\"skip\" href=\"#text\">");
    ek_html_word(h, EK_W_dh_skip);
    ek_html_raw(h, "</a>\n<header class=\"top\"><span class=\"brand\">ekimu"
                   "</span><p class=\"doc\">");
    ek_html_text(h, ek_str_file_name(ek_result_name(d->changes->before)));
    ek_html_raw(h, " \xE2\x86\x92 ");
    ek_html_text(h, ek_str_file_name(ek_result_name(d->changes->after)));
    ek_html_raw(h, "</p>\n");
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++)
        ek_html_button(h, &buttons[i]);
    ek_html_raw(h, "</header>\n");
}

static void
put_tools(struct ek_html *h)
{
    static const struct ek_html_button buttons[] = {
        {"prev", "btn", EK_W_dh_prev, "&#8593;"},
        {"next", "btn", EK_W_dh_next, "&#8595;"},
        {"turn", "btn", EK_W_dh_turn, NULL},
        {"close", "btn", EK_W_html_close, "&#215;"}};
    static const struct ek_html_key keys[] = {
        {"<kbd>n</kbd> <kbd>p</kbd>", EK_W_dh_key_np},
        {"<kbd>t</kbd>", EK_W_dh_key_turn},
        {"<kbd>o</kbd>", EK_W_dh_only},
        {"<kbd>Esc</kbd>", EK_W_html_close},
        {"<kbd>?</kbd>", EK_W_html_key_help}};
    ek_html_bar(h, EK_W_dh_selected, EK_W_dh_bar, buttons,
                sizeof buttons / sizeof *buttons);
    ek_html_help(h, keys, sizeof keys / sizeof *keys);
}

static struct ek_html_diff
open_page(ek_buf *out, const ek_changes *changes,
          const struct ek_report_options *options)
{
    struct ek_html_diff d = {.changes = changes};
    d.h = ek_html_open(out->arena, out, changes->after, options);
    struct ek_html *before = ek_arena_alloc(d.h->page.arena, sizeof *before);
    *before = *d.h;
    before->result = changes->before;
    d.version[EK_EARLIER] =
        (struct ek_diff_version){.h = before, .result = changes->before};
    d.version[EK_LATER] =
        (struct ek_diff_version){.h = d.h, .result = changes->after};
    ek_diff_group(&d.entries, d.h->page.arena, changes);
    ek_html_diff_plan(&d);
    return d;
}

static bool
has_texts(const struct ek_html_diff *d)
{
    return d->version[EK_EARLIER].blocks && d->version[EK_LATER].blocks;
}

void
ek_diff_html(ek_buf *out, const ek_changes *changes,
             const struct ek_report_options *options)
{
    struct ek_html_diff d = open_page(out, changes, options);
    struct ek_html *h = d.h;
    struct ek_html_frame frame = {
        ek_arena_printf(h->page.arena, "%.*s - ekimu",
                        EK_ARG(ek_term_title(&h->page, changes->after))),
        {EK_HTML_FILE(base_css), EK_HTML_FILE(bar_css), EK_HTML_FILE(diff_css)},
        EK_HTML_FILE(diff_js)};
    ek_html_begin(h, &frame);
    put_top(&d);
    ek_html_raw(h, "<main>\n");
    ek_html_diff_lead(&d);
    ek_html_diff_verdicts(&d);
    ek_html_diff_changes(&d);
    ek_html_diff_others(&d);
    ek_html_diff_questions(&d);
    if (has_texts(&d))
        ek_html_diff_texts(&d);
    ek_html_raw(h, "</main>\n");
    ek_html_footer(h);
    put_tools(h);
    ek_html_end(h, &frame);
    ek_arena_free(h->page.arena);
}
