/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store_world.h"

#include <stdio.h>
#include <unistd.h>

void
store_forget(const char *file)
{
    static const char *const beside[] = {"", "-wal", "-shm"};
    char path[64];
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, sizeof path, "%s%s", file, beside[i]);
        unlink(path);
    }
}

void
store_begin(struct store_world *world, const char *file)
{
    store_forget(file);
    *world = (struct store_world){.file = file, .arena = ek_arena_new(0)};
    world->diag = ek_diag_on(world->arena);
}

ek_status
store_open(struct store_world *world)
{
    return ek_store_open(&world->store, ek_str_of(world->file), EK_STORE_WRITE,
                         &world->diag);
}

void
store_end(struct store_world *world)
{
    ek_store_close(world->store);
    ek_arena_free(world->arena);
    store_forget(world->file);
}
