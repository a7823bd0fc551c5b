/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/box_item.h"

#include "text/cp.h"

#include <stdlib.h>

/* Stricter than any guess: a name that is UTF-8 throughout is UTF-8. */
static bool
is_utf8(ek_str s)
{
    for (size_t at = 0, n; at < s.n; at += n)
        if (ek_cp_at(s, at, &n) == CP_REPLACEMENT && n == 1)
            return false;
    return true;
}

/* One short name tells little; all of them together do. */
static ek_encoding
encoding_of_names(ek_arena *arena, const ek_zip *zip)
{
    ek_buf all = ek_buf_on(arena);
    uint32_t confidence;
    for (size_t i = 0; i < ek_zip_count(zip); i++) {
        ek_str name = ek_zip_raw_name(zip, i);
        if (is_utf8(name))
            continue;
        ek_buf_add(&all, name);
        ek_buf_putc(&all, '\n');
    }
    ek_encoding found = ek_decode_detect(ek_buf_str(&all), &confidence);
    return found == EK_ENC_CP932 || found == EK_ENC_EUC_JP ? found
                                                           : EK_ENC_CP1252;
}

static ek_str
name_of(ek_arena *arena, const ek_zip *zip, size_t entry, ek_encoding encoding)
{
    ek_diag unheard = ek_diag_on(arena);
    ek_str raw = ek_zip_raw_name(zip, entry);
    if (is_utf8(raw))
        return ek_box_name(arena, raw);
    if (ek_zip_name_is_utf8(zip, entry))
        encoding = EK_ENC_UTF8;
    raw = ek_decode(arena, raw, encoding, EK_ENC_UNKNOWN, raw, &unheard).utf8;
    return ek_box_name(arena, raw);
}

static void
decide(struct ek_box_item *item, const ek_zip *zip)
{
    bool encrypted = ek_zip_is_encrypted(zip, item->entry);
    if (ek_box_hides(item->part)) {
        item->fate = EK_BOX_NOTHING;
    } else if (!ek_read_tries(item->part)) {
        item->fate = EK_BOX_OTHER;
        item->why = encrypted ? "encrypted" : "unsupported-format";
    } else if (encrypted) {
        item->fate = EK_BOX_REFUSE;
        item->refusal = EK_D_read_encrypted;
    }
}

static int
by_name(const void *left, const void *right)
{
    const struct ek_box_item *const *a = left, *const *b = right;
    int order = ek_str_cmp((*a)->part, (*b)->part);
    return order ? order
                 : ((*a)->entry > (*b)->entry) - ((*a)->entry < (*b)->entry);
}

/* Programs differ in which of two files of one name they unpack, so that
 * people may have read another text than we would. */
static void
refuse_twins(struct ek_box_list *list, ek_arena *arena)
{
    size_t n = list->items.n;
    struct ek_box_item **order = ek_arena_alloc(arena, n * sizeof *order);
    for (size_t i = 0; i < n; i++)
        order[i] = &list->items.v[i];
    if (n)
        qsort(order, n, sizeof *order, by_name);
    for (size_t i = 1; i < n; i++)
        if (ek_str_eq(order[i]->part, order[i - 1]->part) &&
            order[i]->fate == EK_BOX_TRY) {
            order[i]->fate = EK_BOX_REFUSE;
            order[i]->refusal = EK_D_read_refused;
            order[i]->because = EK_STR("second file of this name");
        }
}

ek_status
ek_box_list_zip(struct ek_box_list *out, ek_arena *arena,
                const ek_source *source, const struct ek_read_options *options,
                ek_diag *diag)
{
    ek_status status = ek_zip_open(&out->zip, arena, source, options, diag);
    if (status)
        return status;
    ek_encoding encoding = encoding_of_names(arena, out->zip);
    for (size_t i = 0; i < ek_zip_count(out->zip); i++) {
        if (ek_zip_is_folder(out->zip, i))
            continue;
        ek_str name = name_of(arena, out->zip, i, encoding);
        struct ek_box_item item = {.path =
                                       ek_box_path(arena, source->path, name),
                                   .name = name,
                                   .part = name,
                                   .what = "entry",
                                   .entry = i};
        decide(&item, out->zip);
        EK_PUSH(arena, out->items, item);
    }
    refuse_twins(out, arena);
    return EK_OK;
}
