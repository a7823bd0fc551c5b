/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/fingerprint.h"

#include "result/bare.h"

#include <sha256.h>
#include <stdlib.h>

enum { METHOD = '2', DIGITS = 16 };

/* Parts are kept apart by a byte that stands in no text. */
static ek_str
digest(ek_arena *arena, const ek_str *parts, size_t n)
{
    SHA256_CTX sha;
    char hex[SHA256_DIGEST_STRING_LENGTH];
    SHA256Init(&sha);
    for (size_t i = 0; i < n; i++) {
        SHA256Update(&sha, (const uint8_t *)(parts[i].n ? parts[i].p : ""),
                     parts[i].n);
        SHA256Update(&sha, (const uint8_t *)"\xFF", 1);
    }
    SHA256End(&sha, hex);
    return ek_arena_copy(arena, (ek_str){hex, DIGITS});
}

static ek_str
fingerprint(ek_arena *arena, const ek_str *parts, size_t n)
{
    ek_str hex = digest(arena, parts, n);
    return ek_arena_printf(arena, "%c%.*s", METHOD, DIGITS - 1, hex.p);
}

ek_str
ek_words_digest(ek_arena *arena, ek_str normalized)
{
    ek_buf words = ek_buf_on(arena);
    ek_bare_add(&words, normalized);
    ek_str bare = ek_buf_str(&words);
    return digest(arena, &bare, 1);
}

void
ek_finding_fingerprint(ek_arena *arena, ek_finding *f,
                       const struct ek_known_by *by)
{
    const ek_str parts[] = {f->rule, ek_str_of(ek_tier_word(f->tier)),
                            ek_words_digest(arena, by->words), by->leads,
                            by->place};
    f->wording = fingerprint(arena, parts, 4);
    f->fingerprint = fingerprint(arena, parts, 5);
}

struct known {
    ek_str fingerprint;
    uint32_t finding;
};

static int
by_fingerprint(const void *left, const void *right)
{
    const struct known *a = left, *b = right;
    return ek_str_cmp(a->fingerprint, b->fingerprint);
}

uint32_t *
ek_findings_alike(ek_arena *arena, const ek_result *r)
{
    size_t n = r->findings.v.n;
    uint32_t *alike = ek_arena_alloc(arena, (n + 1) * sizeof *alike);
    struct known *known = ek_arena_alloc(arena, (n + 1) * sizeof *known);
    for (uint32_t i = 0; i < n; i++)
        known[i] = (struct known){r->findings.v.v[i].fingerprint, i};
    qsort(known, n, sizeof *known, by_fingerprint);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && by_fingerprint(&known[i], &known[end]) == 0;)
            end++;
        for (size_t k = i; k < end; k++)
            if (known[k].fingerprint.n)
                alike[known[k].finding] = (uint32_t)(end - i);
    }
    return alike;
}

static int
by_word(const void *left, const void *right)
{
    return ek_str_cmp(*(const ek_str *)left, *(const ek_str *)right);
}

/* What is absent, or was given up, is known by that. */
static ek_str
ground(ek_arena *arena, const ek_result *r, const struct ek_evidence *evidence)
{
    const ek_finding *f = &r->findings.v.v[evidence->finding];
    ek_str wording = f->kind == EK_PRESENT
                         ? f->wording
                         : ek_str_of(ek_finding_kind_word(f->kind));
    return ek_arena_printf(arena, "%.*s:%.*s:%.*s", EK_ARG(f->clause),
                           EK_ARG(evidence->contribution), EK_ARG(wording));
}

ek_str
ek_verdict_rests(ek_arena *arena, const ek_result *r, const ek_verdict *v)
{
    size_t n = v->findings.n;
    ek_str *words = ek_arena_alloc(arena, (n + 1) * sizeof *words);
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < n; i++)
        words[i] = ground(arena, r, &v->findings.v[i]);
    qsort(words, n, sizeof *words, by_word);
    for (size_t i = 0; i < n; i++) {
        ek_buf_puts(&out, i ? " " : "");
        ek_buf_add(&out, words[i]);
    }
    return ek_buf_str(&out);
}

ek_str
ek_verdict_fingerprint(ek_arena *arena, const ek_result *r, const ek_verdict *v)
{
    const ek_str parts[] = {v->item, v->status, v->row,
                            ek_verdict_rests(arena, r, v)};
    return fingerprint(arena, parts, sizeof parts / sizeof *parts);
}
