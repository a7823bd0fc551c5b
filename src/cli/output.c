/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/output.h"

#include "cli/temporary.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
ek_output_fail(struct ek_output *o, ek_str why)
{
    if (!o->failed)
        ek_run_say(o->run, EK_M_out_failed, o->path.n ? o->path : EK_STR("-"),
                   why);
    o->failed = true;
    o->run->troubles |= EK_TROUBLE_USAGE;
}

static void
fail(struct ek_output *o, int error)
{
    if (error == EPIPE)
        o->closed = true;
    else
        ek_output_fail(o, ek_str_of(strerror(error)));
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

static void
let_go_of_temporary(struct ek_output *o)
{
    ek_temporary_forget(o->temporary.p);
    o->temporary.n = 0;
}

/* Its name does not hang on that of the file, which may be as long as the
 * system allows. */
static int
open_temporary(struct ek_output *o)
{
    ek_buf name = ek_buf_on(o->run->arena);
    ek_str file = ek_str_file_name(o->path);
    ek_buf_add(&name, ek_str_slice(o->path, 0, o->path.n - file.n));
    ek_buf_puts(&name, ".ekimu-XXXXXX");
    ek_buf_putc(&name, 0);
    int fd = mkstemp(name.p);
    if (fd < 0)
        return fd;
    set_usual_mode(fd, o->path.p);
    ek_temporary_remember(name.p);
    o->temporary = (ek_str){name.p, name.n - 1};
    return fd;
}

static FILE *
open_beside(struct ek_output *o)
{
    int fd = open_temporary(o);
    return fd < 0 ? NULL : fdopen(fd, "wb");
}

bool
ek_output_open_file(struct ek_output *o, struct ek_run *run, ek_str path)
{
    *o = (struct ek_output){.run = run, .path = path};
    o->stream =
        is_replaceable(path.p) ? open_beside(o) : fopen(o->path.p, "wb");
    if (!o->stream)
        fail(o, errno);
    return o->stream != NULL;
}

bool
ek_output_open(struct ek_output *o, struct ek_run *run)
{
    if (run->opt.given[EK_O_output])
        return ek_output_open_file(o, run, run->opt.value[EK_O_output]);
    *o = (struct ek_output){.run = run, .stream = stdout};
    return true;
}

bool
ek_output_reserve(struct ek_output *o, struct ek_run *run, ek_str path)
{
    *o = (struct ek_output){.run = run, .path = path};
    if (!is_replaceable(path.p)) {
        ek_output_fail(o, ek_message_text(EK_M_no_file, run->opt.lang));
        return false;
    }
    int fd = open_temporary(o);
    if (fd < 0)
        fail(o, errno);
    else
        close(fd);
    return fd >= 0;
}

void
ek_output_write(struct ek_output *o, ek_buf *buf)
{
    if (o->stream && !o->closed && !o->failed && buf->n) {
        errno = 0;
        if (fwrite(buf->p, 1, buf->n, o->stream) != buf->n ||
            fflush(o->stream) != 0)
            fail(o, errno);
    }
    buf->n = 0;
}

/* What somebody else wrote there. */
static void
open_written(struct ek_output *o)
{
    o->stream = o->failed ? NULL : fopen(o->temporary.p, "rb+");
    if (!o->stream && !o->failed)
        fail(o, errno);
}

static void
finish_stream(struct ek_output *o)
{
    if (!o->failed && fflush(o->stream) != 0)
        fail(o, errno);
    if (!o->failed && o->temporary.n && fsync(fileno(o->stream)) != 0)
        fail(o, errno);
    if (fclose(o->stream) != 0 && !o->failed)
        fail(o, errno);
}

void
ek_output_close(struct ek_output *o)
{
    if (o->stream == stdout)
        return;
    if (!o->stream)
        open_written(o);
    if (o->stream)
        finish_stream(o);
    o->stream = NULL;
    if (!o->temporary.n)
        return;
    if (!o->failed && rename(o->temporary.p, o->path.p) != 0)
        fail(o, errno);
    if (o->failed)
        unlink(o->temporary.p);
    let_go_of_temporary(o);
}
