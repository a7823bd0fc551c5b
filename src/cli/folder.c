/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/folder.h"

#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

bool
ek_folder_is_named(ek_str path)
{
    return ek_str_ends(path, EK_STR("/")) || ek_walk_is_folder(path);
}

ek_str
ek_folder_file(const struct ek_folder *f, ek_str name)
{
    const char *slash = ek_str_ends(f->path, EK_STR("/")) ? "" : "/";
    return ek_arena_printf(f->run->arena, "%.*s%s%.*s", EK_ARG(f->path), slash,
                           EK_ARG(name));
}

static void
put(void *self, ek_str name, const ek_buf *content)
{
    struct ek_folder *f = self;
    struct ek_output output;
    ek_buf rest = *content;
    if (f->failed)
        return;
    if (ek_output_open_file(&output, f->run, ek_folder_file(f, name))) {
        ek_output_write(&output, &rest);
        ek_output_close(&output);
    }
    f->failed = output.failed;
}

/* Each folder on the way, where it is missing. */
static bool
make_all(const struct ek_folder *f)
{
    ek_str all = f->path;
    for (size_t end = 0; end < all.n;) {
        end = ek_str_find(all, EK_STR("/"), end + 1);
        ek_str path = ek_arena_copy(f->run->arena, ek_str_slice(all, 0, end));
        if (mkdir(path.p, 0777) != 0 && errno != EEXIST)
            return false;
    }
    if (ek_walk_is_folder(f->path))
        return true;
    errno = ENOTDIR;
    return false;
}

bool
ek_folder_open(struct ek_folder *f, struct ek_run *run, ek_str path)
{
    *f = (struct ek_folder){
        .run = run, .path = path, .face = {.self = f, .put = put}};
    if (make_all(f))
        return true;
    ek_run_say(run, EK_M_out_failed, path, ek_str_of(strerror(errno)));
    run->troubles |= EK_TROUBLE_USAGE;
    return false;
}
