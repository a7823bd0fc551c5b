/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a block that a page shows twice. Blocks with the same text have the
 * same sum, which comes from the tallies at their ends; whether the texts are
 * the same is looked at before it is said. */
#include "config.h"

#include "read/html.h"

enum { MULTIPLIER = 1099511 };

struct ek_html_blocks {
    const xmlNode **slots;
    size_t mask;
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
};

static int
next_byte(struct cursor *cursor)
{
    for (;;) {
        while (cursor->at && *cursor->at && (unsigned char)*cursor->at <= ' ')
            cursor->at++;
        if (cursor->at && *cursor->at)
            return (unsigned char)*cursor->at++;
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

static bool
reads_alike(const xmlNode *a, const xmlNode *b)
{
    struct cursor one = {a, a, NULL}, other = {b, b, NULL};
    int byte;
    do {
        byte = next_byte(&one);
        if (byte != next_byte(&other))
            return false;
    } while (byte);
    return true;
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
        if (ek_html_holds(blocks->slots[at], element))
            return NULL;
        return reads_alike(blocks->slots[at], element) ? blocks->slots[at]
                                                       : NULL;
    }
    blocks->slots[at] = element;
    return NULL;
}
