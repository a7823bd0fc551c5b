/* SPDX-License-Identifier: Apache-2.0 */
/* What stands beside the body: notes, which belong to the text; comments,
 * headers and footers, which do not; images and objects, which are not read. */
#include "config.h"

#include "read/docx.h"

#include <stdlib.h>

static int
compare_notes(const void *a, const void *b)
{
    const struct ek_docx_note *one = a, *two = b;
    return ek_str_cmp(one->id, two->id);
}

static struct ek_docx_notes
notes_of(ek_arena *arena, const xmlDoc *doc)
{
    EK_VEC(struct ek_docx_note) notes = {0};
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    for (xmlNode *n = root ? root->children : NULL; n; n = n->next) {
        struct ek_docx_note note = {.id = ek_xml_attr(n, "id"), .node = n};
        ek_str type = ek_xml_attr(n, "type");
        if (note.id.n && (!type.n || ek_str_is(type, "normal")))
            EK_PUSH(arena, notes, note);
    }
    if (notes.n)
        qsort(notes.v, notes.n, sizeof *notes.v, compare_notes);
    return (struct ek_docx_notes){.v = notes.v, .n = notes.n};
}

/* The last section has the say for all. */
static ek_ordinal
system_of(const xmlNode *document, const char *properties, ek_ordinal otherwise)
{
    const xmlNode *body = ek_docx_child(document, "body");
    const xmlNode *section = ek_docx_child(body, "sectPr");
    ek_str word = ek_docx_value(ek_docx_child(section, properties), "numFmt");
    return word.n ? ek_ordinal_of_word(word) : otherwise;
}

void
ek_docx_notes_read(ek_docx *d, const xmlNode *document)
{
    d->notes[0] = notes_of(d->office.arena, ek_docx_part_typed(d, "footnotes"));
    d->notes[1] = notes_of(d->office.arena, ek_docx_part_typed(d, "endnotes"));
    d->notes[0].system = system_of(document, "footnotePr", EK_ORDINAL_DECIMAL);
    d->notes[1].system =
        system_of(document, "endnotePr", EK_ORDINAL_LOWER_ROMAN);
}

static void
write_raised(ek_docx *d, ek_str mark)
{
    static const char *const raised[] = {
        "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",
        "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7",
        "\xE2\x81\xB8", "\xE2\x81\xB9",
    };
    bool digits = true;
    for (size_t i = 0; i < mark.n; i++)
        digits = digits && mark.p[i] >= '0' && mark.p[i] <= '9';
    for (size_t i = 0; i < mark.n && digits; i++)
        ek_docx_write(d, ek_str_of(raised[mark.p[i] - '0']));
    if (!digits)
        ek_docx_write(d,
                      ek_arena_printf(d->office.arena, "[%.*s]", EK_ARG(mark)));
}

/* The mark of its own stands as text in the note and where it is referred to
 * by a custom mark. */
static void
begin_note(ek_docx *d, struct ek_docx_notes *notes, bool custom)
{
    ek_buf mark = ek_buf_on(d->office.arena);
    if (custom) {
        ek_flow_aside_begin(d->flow);
        return;
    }
    ek_ordinal_write(&mark, notes->system, ++notes->count);
    write_raised(d, ek_buf_str(&mark));
    ek_flow_aside_begin(d->flow);
    ek_docx_write(d, ek_arena_printf(d->office.arena, "[%.*s] ",
                                     EK_ARG(ek_buf_str(&mark))));
}

xmlNode *
ek_docx_note(ek_docx *d, const xmlNode *reference)
{
    static const char *const off[] = {"", "0", "false", "off"};
    bool end = ek_docx_tag_of(reference) == EK_DOCX_ENDNOTE;
    struct ek_docx_notes *notes = &d->notes[end];
    struct ek_docx_note key = {.id = ek_xml_attr(reference, "id")};
    struct ek_docx_note *note =
        notes->n && key.id.n
            ? bsearch(&key, notes->v, notes->n, sizeof key, compare_notes)
            : NULL;
    if (!note || note->written || !ek_docx_shown(d))
        return NULL;
    note->written = true;
    begin_note(d, notes,
               !ek_str_among(ek_xml_attr(reference, "customMarkFollows"), off,
                             sizeof off / sizeof *off));
    return note->node;
}

static bool
holds_words(const xmlNode *root)
{
    for (const xmlNode *n = root; n; n = ek_docx_next(n, root, true))
        if (ek_docx_tag_of(n) == EK_DOCX_TEXT && n->children &&
            n->children->content &&
            ek_str_trim(ek_str_of((const char *)n->children->content)).n)
            return true;
    return false;
}

static void
count_comments(ek_docx *d)
{
    const xmlDoc *doc = ek_docx_part_typed(d, "comments");
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    uint32_t count = 0;
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next)
        count += ek_str_is(ek_xml_name(n), "comment") && holds_words(n);
    ek_extraction_apart(&d->office.text->extraction, d->office.arena, "comment",
                        count);
}

static void
count_pages(ek_docx *d, const char *type)
{
    enum { MOST = 200 };
    const struct ek_docx_rel *rel;
    size_t at = 0;
    for (int i = 0; (rel = ek_docx_rel_typed(&d->rels, type, &at)); i++) {
        if (i == MOST) {
            ek_office_unread(&d->office, "part", rel->target, "limit");
            return;
        }
        const xmlDoc *doc = ek_docx_part(d, rel);
        const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
        if (root && holds_words(root))
            ek_extraction_apart(&d->office.text->extraction, d->office.arena,
                                type, 1);
    }
}

void
ek_docx_count_apart(ek_docx *d)
{
    count_comments(d);
    count_pages(d, "header");
    count_pages(d, "footer");
}

static ek_str
referred(const xmlNode *node)
{
    static const char *const names[] = {"embed", "link", "id", "dm"};
    ek_str id = {NULL, 0};
    for (size_t i = 0; i < sizeof names / sizeof *names && !id.n; i++)
        id = ek_xml_attr(node, names[i]);
    return id;
}

void
ek_docx_tell(ek_docx *d, const xmlNode *node, ek_docx_tag tag)
{
    ek_extraction *extraction = &d->office.text->extraction;
    ek_str id = referred(node);
    struct ek_docx_rel *rel = ek_docx_rel(&d->rels, id);
    if (!id.n || (rel && rel->told))
        return;
    if (rel)
        rel->told = true;
    ek_str name = rel ? rel->target : id;
    const char *why = rel && rel->external   ? "elsewhere"
                      : tag == EK_DOCX_IMAGE ? "not-read"
                                             : "unsupported-format";
    if (tag == EK_DOCX_IMAGE) {
        ek_extraction_unread(extraction, d->office.arena, "image", name, why);
        return;
    }
    extraction->units += tag == EK_DOCX_CHUNK;
    ek_office_unread(&d->office, tag == EK_DOCX_CHUNK ? "part" : "object", name,
                     why);
}
