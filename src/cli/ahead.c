/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/ahead.h"

#include <pthread.h>

enum { SLOTS = 4 };

struct slot {
    ek_buf copy; /* grown by the caller's thread only */
    struct ek_parsed parsed;
};

/* pushed >= done >= taken; slots between done and pushed are the thread's. */
struct ek_ahead {
    struct slot slots[SLOTS];
    size_t pushed, done, taken;
    bool closing, alone; /* alone: no thread was to be had */
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
};

static void
parse(struct slot *slot)
{
    struct ek_parsed *p = &slot->parsed;
    p->status = ek_result_read(&p->result, p->json, &p->why);
}

static bool
wait_for_one(struct ek_ahead *ahead)
{
    while (!ahead->closing && ahead->done == ahead->pushed)
        pthread_cond_wait(&ahead->changed, &ahead->mutex);
    return !ahead->closing;
}

static void *
work(void *self)
{
    struct ek_ahead *ahead = self;
    pthread_mutex_lock(&ahead->mutex);
    while (wait_for_one(ahead)) {
        struct slot *slot = &ahead->slots[ahead->done % SLOTS];
        pthread_mutex_unlock(&ahead->mutex);
        parse(slot);
        pthread_mutex_lock(&ahead->mutex);
        ahead->done++;
        pthread_cond_signal(&ahead->changed);
    }
    pthread_mutex_unlock(&ahead->mutex);
    return NULL;
}

static void
end_thread(struct ek_ahead *ahead)
{
    pthread_mutex_lock(&ahead->mutex);
    ahead->closing = true;
    pthread_cond_signal(&ahead->changed);
    pthread_mutex_unlock(&ahead->mutex);
    pthread_join(ahead->thread, NULL);
}

static void
let_go(void *self)
{
    struct ek_ahead *ahead = self;
    if (!ahead->alone)
        end_thread(ahead);
    for (; ahead->taken < ahead->done; ahead->taken++)
        ek_result_free(ahead->slots[ahead->taken % SLOTS].parsed.result);
    pthread_cond_destroy(&ahead->changed);
    pthread_mutex_destroy(&ahead->mutex);
}

struct ek_ahead *
ek_ahead_open(ek_arena *arena)
{
    struct ek_ahead *ahead = ek_arena_alloc(arena, sizeof *ahead);
    for (size_t i = 0; i < SLOTS; i++)
        ahead->slots[i].copy = ek_buf_on(arena);
    pthread_mutex_init(&ahead->mutex, NULL);
    pthread_cond_init(&ahead->changed, NULL);
    ahead->alone = pthread_create(&ahead->thread, NULL, work, ahead) != 0;
    ek_arena_defer(arena, let_go, ahead);
    return ahead;
}

bool
ek_ahead_has_room(const struct ek_ahead *ahead)
{
    return ahead->pushed - ahead->taken < SLOTS;
}

void
ek_ahead_push(struct ek_ahead *ahead, ek_str json, size_t line)
{
    struct slot *slot = &ahead->slots[ahead->pushed % SLOTS];
    slot->copy.n = 0;
    ek_buf_add(&slot->copy, json);
    slot->parsed =
        (struct ek_parsed){.json = ek_buf_str(&slot->copy), .line = line};
    if (ahead->alone) {
        parse(slot);
        ahead->done++;
        ahead->pushed++;
        return;
    }
    pthread_mutex_lock(&ahead->mutex);
    ahead->pushed++;
    pthread_cond_signal(&ahead->changed);
    pthread_mutex_unlock(&ahead->mutex);
}

bool
ek_ahead_take(struct ek_ahead *ahead, struct ek_parsed *out)
{
    if (ahead->taken == ahead->pushed)
        return false;
    if (!ahead->alone) {
        pthread_mutex_lock(&ahead->mutex);
        while (ahead->done == ahead->taken)
            pthread_cond_wait(&ahead->changed, &ahead->mutex);
        pthread_mutex_unlock(&ahead->mutex);
    }
    struct slot *slot = &ahead->slots[ahead->taken++ % SLOTS];
    *out = slot->parsed;
    slot->parsed.result = NULL;
    return true;
}
