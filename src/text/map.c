/* SPDX-License-Identifier: Apache-2.0 */
/* ESSAY 1: the offset map.
 *
 * Patterns see one form of every character; readers of a report see what
 * stands in the contract. Between the two lies this map. A match has offsets
 * in the normalized text, a quote has offsets in the extracted text, and a
 * quote that is off by one byte is a broken character in somebody's report.
 *
 * Most of a text is the same in both. So the map holds only what differs: a
 * list of edits, in order. Between two edits the offsets run side by side.
 * Take a line of a form, with half-width kana and two blanks:
 *
 *     text   ﾃ  ﾞ  ｰ  ﾀ  を  _  _  含  む  A  P  I        (_ is a blank)
 *            0  3  6  9  12 15 16 17 20 23 24 25 26
 *
 *     norm   デ    ー タ  を        含  む  a  p  i
 *            0     3  6  9          12  15 18 19 20 21
 *
 *     edits  {norm 0,  text 0,  norm_len 3, text_len 6}   two marks, one kana
 *            {norm 12, text 15, norm_len 0, text_len 2}   blanks dropped
 *
 * The ｰ and the ﾀ became other characters but of as many bytes, and A became
 * a: nothing to record. An edit says where offsets go out of step, and how
 * much of the text belongs together (its unit); it does not say what was
 * written, for the bytes on both sides tell that.
 *
 * Mapping is one bisection for each end of a span. To map the match タを含む
 * (norm 6..18) back: the last edit that begins at or before 6 is the first
 * one; 6 lies 3 bytes behind its end in norm, hence 3 bytes behind its end in
 * text: 9. For the far end we ask about the last byte inside, 17, not about
 * 18: the last edit at or before 17 is the second one, 18 lies 6 bytes behind
 * its end, so the text ends at 17 + 6 = 23. The quote is text 9..23, the two
 * blanks included, because they stand inside of what was matched. A match 含む
 * (norm 12..18) begins at 17: both edits begin at or before 12, the second one
 * has no length in norm, and what was dropped before a match is not part of
 * it. That is why each end asks about a byte and not about a gap between
 * bytes, and why the laws hold:
 *
 *   - monotone: a later offset never maps to an earlier one;
 *   - total: every span within the size maps, an empty one to an empty one;
 *   - the empty spans at both ends map to the ends;
 *   - the text span is the smallest run of whole units that covers the
 *     normalized span (デ alone maps to ﾃﾞ, never to half of it), and mapping
 *     there and back covers what one began with. Spans begin and end at
 *     characters: a span that cuts a copied character in two stays cut.
 *
 * Two traps, both measured before this was written.
 *
 * (a) utf8proc can normalize a whole string but does not say where each
 * character came from. So norm.c normalizes unit by unit: a character with the
 * marks that follow it (fold.c knows where a unit ends). For Japanese and
 * English that equals normalizing the whole string: 4,186 characters, three
 * million random strings of two to five, no difference; ﾊ and ﾟ stay together
 * as the one unit they are. Korean does not behave: ㄱ (U+3131) and ㅏ (U+314F)
 * are each a character of their own, and only NFKC makes them 가. In a mixture
 * with such letters 1,006 of three million strings differed. So a run of
 * compatibility, enclosed or half-width Hangul letters is one unit.
 *
 *     text   か ﾞ | ㄱ ㅏ | ｶ ﾞ | é        units, cut at |
 *     norm   が   | 가    | ガ  | é
 *
 * (b) NFKC is too willing: ① becomes 1, Ⅳ becomes iv, and ㈠ becomes (一).
 * Then 「①目的」 reads 「1目的」, and the list has lost its markers before the
 * segmenter sees them. fold.def names what NFKC must not touch, each with its
 * reason, and the few things it must fold besides (quotes, dashes, invisible
 * characters). ㈱ is no marker and does become (株).
 */
#include "config.h"

#include "text/map.h"

enum side { NORM, TEXT };

static uint32_t
begins(const struct ek_edit *edit, enum side side)
{
    return side == NORM ? edit->norm : edit->text;
}

static uint32_t
ends(const struct ek_edit *edit, enum side side)
{
    return side == NORM ? edit->norm + edit->norm_len
                        : edit->text + edit->text_len;
}

static bool
continues_drop(const struct ek_edit *last, const struct ek_edit *edit)
{
    return last->norm_len == 0 && edit->norm_len == 0 &&
           last->norm == edit->norm && ends(last, TEXT) == edit->text;
}

void
ek_map_add(ek_map *map, ek_arena *arena, struct ek_edit edit)
{
    struct ek_edit *last =
        map->edits.n ? &map->edits.v[map->edits.n - 1] : NULL;
    if (last && continues_drop(last, &edit))
        last->text_len += edit.text_len;
    else
        EK_PUSH(arena, map->edits, edit);
}

void
ek_map_stretch(ek_map *map, ek_arena *arena, uint32_t norm, ek_tspan tail)
{
    enum { KANA = 3 }; /* bytes */
    struct ek_edit *last =
        map->edits.n ? &map->edits.v[map->edits.n - 1] : NULL;
    uint32_t n = tail.end - tail.begin;
    struct ek_edit whole = {norm - KANA, tail.begin - KANA, KANA, KANA + n};
    if (last && ends(last, TEXT) == tail.begin)
        last->text_len += n;
    else
        EK_PUSH(arena, map->edits, whole);
}

static const struct ek_edit *
last_edit_at(const ek_map *map, enum side side, uint32_t offset)
{
    size_t low = 0, high = map->edits.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (begins(&map->edits.v[middle], side) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &map->edits.v[low - 1] : NULL;
}

static uint32_t
begin_across(const ek_map *map, enum side from, uint32_t offset)
{
    enum side to = from == NORM ? TEXT : NORM;
    const struct ek_edit *edit = last_edit_at(map, from, offset);
    if (!edit)
        return offset;
    if (offset < ends(edit, from))
        return begins(edit, to);
    return ends(edit, to) + (offset - ends(edit, from));
}

static uint32_t
end_across(const ek_map *map, enum side from, uint32_t offset)
{
    enum side to = from == NORM ? TEXT : NORM;
    const struct ek_edit *edit = last_edit_at(map, from, offset - 1);
    if (!edit)
        return offset;
    if (offset <= ends(edit, from))
        return ends(edit, to);
    return ends(edit, to) + (offset - ends(edit, from));
}

static uint32_t
at_most(uint32_t offset, uint32_t size)
{
    return offset < size ? offset : size;
}

ek_tspan
ek_map_to_text(const ek_map *map, ek_nspan span)
{
    uint32_t begin = at_most(span.begin, map->norm_size);
    uint32_t end = at_most(span.end, map->norm_size);
    bool first_gap = begin == 0 && end == 0;
    ek_tspan out = {first_gap ? 0 : begin_across(map, NORM, begin), 0};
    out.end = end > begin ? end_across(map, NORM, end) : out.begin;
    return out;
}

ek_nspan
ek_map_to_norm(const ek_map *map, ek_tspan span)
{
    uint32_t begin = at_most(span.begin, map->text_size);
    uint32_t end = at_most(span.end, map->text_size);
    ek_nspan out = {begin_across(map, TEXT, begin), 0};
    out.end = end > begin ? end_across(map, TEXT, end) : out.begin;
    return out;
}
