/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "docx_maker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "text_helpers.h"

static const char *const transitional[] = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
};

static const char *const strict[] = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/math",
};

static ek_str
part(ek_arena *arena, const struct docx *docx, const char *name,
     const char *inner)
{
    const char *const *spaces = docx->strict ? strict : transitional;
    return ek_arena_printf(
        arena,
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        "<w:%s xmlns:w='%s' xmlns:r='%s' xmlns:m='%s'"
        " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/"
        "2006'"
        " xmlns:wps='http://schemas.microsoft.com/office/word/2010/"
        "wordprocessingShape'"
        " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
        " xmlns:v='urn:schemas-microsoft-com:vml'"
        " xmlns:o='urn:schemas-microsoft-com:office:office'>%s</w:%s>",
        name, spaces[0], spaces[1], spaces[2], inner, name);
}

static const struct {
    const char *type, *root;
    size_t offset;
} parts[] = {
    {"styles", "styles", offsetof(struct docx, styles)},
    {"numbering", "numbering", offsetof(struct docx, numbering)},
    {"footnotes", "footnotes", offsetof(struct docx, footnotes)},
    {"endnotes", "endnotes", offsetof(struct docx, endnotes)},
    {"comments", "comments", offsetof(struct docx, comments)},
    {"header", "hdr", offsetof(struct docx, header)},
    {"footer", "ftr", offsetof(struct docx, footer)},
};

static const char *
inner_of(const struct docx *docx, size_t part_index)
{
    const char *inner;
    memcpy(&inner, (const char *)docx + parts[part_index].offset, sizeof inner);
    return inner;
}

static const char RELS[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
    "relationships'>%s</Relationships>";

static ek_str
rels_of(ek_arena *arena, const struct docx *docx)
{
    ek_buf out = ek_buf_on(arena);
    const char *space = (docx->strict ? strict : transitional)[1];
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (inner_of(docx, i))
            ek_buf_printf(&out,
                          "<Relationship Id='p%zu' Type='%s/%s' "
                          "Target='%s.xml'/>",
                          i, space, parts[i].type, parts[i].type);
    ek_buf_puts(&out, docx->rels ? docx->rels : "");
    return ek_arena_printf(arena, RELS, copied(arena, ek_buf_str(&out)));
}

struct package *
docx_package(ek_arena *arena, const struct docx *docx)
{
    struct package *package = package_on(arena);
    ek_str main =
        ek_arena_printf(arena,
                        "<Relationship Id='m' Type='%s/officeDocument' "
                        "Target='word/document.xml'/>",
                        (docx->strict ? strict : transitional)[1]);
    package_add(package, "[Content_Types].xml",
                EK_STR("<Types xmlns='http://schemas.openxmlformats.org/"
                       "package/2006/content-types'/>"));
    package_add(package, "_rels/.rels", ek_arena_printf(arena, RELS, main.p));
    package_add(package, "word/_rels/document.xml.rels", rels_of(arena, docx));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *inner = inner_of(docx, i);
        if (inner)
            package_add(package,
                        ek_arena_printf(arena, "word/%s.xml", parts[i].type).p,
                        part(arena, docx, parts[i].root, inner));
    }
    return package;
}

ek_str
docx_bytes(ek_arena *arena, const struct docx *docx)
{
    struct package *package = docx_package(arena, docx);
    ek_str body = ek_arena_printf(arena, "<w:body>%s</w:body>", docx->body);
    package_add(package, "word/document.xml",
                part(arena, docx, "document", body.p));
    return package_bytes(package);
}

ek_text *
docx_text(ek_arena *arena, const struct docx *docx)
{
    ek_text *text = NULL;
    ek_diag diag = ek_diag_on(arena);
    read_bytes(&text, arena, "terms.docx", docx_bytes(arena, docx), NULL,
               &diag);
    return text;
}

void
check_docx_rows(ek_arena *arena, const struct docx *shared,
                const struct docx_row *rows, size_t n)
{
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++) {
        struct docx docx = *shared;
        docx.body = rows[i].body;
        const ek_text *text = docx_text(arena, &docx);
        wrong += !is_text(text, rows[i].text, i);
    }
    assert_int_equal(wrong, 0);
}
