/* SPDX-License-Identifier: Apache-2.0 */
/* A path may stand for many files: each judged for itself, or all as one. */
#include "config.h"

#include "scan_look.h"
#include "scan_note.h"

#include <stdlib.h>

/* A result that memory does not suffice to judge gives way to one that says
 * so. */
static ek_status
judge_one(ek_result **result, const ek_member *member, const ek_pack *pack,
          const struct ek_scan_options *options)
{
    if (ek_judge(*result, pack, options->facts))
        return EK_OK;
    ek_result_free(*result);
    ek_status status =
        ek_note_exhausted(result, member, pack, &options->read.limits);
    if (status != EK_OK || ek_judge(*result, pack, options->facts))
        return status;
    ek_result_free(*result);
    return EK_ENOMEM;
}

ek_status
ek_scan_each(struct ek_scan_sink *sink, ek_matcher *matcher,
             const ek_pack *pack, ek_str path,
             const struct ek_scan_options *options)
{
    ek_member member;
    ek_box *box = ek_box_open(path, &options->read);
    ek_status worst = box ? EK_OK : EK_ENOMEM;
    while (box && ek_box_next(box, &member)) {
        ek_result *result = NULL;
        ek_status status =
            ek_look(&result, &member, matcher, pack, ek_box_options(box));
        if (status == EK_OK && sink->before)
            sink->before(sink->self, member.source.path);
        if (status == EK_OK)
            status = judge_one(&result, &member, pack, options);
        if (status == EK_OK)
            sink->take(sink->self, result);
        else
            worst = status;
    }
    sink->skipped = box ? ek_box_skipped(box) : 0;
    ek_box_close(box);
    return worst;
}

/* What was found in the files of one contract, before it is judged. */
struct found {
    ek_result **v;
    size_t n, cap, skipped;
};

static bool
add(struct found *found, ek_result *result)
{
    if (found->n == found->cap) {
        size_t cap = found->cap ? found->cap * 2 : 16;
        ek_result **v = realloc(found->v, cap * sizeof(ek_result *));
        if (!v)
            return false;
        found->v = v;
        found->cap = cap;
    }
    found->v[found->n++] = result;
    return true;
}

static void
drop(struct found *found)
{
    for (size_t i = 0; i < found->n; i++)
        ek_result_free(found->v[i]);
    free(found->v);
    *found = (struct found){0};
}

/* Closes the box. */
static ek_status
gather(struct found *found, ek_box *box, ek_matcher *matcher,
       const ek_pack *pack)
{
    ek_member member;
    ek_status status = box ? EK_OK : EK_ENOMEM;
    while (status == EK_OK && ek_box_next(box, &member)) {
        ek_result *result = NULL;
        status = ek_look(&result, &member, matcher, pack, ek_box_options(box));
        if (status == EK_OK && !add(found, result)) {
            ek_result_free(result);
            status = EK_ENOMEM;
        }
    }
    found->skipped += box ? ek_box_skipped(box) : 0;
    ek_box_close(box);
    return status;
}

static bool
join(ek_result *bundle, const ek_pack *pack, ek_str name,
     const struct found *found)
{
    if (setjmp(*ek_arena_catch(bundle->arena)))
        return false;
    ek_note_bundle(bundle, name, pack);
    ek_result_join(bundle, found->v, found->n);
    return true;
}

/* The members live as long as the bundle, even one that came to nothing. */
static ek_status
judge_together(ek_result **out, struct found *found, const ek_pack *pack,
               ek_str name, const struct ek_scan_options *options)
{
    ek_result *bundle = ek_result_new(0);
    if (!bundle) {
        drop(found);
        return EK_ENOMEM;
    }
    bundle->skipped = found->skipped;
    bool good = join(bundle, pack, name, found) &&
                ek_judge(bundle, pack, options->facts);
    free(found->v);
    if (!good) {
        ek_result_free(bundle);
        return EK_ENOMEM;
    }
    *out = bundle;
    return EK_OK;
}

static ek_status
scan_whole(ek_result **out, ek_box *box, ek_matcher *matcher,
           const ek_pack *pack, ek_str path,
           const struct ek_scan_options *options)
{
    struct found found = {0};
    ek_status status = gather(&found, box, matcher, pack);
    if (status != EK_OK) {
        drop(&found);
        return status;
    }
    if (found.n != 1 || found.v[0]->documents.v[0].part.n)
        return judge_together(out, &found, pack, ek_str_file_name(path),
                              options);
    const ek_member member = {.source = {.path = path}};
    *out = found.v[0];
    free(found.v);
    return judge_one(out, &member, pack, options);
}

ek_status
ek_scan(ek_result **out, ek_matcher *matcher, const ek_pack *pack, ek_str path,
        const struct ek_scan_options *options)
{
    return scan_whole(out, ek_box_open(path, &options->read), matcher, pack,
                      path, options);
}

ek_status
ek_scan_bytes(ek_result **out, ek_matcher *matcher, const ek_pack *pack,
              ek_str name, ek_str bytes, const struct ek_scan_options *options)
{
    return scan_whole(out, ek_box_open_bytes(name, bytes, &options->read),
                      matcher, pack, name, options);
}

ek_status
ek_scan_bundle(ek_result **out, ek_matcher *matcher, const ek_pack *pack,
               ek_str name, const ek_str *paths, size_t n,
               const struct ek_scan_options *options)
{
    struct found found = {0};
    for (size_t i = 0; i < n; i++) {
        ek_box *box = ek_box_open(paths[i], &options->read);
        ek_status status = gather(&found, box, matcher, pack);
        if (status != EK_OK) {
            drop(&found);
            return status;
        }
    }
    return judge_together(out, &found, pack, name, options);
}
