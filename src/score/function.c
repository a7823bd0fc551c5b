/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of an application service: those that the text names, and
 * those to which the user's classification (U15) gives a value. */
#include "config.h"

#include "score/docket.h"

static const ek_str classification = {"U15", 3};
static const ek_str role = {"function.", 9};

static bool
is_among(const ek_names *names, ek_str name)
{
    for (size_t i = 0; i < names->n; i++)
        if (ek_str_eq(names->v[i], name))
            return true;
    return false;
}

static void
add_name(ek_names *out, const struct ek_docket *docket, ek_str name)
{
    if (name.n && !is_among(out, name))
        EK_PUSH(docket->arena, *out, name);
}

static ek_str
answer_of(const struct ek_docket *docket)
{
    return ek_facts_get(docket->facts, docket->pack, classification, NULL);
}

void
ek_docket_functions(ek_names *out, const struct ek_docket *docket)
{
    const ek_result *result = docket->result;
    ek_str answer = answer_of(docket);
    for (ek_str n = ek_facts_name(&answer); n.n; n = ek_facts_name(&answer))
        add_name(out, docket, n);
    for (size_t i = 0; i < result->said.n; i++) {
        ek_str word = result->said.v[i].word;
        if (ek_str_starts(word, role))
            add_name(out, docket, ek_str_slice(word, role.n, word.n));
    }
    if (!out->n)
        add_name(out, docket, EK_STR("unnamed"));
}

static bool
is_in_tables(const struct ek_docket *docket, ek_str tables, ek_str name)
{
    for (ek_str w = ek_str_word(&tables); w.n; w = ek_str_word(&tables)) {
        const struct ek_table *table = ek_pack_table(docket->pack, w);
        if (table && ek_table_row(table, name))
            return true;
    }
    return false;
}

/* A classification without a name is one for all functions. */
bool
ek_function_fits(const struct ek_scene *scene, const struct ek_test *test)
{
    const struct ek_docket *docket = scene->docket;
    bool names;
    ek_str answer = answer_of(docket);
    ek_str value = ek_facts_of(answer, scene->function, &names);
    ek_str named = value.n ? EK_STR("yes") : EK_STR("no");
    if (!names) {
        named = EK_STR("none");
        value = answer;
    }
    return (!test->of.n || is_in_tables(docket, test->of, scene->function)) &&
           (!test->named.n || ek_words_have(test->named, named)) &&
           (!test->is.n || ek_words_have(test->is, value));
}

ek_label
ek_function_label(const struct ek_docket *docket, ek_str name)
{
    const ek_pack *pack = docket->pack;
    ek_str id =
        ek_arena_printf(docket->arena, "%.*s%.*s", EK_ARG(role), EK_ARG(name));
    uint32_t i = ek_pack_concept(pack, id);
    if (i == UINT32_MAX)
        return ek_docket_label(docket, "functions", name);
    return ek_label_copy(docket->arena, &pack->concepts.v[i].about);
}
