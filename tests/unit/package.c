/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "package.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <zip.h>

struct package {
    ek_arena *arena;
    zip_t *archive;
    zip_source_t *file;
};

struct package *
package_on(ek_arena *arena)
{
    struct package *package = ek_arena_alloc(arena, sizeof *package);
    package->arena = arena;
    package->file = zip_source_buffer_create(NULL, 0, 0, NULL);
    assert_non_null(package->file);
    zip_source_keep(package->file);
    package->archive = zip_open_from_source(package->file, ZIP_TRUNCATE, NULL);
    assert_non_null(package->archive);
    return package;
}

static zip_uint64_t
add_entry(struct package *package, const char *name, ek_str bytes)
{
    zip_source_t *source =
        zip_source_buffer(package->archive, bytes.p, bytes.n, 0);
    zip_int64_t entry =
        zip_file_add(package->archive, name, source, ZIP_FL_ENC_GUESS);
    assert_true(entry >= 0);
    return (zip_uint64_t)entry;
}

void
package_add(struct package *package, const char *name, ek_str bytes)
{
    add_entry(package, name, bytes);
}

void
package_store(struct package *package, const char *name, ek_str bytes)
{
    zip_uint64_t entry = add_entry(package, name, bytes);
    zip_set_file_compression(package->archive, entry, ZIP_CM_STORE, 0);
}

void
package_encrypt(struct package *package, const char *name, ek_str bytes)
{
    zip_uint64_t entry = add_entry(package, name, bytes);
    assert_int_equal(zip_file_set_encryption(package->archive, entry,
                                             ZIP_EM_TRAD_PKWARE, "word"),
                     0);
}

ek_str
package_bytes(struct package *package)
{
    zip_stat_t stat;
    assert_int_equal(zip_close(package->archive), 0);
    assert_int_equal(zip_source_open(package->file), 0);
    assert_int_equal(zip_source_stat(package->file, &stat), 0);
    char *bytes = ek_arena_alloc(package->arena, stat.size);
    assert_int_equal(zip_source_read(package->file, bytes, stat.size),
                     stat.size);
    zip_source_close(package->file);
    zip_source_free(package->file);
    return (ek_str){bytes, stat.size};
}

ek_str
zeros_of(ek_arena *arena, size_t n)
{
    return (ek_str){ek_arena_alloc(arena, n), n};
}

ek_str
patched(ek_arena *arena, ek_str bytes, ek_str from, ek_str to)
{
    assert_int_equal(from.n, to.n);
    char *copy = ek_arena_alloc(arena, bytes.n);
    memcpy(copy, bytes.p, bytes.n);
    for (size_t i = ek_str_find(bytes, from, 0); i < bytes.n;
         i = ek_str_find(bytes, from, i + from.n))
        memcpy(copy + i, to.p, to.n);
    return (ek_str){copy, bytes.n};
}
