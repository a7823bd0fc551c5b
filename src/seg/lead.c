/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/lead.h"
#include "seg/script.h"

enum { WEAK = 1, OPEN_END = 3, PHRASE = 4, COLON = 6, LONGEST_WORD = 12 };

static const char *const phrases[] = {
#define EK_LEAD(string) string,
#include "seg/lead.def"
#undef EK_LEAD
};

static const char *const end_words[] = {
#define EK_LEAD_END(word) word,
#include "seg/lead.def"
#undef EK_LEAD_END
};

static const char *const member_ends[] = {
#define EK_MEMBER_END(string) string,
#include "seg/lead.def"
#undef EK_MEMBER_END
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool
ends_openly(ek_str s)
{
    if (s.p[s.n - 1] == '-' || s.p[s.n - 1] == ',')
        return true;
    size_t begin = s.n;
    while (begin > 0 && s.n - begin < LONGEST_WORD &&
           ek_script_latin(s.p[begin - 1]))
        begin--;
    ek_str word = ek_str_slice(s, begin, s.n);
    for (size_t i = 0; i < COUNT(end_words); i++)
        if (ek_str_is(word, end_words[i]))
            return true;
    return false;
}

static unsigned
score(const ek_norm *norm, ek_nspan span)
{
    ek_str s = ek_str_slice(norm->bytes, span.begin, span.end);
    while (s.n && (s.p[s.n - 1] == '*' || s.p[s.n - 1] == '_'))
        s.n--;
    if (s.n == 0)
        return WEAK;
    if (s.p[s.n - 1] == ':' || ek_str_ends(s, EK_STR("...")))
        return COLON;
    for (size_t i = 0; i < COUNT(phrases); i++)
        if (ek_str_find(s, ek_str_of(phrases[i]), 0) < s.n)
            return PHRASE;
    return ends_openly(s) ? OPEN_END : WEAK;
}

void
ek_lead_find(ek_lead *lead, const ek_tree *tree, uint32_t owner)
{
    const ek_seg *v = tree->segs.v;
    size_t n = tree->segs.n;
    if (lead->owner == owner && lead->segs == n)
        return;
    bool known = lead->owner == owner && lead->segs < n &&
                 v[lead->segs].kind != EK_SEG_SENTENCE;
    if (known)
        return;
    *lead = (ek_lead){.owner = owner, .segs = n, .sentence = EK_SEG_NO};
    unsigned best = 0;
    for (uint32_t i = owner + 1; i < n; i++) {
        bool title = v[i].kind == EK_SEG_HEADING && best == 0;
        if (v[i].kind != EK_SEG_SENTENCE && v[i].kind != EK_SEG_PART && !title)
            break;
        if (v[i].kind != EK_SEG_SENTENCE)
            continue;
        unsigned now = score(tree->norm, v[i].span);
        lead->last = now >= best;
        if (now < best)
            continue;
        best = now;
        lead->sentence = i;
    }
    lead->strong = best >= OPEN_END;
}

bool
ek_lead_member(const ek_norm *norm, ek_nspan words)
{
    ek_str s = ek_str_slice(norm->bytes, words.begin, words.end);
    for (size_t i = 0; i < COUNT(member_ends); i++)
        if (ek_str_ends(s, ek_str_of(member_ends[i])))
            return true;
    return false;
}
