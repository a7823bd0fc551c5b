/* SPDX-License-Identifier: Apache-2.0 */
/* Loading a pack: pack.xml names the files, the root element of each tells its
 * kind. Everything is read before anything is refused, so that an author sees
 * all mistakes at once. The trees of libxml2 live as long as the pack, which
 * borrows its strings from them. */
#include "config.h"

#include "pattern/load.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <sha256.h>

#include "pattern/table_load.h"

enum { MOST_BYTES = 8 * 1024 * 1024 };

static const struct kind {
    const char *root;
    void (*read)(struct ek_load *, const xmlNode *);
} kinds[] = {
    {"concepts", ek_load_concepts},     {"words", ek_load_words},
    {"clause", ek_load_clause},         {"provisions", ek_load_provisions},
    {"facts", ek_load_facts},           {"questions", ek_load_questions},
    {"references", ek_load_references},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static ek_status
refuse_file(ek_diag *diag, ek_str path, int error)
{
    ek_diag_say(diag, EK_D_read_open, path, 0, ek_str_of(strerror(error)),
                EK_STR(""));
    return EK_EIO;
}

/* The bytes of one file after the other, and what they hash to. */
struct bytes {
    SHA256_CTX sha;
    char *p;
    size_t n, room;
};

static void
make_room(struct bytes *bytes, ek_arena *arena, size_t n)
{
    if (bytes->room >= n)
        return;
    bytes->room = n * 2;
    bytes->p = ek_arena_alloc(arena, bytes->room);
}

/* No file is open while the arena may unwind. */
static ek_status
read_bytes(struct bytes *bytes, ek_arena *arena, ek_str path, ek_diag *diag)
{
    struct stat st;
    const char *name = ek_arena_copy(arena, path).p;
    if (stat(name, &st) != 0)
        return refuse_file(diag, path, errno);
    if (!S_ISREG(st.st_mode))
        return refuse_file(diag, path, S_ISDIR(st.st_mode) ? EISDIR : EINVAL);
    if (st.st_size > MOST_BYTES)
        return refuse_file(diag, path, EFBIG);
    make_room(bytes, arena, (size_t)st.st_size);
    FILE *file = fopen(name, "rbe");
    if (!file)
        return refuse_file(diag, path, errno);
    bytes->n = fread(bytes->p, 1, bytes->room, file);
    int error = ferror(file) ? EIO : 0;
    fclose(file);
    if (error)
        return refuse_file(diag, path, error);
    return EK_OK;
}

static void
add_to_fingerprint(struct bytes *bytes, ek_str name)
{
    SHA256Update(&bytes->sha, (const uint8_t *)name.p, name.n);
    SHA256Update(&bytes->sha, (const uint8_t *)"", 1);
    SHA256Update(&bytes->sha, (const uint8_t *)bytes->p, bytes->n);
    SHA256Update(&bytes->sha, (const uint8_t *)"", 1);
}

static ek_str
finish_fingerprint(SHA256_CTX *sha, ek_arena *arena)
{
    char hex[SHA256_DIGEST_STRING_LENGTH];
    SHA256End(sha, hex);
    return ek_arena_copy(arena, ek_str_of(hex));
}

static void
read_by_root(struct ek_load *load, const xmlNode *root)
{
    for (unsigned i = 0; i < KINDS; i++) {
        if (ek_node_is(root, kinds[i].root)) {
            kinds[i].read(load, root);
            return;
        }
    }
    ek_node_say(load, root, EK_D_pack_element, ek_xml_name(root),
                EK_STR("pack"));
}

/* Whether the first element, behind declaration and comments, is <tables>. */
static bool
holds_tables(ek_str bytes)
{
    size_t i = 0;
    while ((i = ek_str_find(bytes, EK_STR("<"), i)) < bytes.n) {
        ek_str rest = ek_str_slice(bytes, i, bytes.n);
        if (ek_str_starts(rest, EK_STR("<!--")))
            i = ek_str_find(bytes, EK_STR("-->"), i + 1);
        else if (ek_str_starts(rest, EK_STR("<?")))
            i = ek_str_find(bytes, EK_STR("?>"), i + 1);
        else
            return ek_str_starts(rest, EK_STR("<tables"));
    }
    return false;
}

static bool
open_file(struct ek_load *load, ek_str name, struct bytes *bytes)
{
    ek_arena *arena = load->pack->arena;
    load->file = ek_arena_printf(arena, "%.*s/%.*s", EK_ARG(load->pack->dir),
                                 EK_ARG(name));
    if (read_bytes(bytes, arena, load->file, load->diag) != EK_OK)
        return false;
    add_to_fingerprint(bytes, name);
    return true;
}

/* The root of the file, NULL after a complaint. */
static const xmlNode *
parse(struct ek_load *load, ek_str bytes)
{
    xmlDoc *doc;
    if (ek_xml_memory(&doc, load->pack->arena, bytes, load->file, load->diag) !=
        EK_OK)
        return NULL;
    return xmlDocGetRootElement(doc);
}

static void
read_header(struct ek_load *load, struct bytes *bytes)
{
    const xmlNode *root = NULL;
    if (open_file(load, EK_STR("pack.xml"), bytes))
        root = parse(load, (ek_str){bytes->p, bytes->n});
    if (root && ek_node_is(root, "pack"))
        ek_load_header(load, root);
    else if (root)
        ek_node_say(load, root, EK_D_pack_element, ek_xml_name(root),
                    EK_STR("pack.xml"));
}

static void
read_file(struct ek_load *load, ek_str name, struct bytes *bytes)
{
    if (!open_file(load, name, bytes))
        return;
    ek_str content = {bytes->p, bytes->n};
    if (holds_tables(content)) {
        ek_tables_load(load->pack, load->file, load->diag);
        return;
    }
    const xmlNode *root = parse(load, content);
    if (root)
        read_by_root(load, root);
}

static void
read_all_files(struct ek_load *load)
{
    struct bytes bytes = {.n = 0};
    ek_pack *pack = load->pack;
    SHA256Init(&bytes.sha);
    EK_PUSH(pack->arena, pack->files, EK_STR("pack.xml"));
    read_header(load, &bytes);
    for (size_t i = 1; i < pack->files.n; i++)
        read_file(load, pack->files.v[i], &bytes);
    ek_tables_check(pack, load->diag);
    pack->fingerprint = finish_fingerprint(&bytes.sha, pack->arena);
}

static ek_status
worst_since(const ek_diag *diag, size_t first)
{
    ek_status status = EK_OK;
    for (size_t i = first; i < diag->lines.n; i++) {
        ek_diag_code code = diag->lines.v[i].code;
        if (code == EK_D_read_open)
            return EK_EIO;
        if (ek_diag_level(code) == EK_ERROR)
            status = EK_EFORMAT;
    }
    return status;
}

ek_status
ek_pack_load(ek_pack **out, ek_str dir, ek_diag *diag)
{
    ek_arena *arena = ek_arena_new(0);
    if (!arena)
        return EK_ENOMEM;
    if (setjmp(*ek_arena_catch(arena))) {
        ek_arena_free(arena);
        return EK_ENOMEM;
    }
    size_t said = diag->lines.n;
    ek_pack *pack = ek_arena_alloc(arena, sizeof *pack);
    pack->arena = arena;
    pack->dir = ek_arena_copy(arena, dir);
    struct ek_load load = {.pack = pack, .diag = diag};
    read_all_files(&load);
    ek_status status = worst_since(diag, said);
    if (status == EK_OK)
        *out = pack;
    else
        ek_pack_free(pack);
    return status;
}
