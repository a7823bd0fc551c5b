/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/pdf_fields.h"

#include <string.h>

static const double USUAL_SIZE = 10;

/* From the lower left corner as the origin to the upper left. */
static struct ek_pdf_box
area_of(const struct ek_pdf_sheet *sheet, const PopplerRectangle *area)
{
    struct ek_pdf_box b = ek_pdf_box_of(area);
    float height = (float)sheet->height;
    return (struct ek_pdf_box){b.x0, height - b.y1, b.x1, height - b.y0};
}

static bool
is_left_of(const struct ek_pdf_word *word, const struct ek_pdf_box *area)
{
    float middle = (word->box.y0 + word->box.y1) / 2;
    return middle >= area->y0 && middle <= area->y1 && word->box.x0 <= area->x0;
}

/* The index that a value gets: after what stands left of it, else after the
 * last word above it. */
static guint
place_of(const struct ek_pdf_sheet *sheet, const struct ek_pdf_box *area)
{
    const struct ek_pdf_word *word =
        (const struct ek_pdf_word *)(const void *)sheet->words->data;
    guint above = 0, left = 0;
    for (guint i = 0; i < sheet->words->len; i++) {
        if (word[i].box.y1 <= area->y0 + word[i].size / 2)
            above = i + 1;
        if (is_left_of(&word[i], area))
            left = i + 1;
    }
    return left ? left : above;
}

static float
width_of(const char *words, float size)
{
    float width = 0;
    for (; *words; words = g_utf8_find_next_char(words, NULL))
        width += g_unichar_iswide(g_utf8_get_char(words)) ? size : size / 2;
    return width;
}

/* A line of words that begins at the box's corner; the index behind them. */
static guint
put_line(struct ek_pdf_sheet *sheet, guint place, struct ek_pdf_box box,
         const char *line, float size)
{
    gchar **words = g_strsplit_set(line, " \t", -1);
    for (gchar **word = words; *word; word++) {
        box.x1 = box.x0 + width_of(*word, size);
        struct ek_pdf_word put = {
            .box = box,
            .size = size,
            .text = {g_string_chunk_insert(sheet->texts, *word),
                     strlen(*word)}};
        if (put.text.n)
            g_array_insert_val(sheet->words, place++, put);
        box.x0 = box.x1 + size / 2;
    }
    g_strfreev(words);
    return place;
}

/* A value of one or more lines that share its area. Types are about as tall as
 * poppler says that they are. */
static void
put_words(struct ek_pdf_sheet *sheet, const PopplerRectangle *rectangle,
          const char *value, double size)
{
    struct ek_pdf_box area = area_of(sheet, rectangle), box = area;
    guint place = place_of(sheet, &area);
    g_autofree char *valid = g_utf8_make_valid(value, -1);
    gchar **lines = g_strsplit_set(valid, "\r\n", -1);
    float rows = (float)MAX(g_strv_length(lines), 1);
    float tall = (area.y1 - area.y0) / rows;
    float type = (float)(size > 0 ? size : USUAL_SIZE);
    type = CLAMP(type, 1, MAX(tall, 1));
    for (gchar **line = lines; *line; line++, area.y0 += tall) {
        box.y0 = area.y0 + (tall - type) / 2;
        box.y1 = box.y0 + type;
        place = put_line(sheet, place, box, *line, type);
    }
    g_strfreev(lines);
}

/* The value of a list to choose from; the caller frees. */
static char *
chosen(PopplerFormField *field)
{
    GString *all = g_string_new(NULL);
    gint items = poppler_form_field_choice_get_n_items(field);
    for (gint i = 0; i < items; i++) {
        if (!poppler_form_field_choice_is_item_selected(field, i))
            continue;
        g_autofree char *item = poppler_form_field_choice_get_item(field, i);
        g_string_append_printf(all, "%s%s", all->len ? " " : "",
                               item ? item : "");
    }
    if (all->len)
        return g_string_free(all, FALSE);
    g_string_free(all, TRUE);
    return poppler_form_field_choice_is_editable(field)
               ? poppler_form_field_choice_get_text(field)
               : NULL;
}

static char *
value_of(PopplerFormField *field)
{
    static const char ticked[] = "\xe2\x98\x91", empty[] = "\xe2\x98\x90";
    switch (poppler_form_field_get_field_type(field)) {
    case POPPLER_FORM_FIELD_TEXT:
        return poppler_form_field_text_is_password(field)
                   ? NULL
                   : poppler_form_field_text_get_text(field);
    case POPPLER_FORM_FIELD_CHOICE:
        return chosen(field);
    case POPPLER_FORM_FIELD_BUTTON:
        if (poppler_form_field_button_get_button_type(field) ==
            POPPLER_FORM_BUTTON_PUSH)
            return NULL;
        return g_strdup(poppler_form_field_button_get_state(field) ? ticked
                                                                   : empty);
    case POPPLER_FORM_FIELD_SIGNATURE:
    case POPPLER_FORM_FIELD_UNKNOWN:
    default:
        return NULL;
    }
}

static bool
is_shown(PopplerAnnot *annot)
{
    return !(poppler_annot_get_flags(annot) &
             (POPPLER_ANNOT_FLAG_HIDDEN | POPPLER_ANNOT_FLAG_NO_VIEW));
}

/* A field is hidden by the flags of its widget. */
static bool
is_hidden(const PopplerRectangle *area, const GList *annots)
{
    for (const GList *i = annots; i; i = i->next) {
        const PopplerAnnotMapping *mapping = i->data;
        if (poppler_annot_get_annot_type(mapping->annot) ==
                POPPLER_ANNOT_WIDGET &&
            !is_shown(mapping->annot) &&
            memcmp(&mapping->area, area, sizeof *area) == 0)
            return true;
    }
    return false;
}

static void
put_fields(struct ek_pdf_sheet *sheet, PopplerPage *page, const GList *annots)
{
    GList *fields = poppler_page_get_form_field_mapping(page);
    for (const GList *i = fields; i; i = i->next) {
        const PopplerFormFieldMapping *mapping = i->data;
        g_autofree char *value = value_of(mapping->field);
        if (value && *value && !is_hidden(&mapping->area, annots))
            put_words(sheet, &mapping->area, value,
                      poppler_form_field_get_font_size(mapping->field));
    }
    poppler_page_free_form_field_mapping(fields);
}

void
ek_pdf_fields(struct ek_pdf_sheet *sheet, PopplerPage *page)
{
    GList *annots = poppler_page_get_annot_mapping(page);
    put_fields(sheet, page, annots);
    for (const GList *i = annots; i; i = i->next) {
        const PopplerAnnotMapping *mapping = i->data;
        PopplerAnnotType kind = poppler_annot_get_annot_type(mapping->annot);
        if (kind == POPPLER_ANNOT_WIDGET || kind == POPPLER_ANNOT_LINK ||
            kind == POPPLER_ANNOT_POPUP || !is_shown(mapping->annot))
            continue;
        g_autofree char *words = poppler_annot_get_contents(mapping->annot);
        if (!words || !*words)
            continue;
        if (kind == POPPLER_ANNOT_FREE_TEXT)
            put_words(sheet, &mapping->area, words, 0);
        else
            sheet->notes++;
    }
    poppler_page_free_annot_mapping(annots);
}
