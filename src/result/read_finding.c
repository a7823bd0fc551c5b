/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/read_finding.h"

#include "result/document_json.h"

static bool
read_kind(ek_finding *f, struct ek_taken *from)
{
    ek_str word;
    if (!ek_take_text(&word, from, "kind"))
        return false;
    for (int k = EK_PRESENT; k <= EK_GAVE_UP; k++) {
        f->kind = (ek_finding_kind)k;
        if (ek_str_is(word, ek_finding_kind_word(f->kind)))
            return true;
    }
    return ek_take_fail(from->taker, "kind");
}

static bool
read_tier(ek_finding *f, struct ek_taken *from)
{
    ek_str word;
    if (!ek_take_text(&word, from, "tier"))
        return false;
    for (int t = EK_TIER_FINDING; t <= EK_TIER_CLUE; t++) {
        f->tier = (ek_tier)t;
        if (ek_str_is(word, ek_tier_word(f->tier)))
            return true;
    }
    return ek_take_fail(from->taker, "tier");
}

static bool
read_lang(ek_finding *f, struct ek_taken *from)
{
    ek_str word;
    if (!ek_take_text(&word, from, "lang"))
        return false;
    f->lang = ek_lang_of(word);
    return ek_str_is(word, ek_lang_word(f->lang)) ||
           ek_take_fail(from->taker, "lang");
}

static bool
read_group(ek_finding *f, struct ek_taken *from)
{
    ek_str letter;
    if (!ek_take_text(&letter, from, "group"))
        return false;
    if (letter.n > 1 || (letter.n && (letter.p[0] < 'A' || letter.p[0] > 'Z')))
        return ek_take_fail(from->taker, "group");
    f->group = letter.n ? letter.p[0] : 0;
    return true;
}

static bool
read_place(ek_finding *f, struct ek_taken *from)
{
    struct ek_taken place;
    if (!ek_take_object(&place, from, "place") ||
        !ek_place_take(&f->place, &place))
        return false;
    if (!ek_take_number(&f->line, &place, "line") ||
        !ek_take_number(&f->end_line, &place, "end_line") ||
        !ek_take_number(&f->column, &place, "column"))
        return false;
    if (f->line == 0 || f->column == 0 || f->end_line < f->line)
        return ek_take_fail(place.taker, "place");
    return ek_take_text(&f->article, &place, "article") &&
           ek_take_close(&place, "place");
}

static bool
read_span(ek_finding *f, struct ek_taken *from)
{
    struct ek_taken span;
    uint32_t bytes[2] = {0, 0};
    bool good = ek_take_object(&span, from, "span") &&
                ek_take_pair(bytes, &span, "byte") &&
                ek_take_pair(f->chars, &span, "char") &&
                ek_take_close(&span, "span");
    f->span = (ek_tspan){bytes[0], bytes[1]};
    return good;
}

static bool
add_word(uint32_t *bits, ek_qualifier q, struct ek_taker *taker,
         const json_t *json)
{
    ek_str word;
    if (!ek_take_string(&word, taker, json, ek_qualifier_name(q)))
        return false;
    uint32_t bit = ek_qualifier_bit(q, word);
    if (bit <= *bits) /* unknown, twice, or out of order */
        return ek_take_fail(taker, ek_qualifier_name(q));
    *bits |= bit;
    return true;
}

/* A single-valued qualifier with one value is a string; everything else is an
 * array in the order of the vocabulary. */
static bool
read_qualifier(uint32_t *bits, struct ek_taken *frame, ek_qualifier q)
{
    const char *name = ek_qualifier_name(q);
    if (!ek_take_has(frame, name))
        return true;
    const json_t *json = json_object_get(frame->json, name);
    frame->keys++;
    if (json_is_string(json) && !ek_qualifier_many(q))
        return add_word(bits, q, frame->taker, json);
    if (json_array_size(json) < (ek_qualifier_many(q) ? 1 : 2))
        return ek_take_fail(frame->taker, name);
    for (size_t i = 0; i < json_array_size(json); i++)
        if (!add_word(bits, q, frame->taker, json_array_get(json, i)))
            return false;
    return true;
}

static bool
read_frame(ek_finding *f, struct ek_taken *from)
{
    struct ek_taken frame;
    if (!ek_take_object(&frame, from, "frame"))
        return false;
    for (int q = 0; q < EK_QUALIFIERS; q++)
        if (!read_qualifier(&f->quals.bits[q], &frame, (ek_qualifier)q))
            return false;
    return ek_take_close(&frame, "frame");
}

static bool
read_where(ek_finding *f, struct ek_taken *from)
{
    if (f->kind != EK_PRESENT)
        return ek_take_text(&f->reason, from, "reason");
    return read_place(f, from) && read_span(f, from) &&
           ek_take_text(&f->quote, from, "quote");
}

bool
ek_finding_read(ek_finding *out, struct ek_taken *from, bool bundle)
{
    return ek_take_text(&out->clause, from, "clause") &&
           ek_take_text(&out->rule, from, "rule") && read_group(out, from) &&
           ek_take_label(&out->title, from, "title") && read_kind(out, from) &&
           read_tier(out, from) && read_lang(out, from) &&
           (!bundle || out->kind == EK_ABSENT ||
            ek_take_number(&out->document, from, "document")) &&
           read_where(out, from) && read_frame(out, from) &&
           ek_take_text(&out->fingerprint, from, "fingerprint") &&
           ek_take_text(&out->wording, from, "wording");
}
