/* SPDX-License-Identifier: Apache-2.0 */
/* Which program is run, and what is said of its end; helper_process.c runs
 * it. */
#include "config.h"

#include "read/helper.h"

#include "base/written.h"
#include "read/helper_process.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    MOST_PATH = 4096,
    STATUS_MEMORY = 12,   /* a helper that needed more than it may have */
    STATUS_NO_EXEC = 127, /* as shells say it */
    LEAST_MEMORY = 128 * 1024 * 1024, /* below, a program may not even start */
};

static const char *
in_folder(ek_arena *arena, ek_str folder, const char *program)
{
    ek_str path = ek_arena_printf(arena, "%.*s/%s", EK_ARG(folder), program);
    return access(path.p, X_OK) == 0 ? path.p : NULL;
}

static const char *
beside_this_program(ek_arena *arena, const char *program)
{
    char self[MOST_PATH];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    while (n > 0 && self[n - 1] != '/')
        n--;
    if (n <= 1)
        return NULL;
    return in_folder(arena, (ek_str){self, (size_t)n - 1}, program);
}

const char *
ek_helper_find(ek_arena *arena, const char *program)
{
    const char *named = getenv("EKIMU_HELPERS");
    if (named && *named)
        return in_folder(arena, ek_str_of(named), program);
    const char *path = beside_this_program(arena, program);
    return path ? path : in_folder(arena, EK_STR(EK_PKGLIBEXECDIR), program);
}

static ek_status
say(const struct ek_helper *helper, ek_diag *diag, ek_diag_code code,
    ek_str what)
{
    ek_diag_say(diag, code, helper->path, 0, what, EK_STR(""));
    if (code == EK_D_read_program)
        return EK_EUNSUPPORTED;
    return code == EK_D_read_crashed ? EK_EIO : EK_ELIMIT;
}

static ek_status
say_crash(const struct ek_helper *helper, int status, ek_arena *arena,
          ek_diag *diag)
{
    ek_str what = WIFSIGNALED(status)
                      ? ek_arena_printf(arena, "%s, signal %d", helper->program,
                                        WTERMSIG(status))
                      : ek_arena_printf(arena, "%s, status %d", helper->program,
                                        WEXITSTATUS(status));
    return say(helper, diag, EK_D_read_crashed, what);
}

static bool
exited(const struct ek_process *process, int with)
{
    return process->end == EK_PROCESS_ENDED && WIFEXITED(process->status) &&
           WEXITSTATUS(process->status) == with;
}

static bool
ran_late(const struct ek_process *process)
{
    return process->end == EK_PROCESS_LATE ||
           (process->end == EK_PROCESS_ENDED && WIFSIGNALED(process->status) &&
            WTERMSIG(process->status) == SIGXCPU);
}

static bool
wanted_memory(const struct ek_process *process)
{
    return exited(process, STATUS_MEMORY) ||
           (exited(process, STATUS_NO_EXEC) && process->memory < LEAST_MEMORY);
}

static ek_status
say_end(const struct ek_helper *helper, const struct ek_process *process,
        ek_arena *arena, const struct ek_limits *limits, ek_diag *diag)
{
    if (exited(process, 0))
        return EK_OK;
    size_t limit = helper->most_output;
    ek_diag_code code = EK_D_read_unpacked;
    if (ran_late(process)) {
        limit = limits->seconds;
        code = EK_D_read_time;
    } else if (wanted_memory(process)) {
        limit = limits->memory;
        code = EK_D_read_memory;
    } else if (exited(process, STATUS_NO_EXEC)) {
        return say(helper, diag, EK_D_read_program, ek_str_of(helper->program));
    } else if (process->end == EK_PROCESS_ENDED) {
        return say_crash(helper, process->status, arena, diag);
    }
    return say(helper, diag, code, ek_written_count(arena, limit));
}

ek_status
ek_helper_run(ek_str *out, ek_arena *arena, const struct ek_helper *helper,
              const struct ek_limits *limits, ek_diag *diag)
{
    const char *path = ek_helper_find(arena, helper->program);
    if (!path)
        return say(helper, diag, EK_D_read_program, ek_str_of(helper->program));
    struct ek_process process = {
        .path = path,
        .name = helper->program,
        .arguments = helper->arguments,
        .input = helper->input,
        .output = ek_buf_on(arena),
        .most_output = helper->most_output,
        .seconds = limits->seconds,
        .memory = limits->memory,
    };
    int error = ek_process_run(&process);
    if (error) {
        ek_diag_say(diag, EK_D_read_io, helper->path, 0,
                    ek_str_of(strerror(error)), EK_STR(""));
        return EK_EIO;
    }
    ek_status status = say_end(helper, &process, arena, limits, diag);
    if (status == EK_OK)
        *out = ek_buf_str(&process.output);
    return status;
}
