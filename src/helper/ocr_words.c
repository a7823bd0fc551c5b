/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/ocr_words.h"

#include "helper/lines.h"

#include <tesseract/capi.h>

#include <string.h>

struct dots {
    int x0, y0, x1, y1;
};

/* What is known of the words of one line. */
struct line {
    struct dots base; /* from one end to the other of what it stands on */
    double tall;      /* dots */
    int end;          /* of the word before, in dots; -1 at the line's begin */
    bool wide;        /* it was Japanese */
};

static struct ek_pdf_box
points(const struct ek_ocr_picture *picture, const struct dots *d)
{
    double x = picture->wide / picture->width;
    double y = picture->high / picture->height;
    return (struct ek_pdf_box){(float)(d->x0 * x), (float)(d->y0 * y),
                               (float)(d->x1 * x), (float)(d->y1 * y)};
}

static bool
box_of(const TessResultIterator *at, TessPageIteratorLevel level,
       struct dots *d)
{
    return TessPageIteratorBoundingBox(
        TessResultIteratorGetPageIteratorConst(at), level, &d->x0, &d->y0,
        &d->x1, &d->y1);
}

/* Japanese words have no blanks between; the letters begin at U+3000. */
static bool
is_wide(const char *text)
{
    return (unsigned char)*text >= 0xe3;
}

/* A comma is as tall as its line: so tight a box would stand on another. */
static void
stand_on(const struct line *line, struct dots *d)
{
    const double below = 0.15;
    double run = line->base.x1 - line->base.x0;
    double slope = run > 0 ? (line->base.y1 - line->base.y0) / run : 0;
    double y = line->base.y0 + slope * ((d->x0 + d->x1) / 2 - line->base.x0);
    d->y1 = (int)(y + below * line->tall);
    d->y0 = (int)(d->y1 - line->tall);
}

static void
begin_line(struct line *line, const TessResultIterator *at)
{
    struct dots box = {0, 0, 0, 0};
    struct dots *base = &line->base;
    *line = (struct line){.end = -1};
    box_of(at, RIL_TEXTLINE, &box);
    if (!TessPageIteratorBaseline(TessResultIteratorGetPageIteratorConst(at),
                                  RIL_TEXTLINE, &base->x0, &base->y0, &base->x1,
                                  &base->y1))
        *base = (struct dots){box.x0, box.y1, box.x1, box.y1};
    int rise = base->y1 - base->y0;
    line->tall = box.y1 - box.y0 - (rise < 0 ? -rise : rise);
    if (line->tall < 1)
        line->tall = 1;
}

static void
write_word(const struct ek_ocr_picture *picture, const TessResultIterator *at,
           struct line *line, const char *text)
{
    struct dots d;
    if (!box_of(at, RIL_WORD, &d))
        return;
    stand_on(line, &d);
    float sure = TessResultIteratorConfidence(at, RIL_WORD);
    struct ek_pdf_word word = {
        .box = points(picture, &d),
        .size = (float)(line->tall * picture->high / picture->height),
        .confidence = sure < 1     ? 1
                      : sure > 100 ? 100
                                   : (uint32_t)sure,
        .text = {text, strlen(text)},
    };
    if (line->end >= 0 && (line->wide || is_wide(text)) &&
        d.x0 - line->end < line->tall)
        word.flags |= EK_PDF_JOINED;
    line->end = d.x1;
    line->wide = is_wide(text);
    ek_lines_word(&word);
}

static void
write_words(const struct ek_ocr_picture *picture, TessResultIterator *at)
{
    struct line line = {.end = -1};
    do {
        const TessPageIterator *place =
            TessResultIteratorGetPageIteratorConst(at);
        char *text = TessResultIteratorGetUTF8Text(at, RIL_WORD);
        if (TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE))
            begin_line(&line, at);
        if (text && *text)
            write_word(picture, at, &line, text);
        TessDeleteText(text);
    } while (TessResultIteratorNext(at, RIL_WORD));
}

bool
ek_ocr_words(const struct ek_ocr_picture *picture, const char *data,
             const char *languages)
{
    TessBaseAPI *api = TessBaseAPICreate();
    bool good = TessBaseAPIInit3(api, data, languages) == 0;
    if (good) {
        TessBaseAPISetImage(api, picture->gray, (int)picture->width,
                            (int)picture->height, 1, (int)picture->width);
        TessBaseAPISetSourceResolution(
            api, (int)(picture->width * 72 / picture->wide));
        good = TessBaseAPIRecognize(api, NULL) == 0;
    }
    if (good) {
        TessResultIterator *at = TessBaseAPIGetIterator(api);
        ek_lines_count("pages", 1);
        ek_lines_page(1, picture->wide, picture->high, "");
        if (at)
            write_words(picture, at);
        TessResultIteratorDelete(at);
    }
    TessBaseAPIEnd(api);
    TessBaseAPIDelete(api);
    return good;
}
