/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/pack.h"

void
ek_pack_free(ek_pack *pack)
{
    if (pack)
        ek_arena_free(pack->arena);
}

uint32_t
ek_pack_concept(const ek_pack *pack, ek_str id)
{
    size_t low = 0, high = pack->concepts_by_id.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t i = pack->concepts_by_id.v[middle];
        int order = ek_str_cmp(pack->concepts.v[i].id, id);
        if (order == 0)
            return i;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return UINT32_MAX;
}

/* The index of the element whose id is named, UINT32_MAX when there is none. */
#define INDEX_OF(vec, name, index)                                             \
    do {                                                                       \
        (index) = UINT32_MAX;                                                  \
        for (size_t i_ = 0; i_ < (vec).n && (index) == UINT32_MAX; i_++) {     \
            if (ek_str_eq((vec).v[i_].id, (name)))                             \
                (index) = (uint32_t)i_;                                        \
        }                                                                      \
    } while (0)

uint32_t
ek_pack_clause(const ek_pack *pack, ek_str id)
{
    uint32_t i;
    INDEX_OF(pack->clauses, id, i);
    return i;
}

const ek_provision *
ek_pack_provision(const ek_pack *pack, ek_str id)
{
    uint32_t i;
    INDEX_OF(pack->provisions, id, i);
    return i == UINT32_MAX ? NULL : &pack->provisions.v[i];
}

const ek_question *
ek_pack_question(const ek_pack *pack, ek_str id)
{
    uint32_t i;
    INDEX_OF(pack->questions, id, i);
    return i == UINT32_MAX ? NULL : &pack->questions.v[i];
}

const ek_fact *
ek_pack_fact(const ek_pack *pack, ek_str id)
{
    uint32_t i;
    INDEX_OF(pack->facts, id, i);
    return i == UINT32_MAX ? NULL : &pack->facts.v[i];
}

const struct ek_table *
ek_pack_table(const ek_pack *pack, ek_str id)
{
    uint32_t i;
    INDEX_OF(pack->tables, id, i);
    return i == UINT32_MAX ? NULL : &pack->tables.v[i];
}

const ek_pack_change *
ek_pack_change_of(const ek_pack *pack, ek_str provision)
{
    for (size_t i = 0; i < pack->changes.n; i++) {
        ek_str rest = pack->changes.v[i].provisions;
        for (ek_str id = ek_str_word(&rest); id.n; id = ek_str_word(&rest)) {
            if (ek_str_eq(id, provision))
                return &pack->changes.v[i];
        }
    }
    return NULL;
}

void
ek_pack_role(ek_bits *set, const ek_pack *pack, const char *role)
{
    for (unsigned i = 0; i < pack->concepts.n; i++) {
        if (ek_str_is(pack->concepts.v[i].role, role))
            ek_bits_set(set, i);
    }
}

uint32_t
ek_pack_rules(const ek_pack *pack, uint32_t clause, uint32_t *first)
{
    uint32_t begin = 0;
    while (begin < pack->rules.n && pack->rules.v[begin].clause != clause)
        begin++;
    uint32_t end = begin;
    while (end < pack->rules.n && pack->rules.v[end].clause == clause)
        end++;
    *first = begin;
    return end - begin;
}

bool
ek_pack_is_old(const ek_pack *pack, ek_str today)
{
    return pack->warn_after.n && ek_str_cmp(today, pack->warn_after) > 0;
}
