/* SPDX-License-Identifier: Apache-2.0 */
/* Libraries end the process when memory runs out, after a last word on
 * standard error. It is heard here, for an abort alone would look like any
 * other bug. */
#include "config.h"

#include "helper/lines.h"
#include "helper/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int last_words = -1;

static bool
memory_is_short(void)
{
    enum { PROBE = 16 * 1024 * 1024 };
    void *probe = mmap(NULL, PROBE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return probe == MAP_FAILED;
}

static bool
said_memory(void)
{
    static const char *const words[] = {"ut of memory", "bad_alloc",
                                        "failed to allocate"};
    static char said[4096];
    ssize_t n;
    while ((n = read(last_words, said, sizeof said - 1)) > 0) {
        said[n] = '\0';
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strstr(said, words[i]))
                return true;
    }
    return false;
}

static void
at_abort(int number)
{
    if (memory_is_short() || said_memory())
        _exit(EK_HELPER_MEMORY);
    signal(number, SIG_DFL);
    raise(number);
}

void
ek_sandbox_tell_memory(void)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
        return;
    last_words = ends[0];
    dup2(ends[1], STDERR_FILENO);
    close(ends[1]);
    signal(SIGABRT, at_abort);
    signal(SIGTRAP, at_abort);
}
