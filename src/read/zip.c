/* SPDX-License-Identifier: Apache-2.0 */
/* libzip reads from memory and writes into a buffer that is handed to it: it
 * never calls back into the arena, which may unwind only between its calls. */
#include "config.h"

#include "read/zip.h"

#include "base/written.h"

#include <stdint.h>
#include <string.h>

#include <zip.h>

enum { CHUNK = 64 * 1024, MOST_FORETOLD = 4 * 1024 * 1024 };

struct ek_zip {
    ek_str path;
    zip_t *archive;
    zip_file_t *entry; /* while it is read */
    size_t entries;
    struct ek_limits limits;
    struct ek_budget *budget;
    char chunk[CHUNK];
};

static void
close_entry(struct ek_zip *zip)
{
    if (zip->entry)
        zip_fclose(zip->entry);
    zip->entry = NULL;
}

static void
close_archive(void *object)
{
    struct ek_zip *zip = object;
    close_entry(zip);
    if (zip->archive)
        zip_discard(zip->archive);
    zip->archive = NULL;
}

static ek_status
say(const struct ek_zip *zip, ek_diag *diag, ek_diag_code code, ek_str why,
    ek_status status)
{
    ek_diag_say(diag, code, zip->path, 0, why, EK_STR(""));
    return status;
}

static ek_status
say_number(const struct ek_zip *zip, ek_diag *diag, ek_diag_code code, size_t n)
{
    return say(zip, diag, code, ek_written_count(diag->arena, n), EK_ELIMIT);
}

static ek_status
say_error(const struct ek_zip *zip, ek_diag *diag, zip_error_t *error)
{
    ek_diag_code code = EK_D_read_damaged;
    ek_status status = EK_EFORMAT;
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
        code = EK_D_read_encrypted;
        status = EK_EUNSUPPORTED;
        break;
    case ZIP_ER_COMPNOTSUPP:
    case ZIP_ER_ENCRNOTSUPP:
        code = EK_D_read_unsupported;
        status = EK_EUNSUPPORTED;
        break;
    default:
        break;
    }
    return say(zip, diag, code, ek_str_of(zip_error_strerror(error)), status);
}

static struct ek_budget *
budget_of(ek_arena *arena, const struct ek_read_options *options)
{
    if (options->budget)
        return options->budget;
    struct ek_budget *budget = ek_arena_alloc(arena, sizeof *budget);
    *budget = (struct ek_budget){
        .unpacked = options->limits.unpacked,
        .entries = options->limits.entries,
    };
    return budget;
}

static ek_status
open_archive(struct ek_zip *zip, ek_str bytes, ek_diag *diag)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(bytes.p, bytes.n, 0, &error);
    if (source)
        zip->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (source && !zip->archive)
        zip_source_free(source);
    ek_status status = zip->archive ? EK_OK : say_error(zip, diag, &error);
    zip_error_fini(&error);
    return status;
}

ek_status
ek_zip_open(ek_zip **out, ek_arena *arena, const ek_source *source,
            const struct ek_read_options *options, ek_diag *diag)
{
    struct ek_zip *zip = ek_arena_alloc(arena, sizeof *zip);
    zip->path = source->path;
    zip->limits = options->limits;
    zip->budget = budget_of(arena, options);
    ek_arena_defer(arena, close_archive, zip);
    if (!source->bytes.n) /* libzip would begin a new archive */
        return say(zip, diag, EK_D_read_damaged, EK_STR("empty"), EK_EFORMAT);
    ek_status status = open_archive(zip, source->bytes, diag);
    if (status)
        return status;
    zip_int64_t entries = zip_get_num_entries(zip->archive, 0);
    zip->entries = entries > 0 ? (size_t)entries : 0;
    if (zip->entries > zip->budget->entries)
        return say_number(zip, diag, EK_D_read_entries, zip->limits.entries);
    zip->budget->entries -= zip->entries;
    *out = zip;
    return EK_OK;
}

