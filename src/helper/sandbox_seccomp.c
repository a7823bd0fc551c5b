/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/sandbox.h"

#ifdef HAVE_SECCOMP
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/ioctl.h>

/* What reading bytes, memory and fonts takes; not: sockets, processes,
 * programs, writing anywhere but to what is open, other processes' memory. */
static const char *const calls[] = {
    "access",
    "brk",
    "clock_getres",
    "clock_gettime",
    "close",
    "exit",
    "exit_group",
    "faccessat",
    "faccessat2",
    "fadvise64",
    "fcntl",
    "fstat",
    "fstatfs",
    "futex",
    "getcpu",
    "getcwd",
    "getdents64",
    "getegid",
    "geteuid",
    "getgid",
    "getpid",
    "getrandom",
    "getrusage",
    "gettid",
    "gettimeofday",
    "getuid",
    "lseek",
    "lstat",
    "madvise",
    "mmap",
    "mprotect",
    "mremap",
    "munmap",
    "nanosleep",
    "newfstatat",
    "poll",
    "pread64",
    "read",
    "readlink",
    "readlinkat",
    "readv",
    "restart_syscall",
    "rseq",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sched_getaffinity",
    "sched_yield",
    "set_robust_list",
    "sigaltstack",
    "stat",
    "statfs",
    "statx",
    "sysinfo",
    "tgkill",
    "time",
    "uname",
    "write",
    "writev",
};

static bool
allow_calls(scmp_filter_ctx filter)
{
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        int number = seccomp_syscall_resolve_name(calls[i]);
        if (number >= 0 &&
            seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) < 0)
            return false;
    }
    return true;
}

/* A call where one of its arguments is as said. A system may not have it. */
static bool
allow_if(scmp_filter_ctx filter, const char *call, struct scmp_arg_cmp argument)
{
    int number = seccomp_syscall_resolve_name(call);
    return number < 0 || seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number,
                                                1, &argument) == 0;
}

/* Files are opened to be read only; terminals may be asked what they are. */
static bool
allow_parts(scmp_filter_ctx filter)
{
    struct scmp_arg_cmp reading = {.arg = 1,
                                   .op = SCMP_CMP_MASKED_EQ,
                                   .datum_a = O_ACCMODE | O_CREAT | O_TRUNC,
                                   .datum_b = O_RDONLY};
    struct scmp_arg_cmp asking = {
        .arg = 1, .op = SCMP_CMP_EQ, .datum_a = TCGETS};
    bool allowed =
        allow_if(filter, "open", reading) && allow_if(filter, "ioctl", asking);
    reading.arg = 2;
    return allowed && allow_if(filter, "openat", reading);
}

bool
ek_sandbox_seccomp(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool stands = filter && allow_calls(filter) && allow_parts(filter) &&
                  seccomp_load(filter) == 0;
    if (filter)
        seccomp_release(filter);
    return stands;
}
#else
bool
ek_sandbox_seccomp(void)
{
    return false;
}
#endif
