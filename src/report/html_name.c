/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/html_name.h"
#include "report/html.h"

#include <string.h>
#include <utf8proc.h>

enum {
    ROOM = 24,     /* for a number and the ending */
    PARTS = 4096,  /* code points of a name taken apart */
    LONGEST = 800, /* bytes of a path that are looked at */
    FIRST_SLOTS = 64
};

/* A name that is taken; next: the number that its next namesake tries. */
struct taken {
    ek_str key;
    size_t next;
};

struct ek_html_names {
    ek_arena *arena;
    struct taken *slots; /* open addressing, a power of two */
    size_t n, cap;
};

static size_t
hash_of(ek_str key)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < key.n; i++)
        h = (h ^ (unsigned char)key.p[i]) * 1099511628211u;
    return (size_t)(h ^ h >> 32);
}

/* The slot of a key: its own, or the empty one where it belongs. */
static struct taken *
slot_of(const struct ek_html_names *names, ek_str key)
{
    size_t i = hash_of(key) & (names->cap - 1);
    while (names->slots[i].key.p && !ek_str_eq(names->slots[i].key, key))
        i = (i + 1) & (names->cap - 1);
    return &names->slots[i];
}

static void
make_room(struct ek_html_names *names)
{
    struct ek_html_names old = *names;
    if (2 * (old.n + 1) <= old.cap)
        return;
    names->cap = old.cap ? 2 * old.cap : FIRST_SLOTS;
    names->slots =
        ek_arena_alloc(names->arena, names->cap * sizeof *names->slots);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].key.p)
            *slot_of(names, old.slots[i].key) = old.slots[i];
}

/* What two names have in common that some file system takes for the same. */
static ek_str
key_of(ek_arena *arena, ek_str name)
{
    utf8proc_int32_t parts[PARTS];
    utf8proc_option_t how = UTF8PROC_COMPAT | UTF8PROC_STABLE |
                            UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
                            UTF8PROC_IGNORE;
    utf8proc_ssize_t n =
        utf8proc_decompose((const utf8proc_uint8_t *)name.p,
                           (utf8proc_ssize_t)name.n, parts, PARTS - 1, how);
    if (n <= 0 || n >= PARTS)
        return ek_arena_copy(arena, name);
    n = utf8proc_reencode(parts, n, how);
    return ek_arena_copy(arena, (ek_str){(const char *)parts, (size_t)n});
}

/* Takes a name unless it is taken. */
static bool
is_free(struct ek_html_names *names, ek_str name)
{
    make_room(names);
    ek_str key = key_of(names->arena, name);
    struct taken *slot = slot_of(names, key);
    if (slot->key.p)
        return false;
    *slot = (struct taken){key, 2};
    names->n++;
    return true;
}

struct ek_html_names *
ek_html_names_new(ek_arena *arena)
{
    struct ek_html_names *names = ek_arena_alloc(arena, sizeof *names);
    names->arena = arena;
    is_free(names, EK_STR("index.html"));
    return names;
}

/* What some file system refuses, some shell obeys, or nobody sees. */
static bool
is_unfit(utf8proc_int32_t cp)
{
    if (cp < 0x80)
        return cp < 0x20 || cp == 0x7F || strchr("<>:\"/\\|?*", cp);
    utf8proc_category_t is = utf8proc_category(cp);
    return is == UTF8PROC_CATEGORY_CN || is == UTF8PROC_CATEGORY_ZL ||
           is == UTF8PROC_CATEGORY_ZP || is >= UTF8PROC_CATEGORY_CC;
}

static void
add_fit(ek_buf *out, ek_str s)
{
    for (size_t i = 0; i < s.n;) {
        utf8proc_int32_t cp;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i,
                                              (utf8proc_ssize_t)(s.n - i), &cp);
        if (n <= 0 || is_unfit(cp))
            ek_buf_putc(out, '_');
        else
            ek_buf_add(out, ek_str_slice(s, i, i + (size_t)n));
        i += n > 0 ? (size_t)n : 1;
    }
}

/* Accents composed, as most systems write them. */
static ek_str
composed(ek_arena *arena, ek_str s)
{
    utf8proc_int32_t parts[PARTS];
    utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t n =
        utf8proc_decompose((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n,
                           parts, PARTS - 1, how);
    if (n <= 0 || n >= PARTS)
        return s;
    n = utf8proc_reencode(parts, n, how);
    return ek_arena_copy(arena, (ek_str){(const char *)parts, (size_t)n});
}

static ek_str
cut(ek_str s, size_t most)
{
    if (s.n <= most)
        return s;
    while (most && ((unsigned char)s.p[most] & 0xC0) == 0x80)
        most--;
    return ek_str_slice(s, 0, most);
}

/* Devices of DOS, which are no files whatever ending they have. */
static bool
is_device(ek_str name)
{
    static const char *const devices[] = {
        "con",  "prn",  "aux",  "nul",  "conin$", "conout$", "com0",
        "com1", "com2", "com3", "com4", "com5",   "com6",    "com7",
        "com8", "com9", "lpt0", "lpt1", "lpt2",   "lpt3",    "lpt4",
        "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};
    return ek_str_among(name, devices, sizeof devices / sizeof *devices);
}

/* The file of a path; of a member of a box, the box before it. */
static ek_str
told_by(ek_arena *arena, ek_str path)
{
    size_t box = ek_str_find(path, EK_STR("!/"), 0);
    ek_str file = ek_str_file_name(path);
    if (ek_str_is(path, "-"))
        return EK_STR("stdin");
    if (box == path.n)
        return file;
    return ek_arena_printf(arena, "%.*s-%.*s",
                           EK_ARG(ek_str_file_name(ek_str_slice(path, 0, box))),
                           EK_ARG(file));
}

static bool
is_lead(char c)
{
    return c == '.' || c == '-' || c == '~' || c == ' ';
}

/* A name without ending and number. */
static ek_str
stem_of(ek_arena *arena, ek_str path)
{
    ek_buf fit = ek_buf_on(arena);
    add_fit(&fit, cut(told_by(arena, path), LONGEST));
    ek_str s =
        cut(composed(arena, ek_buf_str(&fit)), EK_HTML_NAME_BYTES - ROOM);
    while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '.'))
        s.n--;
    if (!s.n)
        return EK_STR("contract");
    size_t dot = ek_str_find(s, EK_STR("."), 0);
    ek_str device = ek_str_trim(ek_str_slice(s, 0, dot));
    if (is_lead(s.p[0]) || is_device(key_of(arena, device)))
        return ek_arena_printf(arena, "_%.*s", EK_ARG(s));
    return s;
}

ek_str
ek_html_names_take(struct ek_html_names *names, ek_str path)
{
    ek_str stem = stem_of(names->arena, path);
    ek_str name = ek_arena_printf(names->arena, "%.*s.html", EK_ARG(stem));
    ek_str key = key_of(names->arena, name);
    while (!is_free(names, name))
        name = ek_arena_printf(names->arena, "%.*s-%zu.html", EK_ARG(stem),
                               slot_of(names, key)->next++);
    return name;
}

ek_str
ek_html_name(struct ek_html_names *names, const ek_result *result)
{
    return ek_html_names_take(names, ek_result_name(result));
}

void
ek_html_name_link(ek_buf *out, ek_str name)
{
    for (size_t i = 0; i < name.n; i++) {
        unsigned char c = (unsigned char)name.p[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                     (c >= 'a' && c <= 'z') || strchr("-._~", c);
        if (plain && c)
            ek_buf_putc(out, (char)c);
        else
            ek_buf_printf(out, "%%%02X", c);
    }
}
