/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/helper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "text_helpers.h"

#ifdef __SANITIZE_ADDRESS__ /* then memory is not limited */
#define MEMORY_SEEN "unlimited"
#else
#define MEMORY_SEEN "65536"
#endif

static char folder[] = "/tmp/ekimu-helper-XXXXXX";
static char program[sizeof folder + 8];

/* A helper of one line of shell. */
static void
make_helper(const char *script)
{
    FILE *file = fopen(program, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    fclose(file);
    assert_int_equal(chmod(program, S_IRWXU), 0);
}

struct run {
    const char *script;
    ek_status status;
    const char *said; /* the word of what was said, NULL: nothing */
    const char *output;
};

static bool
goes_as_expected(ek_arena *arena, const struct run *run)
{
    static const char *const arguments[] = {"--one", "two", NULL};
    struct ek_limits limits = ek_limits_default();
    const struct ek_helper helper = {.program = "fake",
                                     .arguments = arguments,
                                     .path = EK_STR("a.pdf"),
                                     .input = EK_STR("some bytes\n"),
                                     .most_output = 100};
    ek_diag diag = ek_diag_on(arena);
    ek_str out = {"", 0};
    limits.seconds = 1;
    limits.memory = 64 * 1024 * 1024;
    make_helper(run->script);
    ek_status status = ek_helper_run(&out, arena, &helper, &limits, &diag);
    const char *said =
        diag.lines.n ? ek_diag_word(diag.lines.v[0].code) : "(nothing)";
    bool good = status == run->status &&
                strcmp(said, run->said ? run->said : "(nothing)") == 0 &&
                ek_str_is(out, run->output);
    if (!good)
        print_error("%s: %s, said %s, wrote %s\n", run->script,
                    ek_status_word(status), said, copied(arena, out));
    return good;
}

static void
an_end_of_a_helper_has_its_word(void **state)
{
    static const struct run runs[] = {
        {"cat", EK_OK, NULL, "some bytes\n"},
        {"echo $1 $2 $#", EK_OK, NULL, "--one two 2\n"},
        {"exec <&-; echo unread", EK_OK, NULL, "unread\n"},
        {"exit 1", EK_EIO, "read_crashed", ""},
        {"echo part; exit 1", EK_EIO, "read_crashed", ""},
        {"kill -SEGV $$", EK_EIO, "read_crashed", ""},
        {"exit 12", EK_ELIMIT, "read_memory", ""},
        {"exit 127", EK_ELIMIT, "read_memory", ""},
        {"sleep 9", EK_ELIMIT, "read_time", ""},
        {"exec >&-; sleep 9", EK_ELIMIT, "read_time", ""},
        {"while :; do :; done", EK_ELIMIT, "read_time", ""},
        {"while :; do echo more; done", EK_ELIMIT, "read_unpacked", ""},
    };
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        wrong += !goes_as_expected(*state, &runs[i]);
    assert_int_equal(wrong, 0);
}

static void
nothing_of_this_program_reaches_it(void **state)
{
    static const struct run runs[] = {
        {"echo ${HOME-none} ${EKIMU_HELPERS-none}", EK_OK, NULL, "none none\n"},
        {"echo other >&9 || echo closed", EK_OK, NULL, "closed\n"},
        {"ulimit -v; ulimit -c", EK_OK, NULL, MEMORY_SEEN "\n0\n"},
    };
    assert_int_equal(dup2(STDERR_FILENO, 9), 9);
    setenv("HOME", "/nowhere", 1);
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
        wrong += !goes_as_expected(*state, &runs[i]);
    close(9);
    assert_int_equal(wrong, 0);
}

static void
a_large_input_meets_a_large_output(void **state)
{
    enum { BYTES = 3000000 };
    const struct ek_limits limits = ek_limits_default();
    char *bytes = ek_arena_alloc(*state, BYTES);
    memset(bytes, 'x', BYTES);
    const struct ek_helper helper = {.program = "fake",
                                     .path = EK_STR("a.pdf"),
                                     .input = {bytes, BYTES},
                                     .most_output = BYTES};
    ek_diag diag = ek_diag_on(*state);
    ek_str out = {"", 0};
    make_helper("exec cat");
    assert_int_equal(ek_helper_run(&out, *state, &helper, &limits, &diag),
                     EK_OK);
    assert_true(ek_str_eq(out, helper.input));
}

static void
a_helper_that_is_not_there_is_named(void **state)
{
    const struct ek_limits limits = ek_limits_default();
    const struct ek_helper helper = {.program = "none",
                                     .path = EK_STR("a.pdf")};
    ek_diag diag = ek_diag_on(*state);
    ek_str out = {"", 0};
    make_helper("exit 0");
    assert_int_equal(ek_helper_run(&out, *state, &helper, &limits, &diag),
                     EK_EUNSUPPORTED);
    assert_int_equal(diag.lines.n, 1);
    assert_int_equal(diag.lines.v[0].code, EK_D_read_program);
    assert_true(ek_str_is(diag.lines.v[0].args[0], "none"));
}

static int
make_folder(void **state)
{
    if (!mkdtemp(folder))
        return -1;
    snprintf(program, sizeof program, "%s/fake", folder);
    setenv("EKIMU_HELPERS", folder, 1);
    *state = ek_arena_new(0);
    return 0;
}

static int
remove_folder(void **state)
{
    ek_arena_free(*state);
    unlink(program);
    return rmdir(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_end_of_a_helper_has_its_word),
        cmocka_unit_test(nothing_of_this_program_reaches_it),
        cmocka_unit_test(a_large_input_meets_a_large_output),
        cmocka_unit_test(a_helper_that_is_not_there_is_named),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
