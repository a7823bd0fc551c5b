/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/zip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "package.h"
#include "text_helpers.h"

enum { MIB = 1024 * 1024 };

struct opened {
    ek_zip *zip;
    ek_status status;
    ek_diag diag;
    struct ek_budget budget;
};

static void
open_bytes(struct opened *o, ek_arena *arena, ek_str bytes)
{
    ek_source source;
    struct ek_read_options options = {.limits = ek_limits_default(),
                                      .budget = &o->budget};
    options.limits.bytes = MIB;
    o->diag = ek_diag_on(arena);
    ek_source_of(&source, EK_STR("a.zip"), bytes);
    o->status = ek_zip_open(&o->zip, arena, &source, &options, &o->diag);
}

static struct opened *
open_within(ek_arena *arena, ek_str bytes, size_t unpacked, size_t entries)
{
    struct opened *o = ek_arena_alloc(arena, sizeof *o);
    o->budget = (struct ek_budget){unpacked, entries};
    open_bytes(o, arena, bytes);
    return o;
}

static struct opened *
open_package(ek_arena *arena, struct package *package)
{
    return open_within(arena, package_bytes(package), 2 * MIB, 10);
}

static ek_status
read_entry(struct opened *o, ek_arena *arena, size_t entry, ek_str *out)
{
    return ek_zip_read(out, arena, o->zip, entry, &o->diag);
}

#define CHECK_SAID(o, code_)                                                   \
    do {                                                                       \
        assert_int_equal((o)->diag.lines.n, 1);                                \
        assert_int_equal((o)->diag.lines.v[0].code, (code_));                  \
    } while (0)

static void
entries_are_read_by_name(void **state)
{
    struct package *package = package_on(*state);
    ek_str out;
    package_store(package, "mimetype", EK_STR("kind"));
    package_add(package, "word/", EK_STR(""));
    package_add(package, "word/a.xml", zeros_of(*state, 200000));
    struct opened *o = open_package(*state, package);
    assert_int_equal(o->status, EK_OK);
    assert_int_equal(ek_zip_count(o->zip), 3);
    assert_true(ek_zip_is_folder(o->zip, 1));
    assert_true(ek_str_is(ek_zip_raw_name(o->zip, 2), "word/a.xml"));
    assert_int_equal(read_entry(o, *state, 2, &out), EK_OK);
    assert_int_equal(out.n, 200000);
    assert_int_equal(read_entry(o, *state, 0, &out), EK_OK);
    assert_true(ek_str_is(out, "kind"));
    assert_int_equal(o->budget.entries, 7);
    assert_int_equal(o->budget.unpacked, 2 * MIB - 200004);
}

static void
names_are_handed_out_as_stored(void **state)
{
    struct package *package = package_on(*state);
    package_add(package, "\xE8\xA6\x8F\xE7\xB4\x84.txt", EK_STR("a"));
    package_add(package, "../../a", EK_STR("b"));
    package_add(package, "aa\x93\xE0.txt", EK_STR("c"));
    struct opened *o = open_package(*state, package);
    assert_int_equal(o->status, EK_OK);
    assert_true(ek_zip_name_is_utf8(o->zip, 0));
    assert_true(ek_zip_name_is_utf8(o->zip, 1));
    assert_true(ek_str_is(ek_zip_raw_name(o->zip, 1), "../../a"));
    assert_false(ek_zip_is_folder(o->zip, 1));
}

static void
a_name_that_is_not_marked_is_not_taken_for_utf8(void **state)
{
    struct package *package = package_on(*state);
    package_add(package, "xxxx.txt", EK_STR("a"));
    ek_str bytes = patched(*state, package_bytes(package), EK_STR("xxxx"),
                           EK_STR("\x8B\x4B\x96\xF1"));
    struct opened *o = open_within(*state, bytes, MIB, 10);
    assert_int_equal(o->status, EK_OK);
    assert_false(ek_zip_name_is_utf8(o->zip, 0));
    assert_true(ek_str_is(ek_zip_raw_name(o->zip, 0), "\x8B\x4B\x96\xF1.txt"));
}

static void
more_entries_than_are_left_are_refused(void **state)
{
    struct package *package = package_on(*state);
    for (int i = 0; i < 11; i++)
        package_add(package, ek_arena_printf(*state, "%d", i).p, EK_STR("x"));
    struct opened *o = open_package(*state, package);
    assert_int_equal(o->status, EK_ELIMIT);
    CHECK_SAID(o, EK_D_read_entries);
    assert_int_equal(o->budget.entries, 10);
}

static void
one_entry_larger_than_a_file_may_be_is_refused(void **state)
{
    struct package *package = package_on(*state);
    ek_str out = EK_STR("untouched");
    package_add(package, "bomb", zeros_of(*state, MIB + 1));
    package_add(package, "fits", zeros_of(*state, MIB));
    struct opened *o = open_package(*state, package);
    assert_int_equal(read_entry(o, *state, 1, &out), EK_OK);
    o->budget.unpacked = 3 * MIB;
    out = EK_STR("untouched");
    assert_int_equal(read_entry(o, *state, 0, &out), EK_ELIMIT);
    CHECK_SAID(o, EK_D_read_too_large);
    assert_true(ek_str_is(out, "untouched"));
}

