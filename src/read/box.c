/* SPDX-License-Identifier: Apache-2.0 */
/* A stack of open boxes, each on the arena on which its own bytes were
 * unpacked: an arena is handed out with a document, or kept for a box until
 * all that is in it was handed out. */
#include "config.h"

#include "read/box.h"

#include "base/written.h"
#include "read/box_item.h"
#include "read/mail_part.h"
#include "read/sniff.h"

#include <stdlib.h>

struct level {
    struct level *up;
    ek_member box; /* on its arena lies this, too */
    struct ek_box_list list;
    size_t next; /* item */
    bool given;  /* something of it came out */
};

struct ek_box {
    struct ek_read_options options;
    struct ek_budget budget;
    ek_str path, bytes;
    bool has_bytes, started;
    struct level *top;
    const struct level *left; /* whose end was just reached */
    size_t depth, skipped;
};

static const ek_str nothing = {"", 0};

ek_box *
ek_box_open(ek_str path, const struct ek_read_options *options)
{
    ek_box *box = calloc(1, sizeof *box);
    if (!box)
        return NULL;
    box->path = path;
    box->options = *options;
    box->options.budget = &box->budget;
    box->budget = (struct ek_budget){.unpacked = options->limits.unpacked,
                                     .entries = options->limits.entries};
    return box;
}

ek_box *
ek_box_open_bytes(ek_str name, ek_str bytes,
                  const struct ek_read_options *options)
{
    ek_box *box = ek_box_open(name, options);
    if (box) {
        box->bytes = bytes;
        box->has_bytes = true;
    }
    return box;
}

void
ek_box_close(ek_box *box)
{
    while (box && box->top) {
        struct level *level = box->top;
        box->top = level->up;
        ek_arena_free(level->box.arena);
    }
    free(box);
}

const struct ek_read_options *
ek_box_options(const ek_box *box)
{
    return &box->options;
}

size_t
ek_box_skipped(const ek_box *box)
{
    return box->skipped;
}

static void
say(ek_member *member, ek_diag_code code, ek_str why, ek_status status)
{
    ek_diag_say(&member->diag, code, member->source.path, 0, why, nothing);
    member->status = status;
}

static void
say_number(ek_member *member, ek_diag_code code, size_t n, ek_status status)
{
    say(member, code, ek_written_count(member->arena, n), status);
}

static void
say_spent(ek_box *box, ek_member *member)
{
    member->source.bytes = nothing;
    ek_arena_free(member->arena);
    member->arena = ek_arena_new(0);
    member->status = EK_ENOMEM;
    if (!member->arena)
        return;
    if (setjmp(*ek_arena_catch(member->arena))) {
        ek_arena_free(member->arena);
        member->arena = NULL;
        return;
    }
    member->diag = ek_diag_on(member->arena);
    say_number(member, EK_D_read_limit, box->options.limits.memory, EK_ENOMEM);
}

/* A step that fills a member, or finds that it needs too much memory. */
static void
attempt(ek_box *box, ek_member *member, void (*step)(ek_box *, ek_member *))
{
    if (!member->arena)
        return;
    if (setjmp(*ek_arena_catch(member->arena)))
        say_spent(box, member);
    else
        step(box, member);
}

static void
begin_member(ek_box *box, ek_member *out, ek_str path)
{
    *out = (ek_member){.arena = ek_arena_new(box->options.limits.memory),
                       .status = EK_ENOMEM};
    out->source.path = path;
}

static void
open_file(ek_box *box, ek_member *out)
{
    out->diag = ek_diag_on(out->arena);
    out->status = EK_OK;
    if (box->has_bytes)
        ek_source_of(&out->source, box->path, box->bytes);
    else
        out->status = ek_source_open(&out->source, out->arena, box->path,
                                     &box->options.limits, &out->diag);
}

static ek_status
unpack_part(ek_str *bytes, ek_box *box, ek_member *out, ek_str part)
{
    if (part.n > box->budget.unpacked) {
        say_number(out, EK_D_read_unpacked, box->options.limits.unpacked,
                   EK_ELIMIT);
        return EK_ELIMIT;
    }
    box->budget.unpacked -= part.n;
    *bytes = ek_arena_copy(out->arena, part);
    return EK_OK;
}

