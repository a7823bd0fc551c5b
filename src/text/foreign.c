/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/foreign.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

#include "text/cp.h"

enum {
    SAMPLE = 32 * 1024, /* bytes, from the first beyond ASCII */
    CHUNK = 4096,
    LEAST = 15,      /* characters beyond ASCII */
    MOST_BROKEN = 2, /* percent */
    MOST_KANA = 10,
    ALPHABET = 80,
};

static const struct row {
    const char *name, *iconv;
    uint32_t share;
    const char *telling;
} rows[] = {
#define EK_FOREIGN(name, iconv, share, telling) {name, iconv, share, telling},
#include "text/foreign.def"
};

struct reading {
    uint32_t characters, telling, kana, broken; /* beyond ASCII */
    uint32_t joined; /* telling ones that follow each other */
    bool after;      /* the last character was one */
};

static void
count(struct reading *reading, ek_str utf8, const char *telling)
{
    for (size_t at = 0, n; at < utf8.n; at += n) {
        uint32_t cp = ek_cp_at(utf8, at, &n);
        bool after = reading->after;
        reading->after = false;
        if (n == 1 || (cp >= CP_IDEOGRAPHIC_BLANK && cp <= 0x3020) ||
            (cp >= CP_FIRST_FULLWIDTH && cp <= CP_LAST_FULLWIDTH))
            continue;
        reading->characters++;
        reading->kana += ek_cp_is_kana(cp);
        reading->after = ek_cp_among(cp, telling);
        reading->telling += reading->after;
        reading->joined += reading->after && after;
    }
}

static struct reading
read_as(ek_str bytes, const char *iconv_name, const char *telling)
{
    struct reading reading = {0};
    char out[CHUNK], *from = (char *)(uintptr_t)bytes.p;
    size_t left = bytes.n;
    iconv_t cd = iconv_open("UTF-8", iconv_name);
    if (cd == (iconv_t)-1)
        return reading;
    while (left) {
        char *to = out;
        size_t room = sizeof out;
        size_t rc = iconv(cd, &from, &left, &to, &room);
        int trouble = rc == (size_t)-1 ? errno : 0;
        count(&reading, (ek_str){out, (size_t)(to - out)}, telling);
        if (trouble == EINVAL)
            break;
        if (trouble == EILSEQ) {
            reading.broken++;
            from++;
            left--;
        }
    }
    iconv_close(cd);
    return reading;
}

/* An alphabet beyond ASCII stands in words of it; accents stand alone. */
static bool
reads_well(const struct reading *reading, uint32_t share)
{
    bool alphabet = share >= ALPHABET;
    if (alphabet && reading->joined * 2 < reading->telling)
        return false;
    return reading->characters >= LEAST &&
           reading->broken * 100 <= reading->characters * MOST_BROKEN &&
           reading->kana * 100 <= reading->characters * MOST_KANA &&
           reading->telling * 100 >= reading->characters * share;
}

/* Half-width kana do not count: they are what chance makes of foreign bytes. */
static bool
has_kana(ek_str sample, const char *iconv_name)
{
    static const char usual[] = "\xE3\x81\xAE\xE3\x81\xAB\xE3\x81\x99"
                                "\xE3\x82\x8B\xE3\x81\xAF\xE3\x82\x92"
                                "\xE3\x81\xBE\xE3\x81\x97\xE3\x81\x9F";
    struct reading reading = read_as(sample, iconv_name, usual);
    return reading.telling * 100 >= reading.characters * MOST_KANA;
}

const char *
ek_foreign(ek_str bytes)
{
    size_t begin = 0;
    while (begin < bytes.n && (unsigned char)bytes.p[begin] < 0x80)
        begin++;
    ek_str sample = ek_str_slice(bytes, begin, begin + SAMPLE);
    if (has_kana(sample, "CP932") || has_kana(sample, "EUC-JP-MS"))
        return NULL;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading =
            read_as(sample, rows[i].iconv, rows[i].telling);
        if (reads_well(&reading, rows[i].share))
            return rows[i].name;
    }
    return NULL;
}
