/* SPDX-License-Identifier: Apache-2.0 */
/* Entries of the directory stand at multiples of their size after the header,
 * in whatever sector: looking at each such place finds them in damaged files
 * too, and follows no chain that could be a loop. */
#include "config.h"

#include "read/ole.h"

#include <stddef.h>

enum { ENTRY = 128, NAME_SIZE_AT = 64, HEADER = 512 };

static const struct {
    const char *stream; /* or the beginning of its name */
    ek_ole kind;
} streams[] = {
    {"EncryptedPackage", EK_OLE_ENCRYPTED},
    {"WordDocument", EK_OLE_WORD},
    {"Workbook", EK_OLE_EXCEL},
    {"Book", EK_OLE_EXCEL},
    {"PowerPoint Document", EK_OLE_SLIDES},
    {"__properties_version1.0", EK_OLE_MAIL},
    {"__substg1.0_1000001F", EK_OLE_MAIL},
};

/* Names are UTF-16LE and end with a NUL that counts. */
static bool
is_named(ek_str bytes, size_t at, ek_str name)
{
    size_t size = (name.n + 1) * 2;
    if (at + ENTRY > bytes.n ||
        (unsigned char)bytes.p[at + NAME_SIZE_AT] != size ||
        bytes.p[at + NAME_SIZE_AT + 1])
        return false;
    for (size_t i = 0; i < name.n; i++)
        if (bytes.p[at + i * 2] != name.p[i] || bytes.p[at + i * 2 + 1])
            return false;
    return true;
}

static size_t
stream_at(ek_str bytes, size_t at)
{
    size_t i = 0, n = sizeof streams / sizeof *streams;
    while (i < n && !is_named(bytes, at, ek_str_of(streams[i].stream)))
        i++;
    return i;
}

/* A mail may hold a Word document; else the row that stands highest counts. */
ek_ole
ek_ole_kind(ek_str bytes)
{
    size_t n = sizeof streams / sizeof *streams, best = n;
    bool mail = false;
    if (!ek_str_starts(bytes, EK_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")))
        return EK_OLE_NONE;
    for (size_t at = HEADER; at + ENTRY <= bytes.n; at += ENTRY) {
        size_t row = stream_at(bytes, at);
        mail |= row < n && streams[row].kind == EK_OLE_MAIL;
        best = row < best ? row : best;
    }
    if (mail)
        return EK_OLE_MAIL;
    return best < n ? streams[best].kind : EK_OLE_OTHER;
}

const char *
ek_ole_name(ek_ole kind)
{
    static const char *const names[] = {
        [EK_OLE_NONE] = "",
        [EK_OLE_WORD] = "old Word (DOC)",
        [EK_OLE_ENCRYPTED] = "encrypted Office",
        [EK_OLE_EXCEL] = "old Excel (XLS)",
        [EK_OLE_SLIDES] = "old PowerPoint (PPT)",
        [EK_OLE_MAIL] = "Outlook mail (MSG): save it as EML",
        [EK_OLE_OTHER] = "old Office (OLE)",
    };
    return names[kind];
}
