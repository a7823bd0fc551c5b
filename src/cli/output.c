/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
fail(struct ek_output *o, int error)
{
    if (error == EPIPE) {
        o->closed = true;
        return;
    }
    if (!o->failed)
        ek_run_say(o->run, EK_M_out_failed, o->path.n ? o->path : EK_STR("-"),
                   ek_str_of(strerror(error)));
    o->failed = true;
    o->run->troubles |= EK_TROUBLE_USAGE;
}

/* Something like a device or a pipe is written directly. */
static bool
is_replaceable(const char *path)
{
    struct stat st;
    return stat(path, &st) != 0 || S_ISREG(st.st_mode);
}

/* The mode that a new file would have had. */
static void
set_usual_mode(int fd, const char *path)
{
    struct stat st;
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = stat(path, &st) == 0 ? st.st_mode & 07777 : 0666 & ~mask;
    if (fchmod(fd, mode) != 0)
        return; /* stays private */
}

static bool
open_beside(struct ek_output *o)
{
    ek_buf name = ek_buf_on(o->run->arena);
    ek_buf_add(&name, o->path);
    ek_buf_puts(&name, ".XXXXXX");
    ek_buf_putc(&name, 0);
    int fd = mkstemp(name.p);
    if (fd < 0)
        return false;
    set_usual_mode(fd, o->path.p);
    o->temporary = (ek_str){name.p, name.n - 1};
    o->stream = fdopen(fd, "wb");
    return o->stream != NULL;
}

bool
ek_output_open(struct ek_output *o, struct ek_run *run)
{
    *o = (struct ek_output){.run = run, .stream = stdout};
    if (!run->opt.given[EK_O_output])
        return true;
    o->path = run->opt.value[EK_O_output];
    if (is_replaceable(o->path.p)) {
        if (!open_beside(o))
            o->stream = NULL;
    } else {
        o->stream = fopen(o->path.p, "wb");
    }
    if (!o->stream)
        fail(o, errno);
    return o->stream != NULL;
}

void
ek_output_write(struct ek_output *o, ek_buf *buf)
{
    if (!o->closed && !o->failed && buf->n) {
        errno = 0;
        if (fwrite(buf->p, 1, buf->n, o->stream) != buf->n ||
            fflush(o->stream) != 0)
            fail(o, errno);
    }
    buf->n = 0;
}

void
ek_output_close(struct ek_output *o)
{
    if (o->stream == stdout)
        return;
    if (!o->failed && fflush(o->stream) != 0)
        fail(o, errno);
    if (!o->failed && o->temporary.n && fsync(fileno(o->stream)) != 0)
        fail(o, errno);
    if (fclose(o->stream) != 0 && !o->failed)
        fail(o, errno);
    if (o->temporary.n && !o->failed && rename(o->temporary.p, o->path.p) != 0)
        fail(o, errno);
    if (o->temporary.n && o->failed)
        unlink(o->temporary.p);
}
