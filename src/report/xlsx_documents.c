/* SPDX-License-Identifier: Apache-2.0 */
/* A row a document: what was read of it, what was not and why. */
#include "config.h"

#include "report/xlsx.h"

enum column {
    CONTRACT,
    DOCUMENT,
    TITLE,
    READ,
    UNREAD,
    RESULT,
    COVERAGE,
    UNITS,
    UNITS_READ,
    OCR,
    CHARACTERS,
    REPLACED,
    APART,
    FORMAT,
    ENCODING,
    LANGUAGES,
    DATED,
    HASH,
    COLUMNS
};

static const struct ek_xlsx_column columns[COLUMNS] = {
    [CONTRACT] = {.head = EK_W_x_number, .width = 6},
    [DOCUMENT] = {.head = EK_W_x_document, .width = 30, .name = "document"},
    [TITLE] = {.head = EK_W_x_doc_title, .width = 26},
    [READ] = {.head = EK_W_x_read, .width = 11},
    [UNREAD] = {.head = EK_W_x_unread, .width = 44},
    [RESULT] = {.head = EK_W_x_judged, .width = 20},
    [COVERAGE] = {.head = EK_W_x_coverage, .width = 9},
    [UNITS] = {.head = EK_W_x_units, .width = 9},
    [UNITS_READ] = {.head = EK_W_x_units_read, .width = 9},
    [OCR] = {.head = EK_W_x_ocr, .width = 9},
    [CHARACTERS] = {.head = EK_W_x_characters, .width = 10},
    [REPLACED] = {.head = EK_W_x_replaced, .width = 10},
    [APART] = {.head = EK_W_x_apart, .width = 20},
    [FORMAT] = {.head = EK_W_x_format, .width = 14},
    [ENCODING] = {.head = EK_W_x_encoding, .width = 17},
    [LANGUAGES] = {.head = EK_W_x_languages, .width = 12},
    [DATED] = {.head = EK_W_x_dated, .width = 12},
    [HASH] = {.head = EK_W_x_hash, .width = 36, .name = "sha256"},
};

struct ek_xlsx_sheet
ek_xlsx_documents_sheet(void)
{
    return (struct ek_xlsx_sheet){.name = EK_W_x_extraction,
                                  .id = "extraction",
                                  .columns = columns,
                                  .n = COLUMNS,
                                  .frozen = DOCUMENT + 1,
                                  .wide = true};
}

static ek_str
languages_of(struct ek_page *page, const ek_document *d)
{
    ek_lang lang = page->options.lang;
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < d->languages.n; i++) {
        ek_str word = d->languages.v[i];
        if (i)
            ek_buf_add(&out, ek_catalogue_text(EK_W_comma, lang));
        ek_buf_add(&out,
                   ek_catalogue_text(ek_str_is(word, "ja")   ? EK_W_lang_ja
                                     : ek_str_is(word, "en") ? EK_W_lang_en
                                                             : EK_W_lang_other,
                                     lang));
    }
    return ek_buf_str(&out);
}

static ek_str
apart_of(struct ek_page *page, const ek_extraction *e)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < e->apart.n; i++) {
        ek_str word = e->apart.v[i].what;
        const ek_msgid *text = ek_extraction_text(EK_EXTRACTION_APART, word);
        ek_str what = text ? ek_words_in(text, page->options.lang)
                           : ek_page_text(page, word);
        ek_buf_puts(&out, i ? "; " : "");
        ek_catalogue_add(&out, EK_W_apart_one, page->options.lang, what,
                         ek_page_number(page, e->apart.v[i].count));
    }
    return ek_buf_str(&out);
}

static ek_str
encoding_of(struct ek_page *page, const ek_document *d)
{
    ek_str name = ek_page_text(page, d->encoding);
    if (!name.n)
        return ek_catalogue_text(EK_W_x_no_encoding, page->options.lang);
    if (!d->encoding_guessed)
        return name;
    return ek_page_say(page, EK_W_guessed, name,
                       ek_page_number(page, d->encoding_confidence));
}

