/* SPDX-License-Identifier: Apache-2.0 */
/* The lines under the title: the whole answer for somebody who reads nothing
 * else. */
#include "config.h"

#include "report/term.h"

enum { SHORT_HASH = 8, LABEL_COLUMN = 2, MARK_COLUMN = 11 };

static const ek_str nothing = {"", 0};

ek_str
ek_term_item(struct ek_page *page, ek_str item)
{
    ek_str ex = EK_STR("EX-"), qa = EK_STR("QA");
    if (ek_str_starts(item, ex))
        return ek_page_say(page, EK_W_exception,
                           ek_page_text(page, ek_str_slice(item, ex.n, item.n)),
                           nothing);
    if (ek_str_starts(item, qa))
        return ek_arena_printf(
            page->arena, "Q&A%.*s",
            EK_ARG(ek_page_text(page, ek_str_slice(item, qa.n, item.n))));
    return ek_page_text(page, item);
}

ek_str
ek_term_title(struct ek_page *page, const ek_result *r)
{
    if (r->bundle.n || !ek_str_trim(r->documents.v[0].title).n)
        return ek_term_file(page, ek_result_name(r));
    return ek_page_text(page, r->documents.v[0].title);
}

ek_str
ek_term_file(struct ek_page *page, ek_str path)
{
    return ek_page_text(page, ek_str_file_name(path));
}

static ek_str
language_name(struct ek_page *page, ek_str word)
{
    ek_lang lang = page->options.lang;
    if (ek_str_is(word, "ja"))
        return ek_catalogue_text(EK_W_lang_ja, lang);
    if (ek_str_is(word, "en"))
        return ek_catalogue_text(EK_W_lang_en, lang);
    return ek_catalogue_text(EK_W_lang_other, lang);
}

ek_str
ek_term_languages(struct ek_page *page, const ek_document *d)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < d->languages.n; i++) {
        if (i)
            ek_buf_add(&out, ek_catalogue_text(EK_W_comma, page->options.lang));
        ek_buf_add(&out, language_name(page, d->languages.v[i]));
    }
    return ek_buf_str(&out);
}

static void
put_file(struct ek_page *page, const ek_document *d)
{
    unsigned indent = page->cells;
    ek_str hash = ek_str_slice(d->sha256, 0, SHORT_HASH);
    ek_buf about = ek_buf_on(page->arena);
    ek_str spoken = ek_term_languages(page, d);
    if (spoken.n)
        ek_buf_printf(&about, "  %.*s", EK_ARG(spoken));
    if (hash.n)
        ek_buf_printf(&about, "  SHA-256 %.*s",
                      EK_ARG(ek_page_text(page, hash)));
    ek_str path = ek_page_text(page, d->path);
    ek_page_put(page, EK_DIM, path);
    if (page->cells + ek_width(ek_buf_str(&about)) > page->options.width) {
        ek_page_end(page);
        ek_page_to(page, indent);
        ek_page_put(page, EK_DIM, ek_str_slice(ek_buf_str(&about), 2, about.n));
    } else {
        ek_page_put(page, EK_DIM, ek_buf_str(&about));
    }
    ek_page_end(page);
}

static void
put_exception(struct ek_page *page, const ek_result *r, const ek_verdict *v)
{
    struct ek_mark mark = ek_mark_of(v->status);
    ek_str label = ek_page_label(page, &v->label);
    if (r->no_result.n)
        label =
            ek_page_say(page, EK_W_no_result, ek_term_reason(page, r), nothing);
    ek_str row =
        v->row.n && !r->no_result.n
            ? ek_page_say(page, EK_W_row, ek_page_text(page, v->row), nothing)
            : nothing;
    ek_page_to(page, LABEL_COLUMN);
    ek_page_put(page, EK_PLAIN, ek_term_item(page, v->item));
    ek_page_to(page, MARK_COLUMN);
    ek_page_put(page, mark.style, mark.letters);
    ek_page_to(page, page->cells + 1);
    ek_page_flow(page, page->cells, mark.style, label);
    ek_page_right(page, EK_DIM, row);
}

static void
put_reading(struct ek_page *page, const ek_result *r)
{
    ek_lang lang = page->options.lang;
    ek_page_to(page, LABEL_COLUMN);
    ek_page_put(page, EK_PLAIN, ek_catalogue_text(EK_W_reading, lang));
    ek_page_to(page, MARK_COLUMN);
    if (!ek_str_is(r->documents.v[0].readable, "full"))
        ek_page_put(page, EK_PLAIN, EK_STR("xx"));
    ek_term_reading(page, r, 0, MARK_COLUMN + 3);
}

