/* SPDX-License-Identifier: Apache-2.0 */
/* What was read of a document, what was not and why, and what was kept apart
 * from its text. */
#include "config.h"

#include "report/term.h"

enum { MOST_NAMES = 6, SURE = 99 };

static const ek_str nothing = {"", 0};

/* The names of what was not read, neighbouring pages as a run. */
struct names {
    ek_buf text;
    unsigned items;
    uint32_t first, last; /* of a run that is still open */
    size_t hidden, unnamed;
};

static uint32_t
number_of(ek_str name)
{
    enum { MOST_DIGITS = 9 };
    uint32_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        if (name.p[i] < '0' || name.p[i] > '9' || name.n > MOST_DIGITS)
            return 0;
        n = n * 10 + (uint32_t)(name.p[i] - '0');
    }
    return n;
}

static void
close_run(struct names *names, struct ek_page *page)
{
    if (names->last > names->first)
        ek_catalogue_add(&names->text, EK_W_to, page->options.lang,
                         ek_page_ordinal(page, names->last), nothing);
    names->first = names->last = 0;
}

static void
add_name(struct names *names, struct ek_page *page, ek_str name)
{
    uint32_t n = number_of(name);
    if (n && names->last && n == names->last + 1) {
        names->last = n;
        return;
    }
    close_run(names, page);
    if (names->items == MOST_NAMES || !name.n) {
        names->hidden += name.n > 0;
        names->unnamed += !name.n;
        return;
    }
    if (names->items++)
        ek_buf_add(&names->text,
                   ek_catalogue_text(EK_W_comma, page->options.lang));
    ek_buf_add(&names->text, ek_page_text(page, name));
    names->first = names->last = n;
}

static bool
is_same(const struct ek_unread *a, const struct ek_unread *b)
{
    return ek_str_eq(a->what, b->what) && ek_str_eq(a->why, b->why);
}

static ek_str
word_of(struct ek_page *page, enum ek_extraction_kind kind, ek_str word)
{
    const ek_msgid *text = ek_extraction_text(kind, word);
    return text ? ek_words_in(text, page->options.lang)
                : ek_page_text(page, word);
}

ek_str
ek_term_unread_why(struct ek_page *page, const struct ek_unread *unread)
{
    return ek_page_say(page, EK_W_unread_one,
                       word_of(page, EK_EXTRACTION_WHAT, unread->what),
                       word_of(page, EK_EXTRACTION_WHY, unread->why));
}

/* "page 3-7, 12 and 4 more (image without text)" */
static void
add_group(ek_buf *out, struct ek_page *page, const ek_extraction *e,
          const struct ek_unread *model)
{
    struct names names = {.text = ek_buf_on(page->arena)};
    ek_buf whole = ek_buf_on(page->arena);
    for (size_t i = 0; i < e->unread.n; i++)
        if (is_same(&e->unread.v[i], model))
            add_name(&names, page, e->unread.v[i].name);
    close_run(&names, page);
    ek_buf_add(&whole, word_of(page, EK_EXTRACTION_WHAT, model->what));
    if (names.text.n) {
        ek_buf_putc(&whole, ' ');
        ek_buf_add(&whole, ek_buf_str(&names.text));
    }
    size_t more = names.hidden + (names.items ? names.unnamed : 0);
    if (more)
        ek_catalogue_add(&whole, EK_W_and_more, page->options.lang,
                         ek_page_number(page, more), nothing);
    else if (names.unnamed > 1)
        ek_buf_printf(&whole, ": %zu", names.unnamed);
    ek_catalogue_add(out, EK_W_unread_one, page->options.lang,
                     ek_buf_str(&whole),
                     word_of(page, EK_EXTRACTION_WHY, model->why));
}

