/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/decode.h"

#include "base/written.h"
#include "text/cp.h"
#include "text/detect.h"
#include "text/jis.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>

enum { CERTAIN = 95, CHUNK = 8192 };

struct row {
    const char *name;
    const char *iconv;   /* of ISO-2022-JP: after ek_jis_to_euc */
    const char *aliases; /* lower case, without hyphens and the like */
};

static const struct row rows[] = {
    [EK_ENC_UNKNOWN] = {"unknown", NULL, ""},
    [EK_ENC_UTF8] = {"UTF-8", NULL, "utf8 unicode11utf8 ascii usascii"},
    [EK_ENC_CP932] = {"CP932", "CP932",
                      "cp932 ms932 windows31j windows932 shiftjis sjis xsjis "
                      "mskanji csshiftjis shiftjis2004"},
    [EK_ENC_EUC_JP] = {"EUC-JP", "EUC-JP-MS",
                       "eucjp eucjpms xeucjp ujis euc cseucpkdfmtjapanese"},
    [EK_ENC_ISO_2022_JP] = {"ISO-2022-JP", "EUC-JP-MS",
                            "iso2022jp iso2022jpms jis csiso2022jp"},
    [EK_ENC_UTF16LE] = {"UTF-16LE", "UTF-16LE", "utf16le utf16 unicode ucs2"},
    [EK_ENC_UTF16BE] = {"UTF-16BE", "UTF-16BE", "utf16be unicodefffe"},
    [EK_ENC_CP1252] = {"windows-1252", "CP1252",
                       "windows1252 cp1252 xcp1252 iso88591 latin1 l1 "
                       "iso885915"},
};

enum { ENCODINGS = sizeof rows / sizeof *rows };

const char *
ek_decode_name(ek_encoding encoding)
{
    return rows[encoding].name;
}

ek_encoding
ek_decode_of(ek_str name)
{
    char bare[32];
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        if (!isalnum((unsigned char)name.p[i]))
            continue;
        if (n == sizeof bare)
            return EK_ENC_UNKNOWN;
        bare[n++] = (char)tolower((unsigned char)name.p[i]);
    }
    for (int e = 0; e < ENCODINGS && n; e++) {
        ek_str rest = ek_str_of(rows[e].aliases);
        for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest))
            if (ek_str_eq(w, (ek_str){bare, n}))
                return (ek_encoding)e;
    }
    return EK_ENC_UNKNOWN;
}

struct decoder {
    ek_buf out;
    uint32_t replaced;
};

static void
replace(struct decoder *d)
{
    ek_buf_cp(&d->out, CP_REPLACEMENT);
    d->replaced++;
}

/* Bytes of a broken sequence that stand for one character: its beginning as
 * far as it could have been valid. */
static size_t
broken_length(ek_str bytes, size_t at)
{
    static const unsigned char leads[] = {0xC2, 0xE0, 0xF0, 0xF5};
    unsigned char lead = (unsigned char)bytes.p[at];
    size_t n = 1, most = 0;
    if (lead < leads[0] || lead >= leads[3])
        return 1;
    while (lead >= leads[most])
        most++;
    while (n <= most && at + n < bytes.n) {
        unsigned char c = (unsigned char)bytes.p[at + n];
        bool second = n == 1;
        if ((c & 0xC0) != 0x80 || (second && lead == 0xE0 && c < 0xA0) ||
            (second && lead == 0xED && c > 0x9F) ||
            (second && lead == 0xF0 && c < 0x90) ||
            (second && lead == 0xF4 && c > 0x8F))
            break;
        n++;
    }
    return n;
}

static void
decode_utf8(struct decoder *d, ek_str bytes)
{
    size_t at = 0, begin = 0;
    while (at < bytes.n) {
        size_t n = (unsigned char)bytes.p[at] < 0x80
                       ? 1
                       : ek_detect_utf8_sequence(bytes, at);
        if (n == 0) {
            ek_buf_add(&d->out, ek_str_slice(bytes, begin, at));
            replace(d);
            begin = at + broken_length(bytes, at);
        }
        at = n ? at + n : begin;
    }
    ek_buf_add(&d->out, ek_str_slice(bytes, begin, at));
}

static void
close_iconv(void *cd)
{
    iconv_close(cd);
}

static char *
without_const(const char *p)
{
    return (char *)(uintptr_t)p; /* iconv does not write to its input */
}

static void
decode_by_iconv(struct decoder *d, ek_str bytes, iconv_t cd, size_t unit)
{
    char out[CHUNK], *from = without_const(bytes.p);
    size_t left = bytes.n;
    while (left) {
        char *to = out;
        size_t room = sizeof out;
        size_t rc = iconv(cd, &from, &left, &to, &room);
        int trouble = rc == (size_t)-1 ? errno : 0;
        ek_buf_add(&d->out, (ek_str){out, (size_t)(to - out)});
        if (trouble == 0 || trouble == E2BIG)
            continue;
        size_t skip = trouble == EINVAL || left < unit ? left : unit;
        replace(d);
        from += skip;
        left -= skip;
    }
}

