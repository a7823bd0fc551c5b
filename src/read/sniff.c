/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/sniff.h"

#include <string.h>

#include "text/decode.h"

enum {
    MOST_NUL = 100,    /* one NUL in so many bytes is too many for a text */
    MOST_CONTROL = 20, /* the same for other control bytes */
    ONE_SIDE = 20,     /* of so many NULs, one may stand on the wrong side */
};

struct magic {
    size_t at;
    ek_str bytes;
    const char *name;
};

#define MAGIC(at, literal, name)                                               \
    {                                                                          \
        at, {literal, sizeof(literal) - 1}, name                               \
    }

static const struct magic magics[] = {
    MAGIC(0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old Office (OLE)"),
    MAGIC(0, "\x89PNG\r\n", "PNG image"),
    MAGIC(0, "\xFF\xD8\xFF", "JPEG image"),
    MAGIC(0, "GIF87a", "GIF image"),
    MAGIC(0, "GIF89a", "GIF image"),
    MAGIC(0, "II*\0", "TIFF image"),
    MAGIC(0, "MM\0*", "TIFF image"),
    MAGIC(8, "WEBP", "WebP image"),
    MAGIC(4, "ftyp", "HEIF image or video"),
    MAGIC(0, "\x1F\x8B\x08", "gzip"),
    MAGIC(0, "7z\xBC\xAF\x27\x1C", "7-Zip"),
    MAGIC(0, "Rar!\x1A\x07", "RAR"),
    MAGIC(0, "\xFD\x37zXZ", "xz"),
    MAGIC(0, "BZh9", "bzip2"),
    MAGIC(0, "\x28\xB5\x2F\xFD", "Zstandard"),
    MAGIC(0, "%!PS", "PostScript"),
    MAGIC(0, "SQLite format 3", "SQLite database"),
    MAGIC(0,
          "\x7F"
          "ELF",
          "program"),
    MAGIC(0, "\xFF\xFE\0\0", "UTF-32 text"),
    MAGIC(0, "\0\0\xFE\xFF", "UTF-32 text"),
};

static bool
holds(ek_str bytes, const char *needle)
{
    return ek_str_find(bytes, ek_str_of(needle), 0) < bytes.n;
}

const char *
ek_sniff_unsupported(ek_str bytes)
{
    const char *zip = ek_sniff_zip(bytes); /* it may begin with a PDF file */
    if (zip)
        return zip;
    if (holds(ek_str_slice(bytes, 0, 1024), "%PDF-"))
        return "PDF";
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        const struct magic *m = &magics[i];
        if (ek_str_stands(bytes, m->at, m->bytes))
            return m->name;
    }
    return NULL;
}

static bool
has_utf16_mark(ek_str bytes)
{
    return ek_str_starts(bytes, EK_STR("\xFF\xFE")) ||
           ek_str_starts(bytes, EK_STR("\xFE\xFF"));
}

static bool
is_odd_control(unsigned char c)
{
    enum { BACKSPACE = 0x08, CR = 0x0D, ESC = 0x1B };
    return c && (c <= BACKSPACE || (c > CR && c < 0x20 && c != ESC));
}

/* UTF-16 has its NULs, if any, on one side of each pair. */
static bool
looks_binary(ek_str bytes)
{
    size_t nul[2] = {0, 0}, control = 0;
    if (has_utf16_mark(bytes))
        return false;
    for (size_t i = 0; i < bytes.n; i++) {
        nul[i & 1] += !bytes.p[i];
        control += is_odd_control((unsigned char)bytes.p[i]);
    }
    size_t all = nul[0] + nul[1];
    size_t fewer = nul[0] < nul[1] ? nul[0] : nul[1];
    if (all * MOST_NUL < bytes.n)
        return control * MOST_CONTROL > bytes.n;
    return bytes.n % 2 || fewer * ONE_SIDE > all ||
           control * MOST_CONTROL > bytes.n;
}

/* The punctuation of Japanese in UTF-16 looks like control bytes. */
bool
ek_sniff_binary(ek_str bytes)
{
    uint32_t confidence;
    if (!looks_binary(bytes))
        return false;
    ek_encoding encoding = ek_decode_detect(bytes, &confidence);
    return encoding != EK_ENC_UTF16LE && encoding != EK_ENC_UTF16BE;
}

bool
ek_sniff_blank(ek_str utf8)
{
    static const ek_str blanks[] = {
        {"\xE3\x80\x80", 3}, /* U+3000 ideographic space */
        {"\xC2\xA0", 2},     /* U+00A0 no-break space */
        {"\xE2\x80\x8B", 3}, /* U+200B zero width space */
        {"\xEF\xBB\xBF", 3}, /* U+FEFF byte order mark */
    };
    size_t i = 0, k = 0;
    while (i < utf8.n) {
        unsigned char c = (unsigned char)utf8.p[i];
        if (c <= 0x20 || c == 0x7F) {
            i++;
            continue;
        }
        for (k = 0; k < sizeof blanks / sizeof *blanks; k++)
            if (ek_str_stands(utf8, i, blanks[k]))
                break;
        if (k == sizeof blanks / sizeof *blanks)
            return false;
        i += blanks[k].n;
    }
    return true;
}

void
ek_sniff_head(struct ek_sniff *out, ek_str bytes)
{
    size_t i = has_utf16_mark(bytes) ? 2 : 0;
    if (ek_str_starts(bytes, EK_STR("\xEF\xBB\xBF")))
        i = 3;
    out->n = 0;
    for (; i < bytes.n && out->n < EK_SNIFF_SIZE; i++)
        if (bytes.p[i])
            out->bytes[out->n++] = bytes.p[i];
}

ek_str
ek_sniff_str(const struct ek_sniff *sniff)
{
    return (ek_str){sniff->bytes, sniff->n};
}

bool
ek_sniff_word(ek_str s, const char *word)
{
    size_t n = strlen(word);
    if (s.n < n)
        return false;
    for (size_t i = 0; i < n; i++) {
        char c =
            s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] | 0x20) : s.p[i];
        if (c != word[i])
            return false;
    }
    return true;
}
