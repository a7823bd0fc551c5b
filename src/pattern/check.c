/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/check.h"

#include <string.h>

static void
check_patterns(const ek_pack *pack, ek_diag *diag)
{
    for (size_t i = 0; i < pack->patterns.n; i++) {
        const ek_pattern *p = &pack->patterns.v[i];
        ek_str gap = ek_check_gap(p->body);
        ek_str never = ek_check_never(p->body);
        if (gap.n)
            ek_diag_say(diag, EK_D_pattern_risky, p->file, p->line, gap,
                        EK_STR(""));
        if (ek_check_capture(p->body).n)
            ek_diag_say(diag, EK_D_pattern_capture, p->file, p->line, p->body,
                        EK_STR(""));
        if (never.n)
            ek_diag_say(diag, EK_D_pattern_never, p->file, p->line, never,
                        EK_STR(""));
    }
}

static ek_bits
concepts_of_rules(const ek_pack *pack)
{
    ek_bits used = {{0}};
    for (size_t i = 0; i < pack->rules.n; i++) {
        const ek_rule *rule = &pack->rules.v[i];
        for (size_t k = 0; k < rule->acts.n; k++) {
            ek_bits_add(&used, &rule->acts.v[k].any);
            ek_bits_add(&used, &rule->acts.v[k].object);
            ek_bits_add(&used, &rule->acts.v[k].weak);
            ek_bits_add(&used, &rule->acts.v[k].to);
        }
        for (size_t k = 0; k < rule->words.n; k++) {
            ek_bits_add(&used, &rule->words.v[k].any);
            ek_bits_add(&used, &rule->words.v[k].weak);
        }
    }
    return used;
}

/* Frames are built with the concepts of these roles, and a concept that stands
 * for a qualifier value is used when it is hit. */
static bool
serves_without_rules(const ek_concept *c)
{
    static const char *const roles[] = {"actor", "mark", "topic", "doc"};
    if (ek_words_have(EK_STR(EK_SAID_ROLES), c->role))
        return true;
    for (unsigned i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (ek_str_is(c->role, roles[i]))
            return true;
    }
    for (int q = 0; q < EK_QUALIFIERS; q++) {
        if (c->value.bits[q])
            return true;
    }
    return false;
}

ek_bits
ek_check_unused(const ek_pack *pack)
{
    ek_bits used = concepts_of_rules(pack), unused = {{0}};
    for (uint32_t i = 0; i < pack->concepts.n; i++)
        if (!ek_bits_has(&used, i) &&
            !serves_without_rules(&pack->concepts.v[i]))
            ek_bits_set(&unused, i);
    return unused;
}

static void
check_use(const ek_pack *pack, ek_diag *diag)
{
    ek_bits unused = ek_check_unused(pack);
    for (uint32_t i = 0; i < pack->concepts.n; i++)
        if (ek_bits_has(&unused, i))
            ek_diag_say(diag, EK_D_pattern_unused, EK_STR(""), 0,
                        pack->concepts.v[i].id, EK_STR(""));
}

static void
check_words(const ek_pack *pack, ek_diag *diag)
{
    ek_bits worded[EK_LANGS] = {{{0}}};
    for (size_t i = 0; i < pack->patterns.n; i++)
        ek_bits_set(&worded[pack->patterns.v[i].lang],
                    pack->patterns.v[i].concept_index);
    ek_str rest = pack->languages;
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
        for (unsigned i = 0; i < pack->concepts.n; i++) {
            if (!ek_bits_has(&worded[ek_lang_of(w)], i))
                ek_diag_say(diag, EK_D_pattern_wordless, EK_STR(""), 0,
                            pack->concepts.v[i].id, w);
        }
    }
}

static void
check_references(const ek_pack *pack, ek_diag *diag, ek_str file, ek_str ids)
{
    for (ek_str id = ek_str_word(&ids); id.n; id = ek_str_word(&ids)) {
        if (!ek_pack_provision(pack, id))
            ek_diag_say(diag, EK_D_pack_unknown, file, 0, id,
                        EK_STR("provision"));
    }
}

