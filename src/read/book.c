/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/book_part.h"

static const ek_str nothing = {"", 0};

ek_status
ek_book_damaged(const ek_book *book, ek_str part, ek_diag *diag)
{
    ek_diag_say(diag, EK_D_read_damaged, book->package.path, 0, part, nothing);
    return EK_EFORMAT;
}

ek_status
ek_book_part(ek_xml_stream **out, ek_book *book, ek_str name, ek_diag *diag)
{
    ek_str bytes;
    size_t entry = ek_office_find(&book->package, name);
    if (entry == SIZE_MAX)
        return ek_book_damaged(book, name, diag);
    ek_status status =
        ek_zip_read(&bytes, book->arena, book->package.zip, entry, diag);
    if (status)
        return status;
    *out = ek_xml_stream_open(book->arena, bytes);
    return *out ? EK_OK : ek_book_damaged(book, name, diag);
}

static void
add_sheet(ek_book *book, const struct ek_docx_rels *rels, const xmlNode *node)
{
    struct ek_book_sheet sheet = {
        .name = ek_arena_copy(book->arena, ek_xml_attr(node, "name"))};
    const struct ek_docx_rel *rel = ek_docx_rel(rels, ek_xml_attr(node, "id"));
    if (rel && !rel->external && !rel->outside)
        sheet.part = rel->target;
    EK_PUSH(book->arena, book->sheets, sheet);
}

static bool
add_name(ek_book *book, const xmlNode *node, ek_xml_stream *stream)
{
    ek_buf text = ek_buf_on(book->arena);
    struct ek_book_name name = {
        .name = ek_arena_copy(book->arena, ek_xml_attr(node, "name")),
        .local = ek_xml_attr(node, "localSheetId").p != NULL};
    if (!ek_book_plain(&text, stream))
        return false;
    name.text = ek_buf_str(&text);
    if (ek_str_starts(name.name, EK_STR("ekimu_")))
        EK_PUSH(book->arena, book->names, name);
    return true;
}

static bool
is_yes(ek_str value)
{
    return ek_str_is(value, "1") || ek_str_is(value, "true");
}

ek_status
ek_book_each(ek_book *book, ek_str part, ek_diag *diag,
             bool (*enter)(ek_book *book, const xmlNode *node,
                           ek_xml_stream *stream, void *self),
             void *self)
{
    ek_xml_stream *stream;
    const xmlNode *node;
    enum ek_xml_event event;
    ek_status status = ek_book_part(&stream, book, part, diag);
    if (status)
        return status;
    while ((event = ek_xml_stream_next(stream, &node)) > EK_XML_BAD)
        if (event == EK_XML_ENTER && !enter(book, node, stream, self))
            break;
    ek_xml_stream_close(stream);
    return event == EK_XML_END ? EK_OK : ek_book_damaged(book, part, diag);
}

static bool
enter_contents(ek_book *book, const xmlNode *node, ek_xml_stream *stream,
               void *self)
{
    const struct ek_docx_rels *rels = self;
    ek_str name = ek_xml_name(node);
    if (ek_str_is(name, "workbookPr"))
        book->from_1904 = is_yes(ek_xml_attr(node, "date1904"));
    else if (ek_str_is(name, "sheet"))
        add_sheet(book, rels, node);
    else if (ek_str_is(name, "definedName"))
        return add_name(book, node, stream);
    return true;
}

static ek_status
read_contents(ek_book *book, ek_str part, ek_diag *diag)
{
    struct ek_docx_rels rels = ek_docx_rels_of(&book->package, part);
    return ek_book_each(book, part, diag, enter_contents, &rels);
}

/* Those that the maker of this program's workbooks gives; others are left. */
static bool
enter_property(ek_book *book, const xmlNode *node, ek_xml_stream *stream,
               void *self)
{
    (void)self;
    if (!ek_str_is(ek_xml_name(node), "property"))
        return true;
    ek_buf text = ek_buf_on(book->arena);
    struct ek_book_word word = {
        .name = ek_arena_copy(book->arena, ek_xml_attr(node, "name"))};
    if (!ek_book_plain(&text, stream))
        return false;
    word.text = ek_str_trim(ek_buf_str(&text));
    if (ek_str_starts(word.name, EK_STR("ekimu.")))
        EK_PUSH(book->arena, book->properties, word);
    return true;
}

/* The part that a relationship of a type names; empty when there is none. */
static ek_str
related(const struct ek_docx_rels *rels, const char *type)
{
    size_t at = 0;
    const struct ek_docx_rel *rel = ek_docx_rel_typed(rels, type, &at);
    return rel && !rel->outside ? rel->target : nothing;
}

static ek_status
read_book(ek_book *book, ek_diag *diag)
{
    struct ek_docx_rels rels = ek_docx_rels_of(&book->package, nothing);
    ek_str main = related(&rels, "officeDocument");
    ek_str custom = related(&rels, "custom-properties");
    if (!main.n || ek_office_find(&book->package, main) == SIZE_MAX ||
        !ek_str_starts(ek_str_file_name(main), EK_STR("workbook"))) {
        ek_diag_say(diag, EK_D_read_unsupported, book->package.path, 0,
                    EK_STR("not XLSX"), nothing);
        return EK_EUNSUPPORTED;
    }
    ek_status status = read_contents(book, main, diag);
    if (!status && custom.n)
        status = ek_book_each(book, custom, diag, enter_property, NULL);
    struct ek_docx_rels own = ek_docx_rels_of(&book->package, main);
    ek_str strings = related(&own, "sharedStrings");
    return status || !strings.n ? status : ek_book_strings(book, strings, diag);
}

/* Encrypted, a workbook is a container of another kind. */
static bool
is_encrypted(ek_str bytes)
{
    return ek_str_starts(bytes, EK_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

ek_status
ek_book_open(ek_book **out, ek_arena *arena, const ek_source *source,
             const struct ek_read_options *options, ek_diag *diag)
{
    struct ek_book *book = ek_arena_alloc(arena, sizeof *book);
    book->arena = arena;
    book->package = (struct ek_office){
        .arena = arena,
        .path = source->path,
        .text = ek_arena_alloc(arena, sizeof(ek_text)),
        .diag = diag,
    };
    if (is_encrypted(source->bytes)) {
        ek_diag_say(diag, EK_D_read_encrypted, source->path, 0, nothing,
                    nothing);
        return EK_EUNSUPPORTED;
    }
    ek_status status =
        ek_zip_open(&book->package.zip, arena, source, options, diag);
    if (!status)
        status = read_book(book, diag);
    if (!status)
        *out = book;
    return status;
}

ek_str
ek_book_property(const ek_book *book, const char *name)
{
    for (size_t i = 0; i < book->properties.n; i++)
        if (ek_str_is(book->properties.v[i].name, name))
            return book->properties.v[i].text;
    return nothing;
}

bool
ek_book_counts_from_1904(const ek_book *book)
{
    return book->from_1904;
}