static struct decoder
decode_as(ek_arena *arena, ek_str bytes, ek_encoding encoding)
{
    struct decoder d = {ek_buf_on(arena), 0};
    bool wide = encoding == EK_ENC_UTF16LE || encoding == EK_ENC_UTF16BE;
    if (encoding == EK_ENC_ISO_2022_JP)
        bytes = ek_jis_to_euc(arena, bytes);
    d.out.cap = bytes.n + bytes.n / 2 + 16;
    d.out.p = ek_arena_alloc(arena, d.out.cap);
    if (!rows[encoding].iconv) {
        decode_utf8(&d, bytes);
        return d;
    }
    iconv_t cd = iconv_open("UTF-8", rows[encoding].iconv);
    if (cd == (iconv_t)-1) {
        decode_utf8(&d, bytes);
        return d;
    }
    ek_arena_defer(arena, close_iconv, cd);
    decode_by_iconv(&d, bytes, cd, wide ? 2 : 1);
    return d;
}

static void
settle_line_ends(struct decoder *d)
{
    ek_str s = ek_buf_str(&d->out);
    if (!memchr(s.p, '\r', s.n) && !memchr(s.p, 0, s.n))
        return;
    ek_buf out = ek_buf_on(d->out.arena);
    size_t begin = 0;
    for (size_t at = 0; at < s.n; at++) {
        if (s.p[at] != '\r' && s.p[at] != 0)
            continue;
        ek_buf_add(&out, ek_str_slice(s, begin, at));
        begin = at + 1;
        bool pair = s.p[at] == '\r' && begin < s.n && s.p[begin] == '\n';
        if (s.p[at] == '\r' && !pair)
            ek_buf_putc(&out, '\n');
        if (s.p[at] == 0) {
            ek_buf_cp(&out, CP_REPLACEMENT);
            d->replaced++;
        }
    }
    ek_buf_add(&out, ek_str_slice(s, begin, s.n));
    d->out = out;
}

/* A declared encoding is plainly wrong when detection is certain of another
 * one and reading it as declared fails, or could not have failed. */
static bool
is_plainly_wrong(ek_arena *arena, ek_str bytes, ek_encoding declared)
{
    uint32_t confidence;
    ek_encoding found = ek_decode_detect(bytes, &confidence);
    if (found == declared || confidence < CERTAIN)
        return false;
    if (found == EK_ENC_ISO_2022_JP || declared == EK_ENC_CP1252 ||
        declared == EK_ENC_UTF16LE || declared == EK_ENC_UTF16BE)
        return true;
    uint32_t wrong = decode_as(arena, bytes, declared).replaced;
    uint32_t right = decode_as(arena, bytes, found).replaced;
    return wrong > 0 && right * 10 < wrong;
}

static ek_encoding
choose(struct ek_decoded *out, ek_arena *arena, ek_str bytes,
       ek_encoding forced, ek_encoding declared)
{
    out->confidence = 100;
    if (forced != EK_ENC_UNKNOWN)
        return forced;
    if (ek_detect_mark(bytes) != EK_ENC_UNKNOWN)
        return ek_detect_mark(bytes);
    if (declared != EK_ENC_UNKNOWN && !is_plainly_wrong(arena, bytes, declared))
        return declared;
    out->guessed = true;
    return ek_decode_detect(bytes, &out->confidence);
}

static void
tell(const struct ek_decoded *out, ek_arena *arena, ek_str file, ek_diag *diag)
{
    ek_str name = ek_str_of(ek_decode_name(out->encoding));
    if (out->guessed && out->encoding != EK_ENC_UTF8)
        ek_diag_say(diag, EK_D_decode_guessed, file, 0, name,
                    ek_arena_printf(arena, "%u%%", (unsigned)out->confidence));
    if (out->replaced)
        ek_diag_say(diag, EK_D_decode_invalid, file, 0,
                    ek_written_count(arena, out->replaced), name);
}

struct ek_decoded
ek_decode(ek_arena *arena, ek_str bytes, ek_encoding forced,
          ek_encoding declared, ek_str file, ek_diag *diag)
{
    struct ek_decoded out = {0};
    out.encoding = choose(&out, arena, bytes, forced, declared);
    struct decoder d = decode_as(arena, bytes, out.encoding);
    settle_line_ends(&d);
    out.utf8 = ek_buf_str(&d.out);
    if (ek_str_starts(out.utf8, EK_STR("\xEF\xBB\xBF")))
        out.utf8 = ek_str_slice(out.utf8, 3, out.utf8.n);
    out.replaced = d.replaced;
    tell(&out, arena, file, diag);
    return out;
}