static void
put_read(struct ek_xlsx_row *row, struct ek_page *page, const ek_result *r,
         uint32_t i)
{
    ek_lang lang = page->options.lang;
    const ek_document *d = &r->documents.v[i];
    bool full = ek_str_is(d->readable, "full");
    bool none = ek_str_is(d->readable, "none");
    enum ek_word word = full   ? EK_W_x_read_full
                        : none ? EK_W_x_read_none
                               : EK_W_x_read_part;
    ek_str unread = ek_term_unread(page, r, i);
    ek_xlsx_text(row, READ,
                 full   ? EK_XS_text
                 : none ? EK_XS_none
                        : EK_XS_review,
                 ek_catalogue_text(word, lang));
    ek_xlsx_text(row, UNREAD, unread.n ? EK_XS_strong_text : EK_XS_text,
                 unread.n ? unread : ek_catalogue_text(EK_W_x_all_read, lang));
    ek_str known = ek_catalogue_reason(d->no_result, lang);
    if (!d->no_result.n)
        ek_xlsx_text(row, RESULT, EK_XS_text,
                     ek_catalogue_text(EK_W_x_is_judged, lang));
    else
        ek_xlsx_text(
            row, RESULT, EK_XS_none,
            ek_page_say(page, EK_W_no_result,
                        known.n ? known : ek_page_text(page, d->no_result),
                        EK_STR("")));
}

static void
put_extraction(struct ek_xlsx_row *row, struct ek_page *page,
               const ek_document *d)
{
    const ek_extraction *e = &d->extraction;
    ek_lang lang = page->options.lang;
    ek_str none = ek_catalogue_text(EK_W_x_nothing, lang);
    ek_xlsx_text(
        row, COVERAGE, EK_XS_number,
        ek_arena_printf(page->arena, "%u %%", ek_extraction_coverage(e)));
    if (ek_str_is(d->readable, "none"))
        ek_xlsx_text(row, COVERAGE, EK_XS_none,
                     ek_catalogue_text(EK_W_x_read_none, lang));
    if (e->units) {
        ek_xlsx_number(row, UNITS, e->units);
        ek_xlsx_number(row, UNITS_READ, e->read);
        ek_xlsx_number(row, OCR, e->ocr);
    } else {
        ek_str whole = ek_catalogue_text(EK_W_x_one_piece, lang);
        ek_xlsx_text(row, UNITS, EK_XS_soft, whole);
        ek_xlsx_text(row, UNITS_READ, EK_XS_soft, whole);
        ek_xlsx_text(row, OCR, EK_XS_soft, none);
    }
    ek_xlsx_number(row, CHARACTERS, e->characters);
    ek_xlsx_number(row, REPLACED, e->replaced);
    ek_xlsx_text(row, APART, EK_XS_soft, e->apart.n ? apart_of(page, e) : none);
}

static void
put_document(struct ek_xlsx *book, struct ek_page *page, const ek_result *r,
             uint32_t i, const struct ek_xlsx_contract *c)
{
    const ek_document *d = &r->documents.v[i];
    struct ek_xlsx_row row = {0};
    ek_str format = ek_catalogue_format(d->format, page->options.lang);
    ek_xlsx_ordinal(&row, CONTRACT, c->number);
    ek_xlsx_text(&row, DOCUMENT, EK_XS_strong_text,
                 ek_page_text(page, d->path));
    ek_xlsx_text(&row, TITLE, EK_XS_text, ek_page_text(page, d->title));
    put_read(&row, page, r, i);
    put_extraction(&row, page, d);
    ek_xlsx_text(&row, FORMAT, EK_XS_text,
                 format.n ? format : ek_page_text(page, d->format));
    ek_xlsx_text(&row, ENCODING, EK_XS_text, encoding_of(page, d));
    ek_xlsx_text(&row, LANGUAGES, EK_XS_text, languages_of(page, d));
    ek_xlsx_text(&row, DATED, d->dated.n ? EK_XS_text : EK_XS_soft,
                 d->dated.n
                     ? ek_page_text(page, d->dated)
                     : ek_catalogue_text(EK_W_x_undated, page->options.lang));
    ek_xlsx_text(&row, HASH, EK_XS_soft, ek_page_text(page, d->sha256));
    ek_xlsx_put(&book->documents, &row);
}

void
ek_xlsx_put_documents(struct ek_xlsx *book, struct ek_page *page,
                      const ek_result *r, const struct ek_xlsx_contract *c)
{
    for (uint32_t i = 0; i < r->documents.n; i++)
        put_document(book, page, r, i, c);
}
