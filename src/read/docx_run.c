/* SPDX-License-Identifier: Apache-2.0 */
/* Runs: their text, and what keeps it out of sight. */
#include "config.h"

#include "read/docx.h"

#include <stdlib.h>

#include "text/cp.h"

enum {
    FIRST_PRIVATE = 0xF000,
    LAST_PRIVATE = 0xF0FF,
    LOW_BYTE = 0xFF,
};

static const struct {
    const char *font;
    uint32_t first, last, cp;
} symbols[] = {
#define EK_DOCX_SYMBOL(font, first, last, cp) {font, first, last, cp},
#include "read/docx_symbol.def"
};

bool
ek_docx_drops(const ek_docx *d, ek_docx_tag tag)
{
    return (tag == EK_DOCX_DELETED && d->tracked == EK_TRACKED_FINAL) ||
           (tag == EK_DOCX_INSERTED && d->tracked == EK_TRACKED_ORIGINAL);
}

/* A table of contents says nothing that does not stand in its place. */
static bool
in_contents(const ek_docx *d)
{
    const struct ek_docx_look *look = d->open.v[d->open.n - 1].look;
    return look && look->contents;
}

bool
ek_docx_shown(const ek_docx *d)
{
    return !d->dropped && !d->hidden && !d->commanded && !in_contents(d);
}

void
ek_docx_run_begin(ek_docx *d, const xmlNode *node)
{
    const xmlNode *properties = ek_docx_child(node, "rPr");
    const struct ek_docx_look *around = d->open.v[d->open.n - 1].look;
    ek_str style = ek_docx_value(properties, "rStyle");
    int hidden = ek_docx_switch(properties, "vanish");
    if (hidden < 0)
        hidden =
            (around && around->hidden) ||
            (style.n && ek_docx_look_of(d->styles, d->lists, style)->hidden);
    d->hidden = hidden;
}

static void
count_apart(ek_docx *d, const char *what)
{
    ek_extraction_apart(&d->office.text->extraction, d->office.arena, what, 1);
}

static void
tell_kept_out(ek_docx *d)
{
    const xmlNode *paragraph = d->open.v[d->open.n - 1].paragraph;
    if (d->dropped) {
        if (!d->dropped_told)
            count_apart(d, d->tracked == EK_TRACKED_FINAL ? "deleted"
                                                          : "inserted");
        d->dropped_told = true;
    } else if (d->hidden) {
        count_apart(d, "hidden");
    } else if (in_contents(d) && d->contents_told != paragraph) {
        count_apart(d, "navigation");
        d->contents_told = paragraph;
    }
}

void
ek_docx_write(ek_docx *d, ek_str words)
{
    if (ek_docx_shown(d))
        ek_flow_write(d->flow, words);
}

static void
write_symbol(ek_docx *d, ek_str font, uint32_t code)
{
    ek_buf out = ek_buf_on(d->office.arena);
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (ek_str_is(font, symbols[i].font) && code >= symbols[i].first &&
            code <= symbols[i].last) {
            ek_buf_cp(&out, symbols[i].cp + code - symbols[i].first);
            break;
        }
    ek_docx_write(d, ek_buf_str(&out));
}

static bool
is_private(uint32_t cp)
{
    return cp >= FIRST_PRIVATE && cp <= LAST_PRIVATE;
}

/* Line ends of the file are blanks; those of the text are elements. */
static void
write_text(ek_docx *d, ek_str words)
{
    size_t from = 0, n = 1;
    for (size_t i = 0; i < words.n; i += n) {
        uint32_t cp = ek_cp_at(words, i, &n);
        if (cp != '\n' && cp != '\r' && !is_private(cp))
            continue;
        ek_docx_write(d, ek_str_slice(words, from, i));
        if (is_private(cp))
            write_symbol(d, EK_STR("Wingdings"), cp & LOW_BYTE);
        else
            ek_docx_write(d, EK_STR(" "));
        from = i + n;
    }
    ek_docx_write(d, ek_str_slice(words, from, words.n));
}

void
ek_docx_text(ek_docx *d, const xmlNode *node)
{
    for (const xmlNode *n = node->children; n; n = n->next)
        if (n->content &&
            (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)) {
            write_text(d, ek_str_of((const char *)n->content));
            tell_kept_out(d);
        }
}

void
ek_docx_symbol(ek_docx *d, const xmlNode *node)
{
    ek_str code = ek_xml_attr(node, "char");
    unsigned long cp = code.n ? strtoul(code.p, NULL, 16) : 0;
    write_symbol(d, ek_xml_attr(node, "font"), (uint32_t)cp & LOW_BYTE);
}

static void
write_check_box(ek_docx *d, const xmlNode *node)
{
    const xmlNode *box =
        ek_docx_child(ek_docx_child(node, "ffData"), "checkBox");
    if (!box)
        return;
    int checked = ek_docx_switch(box, "checked");
    if (checked < 0)
        checked = ek_docx_switch(box, "default");
    ek_docx_write(d, checked == 1 ? EK_STR("\xE2\x98\x92")   /* U+2612 */
                                  : EK_STR("\xE2\x98\x90")); /* U+2610 */
}

/* The only field that shows a part of its command: a place to fill in. */
static void
write_button(ek_docx *d)
{
    ek_str rest = ek_buf_str(&d->command);
    if (!ek_str_is(ek_str_word(&rest), "MACROBUTTON"))
        return;
    ek_str_word(&rest);
    ek_docx_write(d, rest);
}

/* The command of a field within a command is none of the outer one's text. */
void
ek_docx_field(ek_docx *d, const xmlNode *node)
{
    ek_str type = ek_xml_attr(node, "fldCharType");
    if (ek_str_is(type, "begin")) {
        write_check_box(d, node);
        d->fields++;
        if (d->commanded)
            return;
        d->commanded = d->fields;
        d->command.n = 0;
    } else if (d->fields && ek_str_is(type, "separate")) {
        if (d->commanded == d->fields)
            d->commanded = 0;
    } else if (d->fields && ek_str_is(type, "end")) {
        bool alone = d->commanded == d->fields;
        if (alone)
            d->commanded = 0;
        d->fields--;
        if (alone)
            write_button(d);
    }
}

void
ek_docx_command(ek_docx *d, const xmlNode *node)
{
    enum { LONGEST_COMMAND = 500 };
    const xmlNode *n = node->children;
    if (n && n->content && d->command.n < LONGEST_COMMAND)
        ek_buf_add(&d->command, ek_str_of((const char *)n->content));
}
