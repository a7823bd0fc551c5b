/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/numeral.h"
#include "seg/script.h"

#include <string.h>

bool
ek_reader_take(struct ek_reader *r, const char *string)
{
    if (!ek_script_at(r->bytes + r->at, r->bytes + r->end, string))
        return false;
    r->at += (uint32_t)strlen(string);
    return true;
}

bool
ek_numeral_digits(struct ek_reader *r, uint32_t *number)
{
    uint32_t begin = r->at;
    *number = 0;
    while (r->at < r->end && ek_script_digit(r->bytes[r->at]) &&
           r->at - begin < 4)
        *number = *number * 10 + (uint32_t)(r->bytes[r->at++] - '0');
    bool longer = r->at < r->end && ek_script_digit(r->bytes[r->at]);
    return r->at > begin && !longer;
}

bool
ek_numeral_kanji(struct ek_reader *r, uint32_t *number)
{
    static const struct {
        const char *character;
        uint32_t value;
    } digits[] = {
#define EK_MARK_DIGIT(character, value) {character, value},
#include "seg/marker.def"
#undef EK_MARK_DIGIT
    };
    uint32_t begin = r->at, units = 0, total = 0;
    for (size_t i = 0; i < sizeof digits / sizeof *digits;) {
        if (r->at - begin > 12 || !ek_reader_take(r, digits[i].character)) {
            i++;
            continue;
        }
        if (digits[i].value >= 10) {
            total += (units ? units : 1) * digits[i].value;
            units = 0;
        } else {
            units = units * 10 + digits[i].value;
        }
        i = 0;
    }
    *number = total + units;
    return r->at > begin;
}

bool
ek_numeral_any(struct ek_reader *r, uint32_t *number)
{
    struct ek_reader back = *r;
    if (ek_numeral_digits(r, number))
        return true;
    *r = back;
    return ek_numeral_kanji(r, number);
}

static uint32_t
roman_value(const char *p, uint32_t n)
{
    static const char digits[] = "ivxlc";
    static const uint32_t values[] = {1, 5, 10, 50, 100};
    uint32_t total = 0, last = 0;
    for (uint32_t i = n; i-- > 0;) {
        const char *d = memchr(digits, p[i], 5);
        if (!d)
            return 0;
        uint32_t value = values[d - digits];
        total = value < last ? total - value : total + value;
        last = value;
    }
    return total < 100 ? total : 0;
}

/* Letters that count: a, i, iv. Sorts come in the order letter, roman. */
bool
ek_numeral_letters(struct ek_reader *r, struct ek_mark *m, ek_mark_sort letter,
                   ek_mark_sort roman)
{
    uint32_t begin = r->at;
    while (r->at < r->end && ek_script_latin(r->bytes[r->at]) &&
           r->at - begin < 7)
        r->at++;
    uint32_t n = r->at - begin;
    uint32_t value = n ? roman_value(r->bytes + begin, n) : 0;
    bool twin = n == 2 && r->bytes[begin] == r->bytes[begin + 1];
    if (n == 0 || (n > 1 && !value && !twin))
        return false;
    uint32_t place = (uint32_t)(r->bytes[begin] - 'a') + (n > 1 ? 27 : 1);
    m->sort = n > 1 && value ? roman : letter;
    m->number = n > 1 && value ? value : place;
    if (n == 1 && value == 1) {
        m->sort = roman;
        m->number = 1;
        m->other = letter;
        m->other_number = place;
    } else if (value && (n == 1 || twin)) {
        m->other = n == 1 ? roman : letter;
        m->other_number = n == 1 ? value : place;
    }
    return true;
}

bool
ek_numeral_kana(struct ek_reader *r, struct ek_mark *m, ek_mark_sort sort)
{
    static const char *const orders[] = {
#define EK_MARK_ORDER(string) string,
#include "seg/marker.def"
#undef EK_MARK_ORDER
    };
    enum { KANA_BYTES = 3 };
    if (r->end - r->at < KANA_BYTES)
        return false;
    uint32_t found[2] = {0, 0};
    for (size_t o = 0; o < 2; o++)
        for (size_t i = 0; orders[o][i] && !found[o]; i += KANA_BYTES)
            if (memcmp(orders[o] + i, r->bytes + r->at, KANA_BYTES) == 0)
                found[o] = (uint32_t)(i / KANA_BYTES) + 1;
    if (!found[0] && !found[1])
        return false;
    m->sort = m->other = sort;
    m->number = found[0];
    m->other_number = found[1];
    r->at += KANA_BYTES;
    return true;
}