static ek_str
unread_of(struct ek_page *page, const ek_extraction *e)
{
    enum { MOST_KINDS = 128 };
    const struct ek_unread *told[MOST_KINDS];
    size_t n = 0;
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < e->unread.n && n < MOST_KINDS; i++) {
        size_t k = 0;
        while (k < n && !is_same(told[k], &e->unread.v[i]))
            k++;
        if (k < n)
            continue;
        told[n++] = &e->unread.v[i];
        ek_buf_puts(&out, out.n ? "; " : "");
        add_group(&out, page, e, &e->unread.v[i]);
    }
    return ek_buf_str(&out);
}

/* What the list of the unread does not say already. */
static bool
tells_more(const ek_result *r, uint32_t document, const struct ek_note *note)
{
    const ek_extraction *e = &r->documents.v[document].extraction;
    return note->document == document && ek_note_tells_reading(note) &&
           !(e->unread.n && ek_str_is(note->code, "read_missing"));
}

/* The diagnostics about reading, joined. */
static ek_str
notes_of(struct ek_page *page, const ek_result *r, uint32_t document)
{
    ek_buf out = ek_buf_on(page->arena);
    bool decoding = false;
    for (size_t i = 0; i < r->notes.n; i++) {
        const struct ek_note *note = &r->notes.v[i];
        if (!tells_more(r, document, note))
            continue;
        decoding |= ek_str_is(note->code, "decode_invalid");
        ek_buf_puts(&out, out.n ? "; " : "");
        ek_buf_add(&out, ek_page_label(page, &note->text));
    }
    const ek_extraction *e = &r->documents.v[document].extraction;
    if (e->replaced && !decoding) {
        ek_buf_puts(&out, out.n ? "; " : "");
        ek_catalogue_add(&out, EK_W_replaced, page->options.lang,
                         ek_page_number(page, e->replaced),
                         ek_page_number(page, e->characters));
    }
    return ek_buf_str(&out);
}

/* Of a document the first error about reading, else the first warning. */
static ek_str
first_note(struct ek_page *page, const ek_result *r, uint32_t document)
{
    const ek_label *warning = NULL;
    for (size_t i = 0; i < r->notes.n; i++) {
        const struct ek_note *note = &r->notes.v[i];
        if (note->document != document)
            continue;
        if (ek_str_is(note->level, "error"))
            return ek_page_label(page, &note->text);
        if (!warning && ek_note_tells_reading(note))
            warning = &note->text;
    }
    return warning ? ek_page_label(page, warning) : nothing;
}

static ek_str
reason_of(struct ek_page *page, const ek_result *r, uint32_t document)
{
    ek_str code = r->documents.v[document].no_result;
    ek_str note = first_note(page, r, document);
    ek_str known = ek_catalogue_reason(code, page->options.lang);
    if (note.n)
        return note;
    return known.n ? known : ek_page_text(page, code);
}

ek_str
ek_term_reason(struct ek_page *page, const ek_result *r)
{
    return r->no_result.n ? reason_of(page, r, 0) : nothing;
}

ek_str
ek_term_unread(struct ek_page *page, const ek_result *r, uint32_t document)
{
    const ek_document *d = &r->documents.v[document];
    ek_buf out = ek_buf_on(page->arena);
    ek_str unread = unread_of(page, &d->extraction);
    ek_str notes = notes_of(page, r, document);
    if (d->no_result.n)
        return notes.n ? notes : reason_of(page, r, document);
    if (unread.n)
        ek_catalogue_add(&out, EK_W_read_none, page->options.lang, unread,
                         nothing);
    ek_buf_puts(&out, out.n && notes.n ? "; " : "");
    ek_buf_add(&out, notes);
    if (!out.n && !ek_str_is(d->readable, "full"))
        return ek_catalogue_text(EK_W_read_unsaid, page->options.lang);
    return ek_buf_str(&out);
}

static void
add_more(ek_buf *out, struct ek_page *page, ek_str part)
{
    if (part.n && out->n)
        ek_buf_add(out, ek_catalogue_text(EK_W_comma, page->options.lang));
    ek_buf_add(out, part);
}