static void
all_entries_share_one_budget(void **state)
{
    struct package *package = package_on(*state);
    ek_str out;
    package_add(package, "a", zeros_of(*state, 600000));
    package_add(package, "b", zeros_of(*state, 600000));
    ek_str bytes = package_bytes(package);
    struct opened *o = open_within(*state, bytes, 1000000, 10);
    assert_int_equal(read_entry(o, *state, 0, &out), EK_OK);
    assert_int_equal(read_entry(o, *state, 1, &out), EK_ELIMIT);
    CHECK_SAID(o, EK_D_read_unpacked);
    open_bytes(o, *state, bytes);
    assert_int_equal(o->budget.entries, 6);
    assert_int_equal(read_entry(o, *state, 0, &out), EK_ELIMIT);
}

/* In little endian: what the entry unpacks to, and what is claimed. */
static void
a_size_that_a_header_claims_is_not_believed(void **state)
{
    static const ek_str claims[] = {{"\x64\x00\x00\x00", 4},
                                    {"\xFF\xFF\xFF\x7F", 4}};
    for (size_t i = 0; i < 2; i++) {
        struct package *package = package_on(*state);
        ek_str out;
        package_add(package, "bomb", zeros_of(*state, 2 * MIB));
        ek_str bytes = patched(*state, package_bytes(package),
                               EK_STR("\x00\x00\x20\x00"), claims[i]);
        struct opened *o = open_within(*state, bytes, 1000000, 10);
        assert_int_equal(o->status, EK_OK);
        assert_int_equal(read_entry(o, *state, 0, &out), EK_ELIMIT);
        CHECK_SAID(o, EK_D_read_unpacked);
    }
}

static void
an_encrypted_entry_is_named_so(void **state)
{
    struct package *package = package_on(*state);
    ek_str out;
    package_add(package, "open", EK_STR("a"));
    package_encrypt(package, "closed", EK_STR("b"));
    struct opened *o = open_package(*state, package);
    assert_false(ek_zip_is_encrypted(o->zip, 0));
    assert_true(ek_zip_is_encrypted(o->zip, 1));
    assert_int_equal(read_entry(o, *state, 1, &out), EK_EUNSUPPORTED);
    CHECK_SAID(o, EK_D_read_encrypted);
    assert_int_equal(read_entry(o, *state, 0, &out), EK_OK);
}

/* The method stands before the time in both headers; 97 is WavPack. */
static void
an_unknown_method_is_unsupported(void **state)
{
    struct package *package = package_on(*state);
    ek_str out;
    package_add(package, "a", zeros_of(*state, 1000));
    ek_str bytes = patched(*state, package_bytes(package),
                           EK_STR("\x14\x00\x02\x00\x08\x00"),
                           EK_STR("\x14\x00\x02\x00\x61\x00"));
    struct opened *o = open_within(*state, bytes, MIB, 10);
    assert_int_equal(o->status, EK_OK);
    assert_int_equal(read_entry(o, *state, 0, &out), EK_EUNSUPPORTED);
    CHECK_SAID(o, EK_D_read_unsupported);
}

static void
bytes_that_do_not_fit_their_checksum_are_damaged(void **state)
{
    struct package *package = package_on(*state);
    ek_str out;
    package_store(package, "a", EK_STR("intact words"));
    ek_str bytes = patched(*state, package_bytes(package), EK_STR("intact"),
                           EK_STR("broken"));
    struct opened *o = open_within(*state, bytes, MIB, 10);
    assert_int_equal(read_entry(o, *state, 0, &out), EK_EFORMAT);
    CHECK_SAID(o, EK_D_read_damaged);
}

static void
a_truncated_archive_is_damaged(void **state)
{
    struct package *package = package_on(*state);
    package_add(package, "a", EK_STR("some words"));
    package_add(package, "b", zeros_of(*state, 5000));
    ek_str bytes = package_bytes(package);
    for (size_t n = 0; n < bytes.n; n++) {
        struct opened *o =
            open_within(*state, ek_str_slice(bytes, 0, n), MIB, 10);
        assert_int_equal(o->status, EK_EFORMAT);
        CHECK_SAID(o, EK_D_read_damaged);
    }
}

static void
any_damaged_byte_is_survived(void **state)
{
    static const char values[] = {0, (char)0xFF, (char)0x80};
    struct package *package = package_on(*state);
    ek_str out;
    package_add(package, "a", EK_STR("some words, some words"));
    package_encrypt(package, "b", EK_STR("c"));
    ek_str bytes = package_bytes(package);
    for (size_t i = 0; i < bytes.n * 3; i++) {
        char *copy = ek_arena_alloc(*state, bytes.n);
        memcpy(copy, bytes.p, bytes.n);
        copy[i / 3] = values[i % 3];
        struct opened *o =
            open_within(*state, (ek_str){copy, bytes.n}, MIB, 10);
        for (size_t k = 0; !o->status && k < ek_zip_count(o->zip); k++)
            read_entry(o, *state, k, &out);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_read_by_name),
        cmocka_unit_test(names_are_handed_out_as_stored),
        cmocka_unit_test(a_name_that_is_not_marked_is_not_taken_for_utf8),
        cmocka_unit_test(more_entries_than_are_left_are_refused),
        cmocka_unit_test(one_entry_larger_than_a_file_may_be_is_refused),
        cmocka_unit_test(all_entries_share_one_budget),
        cmocka_unit_test(a_size_that_a_header_claims_is_not_believed),
        cmocka_unit_test(an_encrypted_entry_is_named_so),
        cmocka_unit_test(an_unknown_method_is_unsupported),
        cmocka_unit_test(bytes_that_do_not_fit_their_checksum_are_damaged),
        cmocka_unit_test(a_truncated_archive_is_damaged),
        cmocka_unit_test(any_damaged_byte_is_survived),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
