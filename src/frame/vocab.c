/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "frame/draft.h"

static ek_role
role_of(ek_str role)
{
    static const char *const names[EK_ROLES] = {
        "",        "act",       "object",  "actor", "recipient",
        "purpose", "authority", "consent", "mark",  "topic"};
    for (int i = 1; i < EK_ROLES; i++)
        if (ek_str_is(role, names[i]))
            return (ek_role)i;
    return EK_ROLE_OTHER;
}

void
ek_vocab_fill(struct ek_draft *draft)
{
    static const char *const ids[EK_WORDS] = {
#define EK_VOCAB(name, id) id,
#include "frame/vocab.def"
#undef EK_VOCAB
    };
    for (int i = 0; i < EK_WORDS; i++)
        draft->words[i] = ek_pack_concept(draft->pack, ek_str_of(ids[i]));
    for (size_t i = 0; i < draft->pack->concepts.n && i < EK_BITS; i++)
        draft->roles[i] = (uint8_t)role_of(draft->pack->concepts.v[i].role);
}

bool
ek_vocab_is(const struct ek_draft *draft, const ek_hit *hit, ek_word word)
{
    return hit->concept_index == draft->words[word];
}

ek_role
ek_vocab_role(const struct ek_draft *draft, const ek_hit *hit)
{
    return (ek_role)draft->roles[hit->concept_index];
}

ek_str
ek_draft_words(const struct ek_draft *draft, ek_nspan span)
{
    return ek_str_slice(draft->segs->norm->bytes, span.begin, span.end);
}
