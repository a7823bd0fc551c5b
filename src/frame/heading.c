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
    for (size_t i = 0; i < sizeof lasts / sizeof *lasts; i++)
        if (ek_str_ends(heading, ek_str_of(lasts[i])))
            return true;
    return false;
}

void
ek_heading_act(struct ek_draft *draft, ek_frame *frame)
{
    uint32_t article = ek_seg_up(draft->segs, frame->sentence, EK_SEG_ARTICLE);
    if (frame->lang != EK_LANG_JA || frame->finished || article == EK_SEG_NO ||
        frame->polarity != EK_PERMIT ||
        !ek_bits_has(&draft->out->document, draft->words[EK_W_DOC_PERSONAL]))
        return;
    ek_str heading = heading_of(draft, article);
    ek_word word = act_of(heading);
    if (word == EK_WORDS && is_list_of_collected(heading) &&
        ek_bits_has(&frame->own, draft->words[EK_W_STORED]))
        word = EK_W_OBTAIN;
    if (word != EK_WORDS)
        add_act(draft, frame, word);
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

/* An item, a row, or a line that is no sentence: 会話の内容. */
static bool
is_listed(const struct ek_draft *draft, uint32_t seg)
{
    const ek_segs *segs = draft->segs;
    ek_frame line = {.sentence = seg, .lang = segs->v[seg].lang};
    return (line.lang == EK_LANG_JA && !ek_frame_ends(draft, &line)) ||
           ek_seg_up(segs, seg, EK_SEG_ITEM) != EK_SEG_NO ||
           ek_seg_up(segs, seg, EK_SEG_ROW) != EK_SEG_NO;
}

/* Segments and hits both stand by place: one walk over each. */
static bool
lists_stored(const struct ek_draft *draft, uint32_t article)
{
    const ek_seg *segs = draft->segs->v;
    const ek_hits *hits = &draft->out->hits;
    size_t hit = ek_hits_from(hits, segs[article].span.begin);
    for (uint32_t i = article + 1; i < segs[article].next; i++) {
        if (segs[i].kind != EK_SEG_SENTENCE || !is_listed(draft, i))
            continue;
        while (hit < hits->hits.n &&
               hits->hits.v[hit].span.begin < segs[i].span.begin)
            hit++;
        for (; hit < hits->hits.n &&
               hits->hits.v[hit].span.begin < segs[i].span.end;
             hit++)
            if (ek_vocab_is(draft, &hits->hits.v[hit], EK_W_STORED) &&
                !is_inside_other_object(draft, hit))
                return true;
    }
    return false;
}

bool
ek_heading_collects_stored(const struct ek_draft *draft)
{
    for (uint32_t i = 0; i < draft->segs->n; i++)
        if (is_list_of_collected(heading_of(draft, i)) &&
            lists_stored(draft, i))
            return true;
    return false;
}
