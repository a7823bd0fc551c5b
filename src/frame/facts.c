/* SPDX-License-Identifier: Apache-2.0 */
/* Document facts: what kind of document it is, and whether its personal data
 * are what the customer stores. In a data processing agreement they are; in a
 * policy only where it says so. */
#include "config.h"

#include "frame/draft.h"

enum {
    HEAD_BYTES = 400, /* a kind named here is the kind */
    MANY = 6,         /* hits anywhere that make it the kind */
};

static bool
begins_with(const struct ek_draft *draft, ek_word word)
{
    const ek_hits *hits = &draft->out->hits;
    for (size_t i = 0;
         i < hits->hits.n && hits->hits.v[i].span.begin < HEAD_BYTES; i++)
        if (ek_vocab_is(draft, &hits->hits.v[i], word))
            return true;
    return false;
}

static size_t
mentions(const struct ek_draft *draft, ek_word word)
{
    const ek_hits *hits = &draft->out->hits;
    size_t n = 0;
    for (size_t i = 0; i < hits->hits.n; i++)
        if (ek_vocab_is(draft, &hits->hits.v[i], word))
            n++;
    return n;
}

static bool
speaks_of(const struct ek_draft *draft, ek_word word, size_t many)
{
    return mentions(draft, word) >= many;
}

static bool
is_kind(const struct ek_draft *draft, ek_word word)
{
    return begins_with(draft, word) || speaks_of(draft, word, MANY);
}

/* A policy names processors and transfers too: it must say it in its head. */
static bool
is_dpa(const struct ek_draft *draft)
{
    if (begins_with(draft, EK_W_DOC_DPA))
        return true;
    return !begins_with(draft, EK_W_DOC_PRIVACY) &&
           speaks_of(draft, EK_W_DOC_DPA, 2 * MANY);
}

/* A policy speaks of terms too: it must say in its head that it is both. */
static bool
is_terms(const struct ek_draft *draft)
{
    return begins_with(draft, EK_W_DOC_TERMS) ||
           (!begins_with(draft, EK_W_DOC_PRIVACY) &&
            speaks_of(draft, EK_W_DOC_TERMS, MANY));
}

static void
note(struct ek_draft *draft, ek_word word, bool holds)
{
    if (holds && draft->words[word] < EK_BITS)
        ek_bits_set(&draft->out->document, draft->words[word]);
}

static bool
is_information(const struct ek_draft *draft, const ek_hit *hit)
{
    ek_str words = ek_draft_words(draft, hit->span);
    return ek_str_ends(words, EK_STR("information")) ||
           ek_str_ends(words, EK_STR("data")) ||
           ek_str_ends(words, EK_STR("\xE6\x83\x85\xE5\xA0\xB1"));
}

/* Each mention of a word becomes a mention of stored data as well. */
static void
take_for_stored(struct ek_draft *draft, ek_word word)
{
    size_t n = draft->out->hits.hits.n;
    for (size_t i = 0; i < n; i++) {
        ek_hit hit = draft->out->hits.hits.v[i];
        if (!ek_vocab_is(draft, &hit, word) ||
            (word == EK_W_CONFIDENTIAL && !is_information(draft, &hit)))
            continue;
        hit.concept_index = (uint16_t)draft->words[EK_W_STORED];
        EK_PUSH(draft->arena, draft->out->hits.hits, hit);
    }
    ek_hits_sort(&draft->out->hits);
}

static bool
is_entered(ek_str words)
{
    static const char *const texts[] = {
#define EK_ENTERED(text) text,
#include "frame/heading.def"
    };
    return ek_str_holds_any(words, texts, sizeof texts / sizeof *texts);
}

static bool
is_policy(const struct ek_draft *draft, ek_lang lang)
{
    if (lang == EK_LANG_JA)
        return is_kind(draft, EK_W_DOC_PRIVACY);
    return begins_with(draft, EK_W_DOC_PRIVACY) &&
           mentions(draft, EK_W_DOC_PRIVACY) >
               2 * mentions(draft, EK_W_DOC_TERMS);
}

/* A policy of a service that speaks again and again of what its users enter:
 * there "personal data" are that, too. */
static bool
is_policy_of_entered(const struct ek_draft *draft, ek_lang lang)
{
    enum { AGAIN = 3, SPARSE = 5000 /* bytes to a mention */ };
    const ek_hits *hits = &draft->out->hits;
    uint32_t end = 0;
    unsigned n = 0;
    for (size_t i = 0; i < hits->hits.n; i++) {
        const ek_hit *hit = &hits->hits.v[i];
        if (hit->lang != lang || hit->span.begin < end ||
            !ek_vocab_is(draft, hit, EK_W_STORED) ||
            !is_entered(ek_draft_words(draft, hit->span)))
            continue;
        end = hit->span.end;
        n++;
    }
    return n >= AGAIN && n * SPARSE >= draft->segs->norm->bytes.n &&
           is_policy(draft, lang) && speaks_of(draft, EK_W_DOC_CLOUD, 2);
}

void
ek_facts_gather(struct ek_draft *draft)
{
    bool dpa = is_dpa(draft);
    note(draft, EK_W_DOC_DPA, dpa);
    note(draft, EK_W_DOC_PRIVACY, is_kind(draft, EK_W_DOC_PRIVACY));
    note(draft, EK_W_DOC_TERMS, is_terms(draft));
    note(draft, EK_W_DOC_CLOUD, speaks_of(draft, EK_W_DOC_CLOUD, 2));
    bool personal = dpa || speaks_of(draft, EK_W_DOC_PERSONAL, 1) ||
                    ek_heading_collects_stored(draft) ||
                    is_policy_of_entered(draft, EK_LANG_JA) ||
                    is_policy_of_entered(draft, EK_LANG_EN);
    note(draft, EK_W_DOC_PERSONAL, personal);
    if (personal)
        take_for_stored(draft, EK_W_PERSONAL);
    if (personal && !dpa) {
        take_for_stored(draft, EK_W_COLLECTED);
        take_for_stored(draft, EK_W_DOC_COLLECTED);
    }
    if (speaks_of(draft, EK_W_DOC_CONFIDENTIAL, 1))
        take_for_stored(draft, EK_W_CONFIDENTIAL);
}