/* How many examples of a kind a clause type must have in each language: what
 * the provider may do with stored data is said in the most ways. */
static unsigned
examples_wanted(const ek_clause *clause)
{
    return clause->group == 'A' ? 8 : 4;
}

static unsigned
examples_of(const ek_clause *clause, ek_lang lang, int expect)
{
    unsigned n = 0;
    for (size_t i = 0; i < clause->examples.n; i++)
        n += clause->examples.v[i].lang == lang &&
             (int)clause->examples.v[i].expect == expect;
    return n;
}

static void
check_examples(const ek_clause *clause, ek_diag *diag, ek_str languages)
{
    static const struct {
        const char *word;
        int expect;
    } kinds[] = {{"yes", EK_EXPECT_YES}, {"no", EK_EXPECT_NO}};
    for (ek_str w = ek_str_word(&languages); w.n; w = ek_str_word(&languages))
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            unsigned n = examples_of(clause, ek_lang_of(w), kinds[k].expect);
            if (n >= examples_wanted(clause))
                continue;
            ek_diag_say(diag, EK_D_clause_examples, clause->file, 0, clause->id,
                        ek_arena_printf(diag->arena, "%s %.*s: %u/%u",
                                        kinds[k].word, EK_ARG(w), n,
                                        examples_wanted(clause)));
        }
}

/* Every concept that has words in a language shows one of them. */
static void
check_word_examples(const ek_pack *pack, ek_diag *diag)
{
    ek_bits worded[EK_LANGS] = {{{0}}}, shown[EK_LANGS] = {{{0}}};
    for (size_t i = 0; i < pack->patterns.n; i++)
        ek_bits_set(&worded[pack->patterns.v[i].lang],
                    pack->patterns.v[i].concept_index);
    for (size_t i = 0; i < pack->word_examples.n; i++)
        if (pack->word_examples.v[i].hit)
            ek_bits_set(&shown[pack->word_examples.v[i].lang],
                        pack->word_examples.v[i].concept_index);
    for (unsigned i = 0; i < pack->concepts.n; i++)
        for (ek_lang lang = EK_LANG_JA; lang < EK_LANG_OTHER; lang++)
            if (ek_bits_has(&worded[lang], i) && !ek_bits_has(&shown[lang], i))
                ek_diag_say(diag, EK_D_pattern_example, EK_STR(""), 0,
                            pack->concepts.v[i].id,
                            ek_str_of(ek_lang_word(lang)));
}

static bool
has_source(const ek_pack *pack, ek_str id)
{
    for (size_t i = 0; i < pack->sources.n; i++) {
        if (ek_str_eq(pack->sources.v[i].id, id))
            return true;
    }
    return false;
}

static void
check_sources(const ek_pack *pack, ek_diag *diag)
{
    for (size_t i = 0; i < pack->provisions.n; i++) {
        ek_str rest = pack->provisions.v[i].source;
        for (ek_str id = ek_str_word(&rest); id.n; id = ek_str_word(&rest)) {
            if (!has_source(pack, id))
                ek_diag_say(diag, EK_D_pack_unknown, pack->provisions.v[i].id,
                            0, id, EK_STR("source"));
        }
    }
}

unsigned
ek_pack_check(const ek_pack *pack, ek_diag *diag)
{
    size_t said = diag->lines.n;
    check_patterns(pack, diag);
    check_use(pack, diag);
    check_words(pack, diag);
    check_word_examples(pack, diag);
    for (size_t i = 0; i < pack->clauses.n; i++) {
        const ek_clause *clause = &pack->clauses.v[i];
        check_examples(clause, diag, pack->languages);
        check_references(pack, diag, clause->file, clause->provisions);
    }
    for (size_t i = 0; i < pack->changes.n; i++)
        check_references(pack, diag, EK_STR("pack.xml"),
                         pack->changes.v[i].provisions);
    check_sources(pack, diag);
    ek_pack_check_schema(pack, diag);
    return (unsigned)(diag->lines.n - said);
}
