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
    struct dots box;
    int end;   /* of the word before, in dots; -1 at the line's begin */
    bool wide; /* it was Japanese */
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

static void
write_word(const struct ek_ocr_picture *picture, const TessResultIterator *at,
           struct line *line, const char *text)
{
    struct dots d;
    if (!box_of(at, RIL_WORD, &d))
        return;
    double tall = line->box.y1 - line->box.y0;
    float sure = TessResultIteratorConfidence(at, RIL_WORD);
    struct ek_pdf_word word = {
        .box = points(picture, &d),
        .size = (float)(tall * picture->high / picture->height),
        .confidence = sure < 1     ? 1
                      : sure > 100 ? 100
                                   : (uint32_t)sure,
        .text = {text, strlen(text)},
    };
    if (line->end >= 0 && (line->wide || is_wide(text)) &&
        d.x0 - line->end < tall)
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
        if (TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE)) {
            line.end = -1;
            box_of(at, RIL_TEXTLINE, &line.box);
        }
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
