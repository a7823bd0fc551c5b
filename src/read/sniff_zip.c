/* SPDX-License-Identifier: Apache-2.0 */
/* What a ZIP file is, by the names in its directory: what is stored in it may
 * be an office file of its own and must not be taken for the whole. */
#include "config.h"

#include "read/sniff.h"

#include <stdint.h>

enum {
    LOCAL_HEADER = 30,
    LOCAL_NAME_SIZE = 26,
    LOCAL_EXTRA_SIZE = 28,
    ENTRY_HEADER = 46,
    ENTRY_NAME_SIZE = 28,
    ENTRY_EXTRA_SIZE = 30,
    ENTRY_COMMENT_SIZE = 32,
    END_RECORD = 22,
    END_DIRECTORY_SIZE = 12,
    LONGEST_COMMENT = 0xFFFF,
    MOST_HEADERS = 64 * 1024, /* bytes looked at */
};

/* What the names of one directory tell. */
struct names {
    bool package; /* "[Content_Types].xml": of Office Open XML */
    bool word, excel, slides;
};

static size_t
number_at(ek_str bytes, size_t at, unsigned size)
{
    size_t n = 0;
    for (unsigned i = size; i-- > 0;)
        n = n << 8 |
            (at + i < bytes.n ? (unsigned char)bytes.p[at + i] : (size_t)0);
    return n;
}

/* The directory ends where its end record begins, whatever stands before the
 * archive. Empty when there is none. */
static ek_str
directory_of(ek_str bytes)
{
    size_t most = END_RECORD + LONGEST_COMMENT;
    size_t least = bytes.n > most ? bytes.n - most : 0;
    for (size_t at = bytes.n; at-- > least;) {
        if (!ek_str_stands(bytes, at, EK_STR("PK\5\6")))
            continue;
        size_t size = number_at(bytes, at + END_DIRECTORY_SIZE, 4);
        return size <= at ? ek_str_slice(bytes, at - size, at) : EK_STR("");
    }
    return EK_STR("");
}

static void
take_name(struct names *names, ek_str name)
{
    names->package |= ek_str_is(name, "[Content_Types].xml");
    names->word |= ek_str_starts(name, EK_STR("word/"));
    names->excel |= ek_str_starts(name, EK_STR("xl/"));
    names->slides |= ek_str_starts(name, EK_STR("ppt/"));
}

static void
read_directory(struct names *names, ek_str directory)
{
    size_t at = 0;
    while (ek_str_stands(directory, at, EK_STR("PK\1\2"))) {
        size_t name = number_at(directory, at + ENTRY_NAME_SIZE, 2);
        size_t rest = number_at(directory, at + ENTRY_EXTRA_SIZE, 2) +
                      number_at(directory, at + ENTRY_COMMENT_SIZE, 2);
        at += ENTRY_HEADER;
        take_name(names, ek_str_slice(directory, at, at + name));
        at += name + rest;
    }
}

static ek_str
name_at(ek_str bytes, size_t header)
{
    size_t at = header + LOCAL_HEADER;
    return ek_str_slice(bytes, at,
                        at + number_at(bytes, header + LOCAL_NAME_SIZE, 2));
}

/* Of a file that is cut off, the headers before the contents tell as much. */
static void
read_headers(struct names *names, ek_str bytes)
{
    ek_str magic = EK_STR("PK\3\4");
    bytes = ek_str_slice(bytes, 0, MOST_HEADERS);
    for (size_t at = 0; at < bytes.n; at = ek_str_find(bytes, magic, at + 1))
        take_name(names, name_at(bytes, at));
}

/* A first file "mimetype", stored as it is, tells what the others are. */
static const char *
by_mimetype(ek_str bytes)
{
    static const struct {
        const char *type, *name;
    } types[] = {
        {"application/vnd.oasis.opendocument.text", "OpenDocument text (ODT)"},
        {"application/vnd.oasis.opendocument", "OpenDocument"},
        {"application/epub+zip", "EPUB"},
    };
    ek_str name = name_at(bytes, 0);
    size_t at = LOCAL_HEADER + name.n + number_at(bytes, LOCAL_EXTRA_SIZE, 2);
    ek_str content = ek_str_slice(bytes, at, bytes.n);
    if (!ek_str_is(name, "mimetype"))
        return NULL;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (ek_str_starts(content, ek_str_of(types[i].type)))
            return types[i].name;
    return NULL;
}

const char *
ek_sniff_zip(ek_str bytes)
{
    struct names names = {0};
    if (!ek_str_stands(bytes, 0, EK_STR("PK\3\4")))
        return ek_str_stands(bytes, 0, EK_STR("PK\5\6")) ? "ZIP" : NULL;
    const char *kind = by_mimetype(bytes);
    if (kind)
        return kind;
    ek_str directory = directory_of(bytes);
    read_directory(&names, directory);
    if (!directory.n)
        read_headers(&names, bytes);
    if (!names.package)
        return "ZIP";
    return names.word     ? "Word (DOCX)"
           : names.excel  ? "Excel (XLSX)"
           : names.slides ? "PowerPoint (PPTX)"
                          : "ZIP";
}
