/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/pdf_words.h"

#include "helper/lines.h"

#include <stdbool.h>
#include <string.h>

/* The characters of a page with a box each, and the runs of one type. */
struct cutter {
    const PopplerRectangle *boxes;
    const GList *run; /* of PopplerTextAttributes; NULL past the last */
    guint at;         /* the character that stands at p */
    char *p;
    bool joined; /* nothing stands between it and the word before */
    size_t words;
};

static const PopplerTextAttributes *
type_of(const struct cutter *cut)
{
    return cut->run ? cut->run->data : NULL;
}

static void
find_run(struct cutter *cut)
{
    while (cut->run && cut->run->next &&
           (guint)type_of(cut)->end_index < cut->at)
        cut->run = cut->run->next;
}

static bool
is_bold(const PopplerTextAttributes *type)
{
    static const char *const names[] = {"bold", "heavy", "black", "semibd",
                                        "demi", "-w6",   "-w7",   "-w8"};
    if (!type || !type->font_name)
        return false;
    g_autofree char *name = g_ascii_strdown(type->font_name, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strstr(name, names[i]))
            return true;
    return false;
}

static void
cover(struct ek_pdf_box *box, const PopplerRectangle *r)
{
    float x0 = (float)MIN(r->x1, r->x2), x1 = (float)MAX(r->x1, r->x2);
    float y0 = (float)MIN(r->y1, r->y2), y1 = (float)MAX(r->y1, r->y2);
    box->x0 = MIN(box->x0, x0);
    box->y0 = MIN(box->y0, y0);
    box->x1 = MAX(box->x1, x1);
    box->y1 = MAX(box->y1, y1);
}

static double
middle(double a, double b)
{
    return (a + b) / 2;
}

/* From the first character to the last it goes down more than sideways. */
static bool
stands(const PopplerRectangle *first, const PopplerRectangle *last)
{
    double across = middle(last->x1, last->x2) - middle(first->x1, first->x2);
    double down = middle(last->y1, last->y2) - middle(first->y1, first->y2);
    return ABS(down) > ABS(across);
}

static bool
is_blank(gunichar c)
{
    return c < ' ' || g_unichar_isspace(c);
}

static void
take_word(struct cutter *cut)
{
    const PopplerTextAttributes *type = type_of(cut);
    const char *begin = cut->p;
    guint first = cut->at;
    struct ek_pdf_word word = {
        .box = {G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT},
        .size = type ? (float)type->font_size : 0,
    };
    while (*cut->p && !is_blank(g_utf8_get_char(cut->p)) &&
           type_of(cut) == type) {
        cover(&word.box, &cut->boxes[cut->at++]);
        cut->p = g_utf8_next_char(cut->p);
        find_run(cut);
    }
    word.flags =
        (is_bold(type) ? EK_PDF_BOLD : 0u) | (cut->joined ? EK_PDF_JOINED : 0u);
    if (stands(&cut->boxes[first], &cut->boxes[cut->at - 1]))
        word.flags |= EK_PDF_VERTICAL;
    word.text = (ek_str){begin, (size_t)(cut->p - begin)};
    ek_lines_word(&word);
    cut->words++;
    cut->joined = true;
}

static void
cut_words(struct cutter *cut, guint boxes)
{
    glong characters = g_utf8_strlen(cut->p, -1);
    if (characters < 0 || (gulong)characters > boxes)
        return;
    while (*cut->p) {
        if (is_blank(g_utf8_get_char(cut->p))) {
            cut->p = g_utf8_next_char(cut->p);
            cut->at++;
            cut->joined = false;
            continue;
        }
        find_run(cut);
        take_word(cut);
    }
}

size_t
ek_pdf_words(PopplerPage *page)
{
    PopplerRectangle *boxes = NULL;
    guint n = 0;
    g_autofree char *text = poppler_page_get_text(page);
    if (!text || !poppler_page_get_text_layout(page, &boxes, &n))
        return 0;
    GList *types = poppler_page_get_text_attributes(page);
    struct cutter cut = {.boxes = boxes, .run = types, .p = text};
    cut_words(&cut, n);
    poppler_page_free_text_attributes(types);
    g_free(boxes);
    return cut.words;
}
