/* SPDX-License-Identifier: Apache-2.0 */
/* Links make groups: one unit each is a clause that stayed, one and several a
 * clause that was split, several and one a merger. */
#include "config.h"

#include "diff/change.h"

/* Of before, then of after: the head of the group, by union and find. */
struct heads {
    uint32_t *of;
    uint32_t before; /* how many units of before */
};

static uint32_t
head_of(struct heads *heads, uint32_t unit)
{
    while (heads->of[unit] != unit) {
        heads->of[unit] = heads->of[heads->of[unit]];
        unit = heads->of[unit];
    }
    return unit;
}

static void
join(struct heads *heads, uint32_t a, uint32_t b)
{
    a = head_of(heads, a);
    b = head_of(heads, b);
    if (a < b)
        heads->of[b] = a;
    else
        heads->of[a] = b;
}

static struct heads
heads_of(const struct ek_align *align)
{
    uint32_t n = (uint32_t)align->before.units.n,
             m = (uint32_t)align->after.units.n;
    struct heads heads = {
        ek_arena_alloc(align->arena, (n + m + 1) * sizeof *heads.of), n};
    for (uint32_t i = 0; i < n + m; i++)
        heads.of[i] = i;
    for (size_t i = 0; i < align->links.n; i++)
        join(&heads, align->links.v[i].before, n + align->links.v[i].after);
    return heads;
}

struct grouper {
    struct ek_align *align;
    struct ek_groups *groups;
    struct heads heads;
    uint32_t *group_of; /* by head: index + 1 */
};

static struct ek_group *
group_at(struct grouper *g, uint32_t unit)
{
    uint32_t head = head_of(&g->heads, unit);
    if (!g->group_of[head]) {
        struct ek_group group = {.moved = false};
        EK_PUSH(g->align->arena, g->groups->v, group);
        g->group_of[head] = (uint32_t)g->groups->v.n;
    }
    return &g->groups->v.v[g->group_of[head] - 1];
}

static bool
is_alone(const struct grouper *g, uint32_t unit)
{
    const struct heads *heads = &g->heads;
    return heads->of[unit] == unit && !g->group_of[unit];
}

/* What was removed right behind a unit of before that has a place. */
static void
push_removed(struct grouper *g, const bool *linked, uint32_t *next)
{
    while (*next < g->align->before.units.n && !linked[*next]) {
        if (is_alone(g, *next)) {
            struct ek_group *group = group_at(g, *next);
            EK_PUSH(g->align->arena, group->before, *next);
        }
        ++*next;
    }
}

static bool *
linked_before(const struct ek_align *align)
{
    bool *linked = ek_arena_alloc(align->arena, align->before.units.n + 1);
    for (size_t i = 0; i < align->links.n; i++)
        linked[align->links.v[i].before] = true;
    return linked;
}

/* The last unit of before in a group that did not move. */
static uint32_t
last_before(const struct ek_group *group)
{
    return group->moved || !group->before.n
               ? EK_NOT_THERE
               : group->before.v[group->before.n - 1];
}

static void
gather_linked(struct grouper *g)
{
    struct ek_align *align = g->align;
    uint32_t n = g->heads.before;
    for (uint32_t u = 0; u < align->after.units.n; u++) {
        struct ek_group *group = group_at(g, n + u);
        EK_PUSH(align->arena, group->after, u);
    }
    bool *linked = linked_before(align);
    for (uint32_t u = 0; u < n; u++)
        if (linked[u]) {
            struct ek_group *group = group_at(g, u);
            EK_PUSH(align->arena, group->before, u);
        }
    for (size_t i = 0; i < align->links.n; i++)
        if (align->links.v[i].moved)
            group_at(g, align->links.v[i].before)->moved = true;
}

/* The groups in order, each followed by what was removed behind it. */
static void
put_removed(struct grouper *g)
{
    struct ek_groups stood = *g->groups;
    bool *linked = linked_before(g->align);
    uint32_t next = 0;
    *g->groups = (struct ek_groups){0};
    push_removed(g, linked, &next);
    for (size_t i = 0; i < stood.v.n; i++) {
        EK_PUSH(g->align->arena, g->groups->v, stood.v.v[i]);
        uint32_t last = last_before(&stood.v.v[i]);
        if (last == EK_NOT_THERE || last + 1 < next)
            continue;
        next = last + 1;
        push_removed(g, linked, &next);
    }
    for (uint32_t u = 0; u < g->heads.before; u++)
        if (!linked[u] && is_alone(g, u)) {
            struct ek_group *group = group_at(g, u);
            EK_PUSH(g->align->arena, group->before, u);
        }
}

void
ek_group_units(struct ek_groups *groups, struct ek_align *align)
{
    size_t n = align->before.units.n + align->after.units.n;
    struct grouper g = {
        align, groups, heads_of(align),
        ek_arena_alloc(align->arena, (n + 1) * sizeof *g.group_of)};
    *groups = (struct ek_groups){0};
    gather_linked(&g);
    put_removed(&g);
}
