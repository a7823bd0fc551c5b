/* SPDX-License-Identifier: Apache-2.0 */
/* OpenDocument text, as a package (ODT) and as one flat file (FODT). */
#include "config.h"

#include "read/odt.h"

#include <stdint.h>
#include <string.h>

#include "base/written.h"
#include "read/office.h"
#include "read/sniff.h"

static bool
holds(ek_str bytes, const char *word)
{
    return ek_str_find(bytes, ek_str_of(word), 0) < bytes.n;
}

static bool
is_flat(ek_str bytes)
{
    struct ek_sniff sniff;
    ek_sniff_head(&sniff, bytes);
    ek_str head = ek_str_trim(ek_sniff_str(&sniff));
    return ek_str_starts(head, EK_STR("<")) &&
           holds(head, "<office:document") &&
           holds(head, "urn:oasis:names:tc:opendocument");
}

static bool
recognizes_odt(ek_str bytes)
{
    const char *zip = ek_sniff_zip(bytes);
    return (zip && !strcmp(zip, "OpenDocument text (ODT)")) || is_flat(bytes);
}

static const xmlNode *
root_of(const xmlDoc *doc)
{
    const xmlNode *n = doc ? doc->children : NULL;
    while (n && n->type != XML_ELEMENT_NODE)
        n = n->next;
    return n;
}

/* Headers and footers stand in the styles of pages. */
static void
count_margins(struct ek_odt *odt, const xmlNode *root)
{
    static const char *const names[] = {"header", "footer"};
    for (const xmlNode *n = root; n; n = ek_odt_next(n, root, true))
        for (size_t i = 0; i < 2; i++) {
            bool named = ek_str_starts(ek_xml_name(n), ek_str_of(names[i])) &&
                         n->parent &&
                         ek_odt_is(n->parent, "style", "master-page");
            const xmlNode *words = named ? n->children : NULL;
            while (words &&
                   !(words->type == XML_TEXT_NODE &&
                     ek_str_trim(ek_str_of((const char *)words->content)).n))
                words = ek_odt_next(words, n, true);
            if (words)
                ek_extraction_apart(&odt->text->extraction, odt->arena,
                                    names[i], 1);
        }
}

static ek_status
refuse(ek_diag *diag, ek_diag_code code, ek_str path, const char *why,
       ek_status status)
{
    ek_diag_say(diag, code, path, 0, ek_str_of(why), EK_STR(""));
    return status;
}

static ek_status
write_body(struct ek_odt *odt, const xmlNode *root, ek_diag *diag)
{
    const xmlNode *body = root ? ek_odt_child(root, "office", "body") : NULL;
    const xmlNode *text = ek_odt_child(body, "office", "text");
    if (!body)
        return refuse(diag, EK_D_read_damaged, odt->path,
                      "there is no office:body", EK_EFORMAT);
    if (!text)
        return refuse(diag, EK_D_read_unsupported, odt->path, "OpenDocument",
                      EK_EUNSUPPORTED);
    ek_odt_write(odt, text);
    return EK_OK;
}

/* A manifest may declare a document type, so it is not parsed. */
static bool
is_encrypted(const struct ek_office *office)
{
    ek_diag quiet = ek_diag_on(office->arena);
    size_t entry = ek_office_find(office, EK_STR("META-INF/manifest.xml"));
    ek_str manifest;
    return entry != SIZE_MAX &&
           !ek_zip_read(&manifest, office->arena, office->zip, entry, &quiet) &&
           holds(manifest, "encryption-data");
}

static ek_status
read_package(struct ek_odt *odt, const ek_source *source, ek_diag *diag)
{
    struct ek_office office = {.arena = odt->arena,
                               .path = source->path,
                               .text = odt->text,
                               .diag = diag};
    ek_status status =
        ek_zip_open(&office.zip, odt->arena, source, odt->options, diag);
    if (status)
        return status;
    if (is_encrypted(&office))
        return refuse(diag, EK_D_read_encrypted, source->path, "",
                      EK_EUNSUPPORTED);
    xmlDoc *content = NULL;
    status = ek_office_main(&content, &office, EK_STR("content.xml"));
    if (status)
        return status;
    const xmlNode *root = root_of(content);
    const xmlNode *more =
        root_of(ek_office_optional(&office, EK_STR("styles.xml")));
    ek_odt_styles_add(odt->styles, more);
    ek_odt_styles_add(odt->styles, root);
    if (more)
        count_margins(odt, more);
    return write_body(odt, root, diag);
}

static ek_status
read_flat(struct ek_odt *odt, const ek_source *source, ek_diag *diag)
{
    xmlDoc *doc = NULL;
    ek_diag complaints = ek_diag_on(odt->arena);
    if (ek_xml_memory(&doc, odt->arena, source->bytes, source->path,
                      &complaints)) {
        bool unsafe = false;
        for (size_t i = 0; i < complaints.lines.n; i++)
            unsafe |= holds(complaints.lines.v[i].args[0], "document type") ||
                      holds(complaints.lines.v[i].args[0], "ntity");
        return unsafe
                   ? refuse(diag, EK_D_read_refused, source->path,
                            "declares a document type or entities", EK_EFORMAT)
                   : refuse(diag, EK_D_read_damaged, source->path,
                            "not well-formed XML", EK_EFORMAT);
    }
    const xmlNode *root = root_of(doc);
    ek_odt_styles_add(odt->styles, root);
    count_margins(odt, root);
    return write_body(odt, root, diag);
}

static ek_status
tell_blank(const struct ek_odt *odt, ek_diag *diag)
{
    size_t images = 0;
    for (size_t i = 0; i < odt->text->extraction.unread.n; i++)
        images += ek_str_is(odt->text->extraction.unread.v[i].what, "image");
    if (ek_str_trim(odt->text->bytes).n || !images)
        return EK_OK;
    ek_str count = ek_written_count(odt->arena, images);
    ek_diag_say(diag, EK_D_read_image_only, odt->path, 0, count, count);
    return EK_EFORMAT;
}

static ek_status
read_odt(ek_text *out, ek_arena *arena, const ek_source *source,
         const struct ek_read_options *options, ek_diag *diag)
{
    struct ek_odt odt = {.arena = arena,
                         .path = source->path,
                         .text = out,
                         .options = options,
                         .styles = ek_odt_styles_new(arena)};
    out->encoding = "UTF-8";
    out->encoding_confidence = 100;
    ek_status status = is_flat(source->bytes)
                           ? read_flat(&odt, source, diag)
                           : read_package(&odt, source, diag);
    return status ? status : tell_blank(&odt, diag);
}

const struct ek_reader ek_reader_odt = {"odt", "odt ott fodt odm",
                                        recognizes_odt, read_odt};
