/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "batch/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct identity {
    dev_t device;
    ino_t inode;
};

/* Folders that were listed: an open hash table of a power of two. */
struct visited {
    struct identity *slots; /* inode 0 is free */
    size_t n, cap;
};

struct walker {
    ek_walk *out;
    ek_arena *arena;
    ek_diag *diag;
    bool (*tries)(ek_str path);
    struct visited visited;
    EK_VEC(ek_str) folders; /* still to be listed */
    EK_VEC(ek_str) links;   /* to folders; listed after all real ones */
    DIR *open;              /* closed by the arena when it unwinds */
};

static void
close_folder(void *object)
{
    struct walker *walker = object;
    if (walker->open)
        closedir(walker->open);
    walker->open = NULL;
}

static size_t
slot_of(const struct visited *set, struct identity id)
{
    uint64_t h = (uint64_t)id.inode * UINT64_C(0x9E3779B97F4A7C15);
    size_t i = (size_t)((h ^ (uint64_t)id.device) >> 7) & (set->cap - 1);
    while (set->slots[i].inode && (set->slots[i].inode != id.inode ||
                                   set->slots[i].device != id.device))
        i = (i + 1) & (set->cap - 1);
    return i;
}

static void
make_room(struct visited *set, ek_arena *arena)
{
    if (set->n * 2 < set->cap)
        return;
    struct visited larger = {.cap = set->cap ? set->cap * 2 : 64};
    larger.slots = ek_arena_alloc(arena, larger.cap * sizeof *larger.slots);
    larger.n = set->n;
    for (size_t i = 0; i < set->cap; i++)
        if (set->slots[i].inode)
            larger.slots[slot_of(&larger, set->slots[i])] = set->slots[i];
    *set = larger;
}

/* False when it was there already. */
static bool
mark_visited(struct walker *walker, const struct stat *st)
{
    struct visited *set = &walker->visited;
    struct identity id = {st->st_dev, st->st_ino};
    make_room(set, walker->arena);
    size_t i = slot_of(set, id);
    if (set->slots[i].inode)
        return false;
    set->slots[i] = id;
    set->n++;
    return true;
}

static void
say_unreadable(struct walker *walker, ek_str path, int error)
{
    walker->out->unreadable++;
    ek_diag_say(walker->diag, EK_D_read_walk, path, 0,
                ek_str_of(strerror(error)), EK_STR(""));
}

static ek_str
join_path(ek_arena *arena, ek_str folder, const char *name)
{
    const char *slash = ek_str_ends(folder, EK_STR("/")) ? "" : "/";
    return ek_arena_printf(arena, "%.*s%s%s", EK_ARG(folder), slash, name);
}

static void
take_file(struct walker *walker, ek_str path)
{
    if (walker->tries && !walker->tries(path))
        walker->out->others++;
    else
        EK_PUSH(walker->arena, walker->out->paths, path);
}

static void
take_entry(struct walker *walker, ek_str path)
{
    struct stat st;
    bool failed = lstat(path.p, &st) != 0;
    bool link = !failed && S_ISLNK(st.st_mode);
    if (link)
        failed = stat(path.p, &st) != 0;
    if (failed)
        say_unreadable(walker, path, errno);
    else if (S_ISREG(st.st_mode))
        take_file(walker, path);
    else if (!S_ISDIR(st.st_mode))
        walker->out->others++;
    else if (link)
        EK_PUSH(walker->arena, walker->links, path);
    else
        EK_PUSH(walker->arena, walker->folders, path);
}

static bool
is_itself_or_parent(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static int
read_entries(struct walker *walker, ek_str folder)
{
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(walker->open);
        if (!entry)
            return errno;
        if (is_itself_or_parent(entry->d_name))
            continue;
        if (entry->d_name[0] == '.')
            walker->out->hidden++;
        else
            take_entry(walker, join_path(walker->arena, folder, entry->d_name));
    }
}

/* False when it could not be read to its end. */
static bool
list_folder(struct walker *walker, ek_str folder)
{
    struct stat st;
    if (stat(folder.p, &st)) {
        say_unreadable(walker, folder, errno);
        return false;
    }
    if (!mark_visited(walker, &st))
        return true;
    walker->open = opendir(folder.p);
    int error = walker->open ? read_entries(walker, folder) : errno;
    close_folder(walker);
    if (error)
        say_unreadable(walker, folder, error);
    return !error;
}

static int
bytewise(const void *a, const void *b)
{
    return ek_str_cmp(*(const ek_str *)a, *(const ek_str *)b);
}

static void
sort_paths(ek_str *v, size_t n)
{
    if (n > 1)
        qsort(v, n, sizeof *v, bytewise);
}

static void
list_waiting(struct walker *walker)
{
    while (walker->folders.n)
        list_folder(walker, walker->folders.v[--walker->folders.n]);
}

/* In order, so that which of several links to a folder counts does not depend
 * on the file system. */
static void
follow_links(struct walker *walker)
{
    while (walker->links.n) {
        size_t n = walker->links.n;
        ek_str *links = walker->links.v;
        walker->links.v = NULL;
        walker->links.n = walker->links.cap = 0;
        sort_paths(links, n);
        for (size_t i = 0; i < n; i++) {
            list_folder(walker, links[i]);
            list_waiting(walker);
        }
    }
}

bool
ek_walk_is_folder(ek_str path)
{
    struct stat st;
    char name[4096];
    if (path.n >= sizeof name || !path.n)
        return false;
    memcpy(name, path.p, path.n);
    name[path.n] = '\0';
    return !stat(name, &st) && S_ISDIR(st.st_mode);
}

bool
ek_walk_list(ek_walk *out, ek_arena *arena, ek_str root,
             bool (*tries)(ek_str path), ek_diag *diag)
{
    struct walker *walker = ek_arena_alloc(arena, sizeof *walker);
    *walker = (struct walker){.out = out, .arena = arena, .diag = diag};
    walker->tries = tries;
    *out = (ek_walk){.hidden = 0};
    ek_arena_defer(arena, close_folder, walker);
    bool readable = list_folder(walker, ek_arena_copy(arena, root));
    list_waiting(walker);
    follow_links(walker);
    sort_paths(out->paths.v, out->paths.n);
    return readable;
}
