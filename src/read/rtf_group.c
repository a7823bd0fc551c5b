/* SPDX-License-Identifier: Apache-2.0 */
/* Groups and destinations of RTF, and the style sheet, which needs no more. */
#include "config.h"

#include "read/rtf.h"

#include <string.h>

#include "read/sniff.h"

enum { MOST_STYLES = 4096 };

/* Beyond the limit groups are no groups any more: what they change lasts, and
 * only what they would not show is still left out. */
void
ek_rtf_open(struct ek_rtf *r)
{
    r->skip = 0;
    r->starred = false;
    if (r->flat || r->groups.n > r->options->limits.depth) {
        r->flat++;
        r->too_deep = true;
        return;
    }
    struct ek_rtf_group group = *ek_rtf_top(r);
    group.aside = false;
    EK_PUSH(r->arena, r->groups, group);
}

/* A style's name tells a heading where its outline level does not. */
static int
outline_of_name(ek_str name)
{
    static const struct {
        const char *name;
        int outline;
    } titles[] = {
        {"title", 1},
        {"\xE8\xA1\xA8\xE9\xA1\x8C", 1}, /* U+8868 U+984C: title */
    };
    static const char *const words[] = {
        "heading ",
        "\xE8\xA6\x8B\xE5\x87\xBA\xE3\x81\x97 ", /* U+898B U+51FA U+3057 */
    };
    name = ek_str_trim(name);
    if (ek_str_ends(name, EK_STR(";")))
        name = ek_str_trim(ek_str_slice(name, 0, name.n - 1));
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (name.n == strlen(titles[i].name) &&
            ek_sniff_word(name, titles[i].name))
            return titles[i].outline;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (ek_sniff_word(name, words[i]) && name.n == n + 1 &&
            name.p[n] >= '1' && name.p[n] <= '9')
            return name.p[n] - '0';
    }
    return 0;
}

static void
define_style(struct ek_rtf *r)
{
    long style = r->style.style;
    int outline = r->style.outline;
    if (!outline)
        outline = outline_of_name(ek_buf_str(&r->name));
    if (style >= 0 && style < MOST_STYLES && outline > 0) {
        while (r->outlines.n <= (size_t)style)
            EK_PUSH(r->arena, r->outlines, 0);
        r->outlines.v[style] = (signed char)outline;
    }
}

static void
end_table_row(struct ek_rtf *r, ek_rtf_dest ended)
{
    if (ended == EK_RTF_STYLES) {
        define_style(r);
        r->style = (struct ek_rtf_paragraph){.style = -1};
    } else if (ended == EK_RTF_LEVEL_TEXT) {
        ek_rtf_lists_text(r->lists, ek_buf_str(&r->name));
    } else {
        return;
    }
    r->name.n = 0;
}

static void
end_aside(struct ek_rtf *r)
{
    ek_rtf_flush(r);
    if (!ek_flow_is_blank(r->flow))
        ek_rtf_paragraph(r);
    ek_flow_aside_end(r->flow);
    r->number.n = 0;
}

void
ek_rtf_close(struct ek_rtf *r)
{
    r->skip = 0;
    if (r->flat) {
        if (r->flat == r->flat_silent)
            r->flat_silent = 0;
        r->flat--;
        return;
    }
    const struct ek_rtf_group ended = *ek_rtf_top(r);
    if (ended.aside)
        end_aside(r);
    if (ended.dest == EK_RTF_STYLES || ended.dest == EK_RTF_LEVEL_TEXT) {
        ek_rtf_flush(r);
        end_table_row(r, ended.dest);
    }
    if (r->groups.n > 1)
        r->groups.n--;
    r->over = r->groups.n == 1;
}

static void
begin_aside(struct ek_rtf *r, bool note)
{
    struct ek_rtf_group *g = ek_rtf_top(r);
    ek_rtf_flush(r);
    g->dest = EK_RTF_SHOWN;
    g->aside = true;
    g->in_note = note;
    r->notes += note;
    g->paragraph = (struct ek_rtf_paragraph){.style = -1};
    ek_flow_aside_begin(r->flow);
}

/* What stands in something that is not shown is not shown either. */
static bool
admits(const struct ek_rtf_group *g, ek_rtf_dest dest)
{
    switch (g->dest) {
    case EK_RTF_SHOWN:
    case EK_RTF_HOLDS:
        return true;
    case EK_RTF_UPR:
        return dest == EK_RTF_UD;
    case EK_RTF_LISTS:
    case EK_RTF_OVERRIDES:
        return dest == EK_RTF_LEVEL_TEXT || dest == EK_RTF_SKIPPED;
    case EK_RTF_SKIPPED:
    case EK_RTF_PICTURE:
    case EK_RTF_OBJECT:
    case EK_RTF_UD:
    case EK_RTF_BOX:
    case EK_RTF_NOTE:
        return false;
    case EK_RTF_NUMBER:
    case EK_RTF_COMMENT:
    case EK_RTF_HEADER:
    case EK_RTF_FOOTER:
    case EK_RTF_FONTS:
    case EK_RTF_STYLES:
    case EK_RTF_LEVEL_TEXT:
        return dest == EK_RTF_SKIPPED || dest == EK_RTF_PICTURE ||
               dest == EK_RTF_OBJECT;
    }
    return false;
}

static void
tell_unread(struct ek_rtf *r, const char *what, const char *why)
{
    ek_extraction_unread(&r->text->extraction, r->arena, what, EK_STR(""), why);
}

static void
begin_shown(struct ek_rtf *r, ek_rtf_dest dest)
{
    struct ek_rtf_group *g = ek_rtf_top(r);
    if (dest == EK_RTF_PICTURE && !g->in_object)
        tell_unread(r, "image", "not-read");
    if (dest == EK_RTF_OBJECT) {
        tell_unread(r, "object", "not-read");
        g->in_object = true;
    } else if (dest == EK_RTF_BOX || dest == EK_RTF_NOTE) {
        begin_aside(r, dest == EK_RTF_NOTE);
    } else if (dest == EK_RTF_UPR) {
        g->around = g->dest;
        g->dest = dest;
    } else {
        g->dest = dest;
    }
}

void
ek_rtf_begin(struct ek_rtf *r, ek_rtf_dest dest)
{
    struct ek_rtf_group *g = ek_rtf_top(r);
    if (r->flat) {
        if (dest != EK_RTF_SHOWN && !r->flat_silent)
            r->flat_silent = r->flat;
        return;
    }
    if (!admits(g, dest))
        return;
    ek_rtf_flush(r);
    r->apart_told = false;
    if (dest == EK_RTF_UD)
        g->dest = g->around;
    else if (g->dest == EK_RTF_SHOWN || g->dest == EK_RTF_HOLDS)
        begin_shown(r, dest);
    else
        g->dest = dest == EK_RTF_LEVEL_TEXT ? dest : EK_RTF_SKIPPED;
    if (g->dest == EK_RTF_LEVEL_TEXT || g->dest == EK_RTF_STYLES)
        r->name.n = 0;
}