/* The documents of a bundle, each with its reading. */
static void
put_members(struct ek_page *page, const ek_result *r)
{
    for (uint32_t i = 0; i < r->documents.n; i++) {
        const ek_document *d = &r->documents.v[i];
        bool good = ek_str_is(d->readable, "full") && !d->no_result.n;
        ek_page_to(page, LABEL_COLUMN);
        ek_page_put(page, EK_PLAIN, good ? EK_STR("  ") : EK_STR("xx"));
        ek_page_to(page, LABEL_COLUMN + 3);
        put_file(page, d);
        ek_term_reading(page, r, i, LABEL_COLUMN + 5);
    }
}

static void
put_counted(struct ek_page *page, const ek_result *r)
{
    size_t unread = 0;
    for (size_t i = 0; i < r->documents.n; i++)
        unread += r->documents.v[i].no_result.n ||
                  !ek_str_is(r->documents.v[i].readable, "full");
    ek_page_put(page, EK_DIM,
                ek_page_say(page, EK_W_bundle_of,
                            ek_page_number(page, r->documents.n), nothing));
    if (unread)
        ek_page_put(page, EK_BOLD,
                    ek_page_say(page, EK_W_batch_unread,
                                ek_page_number(page, unread), nothing));
    ek_page_end(page);
}

static void
put_reviewed(struct ek_page *page)
{
    if (!page->reviewed)
        return;
    ek_page_to(page, LABEL_COLUMN);
    ek_page_put(page, EK_PLAIN,
                ek_catalogue_text(EK_W_dc_head, page->options.lang));
    ek_page_to(page, MARK_COLUMN + 3);
    ek_page_wrap(page, MARK_COLUMN + 3, EK_PLAIN,
                 ek_reviewed_counts(page, page->reviewed), 0);
}

static void
put_service(struct ek_page *page, const ek_result *r)
{
    const ek_verdict *v = ek_result_verdict(r, "SERVICE");
    if (!v || ek_str_is(v->status, "no-result"))
        return;
    ek_page_to(page, LABEL_COLUMN);
    ek_page_put(page, EK_PLAIN,
                ek_catalogue_text(EK_W_service, page->options.lang));
    ek_page_to(page, MARK_COLUMN + 3);
    ek_page_put(page, EK_PLAIN, ek_page_label(page, &v->label));
    ek_page_right(
        page, EK_DIM,
        ek_page_say(page, EK_W_row, ek_page_text(page, v->row), nothing));
    ek_page_to(page, MARK_COLUMN + 3);
    ek_page_wrap(page, MARK_COLUMN + 3, EK_DIM, ek_page_label(page, &v->reason),
                 0);
}

static ek_str
open_facts(struct ek_page *page, const ek_result *r)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        if (!ek_str_is(asked->to, "user"))
            continue;
        if (out.n)
            ek_buf_putc(&out, ' ');
        ek_buf_add(&out, ek_page_text(page, asked->id));
    }
    return ek_buf_str(&out);
}

bool
ek_term_makes_provisional(const struct ek_overlay *overlay)
{
    return ek_str_is(overlay->id, "OV-DOCS") ||
           ek_str_is(overlay->id, "OV-CLASS") ||
           ek_str_is(overlay->id, "OV-UNREAD");
}

/* An overlay may carry the word itself. */
static void
put_remark(struct ek_page *page, enum ek_word word, ek_str text)
{
    ek_str frame = ek_catalogue_text(word, page->options.lang);
    ek_str before = ek_str_slice(frame, 0, ek_str_find(frame, EK_STR("%1"), 0));
    if (!ek_str_starts(text, before))
        text = ek_page_say(page, word, text, nothing);
    ek_page_to(page, LABEL_COLUMN);
    ek_page_wrap(page, LABEL_COLUMN + 2, EK_PLAIN, text, 0);
}

static void
put_remarks(struct ek_page *page, const ek_result *r)
{
    ek_str facts = open_facts(page, r);
    if (facts.n || r->overlays.n)
        ek_page_end(page);
    for (size_t i = 0; i < r->overlays.n; i++)
        put_remark(page,
                   ek_term_makes_provisional(&r->overlays.v[i])
                       ? EK_W_provisional
                       : EK_W_remark,
                   ek_page_label(page, &r->overlays.v[i].text));
    if (facts.n)
        put_remark(page, EK_W_provisional,
                   ek_page_say(page, EK_W_facts_open, facts, nothing));
}

void
ek_term_head(struct ek_page *page, const ek_result *r)
{
    ek_page_wrap(page, 0, EK_BOLD, ek_term_title(page, r), 0);
    if (r->bundle.n) {
        put_counted(page, r);
        put_members(page, r);
    } else {
        put_file(page, &r->documents.v[0]);
    }
    ek_page_end(page);
    for (size_t i = 0; i < r->verdicts.n; i++)
        if (ek_str_starts(r->verdicts.v[i].item, EK_STR("EX-")))
            put_exception(page, r, &r->verdicts.v[i]);
    put_service(page, r);
    if (!r->bundle.n)
        put_reading(page, r);
    put_reviewed(page);
    put_remarks(page, r);
}
