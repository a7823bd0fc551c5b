/* SPDX-License-Identifier: Apache-2.0 */
/* Titles that the segmenter has to take for paragraphs: "Access controls:",
 * "Logical separation", アクセス制御の監視. They name what follows, and so do
 * questions. */
#include "config.h"

#include "frame/draft.h"

enum {
    ENGLISH_LONGEST = 80, /* bytes */
    JAPANESE_LONGEST = 40 * 3,
    ENGLISH_WORDS = 2, /* so few make no statement, even with a full stop */
};

static bool
is_listed(const ek_segs *segs, uint32_t seg)
{
    return ek_seg_up(segs, seg, EK_SEG_ITEM) != EK_SEG_NO ||
           ek_seg_up(segs, seg, EK_SEG_ROW) != EK_SEG_NO;
}

static bool
has_stop(ek_str text)
{
    static const char *const stops[] = {
#define EK_STOP(text) text,
#include "frame/lead.def"
        ";",
        ",",
        "\xE3\x80\x81",
    };
    return ek_str_ends_any(text, stops, sizeof stops / sizeof *stops);
}

static size_t
count_words(ek_str text)
{
    size_t n = 0;
    while (ek_str_word(&text).n)
        n++;
    return n;
}

static bool
stands_alone(const struct ek_draft *draft, uint32_t sentence)
{
    const ek_seg *segs = draft->segs->v;
    return segs[segs[sentence].parent].next == segs[sentence].next &&
           segs[sentence].parent + 1 == sentence;
}

/* "Disclosure: where the law asks for it": a label and what it says. */
static bool
is_labelled(ek_str text)
{
    return ek_str_find(text, EK_STR(":"), 0) + 1 < text.n ||
           ek_str_find(text, EK_STR("\xE3\x80\x81"), 0) < text.n;
}

/* Several such lines in a row are a list. */
static bool
is_bare_line(const struct ek_draft *draft, uint32_t paragraph)
{
    const ek_segs *segs = draft->segs;
    if (paragraph + 1 >= segs->n ||
        segs->v[paragraph].kind != EK_SEG_PARAGRAPH ||
        segs->v[paragraph + 1].kind != EK_SEG_SENTENCE)
        return false;
    ek_frame line = {.sentence = paragraph + 1, .lang = EK_LANG_JA};
    return stands_alone(draft, paragraph + 1) && !ek_frame_ends(draft, &line);
}

static bool
has_bare_neighbour(const struct ek_draft *draft, uint32_t sentence)
{
    const ek_seg *segs = draft->segs->v;
    uint32_t paragraph = segs[sentence].parent;
    uint32_t before = paragraph;
    while (before > segs[paragraph].parent + 1 &&
           (before == paragraph || segs[before].kind != EK_SEG_PARAGRAPH))
        before--;
    return is_bare_line(draft, segs[paragraph].next) ||
           (before != paragraph && is_bare_line(draft, before));
}

bool
ek_frame_is_name(const struct ek_draft *draft, const ek_frame *frame)
{
    uint32_t sentence = frame->sentence;
    ek_str text =
        ek_str_trim(ek_draft_words(draft, draft->segs->v[sentence].body));
    if (ek_str_ends(text, EK_STR("?")))
        return true;
    if (is_listed(draft->segs, sentence) || frame->lead != EK_SEG_NO)
        return false;
    if (frame->lang == EK_LANG_EN && count_words(text) <= ENGLISH_WORDS)
        return true;
    if (!stands_alone(draft, sentence) || has_stop(text) || is_labelled(text))
        return false;
    return frame->lang == EK_LANG_EN
               ? text.n < ENGLISH_LONGEST
               : !frame->finished && text.n < JAPANESE_LONGEST &&
                     !has_bare_neighbour(draft, sentence);
}
