/* SPDX-License-Identifier: Apache-2.0 */
/* Lead-ins and the ends of sentences: which part announces a list, whether an
 * item needs its act, and whether a Japanese sentence has its verb. */
#include "config.h"

#include "frame/draft.h"

static bool
is_of_matters(ek_str text)
{
    static const char *const words[] = {
#define EK_MATTER(text) text,
#include "frame/lead.def"
    };
    return ek_str_holds_any(text, words, sizeof words / sizeof *words);
}

static bool
announces(ek_str text)
{
    static const char *const words[] = {
#define EK_LEAD(text) text,
#include "frame/lead.def"
    };
    return ek_str_holds_any(text, words, sizeof words / sizeof *words);
}

/* "we only do so to provide the service": other cases are exceptions. */
bool
ek_frame_is_sole(const struct ek_draft *draft, const ek_frame *frame)
{
    static const char *const words[] = {
#define EK_SOLELY(text) text,
#include "frame/lead.def"
    };
    ek_str text = ek_draft_words(draft, frame->span);
    return ek_str_holds_any(text, words, sizeof words / sizeof *words);
}

static ek_str
without_stop(ek_str text)
{
    static const char *const stops[] = {
#define EK_STOP(text) text,
#include "frame/lead.def"
    };
    text = ek_str_trim(text);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        ek_str stop = ek_str_of(stops[i]);
        if (ek_str_ends(text, stop))
            return ek_str_slice(text, 0, text.n - stop.n);
    }
    return text;
}

/* A sentence that ends without a full stop is continued by its list. */
static bool
is_open(ek_str text)
{
    text = ek_str_trim(text);
    return without_stop(text).n == text.n;
}

/* 保存されます(第3条を参照)。 */
static ek_str
without_aside(ek_str text)
{
    if (!ek_str_ends(text, EK_STR(")")))
        return text;
    size_t open = text.n;
    while (open && text.p[open - 1] != '(')
        open--;
    return open > 1 ? ek_str_slice(text, 0, open - 1) : text;
}

/* Japanese: a polite verb, or a plain one before a full stop. */
bool
ek_frame_ends(const struct ek_draft *draft, const ek_frame *frame)
{
    static const char *const polite[] = {
#define EK_POLITE(text) text,
#include "frame/lead.def"
    };
    static const char *const finite[] = {
#define EK_FINITE(text) text,
#include "frame/lead.def"
    };
    if (frame->lang == EK_LANG_EN)
        return true;
    ek_str text = ek_draft_words(draft, draft->segs->v[frame->sentence].body);
    bool stopped = !is_open(text);
    text = without_aside(without_stop(text));
    return ek_str_ends_any(text, polite, sizeof polite / sizeof *polite) ||
           (stopped &&
            ek_str_ends_any(text, finite, sizeof finite / sizeof *finite));
}

bool
ek_frame_asks(const struct ek_draft *draft, const ek_frame *frame)
{
    static const char *const words[] = {
#define EK_REQUEST(text) text,
#include "frame/lead.def"
    };
    ek_str text = without_stop(ek_draft_words(draft, frame->span));
    return ek_str_ends_any(text, words, sizeof words / sizeof *words);
}

bool
ek_frame_points(const struct ek_draft *draft, const ek_frame *frame)
{
    static const char *const words[] = {
#define EK_POINTER(text) text,
#include "frame/lead.def"
    };
    ek_str text = ek_draft_words(draft, frame->span);
    return ek_str_holds_any(text, words, sizeof words / sizeof *words) &&
           ek_frame_asks(draft, frame);
}

/* The last part of the lead-in that announces; else the last that ends in a
 * colon; else its first frame, if the sentence is open. */
static uint32_t
carrier(const struct ek_draft *draft, uint32_t sentence)
{
    const ek_seg *segs = draft->segs->v;
    uint32_t found = EK_SEG_NO, colon = EK_SEG_NO, first = EK_SEG_NO;
    for (uint32_t part = sentence + 1; part < segs[sentence].next; part++) {
        uint32_t frame = draft->frame_of[part];
        if (first == EK_SEG_NO)
            first = frame;
        ek_str text = ek_draft_words(draft, segs[part].span);
        if (announces(text))
            found = frame;
        if (ek_str_ends(ek_str_trim(text), EK_STR(":")))
            colon = frame;
    }
    if (found != EK_SEG_NO || colon != EK_SEG_NO)
        return found != EK_SEG_NO ? found : colon;
    return is_open(ek_draft_words(draft, segs[sentence].span)) ? first
                                                               : EK_SEG_NO;
}

static bool
is_instance(ek_str text)
{
    static const char *const words[] = {
#define EK_INSTANCE(text) text,
#include "frame/lead.def"
    };
    text = without_stop(text);
    while (text.n && (text.p[text.n - 1] == ':' || text.p[text.n - 1] == ','))
        text = ek_str_trim(ek_str_slice(text, 0, text.n - 1));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ek_str_eq(text, ek_str_of(words[i])))
            return true;
    return false;
}

/* "We must process your data at times. For example:" announces what the
 * sentence before it says. */
static uint32_t
sentence_before(const struct ek_draft *draft, uint32_t sentence)
{
    const ek_seg *segs = draft->segs->v;
    for (uint32_t i = sentence; i > 0; i--)
        if (segs[i - 1].kind == EK_SEG_SENTENCE)
            return segs[i - 1].parent == segs[sentence].parent ? i - 1
                                                               : EK_SEG_NO;
    return EK_SEG_NO;
}

static uint32_t
announced_by(const struct ek_draft *draft, uint32_t sentence)
{
    const ek_seg *segs = draft->segs->v;
    uint32_t before = sentence_before(draft, sentence);
    if (before == EK_SEG_NO ||
        !is_instance(ek_draft_words(draft, segs[sentence].body)))
        return carrier(draft, sentence);
    for (uint32_t part = before + 1; part < segs[before].next; part++)
        if (draft->frame_of[part] != EK_SEG_NO)
            return draft->frame_of[part];
    return carrier(draft, sentence);
}

uint32_t
ek_lead_of(const struct ek_draft *draft, const ek_frame *frame)
{
    const ek_segs *segs = draft->segs;
    for (uint32_t i = frame->sentence; i != EK_SEG_NO; i = segs->v[i].parent)
        if (segs->v[i].lead != EK_SEG_NO && segs->v[i].lead < frame->sentence)
            return announced_by(draft, segs->v[i].lead);
    return EK_SEG_NO;
}

/* A Japanese item with its verb says what is done by itself. */
static bool
is_sentence(const ek_frame *frame)
{
    return frame->lang == EK_LANG_JA && frame->finished;
}

bool
ek_lead_gives_acts(const struct ek_draft *draft, const ek_frame *frame,
                   bool bare)
{
    const ek_frame *lead = &draft->out->v.v[frame->lead];
    if (is_of_matters(ek_draft_words(draft, lead->span)))
        return false;
    return bare || !is_sentence(frame);
}
