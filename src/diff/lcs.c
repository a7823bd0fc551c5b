/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/lcs.h"

#include "base/vec.h"

enum { MOST_EDITS = 1200, NOWHERE = -(1 << 30) };

struct range {
    uint32_t a, a_end, b, b_end;
};

struct ek_lcs {
    ek_arena *arena;
    const uint32_t *a, *b;
    uint32_t *a_to_b;
    int32_t *forward, *backward; /* furthest x by diagonal */
    size_t middle;               /* index of diagonal 0 */
    EK_VEC(struct range) todo;
};

struct point {
    int32_t x, y;
};

struct ek_lcs *
ek_lcs_new(ek_arena *arena, size_t most)
{
    struct ek_lcs *lcs = ek_arena_alloc(arena, sizeof *lcs);
    size_t n = 2 * most + 5;
    lcs->arena = arena;
    lcs->middle = most + 2;
    lcs->forward = ek_arena_alloc(arena, n * sizeof *lcs->forward);
    lcs->backward = ek_arena_alloc(arena, n * sizeof *lcs->backward);
    return lcs;
}

static bool
same(const struct ek_lcs *lcs, const struct range *r, bool back, int32_t x,
     int32_t y)
{
    return back ? lcs->a[r->a_end - 1 - (uint32_t)x] ==
                      lcs->b[r->b_end - 1 - (uint32_t)y]
                : lcs->a[r->a + (uint32_t)x] == lcs->b[r->b + (uint32_t)y];
}

/* One more edit on diagonal k, then down the diagonal while it is the same. */
static int32_t
reach(const struct ek_lcs *lcs, const struct range *r, bool back, int32_t d,
      int32_t k)
{
    int32_t n = (int32_t)(r->a_end - r->a), m = (int32_t)(r->b_end - r->b);
    const int32_t *v = (back ? lcs->backward : lcs->forward) + lcs->middle;
    int32_t x =
        k == -d || (k != d && v[k - 1] < v[k + 1]) ? v[k + 1] : v[k - 1] + 1;
    if (x < 0 || x > n || x - k < 0 || x - k > m)
        return NOWHERE;
    while (x < n && x - k < m && same(lcs, r, back, x, x - k))
        x++;
    return x;
}

static struct point
furthest(const struct ek_lcs *lcs, const struct range *r, int32_t d)
{
    const int32_t *v = lcs->forward + lcs->middle;
    struct point best = {0, 0};
    (void)r;
    for (int32_t k = -d; k <= d; k += 2)
        if (v[k] >= 0 && v[k] + v[k] - k > best.x + best.y)
            best = (struct point){v[k], v[k] - k};
    return best;
}

/* A point on a shortest path, about its middle. */
static struct point
split(struct ek_lcs *lcs, const struct range *r)
{
    int32_t n = (int32_t)(r->a_end - r->a), m = (int32_t)(r->b_end - r->b);
    int32_t delta = n - m, most = (n + m + 1) / 2;
    int32_t *f = lcs->forward + lcs->middle, *b = lcs->backward + lcs->middle;
    f[1] = b[1] = 0;
    for (int32_t d = 0; d <= most && d <= MOST_EDITS; d++) {
        f[-d - 1] = f[d + 1] = b[-d - 1] = b[d + 1] = NOWHERE;
        if (d == 0)
            f[1] = b[1] = 0;
        for (int32_t k = -d; k <= d; k += 2) {
            f[k] = reach(lcs, r, false, d, k);
            int32_t other = delta - k;
            if ((delta & 1) && other > -d && other < d && f[k] >= 0 &&
                b[other] >= 0 && f[k] + b[other] >= n)
                return (struct point){f[k], f[k] - k};
        }
        for (int32_t k = -d; k <= d; k += 2) {
            b[k] = reach(lcs, r, true, d, k);
            int32_t other = delta - k;
            if (!(delta & 1) && other >= -d && other <= d && b[k] >= 0 &&
                f[other] >= 0 && b[k] + f[other] >= n)
                return (struct point){n - b[k], m - (b[k] - k)};
        }
    }
    return furthest(lcs, r, most < MOST_EDITS ? most : MOST_EDITS);
}

static void
trim(struct ek_lcs *lcs, struct range *r)
{
    while (r->a < r->a_end && r->b < r->b_end && lcs->a[r->a] == lcs->b[r->b])
        lcs->a_to_b[r->a++] = r->b++;
    while (r->a < r->a_end && r->b < r->b_end &&
           lcs->a[r->a_end - 1] == lcs->b[r->b_end - 1])
        lcs->a_to_b[--r->a_end] = --r->b_end;
}

static void
work(struct ek_lcs *lcs, struct range r)
{
    trim(lcs, &r);
    if (r.a == r.a_end || r.b == r.b_end)
        return;
    struct point p = split(lcs, &r);
    uint32_t x = r.a + (uint32_t)p.x, y = r.b + (uint32_t)p.y;
    bool stuck = (x == r.a && y == r.b) || (x == r.a_end && y == r.b_end);
    if (stuck)
        return;
    struct range second = {x, r.a_end, y, r.b_end};
    struct range first = {r.a, x, r.b, y};
    EK_PUSH(lcs->arena, lcs->todo, second);
    EK_PUSH(lcs->arena, lcs->todo, first);
}

void
ek_lcs_pair(struct ek_lcs *lcs, const uint32_t *a, uint32_t n,
            const uint32_t *b, uint32_t m, uint32_t *a_to_b)
{
    lcs->a = a;
    lcs->b = b;
    lcs->a_to_b = a_to_b;
    for (uint32_t i = 0; i < n; i++)
        a_to_b[i] = EK_LCS_NONE;
    struct range whole = {0, n, 0, m};
    EK_PUSH(lcs->arena, lcs->todo, whole);
    while (lcs->todo.n)
        work(lcs, lcs->todo.v[--lcs->todo.n]);
}