static void
open_item(ek_box *box, ek_member *out)
{
    struct level *level = box->top;
    const struct ek_box_item *item = &level->list.items.v[level->next - 1];
    ek_str bytes = nothing;
    out->diag = ek_diag_on(out->arena);
    if (item->fate == EK_BOX_REFUSE) {
        say(out, item->refusal, item->because, EK_EUNSUPPORTED);
        return;
    }
    out->status = level->list.zip
                      ? ek_zip_read(&bytes, out->arena, level->list.zip,
                                    item->entry, &out->diag)
                      : unpack_part(&bytes, box, out, item->bytes);
    if (out->status)
        return;
    ek_source_of(&out->source, item->path, bytes);
    out->source.declared = item->declared;
}

static bool
is_archive(const ek_source *source)
{
    return ek_str_is(ek_str_of(ek_sniff_zip(source->bytes)), "ZIP");
}

bool
ek_box_is(const ek_source *source)
{
    return is_archive(source) ||
           ek_mail_recognizes(source->path, source->bytes);
}

static void
enter(ek_box *box, ek_member *out)
{
    if (box->depth >= box->options.limits.nesting) {
        say_number(out, EK_D_read_nesting, box->options.limits.nesting,
                   EK_ELIMIT);
        return;
    }
    struct level *level = ek_arena_alloc(out->arena, sizeof *level);
    bool in_mail = box->top && !box->top->list.zip;
    out->status = is_archive(&out->source)
                      ? ek_box_list_zip(&level->list, out->arena, &out->source,
                                        &box->options, &out->diag)
                      : ek_box_list_mail(&level->list, out->arena, &out->source,
                                         in_mail ? out->part : nothing,
                                         &box->options, &out->diag);
    if (out->status)
        return;
    level->box = *out;
    level->up = box->top;
    box->top = level;
    box->depth++;
}

/* What was left aside in it is all that there is to tell. */
static void
say_no_members(ek_box *box, ek_member *out)
{
    const struct level *level = box->left;
    for (size_t i = 0; i < level->list.items.n; i++) {
        const struct ek_box_item *item = &level->list.items.v[i];
        if (item->fate == EK_BOX_OTHER)
            ek_extraction_unread(&out->aside, out->arena, item->what,
                                 item->name, item->why);
    }
    if (level->list.nested)
        say_number(out, EK_D_read_nesting, EK_MAIL_DEPTH, EK_ELIMIT);
    else if (level->list.truncated)
        say(out, EK_D_read_damaged, EK_STR("truncated"), EK_EFORMAT);
    else
        say(out, level->list.items.n ? EK_D_read_no_members : EK_D_read_blank,
            nothing, EK_EUNSUPPORTED);
}

/* False when all that is in the box came out already. */
static bool
take_item(ek_box *box, struct level *level, ek_member *out)
{
    while (level->next < level->list.items.n) {
        const struct ek_box_item *item = &level->list.items.v[level->next++];
        if (item->fate == EK_BOX_TRY || item->fate == EK_BOX_REFUSE) {
            level->given = true;
            begin_member(box, out, item->path);
            out->part = item->part;
            out->aside = item->aside;
            attempt(box, out, open_item);
            return true;
        }
        box->skipped++;
    }
    return false;
}

static bool
take_file(ek_box *box, ek_member *out)
{
    if (!box->started) {
        box->started = true;
        begin_member(box, out, box->path);
        attempt(box, out, open_file);
        return true;
    }
    while (box->top) {
        struct level *level = box->top;
        if (take_item(box, level, out))
            return true;
        box->top = level->up;
        box->depth--;
        box->left = level;
        *out = level->box;
        if (!level->given) {
            attempt(box, out, say_no_members);
            return true;
        }
        ek_arena_free(out->arena);
    }
    return false;
}

bool
ek_box_next(ek_box *box, ek_member *out)
{
    while (take_file(box, out)) {
        size_t depth = box->depth;
        if (out->status != EK_OK || !ek_box_is(&out->source))
            return true;
        attempt(box, out, enter);
        if (box->depth == depth)
            return true;
    }
    return false;
}
