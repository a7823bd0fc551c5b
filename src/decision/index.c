/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "decision/index.h"

#include <stdlib.h>

static int
by_key(const void *left, const void *right)
{
    const struct ek_entry *a = left, *b = right;
    int order = ek_str_cmp(a->key, b->key);
    return order ? order : (a->thing > b->thing) - (a->thing < b->thing);
}

void
ek_index_sort(struct ek_index *index)
{
    if (index->v.n)
        qsort(index->v.v, index->v.n, sizeof *index->v.v, by_key);
}

/* How many keys stand before one; with it, too, when it is so asked. */
static size_t
count_before(const struct ek_index *index, ek_str key, bool with)
{
    size_t low = 0, high = index->v.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = ek_str_cmp(index->v.v[middle].key, key);
        if (order < 0 || (with && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t
ek_index_find(const struct ek_index *index, ek_str key, size_t *first)
{
    *first = count_before(index, key, false);
    return count_before(index, key, true) - *first;
}
