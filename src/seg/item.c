/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/item.h"

enum { SLACK = 1 /* columns */, LARGEST_GAP = 3 };

static bool
same_sort(const struct ek_entry *entry, const struct ek_mark *mark)
{
    return entry->sort == mark->sort && entry->bullet == mark->bullet;
}

static bool
counts(const struct ek_mark *mark)
{
    return mark->sort != EK_MARK_BULLETED && mark->sort != EK_MARK_BARE;
}

static bool
follows(const struct ek_entry *entry, const struct ek_mark *mark)
{
    if (!same_sort(entry, mark))
        return false;
    if (!counts(mark))
        return true;
    return mark->number == entry->number + 1 ||
           (mark->other == mark->sort && entry->second &&
            mark->other_number == entry->second + 1);
}

static bool
same_indent(const struct ek_entry *entry, uint32_t indent)
{
    return indent <= entry->indent + SLACK && entry->indent <= indent + SLACK;
}

void
ek_list_settle(const ek_list *list, struct ek_mark *mark)
{
    if (mark->other == EK_MARK_NONE || mark->other == mark->sort)
        return;
    for (uint32_t k = list->n; k-- > 0;) {
        if (follows(&list->v[k], mark))
            return;
        struct ek_mark second = *mark;
        second.sort = mark->other;
        second.number = mark->other_number;
        if (follows(&list->v[k], &second)) {
            *mark = second;
            return;
        }
    }
}

uint32_t
ek_list_continued(const ek_list *list, const struct ek_mark *mark,
                  uint32_t indent)
{
    for (uint32_t k = list->n; k-- > 0;)
        if (counts(mark) && same_indent(&list->v[k], indent) &&
            follows(&list->v[k], mark))
            return k;
    return EK_ITEM_DEEPEST;
}

/* Same sort, but the number neither follows nor begins anew: a gap. */
static bool
skips_some(const struct ek_entry *entry, const struct ek_mark *mark)
{
    return same_sort(entry, mark) && mark->number > entry->number &&
           mark->number <= entry->number + LARGEST_GAP;
}

uint32_t
ek_list_place(const ek_list *list, const struct ek_mark *mark, uint32_t indent)
{
    uint32_t top = list->n;
    while (top > 0 && list->v[top - 1].indent > indent + SLACK)
        top--;
    for (uint32_t k = top; k-- > 0 && same_indent(&list->v[k], indent);)
        if (follows(&list->v[k], mark) || skips_some(&list->v[k], mark))
            return k;
    for (uint32_t k = top; k-- > 0 && same_indent(&list->v[k], indent);)
        if (same_sort(&list->v[k], mark))
            return k;
    bool deeper = top > 0 && indent > list->v[top - 1].indent + SLACK;
    if (!deeper && counts(mark) && mark->number > 1 && mark->other_number != 1)
        return 0;
    return top < EK_ITEM_DEEPEST ? top : EK_ITEM_DEEPEST - 1;
}

void
ek_list_put(ek_list *list, uint32_t depth, const struct ek_mark *mark,
            uint32_t indent, uint32_t seg)
{
    bool explained = depth < list->n && list->v[depth].explained;
    list->v[depth] = (struct ek_entry){
        .explained = explained,
        .sort = mark->sort,
        .bullet = mark->bullet,
        .indent = indent,
        .number = mark->number,
        .second = mark->other == mark->sort ? mark->other_number : 0,
        .seg = seg,
    };
    list->n = depth + 1;
}
