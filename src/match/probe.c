/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/probe.h"

#include "base/buf.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
    SHORT_BYTES = 128,
    GROWTH = 4,          /* the long probe is so many times as long */
    MOST_GROWTH = 8,     /* of steps: linear work grows by 4, squares by 16 */
    MOST_PER_BYTE = 400, /* steps */
    SEED_BYTES = 48,
    CEILING = 4000000,
};

static int
count(pcre2_callout_block *block, void *steps)
{
    (void)block;
    return ++*(uint64_t *)steps > CEILING ? PCRE2_ERROR_CALLOUT : 0;
}

struct prober {
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *context;
    uint64_t steps;
};

static bool
open_prober(struct prober *p, ek_str pattern)
{
    int error;
    PCRE2_SIZE at;
    p->code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n,
                            PCRE2_UTF | PCRE2_NO_AUTO_CAPTURE |
                                PCRE2_AUTO_CALLOUT | PCRE2_NO_START_OPTIMIZE,
                            &error, &at, NULL);
    if (!p->code)
        return false;
    p->data = pcre2_match_data_create(1, NULL);
    p->context = pcre2_match_context_create(NULL);
    pcre2_set_callout(p->context, count, &p->steps);
    return true;
}

static void
close_prober(struct prober *p)
{
    pcre2_match_context_free(p->context);
    pcre2_match_data_free(p->data);
    pcre2_code_free(p->code);
}

static uint64_t
search(struct prober *p, ek_str text)
{
    const PCRE2_SIZE *span = pcre2_get_ovector_pointer(p->data);
    PCRE2_SIZE from = 0;
    p->steps = 0;
    while (from < text.n &&
           pcre2_match(p->code, (PCRE2_SPTR)text.p, text.n, from,
                       PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, p->data,
                       p->context) >= 0)
        from = span[1];
    return p->steps;
}

uint64_t
ek_match_steps(ek_str pattern, ek_str text)
{
    struct prober p;
    if (!open_prober(&p, pattern))
        return 0;
    uint64_t steps = search(&p, text);
    close_prober(&p);
    return steps;
}

static bool
is_letter(unsigned char c)
{
    return c >= 0x80 || c == ' ' || (c >= 'a' && c <= 'z');
}

/* The letters of a pattern in their order: what it looks for, roughly. */
static ek_str
seed_of(ek_arena *arena, ek_str body)
{
    ek_buf seed = ek_buf_on(arena);
    for (size_t i = 0; i < body.n; i++) {
        if (body.p[i] == '\\')
            i++;
        else if (is_letter((unsigned char)body.p[i]))
            ek_buf_putc(&seed, body.p[i]);
        else if (seed.n > SEED_BYTES)
            break;
    }
    if (!seed.n)
        ek_buf_puts(&seed, "a ");
    return ek_buf_str(&seed);
}

/* Whole characters from the front. */
static ek_str
front(ek_str s, size_t n)
{
    n = n < s.n ? n : s.n;
    while (n && n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80)
        n--;
    return n ? ek_str_slice(s, 0, n) : s;
}

static ek_str
repeated(ek_arena *arena, ek_str seed, size_t bytes)
{
    ek_buf text = ek_buf_on(arena);
    while (text.n < bytes)
        ek_buf_add(&text, seed);
    return ek_buf_str(&text);
}

static bool
is_costly(struct prober *p, ek_arena *arena, ek_str seed)
{
    ek_str shorter = repeated(arena, seed, SHORT_BYTES);
    ek_str longer = repeated(arena, seed, SHORT_BYTES * GROWTH);
    uint64_t few = search(p, shorter), many = search(p, longer);
    uint64_t grown = few * longer.n / shorter.n;
    return many > grown / GROWTH * MOST_GROWTH ||
           many > (uint64_t)MOST_PER_BYTE * longer.n;
}

static bool
is_risky(const ek_pattern *pattern, ek_arena *arena)
{
    struct prober p;
    if (!open_prober(&p, pattern->source))
        return false;
    ek_str seed = seed_of(arena, pattern->body);
    bool costly = is_costly(&p, arena, seed) ||
                  is_costly(&p, arena, front(seed, seed.n / 2)) ||
                  is_costly(&p, arena, front(seed, 1));
    close_prober(&p);
    return costly;
}

unsigned
ek_match_probe(const ek_pack *pack, ek_diag *diag)
{
    unsigned risky = 0;
    for (size_t i = 0; i < pack->patterns.n; i++) {
        const ek_pattern *pattern = &pack->patterns.v[i];
        ek_arena *arena = ek_arena_new(0);
        if (!arena)
            return risky;
        if (is_risky(pattern, arena)) {
            ek_diag_say(diag, EK_D_pattern_costly, pattern->file, pattern->line,
                        pattern->body, EK_STR(""));
            risky++;
        }
        ek_arena_free(arena);
    }
    return risky;
}
