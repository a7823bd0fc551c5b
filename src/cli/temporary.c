/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/temporary.h"

#include <signal.h>
#include <stddef.h>
#include <unistd.h>

enum { MOST = 32 };

static const char *volatile paths[MOST];

void
ek_temporary_remember(const char *path)
{
    for (size_t i = 0; i < MOST; i++)
        if (!paths[i]) {
            paths[i] = path;
            return;
        }
}

void
ek_temporary_forget(const char *path)
{
    for (size_t i = 0; i < MOST; i++)
        if (paths[i] == path)
            paths[i] = NULL;
}

void
ek_temporary_remove_all(void)
{
    for (size_t i = 0; i < MOST; i++) {
        const char *path = paths[i];
        if (path)
            unlink(path);
        paths[i] = NULL;
    }
}

static void
end_run(int number)
{
    ek_temporary_remove_all();
    raise(number); /* its action is the usual one again */
}

void
ek_temporary_watch(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction before,
        action = {.sa_handler = end_run, .sa_flags = (int)SA_RESETHAND};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], NULL, &before) == 0 &&
            before.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
}
