/* SPDX-License-Identifier: Apache-2.0 */
/* The door: bytes come in here, whole, bounded and named by their hash. It
 * knows nothing of what the bytes are. */
#include "config.h"

#include "read/source.h"

#include "base/written.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sha2.h>

enum { FIRST_READ = 64 * 1024 };

/* The arena closes it when reading unwinds. */
struct handle {
    int fd; /* -1 when there is nothing to close */
};

static void
close_handle(void *object)
{
    struct handle *handle = object;
    if (handle->fd > STDIN_FILENO)
        close(handle->fd);
    handle->fd = -1;
}

static ek_status
say_errno(ek_diag *diag, ek_diag_code code, ek_str path, int error)
{
    ek_diag_say(diag, code, path, 0, ek_str_of(strerror(error)), EK_STR(""));
    return EK_EIO;
}

static ek_status
say_too_large(ek_diag *diag, ek_arena *arena, ek_str path, size_t limit)
{
    ek_diag_say(diag, EK_D_read_too_large, path, 0,
                ek_written_count(arena, limit), EK_STR(""));
    return EK_ELIMIT;
}

static int
open_path(const char *path)
{
    if (strcmp(path, "-") == 0)
        return STDIN_FILENO;
    return open(path, O_RDONLY | O_CLOEXEC);
}

/* One byte more than a regular file has shows whether it has grown. */
static size_t
expected_size(int fd)
{
    struct stat st;
    if (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_size < 0)
        return FIRST_READ;
    return (size_t)st.st_size + 1;
}

/* Reads to the end or to one byte past the limit; errno's value or 0. */
static int
read_whole(ek_str *out, ek_arena *arena, int fd, size_t limit)
{
    size_t most = limit + 1, n = 0, cap = expected_size(fd);
    cap = cap < most ? cap : most;
    char *p = ek_arena_alloc(arena, cap);
    for (;;) {
        ssize_t got = read(fd, p + n, cap - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        n += (size_t)got;
        if (got == 0 || n == most)
            break;
        if (n < cap)
            continue;
        size_t more = cap < most / 2 ? cap * 2 : most;
        p = ek_arena_grow(arena, p, cap, more);
        cap = more;
    }
    *out = (ek_str){p, n};
    return 0;
}

void
ek_source_of(ek_source *out, ek_str name, ek_str bytes)
{
    out->path = name;
    out->bytes = bytes;
    out->declared = EK_ENC_UNKNOWN;
    SHA256Data((const uint8_t *)bytes.p, bytes.n, out->sha256);
}

ek_status
ek_source_open(ek_source *out, ek_arena *arena, ek_str path,
               const struct ek_limits *limits, ek_diag *diag)
{
    ek_str bytes = {NULL, 0}, name = ek_arena_copy(arena, path);
    struct handle *handle = ek_arena_alloc(arena, sizeof *handle);
    handle->fd = -1;
    ek_arena_defer(arena, close_handle, handle);
    handle->fd = open_path(name.p);
    if (handle->fd < 0)
        return say_errno(diag, EK_D_read_open, path, errno);
    int error = read_whole(&bytes, arena, handle->fd, limits->bytes);
    close_handle(handle);
    if (error)
        return say_errno(diag, EK_D_read_io, path, error);
    if (bytes.n > limits->bytes)
        return say_too_large(diag, arena, path, limits->bytes);
    if (!bytes.n) {
        ek_diag_say(diag, EK_D_read_empty, path, 0, EK_STR(""), EK_STR(""));
        return EK_EFORMAT;
    }
    ek_source_of(out, name, bytes);
    return EK_OK;
}