size_t
ek_zip_count(const ek_zip *zip)
{
    return zip->entries;
}

ek_str
ek_zip_raw_name(const ek_zip *zip, size_t entry)
{
    return ek_str_of(zip_get_name(zip->archive, entry, ZIP_FL_ENC_RAW));
}

/* What is not marked is taken for code page 437 when asked strictly. */
bool
ek_zip_name_is_utf8(const ek_zip *zip, size_t entry)
{
    const char *strict = zip_get_name(zip->archive, entry, ZIP_FL_ENC_STRICT);
    return strict && ek_str_is(ek_zip_raw_name(zip, entry), strict);
}

bool
ek_zip_is_folder(const ek_zip *zip, size_t entry)
{
    return ek_str_ends(ek_zip_raw_name(zip, entry), EK_STR("/"));
}

bool
ek_zip_is_encrypted(const ek_zip *zip, size_t entry)
{
    zip_stat_t stat;
    return !zip_stat_index(zip->archive, entry, 0, &stat) &&
           (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
           stat.encryption_method != ZIP_EM_NONE;
}

/* Only how much room is made at first. */
static size_t
foretold_size(const ek_zip *zip, size_t entry)
{
    zip_stat_t stat;
    if (zip_stat_index(zip->archive, entry, 0, &stat) ||
        !(stat.valid & ZIP_STAT_SIZE) || stat.size < CHUNK)
        return CHUNK;
    return stat.size < MOST_FORETOLD ? (size_t)stat.size + 1 : MOST_FORETOLD;
}

struct unpacking {
    ek_arena *arena;
    char *p;
    size_t n, cap;
};

static void
keep_chunk(struct unpacking *u, const char *chunk, size_t n)
{
    if (u->cap - u->n < n) {
        u->p = ek_arena_grow(u->arena, u->p, u->cap, u->cap * 2);
        u->cap *= 2;
    }
    memcpy(u->p + u->n, chunk, n);
    u->n += n;
}

/* A chunk is no larger than the room that is made by doubling. */
static ek_status
unpack(struct unpacking *u, ek_zip *zip, ek_diag *diag)
{
    for (;;) {
        zip_int64_t got = zip_fread(zip->entry, zip->chunk, CHUNK);
        if (got < 0)
            return say_error(zip, diag, zip_file_get_error(zip->entry));
        if (got == 0)
            return EK_OK;
        size_t n = (size_t)got;
        if (n > zip->limits.bytes - u->n)
            return say_number(zip, diag, EK_D_read_too_large,
                              zip->limits.bytes);
        if (n > zip->budget->unpacked)
            return say_number(zip, diag, EK_D_read_unpacked,
                              zip->limits.unpacked);
        zip->budget->unpacked -= n;
        keep_chunk(u, zip->chunk, n);
    }
}

/* The one before is still open where its arena has unwound. */
static ek_status
open_entry(ek_zip *zip, size_t entry, ek_diag *diag)
{
    close_entry(zip);
    if (ek_zip_is_encrypted(zip, entry))
        return say(zip, diag, EK_D_read_encrypted, EK_STR(""), EK_EUNSUPPORTED);
    zip->entry = zip_fopen_index(zip->archive, entry, 0);
    return zip->entry ? EK_OK
                      : say_error(zip, diag, zip_get_error(zip->archive));
}

ek_status
ek_zip_read(ek_str *out, ek_arena *arena, ek_zip *zip, size_t entry,
            ek_diag *diag)
{
    ek_status status = open_entry(zip, entry, diag);
    if (status)
        return status;
    struct unpacking u = {.arena = arena, .cap = foretold_size(zip, entry)};
    u.p = ek_arena_alloc(arena, u.cap);
    status = unpack(&u, zip, diag);
    close_entry(zip);
    if (!status)
        *out = (ek_str){u.p, u.n};
    return status;
}
