/* SPDX-License-Identifier: Apache-2.0 */
/* Each wall is tried from inside, in a process of its own. */
#include "config.h"

#include "helper/lines.h"
#include "helper/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

enum { MEMORY = 256 * 1024 * 1024, BROKEN = 41, HELD = 42, CRASHED = 43 };

static char folder[] = "/tmp/ekimu-walls-XXXXXX";
static char inside[sizeof folder + 16], outside[sizeof folder + 16];
static char made[sizeof folder + 16];
static struct ek_sandbox stands;

/* Each returns whether it got through. */
static bool
reads_a_file(void)
{
    return open(outside, O_RDONLY) >= 0;
}

static bool
lists_a_folder(void)
{
    return open("/etc", O_RDONLY | O_DIRECTORY) >= 0;
}

static bool
makes_a_file(void)
{
    return open(made, O_WRONLY | O_CREAT, S_IRWXU) >= 0;
}

static bool
writes_to_what_it_may_read(void)
{
    return open(inside, O_WRONLY) >= 0;
}

static bool
removes_a_file(void)
{
    return unlink(outside) == 0;
}

static bool
opens_a_socket(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) >= 0;
}

static bool
forks(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    return pid > 0;
}

static bool
runs_a_program(void)
{
    char *const argv[] = {inside, NULL};
    execv("/bin/true", argv);
    return false;
}

static bool
takes_memory(void)
{
    return mmap(NULL, (size_t)2 * MEMORY, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static bool
dumps_core(void)
{
    struct rlimit limit = {1000, 1000};
    return setrlimit(RLIMIT_CORE, &limit) == 0 || errno != EPERM;
}

static bool
reads_what_it_may(void)
{
    char c;
    int fd = open(inside, O_RDONLY);
    return fd >= 0 && read(fd, &c, 1) == 1;
}

static bool
spins(void)
{
    for (volatile unsigned i = 0;; i++)
        ;
    return true;
}

static bool
aborts_for_want_of_memory(void)
{
    fputs("Out of memory\n", stderr);
    abort();
}

static bool
aborts(void)
{
    abort();
}

/* The status of a process that tries. */
static int
tried(bool (*through)(void), size_t seconds)
{
    const char *const readable[] = {inside, NULL};
    const struct ek_sandbox_rules rules = {readable, MEMORY, seconds};
    pid_t pid = fork();
    int status = 0;
    if (pid == 0) {
        ek_sandbox_tell_memory();
        ek_sandbox_enter(&rules);
        _exit(through() ? BROKEN : HELD);
    }
    assert_true(pid > 0);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

struct attempt {
    const char *what;
    bool (*through)(void);
    const bool *wall; /* that holds it */
};

static void
each_wall_holds(void **state)
{
    const bool landlock = stands.landlock > 0;
    const bool either = landlock || stands.seccomp;
    const struct attempt attempts[] = {
        {"read a file", reads_a_file, &landlock},
        {"list a folder", lists_a_folder, &landlock},
        {"make a file", makes_a_file, &either},
        {"write a file", writes_to_what_it_may_read, &either},
        {"remove a file", removes_a_file, &either},
        {"open a socket", opens_a_socket, &stands.seccomp},
        {"fork", forks, &stands.seccomp},
        {"run a program", runs_a_program, &either},
        {"dump core", dumps_core, &stands.seccomp},
        {"take memory", takes_memory, &stands.limits},
    };
    (void)state;
    size_t broken = 0;
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        int status = tried(attempts[i].through, 0);
        if (!*attempts[i].wall) {
            print_message("no wall against: %s\n", attempts[i].what);
            continue;
        }
        if (WIFEXITED(status) && WEXITSTATUS(status) == HELD)
            continue;
        print_error("went through: %s (%d)\n", attempts[i].what, status);
        broken++;
    }
    assert_int_equal(broken, 0);
}

static void
what_is_needed_can_be_read(void **state)
{
    (void)state;
    int status = tried(reads_what_it_may, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), BROKEN);
}

static void
time_is_bounded(void **state)
{
    (void)state;
    if (!stands.limits)
        skip();
    int status = tried(spins, 1);
    assert_true(WIFSIGNALED(status));
    assert_true(WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
}

static void
want_of_memory_is_told_from_a_crash(void **state)
{
    (void)state;
    int status = tried(aborts_for_want_of_memory, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EK_HELPER_MEMORY);
    status = tried(aborts, 0);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
}

static void
make_file(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "words\n", 6), 6);
    close(fd);
}

/* Which walls this machine has, told by a child. */
static void
ask_for_walls(void)
{
    const struct ek_sandbox_rules rules = {NULL, MEMORY, 0};
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        struct ek_sandbox walls = ek_sandbox_enter(&rules);
        _exit(write(ends[1], &walls, sizeof walls) != sizeof walls);
    }
    assert_int_equal(read(ends[0], &stands, sizeof stands), sizeof stands);
    close(ends[0]);
    close(ends[1]);
    waitpid(pid, NULL, 0);
    ek_sandbox_tell(&stands);
    fflush(stdout);
}

static int
make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(inside, sizeof inside, "%s/inside", folder);
    snprintf(outside, sizeof outside, "%s/outside", folder);
    snprintf(made, sizeof made, "%s/made", folder);
    make_file(inside);
    make_file(outside);
    ask_for_walls();
    return 0;
}

static int
remove_folder(void **state)
{
    (void)state;
    unlink(inside);
    unlink(outside);
    unlink(made);
    return rmdir(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_wall_holds),
        cmocka_unit_test(what_is_needed_can_be_read),
        cmocka_unit_test(time_is_bounded),
        cmocka_unit_test(want_of_memory_is_told_from_a_crash),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
