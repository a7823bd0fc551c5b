/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/sequence.h"

#include "text/cp.h"

#define EK_WRAP(name, characters) static const char name[] = characters;
#include "text/sequence.def"
#undef EK_WRAP

enum { MOST_NUMBER = 99 };

static uint32_t
digit_of(uint32_t cp)
{
    if (cp - '0' < 10)
        return cp - '0';
    return cp - 0xFF10 < 10 ? cp - 0xFF10 : 10;
}

/* Its place in an alphabet, from 1; 0 when it is not in it. */
static uint32_t
place_in(const char *alphabet, uint32_t cp)
{
    ek_str s = ek_str_of(alphabet);
    uint32_t place = 1;
    for (size_t at = 0, n; at < s.n; at += n, place++)
        if (ek_cp_at(s, at, &n) == cp)
            return place;
    return 0;
}

static bool
take(uint32_t *last, uint32_t value)
{
    bool next = *last && value == *last + 1;
    if (next || value == 1)
        *last = value;
    return next;
}

bool
ek_sequence_goes_on(struct ek_sequence *sequence, ek_str line)
{
    size_t at = 0, n = 0;
    uint32_t value = 0, digits = 0, cp = line.n ? ek_cp_at(line, 0, &n) : 0;
    uint32_t first = cp;
    for (; at < line.n && digit_of(cp) < 10 && digits < 3; digits++) {
        value = value * 10 + digit_of(cp);
        at += n;
        cp = at < line.n ? ek_cp_at(line, at, &n) : 0;
    }
    if (digits)
        return value <= MOST_NUMBER && ek_cp_is_blank(cp) &&
               take(&sequence->number, value);
    uint32_t kana = place_in(gojuon, first);
    bool blank = n < line.n && ek_cp_is_blank(ek_cp_at(line, n, &n));
    return kana && blank && take(&sequence->kana, kana);
}
