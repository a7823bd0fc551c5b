/* SPDX-License-Identifier: Apache-2.0 */
/* New decisions into a file or a store. */
#include "config.h"

#include "cli/ledgers.h"
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const ek_str nothing = {"", 0};

static void
say_errno(struct ek_run *run, ek_str path)
{
    ek_run_say(run, EK_M_out_failed, path, ek_str_of(strerror(errno)));
    run->troubles |= EK_TROUBLE_USAGE;
}

static bool
is_still(int fd, const char *path)
{
    struct stat held, named;
    return fstat(fd, &held) == 0 && stat(path, &named) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/* Waits for its turn: who writes puts a new file in the place of this one, so
 * that what was waited for may be gone. */
static int
lock(const char *path)
{
    for (;;) {
        int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (fd < 0 || flock(fd, LOCK_EX) != 0 || is_still(fd, path))
            return fd;
        close(fd);
    }
}

/* Lines that cannot be read would be lost. */
static bool
read_all(struct ek_ledgers *l, ek_str path)
{
    struct ek_run *run = l->run;
    unsigned before = run->troubles;
    run->troubles &= ~(unsigned)EK_TROUBLE_UNREAD;
    bool good = ek_ledgers_add_file(l, path, true);
    bool whole = !(run->troubles & EK_TROUBLE_UNREAD);
    run->troubles |= before;
    if (good && !whole)
        ek_run_say(run, EK_M_decisions_mend, path, nothing);
    return good && whole;
}

static bool
write_all(struct ek_ledgers *l, const ek_ledger *more, ek_str path)
{
    struct ek_output output;
    ek_buf lines = ek_buf_on(l->run->arena);
    for (size_t i = 0; i < more->v.n; i++)
        ek_ledger_add(&l->ledger, &more->v.v[i]);
    ek_ledger_write(&lines, &l->ledger);
    if (!ek_output_open_file(&output, l->run, path))
        return false;
    ek_output_write(&output, &lines);
    ek_output_close(&output);
    return !output.failed;
}

bool
ek_ledgers_keep_in(struct ek_run *run, const ek_ledger *more, ek_str path)
{
    struct ek_ledgers l = {.run = run, .ledger = {.arena = run->arena}};
    ek_str name = ek_arena_copy(run->arena, path);
    int fd = lock(name.p);
    if (fd < 0) {
        say_errno(run, path);
        return false;
    }
    bool good = read_all(&l, name) && write_all(&l, more, name);
    close(fd);
    return good;
}

static bool
keep_in_store(struct ek_run *run, const ek_ledger *more)
{
    ek_store *store = NULL;
    ek_arena *arena = run->arena;
    struct ek_store_line *lines =
        ek_arena_alloc(arena, (more->v.n + 1) * sizeof *lines);
    for (size_t i = 0; i < more->v.n; i++) {
        const ek_decision *d = &more->v.v[i];
        lines[i] = (struct ek_store_line){d->id, d->contract,
                                          ek_decision_line(arena, d)};
    }
    ek_status status = ek_store_open(&store, run->opt.value[EK_O_store],
                                     EK_STORE_WRITE, &run->diag);
    if (status == EK_OK)
        status = ek_store_decide(store, lines, more->v.n);
    bool good = ek_run_works(run, status);
    ek_store_close(store);
    return good;
}

bool
ek_ledgers_keep(struct ek_run *run, const ek_ledger *more)
{
    return run->opt.given[EK_O_store]
               ? keep_in_store(run, more)
               : ek_ledgers_keep_in(run, more, run->opt.value[EK_O_decisions]);
}
