/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/read.h"

#include "read/ole.h"
#include "read/sniff.h"
#include "text/foreign.h"
#include "text/plausible.h"

/* The order of asking. The first ones know their own by its bytes, whatever
 * its name; the last one takes whatever is left. */
static const struct ek_reader *const readers[] = {
    &ek_reader_pdf,  &ek_reader_docx,     &ek_reader_odt,   &ek_reader_rtf,
    &ek_reader_html, &ek_reader_markdown, &ek_reader_plain,
};

enum { BY_BYTES = 4, READERS = sizeof readers / sizeof *readers };

/* What box.c opens; and what may well be a contract, and so is not skipped in
 * silence. */
static const char ARCHIVES[] = "zip";
static const char MAILS[] = "eml mht mhtml mbox";
static const char REFUSED[] = "doc msg";

static ek_str
extension_of(ek_str path)
{
    for (size_t i = path.n; i-- > 0 && path.p[i] != '/';)
        if (path.p[i] == '.' && i > 0 && path.p[i - 1] != '/')
            return ek_str_slice(path, i + 1, path.n);
    return EK_STR("");
}

static bool
has_extension(const char *extensions, ek_str path)
{
    ek_str extension = extension_of(path);
    ek_str rest = ek_str_of(extensions), word;
    while ((word = ek_str_word(&rest)).n) {
        char name[16] = {0};
        for (size_t i = 0; i < word.n && i + 1 < sizeof name; i++)
            name[i] = word.p[i];
        if (extension.n == word.n && ek_sniff_word(extension, name))
            return true;
    }
    return false;
}

static const struct ek_reader *
reader_by_extension(ek_str path)
{
    for (size_t i = 0; i < READERS; i++)
        if (has_extension(readers[i]->extensions, path))
            return readers[i];
    return NULL;
}

static const struct ek_reader *
reader_by_bytes(ek_str bytes)
{
    for (size_t i = 0; i < BY_BYTES; i++)
        if (readers[i]->recognizes(bytes))
            return readers[i];
    return NULL;
}

/* A page is a page under any name; below that, the name decides where the
 * content says little: between a page, Markdown and plain text. */
static const struct ek_reader *
choose_reader(const ek_source *source)
{
    const struct ek_reader *named = reader_by_extension(source->path);
    if (ek_reader_html.recognizes(source->bytes))
        return &ek_reader_html;
    if (named == &ek_reader_html || named == &ek_reader_markdown)
        return named;
    for (size_t i = BY_BYTES; i < READERS; i++)
        if (readers[i]->recognizes(source->bytes))
            return readers[i];
    return &ek_reader_plain;
}

bool
ek_read_tries(ek_str path)
{
    return reader_by_extension(path) || has_extension(ARCHIVES, path) ||
           has_extension(MAILS, path) || has_extension(REFUSED, path);
}

bool
ek_read_names_mail(ek_str path)
{
    return has_extension(MAILS, path);
}

static ek_status
refuse(ek_diag *diag, ek_diag_code code, ek_str path, ek_str why,
       ek_status status)
{
    ek_diag_say(diag, code, path, 0, why, EK_STR(""));
    return status;
}

static ek_status
refuse_old_office(const ek_source *source, ek_ole kind, ek_diag *diag)
{
    ek_str none = EK_STR("");
    if (kind == EK_OLE_WORD)
        return refuse(diag, EK_D_read_old_word, source->path, none,
                      EK_EUNSUPPORTED);
    if (kind == EK_OLE_ENCRYPTED)
        return refuse(diag, EK_D_read_encrypted, source->path, none,
                      EK_EUNSUPPORTED);
    return refuse(diag, EK_D_read_unsupported, source->path,
                  ek_str_of(ek_ole_name(kind)), EK_EUNSUPPORTED);
}

static ek_status
refuse_what_is_no_text(const ek_source *source, ek_diag *diag)
{
    ek_str none = EK_STR("");
    const char *name = ek_sniff_unsupported(source->bytes);
    ek_ole old = ek_ole_kind(source->bytes);
    if (old != EK_OLE_NONE)
        return refuse_old_office(source, old, diag);
    if (name)
        return refuse(diag, EK_D_read_unsupported, source->path,
                      ek_str_of(name), EK_EUNSUPPORTED);
    if (!source->bytes.n)
        return refuse(diag, EK_D_read_empty, source->path, none, EK_EFORMAT);
    if (ek_sniff_blank(source->bytes))
        return refuse(diag, EK_D_read_blank, source->path, none, EK_EFORMAT);
    if (ek_sniff_binary(source->bytes))
        return refuse(diag, EK_D_read_binary, source->path, none,
                      EK_EUNSUPPORTED);
    return EK_OK;
}

/* A guess among the encodings that are read may be wrong for one that is not. */
static bool
is_foreign(const ek_text *text, ek_str bytes)
{
    ek_encoding encoding = text->encoding_guessed
                               ? ek_decode_of(ek_str_of(text->encoding))
                               : EK_ENC_UNKNOWN;
    return (encoding == EK_ENC_CP932 || encoding == EK_ENC_EUC_JP ||
            encoding == EK_ENC_CP1252) &&
           ek_foreign(bytes);
}

/* Words that nobody can read would be an empty success. */
static ek_status
refuse_what_says_nothing(const ek_text *text, ek_arena *arena,
                         const ek_source *source, ek_diag *diag)
{
    ek_str path = source->path;
    if (ek_sniff_blank(text->bytes))
        return refuse(diag, EK_D_read_blank, path, EK_STR(""), EK_EFORMAT);
    if (is_foreign(text, source->bytes))
        return refuse(diag, EK_D_read_language, path, EK_STR(""), EK_EFORMAT);
    struct ek_plausible garbled = ek_plausible(text->bytes);
    if (garbled.sign == EK_GARBLE_NONE)
        return EK_OK;
    ek_str why =
        ek_arena_printf(arena, "%s, %u%%", ek_plausible_mark(garbled.sign),
                        (unsigned)garbled.percent);
    return refuse(diag, EK_D_read_garbled, path, why, EK_EFORMAT);
}

/* Readers tell what they left out; whether that is all is said here. */
static void
note_reading(ek_text *text)
{
    ek_extraction_count(&text->extraction, text->bytes);
    text->readable =
        ek_extraction_is_whole(&text->extraction) ? EK_READ_FULL : EK_READ_PART;
}

ek_status
ek_read_into(ek_text *text, ek_arena *arena, const ek_source *source,
             const struct ek_read_options *options, ek_diag *diag)
{
    const struct ek_reader *reader = reader_by_bytes(source->bytes);
    ek_status status = EK_OK;
    text->readable = EK_READ_NONE;
    if (!reader) {
        status = refuse_what_is_no_text(source, diag);
        reader = choose_reader(source);
    }
    if (status)
        return status;
    text->format = reader->format;
    status = reader->read(text, arena, source, options, diag);
    if (!status)
        status = refuse_what_says_nothing(text, arena, source, diag);
    if (status) {
        text->readable = EK_READ_NONE;
        text->bytes = EK_STR("");
        return status;
    }
    ek_text_index(text, arena);
    note_reading(text);
    return EK_OK;
}

ek_status
ek_read(ek_text **out, ek_arena *arena, const ek_source *source,
        const struct ek_read_options *options, ek_diag *diag)
{
    ek_text *text = ek_arena_alloc(arena, sizeof *text);
    ek_status status = ek_read_into(text, arena, source, options, diag);
    if (status == EK_OK)
        *out = text;
    return status;
}
