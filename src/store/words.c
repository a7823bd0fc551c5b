/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/search.h"

#include "text/cp.h"
#include "text/norm.h"

static bool
is_mark(uint32_t cp)
{
    return ek_cp_among(cp, "\"\u201C\u201D\uFF02");
}

static bool
is_blank(uint32_t cp)
{
    return cp == '\n' || cp == '\r' || ek_cp_is_blank(cp);
}

static size_t
past_blanks(ek_str s, size_t at)
{
    for (size_t n; at < s.n && is_blank(ek_cp_at(s, at, &n));)
        at += n;
    return at;
}

static bool
mark_at(ek_str s, size_t at, size_t *n)
{
    return at < s.n && is_mark(ek_cp_at(s, at, n));
}

/* A phrase from behind its first mark on; to the end where the other one is
 * missing. */
static size_t
read_phrase(ek_buf *word, ek_str s, size_t at)
{
    while (at < s.n) {
        size_t n, next;
        uint32_t cp = ek_cp_at(s, at, &n);
        if (is_mark(cp)) {
            if (!mark_at(s, at + n, &next))
                return at + n;
            n += next;
            cp = '"';
        }
        ek_buf_cp(word, is_blank(cp) ? CP_BLANK : cp);
        at += n;
    }
    return at;
}

static size_t
read_word(ek_buf *word, ek_str s, size_t at)
{
    for (size_t n; at < s.n; at += n) {
        uint32_t cp = ek_cp_at(s, at, &n);
        if (is_blank(cp))
            break;
        ek_buf_cp(word, cp);
    }
    return at;
}

bool
ek_store_words(struct ek_store_words *out, ek_arena *arena, ek_str asked)
{
    *out = (struct ek_store_words){{0}};
    for (size_t at = past_blanks(asked, 0), n; at < asked.n;
         at = past_blanks(asked, at)) {
        ek_buf word = ek_buf_on(arena);
        at = mark_at(asked, at, &n) ? read_phrase(&word, asked, at + n)
                                    : read_word(&word, asked, at);
        ek_str normal =
            ek_str_trim(ek_normalize_word(arena, ek_buf_str(&word)));
        if (normal.n)
            EK_PUSH(arena, out->v, normal);
    }
    return out->v.n > 0;
}
