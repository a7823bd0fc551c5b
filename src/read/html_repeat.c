/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a block that a page shows twice. Blocks with the same text have the
 * same sum, which comes from the tallies at their ends; whether the texts are
 * the same is asked after that. */
#include "config.h"

#include "read/html.h"

enum { MULTIPLIER = 1099511, STEPS = 100000 };

struct ek_html_blocks {
    const xmlNode **slots;
    size_t mask;
    uint64_t steps; /* that may still be spent on comparing */
};

struct ek_html_blocks *
ek_html_blocks_of(const struct ek_html_page *page)
{
    struct ek_html_blocks *blocks = ek_arena_alloc(page->arena, sizeof *blocks);
    size_t size = 16;
    while (size < (size_t)page->blocks * 2)
        size *= 2;
    blocks->slots = ek_arena_alloc(page->arena, size * sizeof *blocks->slots);
    blocks->mask = size - 1;
    blocks->steps = STEPS + 4 * (uint64_t)page->all.end.bytes;
    return blocks;
}

static uint64_t
power(uint64_t base, uint32_t exponent)
{
    uint64_t result = 1;
    for (; exponent; exponent >>= 1, base *= base)
        if (exponent & 1)
            result *= base;
    return result;
}

static uint64_t
sum_of(const struct ek_html_weight *weight)
{
    uint32_t bytes = weight->end.bytes - weight->begin.bytes;
    return weight->end.mix - weight->begin.mix * power(MULTIPLIER, bytes);
}

/* A reader of the bytes below an element that are no blanks. */
struct cursor {
    const xmlNode *root, *node;
    const char *at;
    uint64_t *steps;
};

static int
next_byte(struct cursor *cursor)
{
    for (;;) {
        while (cursor->at && *cursor->at && (unsigned char)*cursor->at <= ' ')
            cursor->at++;
        if (cursor->at && *cursor->at)
            return (unsigned char)*cursor->at++;
        if (!*cursor->steps)
            return 0;
        --*cursor->steps;
        bool into = ek_html_kind_of(cursor->node) != EK_HTML_SKIP;
        cursor->node = ek_html_next(cursor->node, cursor->root, into);
        if (!cursor->node)
            return 0;
        cursor->at = cursor->node->type == XML_TEXT_NODE ||
                             cursor->node->type == XML_CDATA_SECTION_NODE
                         ? (const char *)cursor->node->content
                         : NULL;
    }
}

bool
ek_html_alike(struct ek_html_blocks *blocks, const xmlNode *a, const xmlNode *b)
{
    struct cursor one = {a, a, NULL, &blocks->steps};
    struct cursor other = {b, b, NULL, &blocks->steps};
    int byte;
    do {
        byte = next_byte(&one);
        if (byte != next_byte(&other))
            return false;
    } while (byte);
    return blocks->steps > 0;
}

const xmlNode *
ek_html_met(struct ek_html_blocks *blocks, const xmlNode *element)
{
    const struct ek_html_weight *weight = ek_html_weight_of(element);
    uint64_t sum = sum_of(weight);
    size_t at = (size_t)(sum ^ sum >> 29) & blocks->mask;
    for (; blocks->slots[at]; at = (at + 1) & blocks->mask) {
        const struct ek_html_weight *other =
            ek_html_weight_of(blocks->slots[at]);
        if (sum_of(other) != sum ||
            ek_html_letters(other) != ek_html_letters(weight))
            continue;
        return ek_html_holds(blocks->slots[at], element) ? NULL
                                                         : blocks->slots[at];
    }
    blocks->slots[at] = element;
    return NULL;
}
