/* SPDX-License-Identifier: Apache-2.0 */
/* What to ask the provider, to copy from: one line a question, unwrapped; below
 * a rule what is not to be sent: why each is asked, and the checklist. */
#include "config.h"

#include "report/term.h"

static const ek_str nothing = {"", 0};

struct state {
    ek_arena *arena;
    struct ek_report_options options;
    size_t contracts;
    ek_buf footer; /* of the last contract */
};

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    (void)out;
    struct state *s = ek_arena_alloc(arena, sizeof *s);
    s->arena = arena;
    s->options = *options;
    s->options.width = options->width ? options->width : 80;
    s->options.colour = false;
    s->footer = ek_buf_on(arena);
    return s;
}

static bool
is_to_provider(const struct ek_asked *asked)
{
    return ek_str_is(asked->to, "provider");
}

static size_t
count(const ek_result *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->questions.n; i++)
        n += is_to_provider(&r->questions.v[i]);
    return n;
}

static void
put_head(struct ek_page *page, const ek_result *r, size_t n)
{
    ek_page_put(page, EK_PLAIN,
                ek_page_say(page, EK_W_letter_head, ek_term_title(page, r),
                            ek_page_number(page, n)));
    ek_page_end(page);
    ek_page_end(page);
}

static void
put_lines(struct ek_page *page, const ek_result *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        if (!is_to_provider(asked))
            continue;
        const ek_label *text = asked->ready.en.n ? &asked->ready : &asked->text;
        ek_page_put(page, EK_PLAIN,
                    ek_arena_printf(page->arena, "%zu. %.*s", ++n,
                                    EK_ARG(ek_page_label(page, text))));
        ek_page_end(page);
    }
    if (n == 0) {
        ek_page_put(page, EK_PLAIN,
                    ek_catalogue_text(EK_W_letter_none, page->options.lang));
        ek_page_end(page);
    }
}

/* The items that ask it, each with its status. */
static ek_str
reasons_of(struct ek_page *page, const ek_result *r, ek_str id)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (!ek_verdict_asks(v, id))
            continue;
        if (out.n)
            ek_buf_puts(&out, "; ");
        ek_buf_printf(&out, "%.*s ", EK_ARG(ek_term_item(page, v->item)));
        ek_buf_add(&out, ek_page_label(page, &v->label));
    }
    return ek_buf_str(&out);
}

static void
put_reasons(struct ek_page *page, const ek_result *r)
{
    size_t n = 0;
    ek_page_heading(page, EK_W_letter_why);
    for (size_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        if (!is_to_provider(asked))
            continue;
        ek_page_put(page, EK_PLAIN,
                    ek_arena_printf(page->arena, "%4zu. %.*s  ", ++n,
                                    EK_ARG(ek_page_text(page, asked->id))));
        ek_page_wrap(page, 8, EK_PLAIN, reasons_of(page, r, asked->id), 0);
    }
}

/* The contract may answer on a page that was not read. */
static void
put_unread(struct ek_page *page, const ek_result *r)
{
    bool any = false;
    for (uint32_t i = 0; i < r->documents.n; i++) {
        const ek_document *d = &r->documents.v[i];
        if (ek_str_is(d->readable, "full") && !d->no_result.n)
            continue;
        if (!any)
            ek_page_heading(page, EK_W_reading);
        any = true;
        ek_page_to(page, 2);
        ek_page_put(page, EK_PLAIN, ek_term_file(page, d->path));
        ek_page_end(page);
        ek_term_reading(page, r, i, 4);
    }
}

static void
put_contract(struct ek_page *page, const ek_result *r)
{
    size_t n = count(r);
    put_head(page, r, n);
    if (r->no_result.n) {
        ek_page_wrap(
            page, 2, EK_PLAIN,
            ek_page_say(page, EK_W_no_result, ek_term_reason(page, r), nothing),
            0);
        return;
    }
    put_lines(page, r);
    ek_page_end(page);
    ek_page_put(page, EK_PLAIN,
                ek_catalogue_text(EK_W_letter_rule, page->options.lang));
    ek_page_end(page);
    put_unread(page, r);
    if (n)
        put_reasons(page, r);
    ek_term_checklist(page, r);
}

static void
document(void *state, ek_buf *out, const ek_result *result)
{
    struct state *s = state;
    struct ek_page page = ek_page_open(s->arena, out, &s->options);
    if (s->contracts++)
        ek_page_end(&page);
    put_contract(&page, result);
    s->footer.n = 0;
    page.out = &s->footer;
    ek_term_footer(&page, result);
    ek_arena_free(page.arena);
}

static void
end(void *state, ek_buf *out)
{
    struct state *s = state;
    ek_buf_add(out, ek_buf_str(&s->footer));
}

const struct ek_reporter ek_reporter_questions = {
    .name = "questions", .begin = begin, .document = document, .end = end};
