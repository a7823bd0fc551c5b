/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/stdin.h"

#include <unistd.h>

GBytes *
ek_stdin_bytes(void)
{
    enum { FIRST = 256 * 1024 };
    size_t n = 0, room = FIRST;
    char *bytes = g_malloc(room);
    ssize_t got;
    while ((got = read(STDIN_FILENO, bytes + n, room - n)) > 0) {
        n += (size_t)got;
        if (n == room)
            bytes = g_realloc(bytes, room *= 2);
    }
    return g_bytes_new_take(bytes, n);
}
