/* SPDX-License-Identifier: Apache-2.0 */
/* Lists that have only a heading for a lead-in: 利用目的, 第三者提供, 委託先.
 * Where the document's personal data are stored data, its words say what is
 * done with them, and the items why and by whom. */
#include "config.h"

#include "frame/draft.h"

static ek_str
heading_of(const struct ek_draft *draft, uint32_t article)
{
    const ek_segs *segs = draft->segs;
    if (segs->v[article].kind != EK_SEG_ARTICLE || article + 1 >= segs->n ||
        segs->v[article + 1].kind != EK_SEG_HEADING)
        return EK_STR("");
    return ek_draft_words(draft, segs->v[article + 1].body);
}

static bool
holds(ek_str text, const char *word)
{
    return ek_str_find(text, ek_str_of(word), 0) < text.n;
}

static ek_word
act_of(ek_str heading)
{
    static const struct {
        const char *text;
        ek_word act;
    } table[] = {
#define EK_HEADING(text, act) {text, EK_W_##act},
#include "frame/heading.def"
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (holds(heading, table[i].text))
            return table[i].act;
    return EK_WORDS;
}

static void
add_act(struct ek_draft *draft, ek_frame *frame, ek_word word)
{
    struct ek_act act = {
        .span = {frame->span.begin, frame->span.begin},
        .polarity = EK_PERMIT,
        .modality = ek_qualifier_bit(EK_Q_modality, EK_STR("will")),
        .actor = ek_qualifier_bit(EK_Q_actor, EK_STR("provider")),
    };
    ek_bits_set(&act.concepts, draft->words[word]);
    ek_bits_set(&act.object, draft->words[EK_W_STORED]);
    EK_PUSH(draft->arena, draft->out->acts, act);
    frame->acts++;
}

static bool
is_list_of_collected(ek_str heading)
{
    static const char *const texts[] = {
#define EK_COLLECTED(text) text,
#include "frame/heading.def"
    };
    static const char *const lasts[] = {
#define EK_COLLECTED_LAST(text) text,
#include "frame/heading.def"
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (holds(heading, texts[i]))
            return true;
    while (heading.n && heading.p[heading.n - 1] == ')')
        heading.n--;
    return ek_str_ends_any(heading, lasts, sizeof lasts / sizeof *lasts);
}

/* Whether a line without a verb goes on with what stands above it. */
static bool
goes_on(const struct ek_draft *draft, const ek_frame *frame)
{
    bool open = frame->lang == EK_LANG_JA ? !frame->finished : frame->acts == 0;
    return open && frame->polarity == EK_PERMIT &&
           ek_bits_has(&draft->out->document, draft->words[EK_W_DOC_PERSONAL]);
}

static void
take_act_of(struct ek_draft *draft, ek_frame *frame, ek_str heading)
{
    ek_word word = act_of(heading);
    if (word == EK_WORDS && is_list_of_collected(heading) &&
        ek_bits_has(&frame->own, draft->words[EK_W_STORED]))
        word = EK_W_OBTAIN;
    if (word != EK_WORDS)
        add_act(draft, frame, word);
}

/* "Purpose of the processing:", in a line of its own before. */
static ek_str
caption_before(const struct ek_draft *draft, const ek_frame *frame)
{
    enum { LONGEST = 80 };
    if (frame->lang != EK_LANG_EN || frame == draft->out->v.v)
        return EK_STR("");
    ek_str text = ek_str_trim(ek_draft_words(draft, frame[-1].span));
    return text.n <= LONGEST && ek_str_ends(text, EK_STR(":")) ? text
                                                               : EK_STR("");
}

void
ek_heading_act(struct ek_draft *draft, ek_frame *frame)
{
    uint32_t article = ek_seg_up(draft->segs, frame->sentence, EK_SEG_ARTICLE);
    if (article == EK_SEG_NO || !goes_on(draft, frame))
        return;
    ek_str caption = caption_before(draft, frame);
    take_act_of(draft, frame, caption.n ? caption : heading_of(draft, article));
}

/* 利用目的は、以下のとおりです: a lead-in that says its act by a noun. */
void
ek_heading_act_of_lead(struct ek_draft *draft, ek_frame *frame)
{
    const ek_frame *lead = &draft->out->v.v[frame->lead];
    if (lead->acts == 0 && goes_on(draft, frame))
        take_act_of(draft, frame, ek_draft_words(draft, lead->span));
}

static bool
ends_as_heading(ek_str text)
{
    static const char *const texts[] = {
#define EK_HEADING(text, act) text,
#define EK_COLLECTED(text)    text,
#include "frame/heading.def"
    };
    text = ek_str_trim(text);
    if (ek_str_ends(text,
                    EK_STR("\xE3\x81\xAB\xE3\x81\xA4\xE3\x81\x84\xE3\x81\xA6")))
        text = ek_str_slice(text, 0, text.n - 12);
    return ek_str_ends_any(text, texts, sizeof texts / sizeof *texts);
}

/* 個人情報の利用目的, alone in its line among the items of the list before:
 * what follows belongs to it. */
bool
ek_heading_caption(struct ek_draft *draft, ek_frame *frame)
{
    enum { LONGEST = 20 * 3, FARTHEST = 40 };
    const ek_frame *first = draft->out->v.v;
    const ek_frame *from = frame;
    if (!goes_on(draft, frame) || frame->main != EK_SEG_NO)
        return false;
    for (unsigned n = 0; n < FARTHEST && from > first; n++) {
        from--;
        if (from == first + frame->lead)
            return false;
        ek_str text = ek_draft_words(draft, from->span);
        if (from->finished || text.n > LONGEST || !ends_as_heading(text))
            continue;
        take_act_of(draft, frame, text);
        return true;
    }
    return false;
}

/* A picture of the account is no stored data. */
static bool
is_inside_other_object(const struct ek_draft *draft, size_t i)
{
    enum { NEAR = 8 };
    const ek_hits *hits = &draft->out->hits;
    const ek_hit *hit = &hits->hits.v[i];
    for (size_t k = i > NEAR ? i - NEAR : 0; k < hits->hits.n && k <= i + NEAR;
         k++) {
        const ek_hit *other = &hits->hits.v[k];
        if (other->concept_index != hit->concept_index &&
            ek_vocab_role(draft, other) == EK_ROLE_OBJECT &&
            other->span.end - other->span.begin >=
                hit->span.end - hit->span.begin &&
            ek_nspan_holds(other->span, hit->span))
            return true;
    }
    return false;
}

static bool
holds_word(const struct ek_draft *draft, ek_nspan span, ek_word word)
{
    const ek_hits *hits = &draft->out->hits;
    for (size_t i = ek_hits_from(hits, span.begin);
         i < hits->hits.n && hits->hits.v[i].span.begin < span.end; i++)
        if (ek_vocab_is(draft, &hits->hits.v[i], word))
            return true;
    return false;
}

/* "We collect the following information:" */
static bool
lead_collects(const struct ek_draft *draft, uint32_t sentence)
{
    const ek_seg *segs = draft->segs->v;
    for (uint32_t i = sentence; i != EK_SEG_NO; i = segs[i].parent) {
        uint32_t lead = segs[i].lead;
        if (lead == EK_SEG_NO || lead >= sentence)
            continue;
        return holds_word(draft, segs[lead].span, EK_W_OBTAIN) &&
               !holds_word(draft, segs[lead].span, EK_W_NOT) &&
               !holds(ek_draft_words(draft, segs[lead].span),
                      "\xE7\x9B\xAE\xE7\x9A\x84") &&
               !holds(ek_draft_words(draft, segs[lead].span), "purpose");
    }
    return false;
}

static bool
heading_collects(const struct ek_draft *draft, uint32_t sentence)
{
    if (holds_word(draft, draft->segs->v[sentence].span, EK_W_NOT))
        return false;
    for (uint32_t up = draft->segs->v[sentence].parent; up != EK_SEG_NO;
         up = draft->segs->v[up].parent)
        if (is_list_of_collected(heading_of(draft, up)))
            return true;
    return false;
}

/* "your information" tells nothing of what it is. */
static bool
is_vague(const struct ek_draft *draft, const ek_hit *hit)
{
    ek_str words = ek_draft_words(draft, hit->span);
    return ek_str_ends(words, EK_STR("\xE6\x83\x85\xE5\xA0\xB1"));
}

static bool
names_stored(const struct ek_draft *draft, ek_nspan span)
{
    const ek_hits *hits = &draft->out->hits;
    for (size_t i = ek_hits_from(hits, span.begin);
         i < hits->hits.n && hits->hits.v[i].span.begin < span.end; i++) {
        const ek_hit *hit = &hits->hits.v[i];
        bool stored =
            ek_vocab_is(draft, hit, EK_W_DOC_COLLECTED) ||
            (hit->lang == EK_LANG_JA && ek_vocab_is(draft, hit, EK_W_STORED) &&
             !is_vague(draft, hit));
        if (stored && !is_inside_other_object(draft, i))
            return true;
    }
    return false;
}

/* 会話内容を取得します, in a policy. */
static bool
sentence_collects(const struct ek_draft *draft, ek_nspan span)
{
    enum { NEAR = 45 };
    const ek_hits *hits = &draft->out->hits;
    if (holds_word(draft, span, EK_W_NOT) ||
        !ek_bits_has(&draft->out->document, draft->words[EK_W_DOC_PRIVACY]))
        return false;
    for (size_t i = ek_hits_from(hits, span.begin);
         i < hits->hits.n && hits->hits.v[i].span.begin < span.end; i++) {
        const ek_hit *hit = &hits->hits.v[i];
        ek_nspan after = {hit->span.end, hit->span.end + NEAR};
        if (after.end > span.end)
            after.end = span.end;
        if (hit->lang == EK_LANG_JA &&
            ek_vocab_is(draft, hit, EK_W_DOC_COLLECTED) &&
            !is_inside_other_object(draft, i) &&
            holds_word(draft, after, EK_W_OBTAIN))
            return true;
    }
    return false;
}

bool
ek_heading_collects_stored(const struct ek_draft *draft)
{
    const ek_segs *segs = draft->segs;
    for (uint32_t i = 0; i < segs->n; i++)
        if (segs->v[i].kind == EK_SEG_SENTENCE &&
            names_stored(draft, segs->v[i].span) &&
            (lead_collects(draft, i) || heading_collects(draft, i) ||
             sentence_collects(draft, segs->v[i].span)))
            return true;
    return false;
}
