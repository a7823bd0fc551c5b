/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/role.h"

#include <string.h>

static const struct ek_role_word words[] = {
#define EK_ROLE(role, word) {word, EK_ROLE_##role},
#include "diff/role.def"
#undef EK_ROLE
};

enum { WORDS = sizeof words / sizeof *words };

const struct ek_role_word *
ek_role_word(size_t i)
{
    return i < WORDS ? &words[i] : NULL;
}

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
begins(ek_str s, const char *word, size_t n)
{
    if (s.n < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (lower(s.p[i]) != word[i])
            return false;
    return true;
}

size_t
ek_role_begins(ek_str s, enum ek_role role)
{
    size_t longest = 0;
    for (size_t i = 0; i < WORDS; i++) {
        size_t n = strlen(words[i].word);
        if (words[i].role == role && n > longest && begins(s, words[i].word, n))
            longest = n;
    }
    return longest;
}
