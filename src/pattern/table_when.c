/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/table_when.h"

static const struct test_kind {
    const char *element;
    const char *attributes; /* beside the qualifiers */
    bool qualified;
    uint32_t on; /* unless the element says otherwise */
} kinds[] = {
    [EK_TEST_THIS] = {"", "on clause took gave in lang", true,
                      EK_ON_FINDING | EK_ON_CLUE},
    [EK_TEST_FINDING] = {"finding", "on clause least in lang", true,
                         EK_ON_FINDING},
    [EK_TEST_EVIDENCE] = {"evidence", "on clause row gives level in lang apart",
                          true, EK_ON_FINDING | EK_ON_CLUE | EK_ON_GAVE_UP},
    [EK_TEST_FACT] = {"fact", "id is all given", false, 0},
    [EK_TEST_VERDICT] = {"verdict", "item row is", false, 0},
    [EK_TEST_SIGNAL] = {"signal", "id", false, 0},
    [EK_TEST_SAID] = {"said", "any least over times rare", false, 0},
    [EK_TEST_FUNCTION] = {"function", "of named is", false, 0},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static uint32_t
qualifier_bits(const struct ek_load *load, const xmlNode *node, ek_qualifier q,
               ek_str words, bool *unsaid)
{
    uint32_t bits = 0;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words)) {
        uint32_t bit = ek_qualifier_bit(q, w);
        if (ek_str_is(w, "unsaid"))
            *unsaid = true;
        else if (!bit)
            ek_node_say(load, node, EK_D_pack_value, w,
                        ek_str_of(ek_qualifier_name(q)));
        bits |= bit;
    }
    return bits;
}

static void
read_attributes(const struct ek_load *load, const xmlNode *node,
                const struct test_kind *kind, struct ek_test *test)
{
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        ek_str name = ek_str_of((const char *)a->name);
        ek_qualifier q = ek_qualifier_of(name);
        bool unsaid = false;
        if (ek_words_have(ek_str_of(kind->attributes), name))
            continue;
        if (q == EK_QUALIFIERS || !kind->qualified) {
            ek_node_say(load, node, EK_D_pack_unknown, name,
                        EK_STR("attribute or qualifier"));
            continue;
        }
        test->quals.bits[q] =
            qualifier_bits(load, node, q, ek_node_attr(node, name.p), &unsaid);
        test->unsaid |= (uint32_t)unsaid << q;
    }
}

static void
refuse_other_words(const struct ek_load *load, const xmlNode *node,
                   const char *attribute, ek_str words, const char *allowed)
{
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (!ek_words_have(ek_str_of(allowed), w))
            ek_node_say(load, node, EK_D_pack_value, w, ek_str_of(attribute));
}

static uint32_t
number_of(const struct ek_load *load, const xmlNode *node,
          const char *attribute)
{
    enum { MOST = 100000 };
    ek_str value = ek_node_attr(node, attribute);
    uint32_t n = 0;
    for (size_t i = 0; i < value.n; i++) {
        bool digit = value.p[i] >= '0' && value.p[i] <= '9' && n < MOST;
        if (!digit) {
            ek_node_say(load, node, EK_D_pack_value, value,
                        ek_str_of(attribute));
            return 0;
        }
        n = n * 10 + (uint32_t)(value.p[i] - '0');
    }
    return n;
}

static void
read_said(const struct ek_load *load, const xmlNode *node, struct ek_test *test)
{
    test->said = ek_node_need(load, node, "any");
    test->over = ek_node_attr(node, "over");
    test->times = number_of(load, node, "times");
    test->rare = number_of(load, node, "rare");
    if (!ek_node_attr(node, "least").n && !test->over.n && !test->rare)
        ek_node_need(load, node, "least");
}

static void
read_function(const struct ek_load *load, const xmlNode *node,
              struct ek_test *test)
{
    test->of = ek_node_attr(node, "of");
    test->named = ek_node_attr(node, "named");
    test->is = ek_node_attr(node, "is");
    refuse_other_words(load, node, "named", test->named, EK_TEST_NAMED);
}

