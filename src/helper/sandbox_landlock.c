/* SPDX-License-Identifier: Apache-2.0 */
/* Landlock by its calls, since libraries and headers are older than kernels.
 * Numbers and layouts: Documentation/userspace-api/landlock.rst. */
#include "config.h"

#include "helper/sandbox.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    CREATE_RULESET = 444, /* the same on every machine */
    ADD_RULE = 445,
    RESTRICT_SELF = 446,
    ASK_VERSION = 1,
    BELOW_PATH = 1,
};

enum right {
    READ_FILE = 1 << 2,
    READ_FOLDER = 1 << 3,
    RIGHTS_1 = (1 << 13) - 1, /* all that version 1 knows */
    RIGHT_REFER = 1 << 13,    /* version 2 */
    RIGHT_TRUNCATE = 1 << 14, /* version 3 */
    RIGHT_DEVICE = 1 << 15,   /* version 5 */
    BOTH_TCP = 3,             /* version 4: to bind, to connect */
    BOTH_SCOPES = 3,          /* version 6: sockets, signals */
};

struct ruleset {
    uint64_t files, network, scopes;
};

struct rule {
    uint64_t rights;
    int32_t folder;
} __attribute__((packed));

static struct ruleset
all_of(int version)
{
    struct ruleset set = {.files = RIGHTS_1};
    if (version >= 2)
        set.files |= RIGHT_REFER;
    if (version >= 3)
        set.files |= RIGHT_TRUNCATE;
    if (version >= 4)
        set.network = BOTH_TCP;
    if (version >= 5)
        set.files |= RIGHT_DEVICE;
    if (version >= 6)
        set.scopes = BOTH_SCOPES;
    return set;
}

static size_t
size_of(int version)
{
    return sizeof(uint64_t) * (version >= 6 ? 3 : version >= 4 ? 2 : 1);
}

/* What is missing need not be read. */
static void
allow(int set, const char *path)
{
    struct stat st;
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return;
    struct rule rule = {.rights = READ_FILE, .folder = fd};
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
        rule.rights |= READ_FOLDER;
    syscall(ADD_RULE, set, BELOW_PATH, &rule, 0);
    close(fd);
}

int
ek_sandbox_landlock(const char *const *readable)
{
    long version = syscall(CREATE_RULESET, NULL, (size_t)0, ASK_VERSION);
    if (version < 1)
        return 0;
    struct ruleset rights = all_of((int)version);
    int set = (int)syscall(CREATE_RULESET, &rights, size_of((int)version), 0);
    if (set < 0)
        return 0;
    for (; readable && *readable; readable++)
        allow(set, *readable);
    bool stands = syscall(RESTRICT_SELF, set, 0) == 0;
    close(set);
    return stands ? (int)version : 0;
}
