/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/pdf_words.h"

#include "helper/pdf_size.h"

#include <string.h>

/* In ems: a wider gap within a word is none of its own. */
static const double MOST_GAP = 0.35;

/* The characters of a page with a box each, and the runs of one type. */
struct cutter {
    struct ek_pdf_sheet *sheet;
    const PopplerRectangle *boxes;
    const GList *run; /* of PopplerTextAttributes; NULL past the last */
    guint n;
    guint at; /* the character that stands at p */
    char *p;
    GPtrArray *types; /* their names, one for each word */
    bool joined;      /* nothing stands between it and the word before */
};

void
ek_pdf_sheet_init(struct ek_pdf_sheet *sheet)
{
    *sheet = (struct ek_pdf_sheet){
        .words = g_array_new(FALSE, FALSE, sizeof(struct ek_pdf_word)),
        .texts = g_string_chunk_new(4096),
        .fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
}

void
ek_pdf_sheet_clear(struct ek_pdf_sheet *sheet)
{
    g_array_free(sheet->words, TRUE);
    g_string_chunk_free(sheet->texts);
    g_hash_table_destroy(sheet->fonts);
}

static void
add_word(struct ek_pdf_sheet *sheet, struct ek_pdf_word word)
{
    word.text.p = g_string_chunk_insert_len(sheet->texts, word.text.p,
                                            (gssize)word.text.n);
    g_array_append_val(sheet->words, word);
}

struct ek_pdf_box
ek_pdf_box_of(const PopplerRectangle *r)
{
    return (struct ek_pdf_box){
        (float)MIN(r->x1, r->x2), (float)MIN(r->y1, r->y2),
        (float)MAX(r->x1, r->x2), (float)MAX(r->y1, r->y2)};
}

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
note_font(struct ek_pdf_sheet *sheet, const PopplerTextAttributes *type)
{
    if (type && type->font_name &&
        !g_hash_table_contains(sheet->fonts, type->font_name))
        g_hash_table_add(sheet->fonts, g_strdup(type->font_name));
}

static void
cover(struct ek_pdf_box *box, const struct ek_pdf_box *other)
{
    box->x0 = MIN(box->x0, other->x0);
    box->y0 = MIN(box->y0, other->y0);
    box->x1 = MAX(box->x1, other->x1);
    box->y1 = MAX(box->y1, other->y1);
}

/* Between two intervals, 0 when they touch. */
static float
gap(float a0, float a1, float b0, float b1)
{
    return MAX(0, MAX(b0 - a1, a0 - b1));
}

/* Whether the second character may belong to the word of the first. */
static bool
adjoins(const PopplerRectangle *first, const PopplerRectangle *second,
        double size)
{
    struct ek_pdf_box a = ek_pdf_box_of(first), b = ek_pdf_box_of(second);
    double most = MOST_GAP * size;
    return gap(a.x0, a.x1, b.x0, b.x1) <= most &&
           gap(a.y0, a.y1, b.y0, b.y1) <= most;
}

/* How it runs, from the middle of its first character to that of its last. */
static unsigned
course(const PopplerRectangle *first, const PopplerRectangle *last,
       gunichar letter)
{
    double across = last->x1 + last->x2 - first->x1 - first->x2;
    double down = last->y1 + last->y2 - first->y1 - first->y2;
    if (first == last)
        return 0;
    if (ABS(across) >= ABS(down))
        return across < 0 ? EK_PDF_TURNED | EK_PDF_LEFT : 0;
    if (down < 0)
        return EK_PDF_TURNED | EK_PDF_UP;
    return g_unichar_iswide(letter) ? EK_PDF_VERTICAL
                                    : EK_PDF_TURNED | EK_PDF_DOWN;
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
    const PopplerRectangle *first = &cut->boxes[cut->at];
    char *begin = cut->p;
    struct ek_pdf_word word = {.box = ek_pdf_box_of(first),
                               .size = type ? (float)type->font_size : 0};
    double size = word.size > 0 ? (double)word.size : first->y2 - first->y1;
    do {
        struct ek_pdf_box box = ek_pdf_box_of(&cut->boxes[cut->at++]);
        cover(&word.box, &box);
        cut->p = g_utf8_next_char(cut->p);
        find_run(cut);
    } while (cut->at < cut->n && *cut->p &&
             !is_blank(g_utf8_get_char(cut->p)) && type_of(cut) == type &&
             adjoins(&cut->boxes[cut->at - 1], &cut->boxes[cut->at], size));
    word.flags =
        (is_bold(type) ? EK_PDF_BOLD : 0u) |
        (cut->joined ? EK_PDF_JOINED : 0u) |
        course(first, &cut->boxes[cut->at - 1], g_utf8_get_char(begin));
    word.text = (ek_str){begin, (size_t)(cut->p - begin)};
    cut->joined = cut->at < cut->n &&
                  adjoins(&cut->boxes[cut->at - 1], &cut->boxes[cut->at], size);
    add_word(cut->sheet, word);
    note_font(cut->sheet, type);
    g_ptr_array_add(cut->types, type ? type->font_name : NULL);
}

static void
cut_words(struct cutter *cut)
{
    while (cut->at < cut->n && *cut->p) {
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

void
ek_pdf_words(struct ek_pdf_sheet *sheet, PopplerPage *page)
{
    PopplerRectangle *boxes = NULL;
    guint n = 0;
    g_autofree char *text = poppler_page_get_text(page);
    poppler_page_get_size(page, &sheet->width, &sheet->height);
    if (!text || !poppler_page_get_text_layout(page, &boxes, &n))
        return;
    GList *types = poppler_page_get_text_attributes(page);
    struct cutter cut = {.sheet = sheet,
                         .boxes = boxes,
                         .n = n,
                         .run = types,
                         .types = g_ptr_array_new(),
                         .p = text};
    cut_words(&cut);
    ek_pdf_mend_sizes(sheet, cut.types);
    g_ptr_array_free(cut.types, TRUE);
    sheet->flawed = *cut.p != '\0';
    poppler_page_free_text_attributes(types);
    g_free(boxes);
}