static void
read_names(const struct ek_load *load, const xmlNode *node,
           struct ek_test *test)
{
    switch (test->kind) {
    case EK_TEST_THIS:
        test->rows = ek_node_attr(node, "took");
        test->gives = ek_node_attr(node, "gave");
        refuse_other_words(load, node, "gave", test->gives, EK_CONTRIBUTIONS);
        break;
    case EK_TEST_EVIDENCE:
        test->rows = ek_node_attr(node, "row");
        test->gives = ek_node_attr(node, "gives");
        test->levels = ek_node_attr(node, "level");
        test->apart = ek_node_attr(node, "apart");
        refuse_other_words(load, node, "apart", test->apart, EK_CONTRIBUTIONS);
        refuse_other_words(load, node, "gives", test->gives, EK_CONTRIBUTIONS);
        refuse_other_words(load, node, "level", test->levels, EK_LEVELS);
        break;
    case EK_TEST_FACT:
        test->id = ek_node_need(load, node, "id");
        test->is = ek_node_attr(node, "is");
        test->all = ek_node_attr(node, "all");
        test->given = ek_node_attr(node, "given");
        refuse_other_words(load, node, "given", test->given, "yes no");
        if (!test->all.n && !test->given.n)
            ek_node_need(load, node, "is");
        break;
    case EK_TEST_VERDICT:
        test->id = ek_node_need(load, node, "item");
        test->rows = ek_node_attr(node, "row");
        test->is = ek_node_attr(node, "is");
        break;
    case EK_TEST_SIGNAL:
        test->id = ek_node_need(load, node, "id");
        refuse_other_words(load, node, "id", test->id, EK_SIGNALS);
        break;
    case EK_TEST_SAID:
        read_said(load, node, test);
        break;
    case EK_TEST_FUNCTION:
        read_function(load, node, test);
        break;
    case EK_TEST_FINDING:
        break;
    }
    if (test->kind == EK_TEST_SAID || test->kind == EK_TEST_FINDING)
        test->least = number_of(load, node, "least");
}

static void
read_place(const struct ek_load *load, const xmlNode *node,
           struct ek_test *test)
{
    test->in = ek_node_attr(node, "in");
    test->lang = ek_node_attr(node, "lang");
    refuse_other_words(load, node, "in", test->in, EK_TEST_IN);
    refuse_other_words(load, node, "lang", test->lang, "ja en");
}

static void
add_test(const struct ek_load *load, const xmlNode *node, ek_test_kind kind,
         bool negated, struct ek_when *when)
{
    struct ek_test test = {
        .kind = kind,
        .negated = negated,
        .on = kinds[kind].on,
        .clauses = ek_node_attr(node, "clause"),
        .line = ek_xml_line(node),
    };
    read_attributes(load, node, &kinds[kind], &test);
    if (kinds[kind].on && ek_node_attr(node, "on").n)
        test.on = ek_node_choices(load, node, "on", EK_TEST_ON);
    if (kinds[kind].on)
        read_place(load, node, &test);
    read_names(load, node, &test);
    EK_PUSH(load->pack->arena, when->tests, test);
}

static bool
fits_table(ek_test_kind test, ek_table_kind table)
{
    if (test == EK_TEST_THIS)
        return table == EK_TABLE_FINDING;
    if (test == EK_TEST_FINDING || test == EK_TEST_FACT || test == EK_TEST_SAID)
        return table != EK_TABLE_WORDS;
    if (test == EK_TEST_FUNCTION)
        return table == EK_TABLE_ITEM;
    return table == EK_TABLE_ITEM ||
           (table == EK_TABLE_OVERLAY && test != EK_TEST_EVIDENCE) ||
           (table == EK_TABLE_FINDING && test == EK_TEST_SIGNAL);
}

static void
read_test(const struct ek_load *load, const xmlNode *node, ek_table_kind table,
          bool negated, struct ek_when *when)
{
    for (unsigned k = EK_TEST_FINDING; k < KINDS; k++) {
        if (!ek_node_is(node, kinds[k].element) ||
            !fits_table((ek_test_kind)k, table))
            continue;
        add_test(load, node, (ek_test_kind)k, negated, when);
        return;
    }
    ek_node_stray(load, node);
}

/* <unless> holds one test: its own attributes or one element. */
static void
read_unless(const struct ek_load *load, const xmlNode *node,
            ek_table_kind table, struct ek_when *when)
{
    const xmlNode *child = ek_node_first(load, node);
    if (!child && fits_table(EK_TEST_THIS, table)) {
        add_test(load, node, EK_TEST_THIS, true, when);
        return;
    }
    ek_node_only(load, node, "", NULL);
    if (!child) {
        ek_node_say(load, node, EK_D_pack_child, EK_STR("unless"),
                    EK_STR("fact"));
        return;
    }
    read_test(load, child, table, true, when);
    if (ek_node_next(load, child))
        ek_node_stray(load, ek_node_next(load, child));
}

void
ek_when_read(const struct ek_load *load, ek_table_kind kind,
             const xmlNode *node, ek_row *row)
{
    struct ek_when when = {.line = ek_xml_line(node)};
    if (fits_table(EK_TEST_THIS, kind))
        add_test(load, node, EK_TEST_THIS, false, &when);
    else
        ek_node_only(load, node, "", NULL);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "unless"))
            read_unless(load, n, kind, &when);
        else
            read_test(load, n, kind, false, &when);
    }
    EK_PUSH(load->pack->arena, row->whens, when);
}
