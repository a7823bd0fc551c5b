/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/check.h"

#include <stdio.h>
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

static void
check_use(const ek_pack *pack, ek_diag *diag)
{
    ek_bits used = concepts_of_rules(pack);
    for (unsigned i = 0; i < pack->concepts.n; i++) {
        const ek_concept *c = &pack->concepts.v[i];
        if (!ek_bits_has(&used, i) && !serves_without_rules(c))
            ek_diag_say(diag, EK_D_pattern_unused, EK_STR(""), 0, c->id,
                        EK_STR(""));
    }
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

static void
check_examples(const ek_clause *clause, ek_diag *diag, ek_str languages)
{
    bool no = false, yes[EK_LANGS] = {false};
    for (size_t i = 0; i < clause->examples.n; i++) {
        const struct ek_example *e = &clause->examples.v[i];
        no = no || e->expect == EK_EXPECT_NO;
        yes[e->lang] = yes[e->lang] || e->expect == EK_EXPECT_YES;
    }
    if (!no)
        ek_diag_say(diag, EK_D_clause_examples, clause->file, 0, clause->id,
                    EK_STR("no"));
    for (ek_str w = ek_str_word(&languages); w.n; w = ek_str_word(&languages)) {
        char kind[16];
        snprintf(kind, sizeof kind, "yes %.*s", EK_ARG(w));
        if (!yes[ek_lang_of(w)])
            ek_diag_say(diag, EK_D_clause_examples, clause->file, 0, clause->id,
                        ek_str_of(kind));
    }
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
