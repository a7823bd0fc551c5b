/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/sandbox.h"

#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
/* Sanitizers need more memory and more calls than any wall leaves, and the
 * leaks of libraries are not ours. */
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
    return "detect_leaks=0";
}

struct ek_sandbox
ek_sandbox_enter(const struct ek_sandbox_rules *rules)
{
    (void)rules;
    return (struct ek_sandbox){0};
}
#else
/* Only ever lowers what holds already. */
static bool
limit_to(int resource, size_t most)
{
    struct rlimit limit;
    if (getrlimit(resource, &limit) < 0)
        return false;
    if (limit.rlim_max > most)
        limit.rlim_max = most;
    limit.rlim_cur = limit.rlim_max;
    return setrlimit(resource, &limit) == 0;
}

/* A person who runs a helper by hand may want its output in a file. */
static bool
writes_to_file(void)
{
    struct stat st;
    return fstat(STDOUT_FILENO, &st) == 0 && S_ISREG(st.st_mode);
}

static bool
set_limits(const struct ek_sandbox_rules *rules)
{
    enum { MOST_FILES = 64 };
    bool good = limit_to(RLIMIT_CORE, 0) &&
                limit_to(RLIMIT_NOFILE, MOST_FILES) &&
                limit_to(RLIMIT_NPROC, 0);
    if (!writes_to_file())
        good = limit_to(RLIMIT_FSIZE, 0) && good;
    if (rules->memory)
        good = limit_to(RLIMIT_AS, rules->memory) && good;
    if (rules->seconds)
        good = limit_to(RLIMIT_CPU, rules->seconds) && good;
    return good;
}

struct ek_sandbox
ek_sandbox_enter(const struct ek_sandbox_rules *rules)
{
    struct ek_sandbox stands = {0};
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    stands.limits = set_limits(rules);
    stands.landlock = ek_sandbox_landlock(rules->readable);
    stands.seccomp = ek_sandbox_seccomp();
    return stands;
}
#endif

void
ek_sandbox_tell(const struct ek_sandbox *stands)
{
    printf("limits    %s\n", stands->limits ? "yes" : "no");
    if (stands->landlock)
        printf("landlock  yes (version %d)\n", stands->landlock);
    else
        puts("landlock  no");
    printf("seccomp   %s\n", stands->seccomp ? "yes" : "no");
}