/* UTF-8 that could be nothing else need not be told. */
static ek_str
encoding_of(struct ek_page *page, const ek_document *d)
{
    bool plain = ek_str_is(d->encoding, "UTF-8") || !d->encoding.n;
    ek_str name = ek_page_text(page, d->encoding);
    if (!d->encoding_guessed || (plain && d->encoding_confidence >= SURE))
        return plain ? nothing : name;
    return ek_page_say(page, EK_W_guessed, name,
                       ek_page_number(page, d->encoding_confidence));
}

static enum ek_word
word_of_units(const ek_extraction *e)
{
    if (ek_str_is(e->unit, "page"))
        return e->units == 1 ? EK_W_one_page : EK_W_pages;
    return e->units == 1 ? EK_W_one_part : EK_W_parts;
}

/* "PDF, 40 of 42 pages, 3 of them by OCR" */
static ek_str
about(struct ek_page *page, const ek_document *d)
{
    const ek_extraction *e = &d->extraction;
    ek_buf out = ek_buf_on(page->arena);
    ek_str format = ek_catalogue_format(d->format, page->options.lang);
    add_more(&out, page, format.n ? format : ek_page_text(page, d->format));
    if (e->units)
        add_more(&out, page,
                 ek_page_say(page, word_of_units(e),
                             ek_page_number(page, e->read),
                             ek_page_number(page, e->units)));
    if (e->ocr)
        add_more(&out, page,
                 ek_page_say(page, EK_W_by_ocr, ek_page_number(page, e->ocr),
                             nothing));
    add_more(&out, page, encoding_of(page, d));
    return ek_buf_str(&out);
}

static ek_str
apart_of(struct ek_page *page, const ek_extraction *e)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < e->apart.n; i++)
        add_more(
            &out, page,
            ek_page_say(page, EK_W_apart_one,
                        word_of(page, EK_EXTRACTION_APART, e->apart.v[i].what),
                        ek_page_number(page, e->apart.v[i].count)));
    return ek_buf_str(&out);
}

static void
put_line(struct ek_page *page, unsigned column, enum ek_word word, ek_str text)
{
    if (!text.n)
        return;
    ek_page_to(page, column);
    ek_page_wrap(page, column + 2, EK_PLAIN,
                 ek_page_say(page, word, text, nothing), 0);
}

static void
put_unread(struct ek_page *page, const ek_result *r, uint32_t document,
           unsigned column)
{
    const ek_document *d = &r->documents.v[document];
    ek_str why = ek_term_unread(page, r, document), what = about(page, d);
    if (what.n)
        why = ek_page_say(page, EK_W_unread_one, why, what);
    put_line(page, column, EK_W_read_none, why);
    put_line(page, column, EK_W_read_none, unread_of(page, &d->extraction));
}

static void
put_read(struct ek_page *page, const ek_result *r, uint32_t document,
         unsigned column)
{
    const ek_document *d = &r->documents.v[document];
    ek_str unread = unread_of(page, &d->extraction);
    ek_str notes = notes_of(page, r, document);
    bool full = ek_str_is(d->readable, "full");
    put_line(page, column, full ? EK_W_read_full : EK_W_read_part,
             about(page, d));
    put_line(page, column, EK_W_read_none, unread);
    put_line(page, column, EK_W_remark, notes);
    if (d->no_result.n && !notes.n)
        put_line(page, column, EK_W_no_result, reason_of(page, r, document));
    else if (!full && !unread.n && !notes.n)
        put_line(page, column, EK_W_remark,
                 ek_catalogue_text(EK_W_read_unsaid, page->options.lang));
    put_line(page, column, EK_W_apart, apart_of(page, &d->extraction));
}

void
ek_term_reading(struct ek_page *page, const ek_result *r, uint32_t document,
                unsigned column)
{
    if (ek_str_is(r->documents.v[document].readable, "none"))
        put_unread(page, r, document, column);
    else
        put_read(page, r, document, column);
}
