/* SPDX-License-Identifier: Apache-2.0 */
/* 甲 and 乙. Terms.c knows them where their definition names what they are;
 * else the one that gives the service is the provider, and without a sign the
 * second one is. */
#include "config.h"

#include "frame/draft.h"

enum { PARTIES = 2, USES_LEAST = 3 };

static const char *const parties[] = {
#define EK_PARTY(text) text,
#include "frame/parties.def"
#undef EK_PARTY
};

static const char *const followers[] = {
#define EK_PARTY_AFTER(text) text,
#include "frame/parties.def"
#undef EK_PARTY_AFTER
};

static const char *const gifts[] = {
#define EK_PARTY_GIVES(text) text,
#include "frame/parties.def"
#undef EK_PARTY_GIVES
};

static size_t
times(ek_str all, ek_str party, const char *const *table, size_t n)
{
    size_t count = 0;
    for (size_t at = ek_str_find(all, party, 0); at < all.n;
         at = ek_str_find(all, party, at + party.n))
        if (ek_str_starts_any(ek_str_slice(all, at + party.n, all.n), table, n))
            count++;
    return count;
}

/* What terms.c has made of a party, or EK_WORDS. */
static ek_word
known(const struct ek_draft *draft, ek_str party)
{
    const ek_hits *hits = &draft->out->hits;
    for (size_t i = 0; i < hits->hits.n; i++) {
        const ek_hit *hit = &hits->hits.v[i];
        if (!ek_str_eq(ek_draft_words(draft, hit->span), party))
            continue;
        if (ek_vocab_is(draft, hit, EK_W_PROVIDER))
            return EK_W_PROVIDER;
        if (ek_vocab_is(draft, hit, EK_W_CUSTOMER))
            return EK_W_CUSTOMER;
    }
    return EK_WORDS;
}

static bool
first_provides(const struct ek_draft *draft, ek_str first, ek_str second)
{
    ek_str all = draft->segs->norm->bytes;
    ek_word one = known(draft, first), two = known(draft, second);
    if (one != EK_WORDS || two != EK_WORDS)
        return one == EK_W_PROVIDER || two == EK_W_CUSTOMER;
    return times(all, first, gifts, sizeof gifts / sizeof *gifts) >
           times(all, second, gifts, sizeof gifts / sizeof *gifts);
}

static void
add_uses(struct ek_draft *draft, ek_str party, ek_word word)
{
    ek_str all = draft->segs->norm->bytes;
    for (size_t at = ek_str_find(all, party, 0); at < all.n;
         at = ek_str_find(all, party, at + party.n)) {
        ek_str after = ek_str_slice(all, at + party.n, all.n);
        ek_hit hit = {{(uint32_t)at, (uint32_t)(at + party.n)},
                      (uint16_t)draft->words[word],
                      (uint8_t)EK_LANG_JA};
        if (ek_str_starts_any(after, followers,
                              sizeof followers / sizeof *followers))
            EK_PUSH(draft->arena, draft->out->hits.hits, hit);
    }
}

void
ek_parties_add(struct ek_draft *draft)
{
    ek_str all = draft->segs->norm->bytes;
    ek_str both[PARTIES];
    for (int i = 0; i < PARTIES; i++) {
        both[i] = ek_str_of(parties[i]);
        if (!draft->segs->has_ja ||
            times(all, both[i], followers,
                  sizeof followers / sizeof *followers) < USES_LEAST)
            return;
    }
    bool first = first_provides(draft, both[0], both[1]);
    for (int i = 0; i < PARTIES; i++)
        if (known(draft, both[i]) == EK_WORDS)
            add_uses(draft, both[i],
                     first == (i == 0) ? EK_W_PROVIDER : EK_W_CUSTOMER);
    ek_hits_sort(&draft->out->hits);
}
