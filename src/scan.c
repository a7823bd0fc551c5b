/* SPDX-License-Identifier: Apache-2.0 */
/* The whole pipeline, top to bottom. Facts flow down, nothing flows up. */
#include "config.h"

#include "scan.h"

#include "clause/clause.h"
#include "score/score.h"
#include "scan_note.h"
#include "seg/seg.h"

#include <stdlib.h>

static void
find(ek_result *result, ek_matcher *matcher, const ek_pack *pack,
     const ek_text *text)
{
    ek_arena *arena = result->arena;
    ek_hits hits;
    ek_frames frames;
    const ek_norm *norm = ek_normalize(arena, text);
    const ek_segs *segs = ek_segment(arena, norm);
    if (!ek_note_languages(result, segs))
        return;
    ek_match(&hits, matcher, arena, norm, segs->has_ja, segs->has_en);
    ek_note_said(result, pack, norm, &hits);
    ek_frame_build(&frames, arena, pack, segs, &hits);
    ek_clause_find(&result->findings, arena, pack, segs, &frames);
    ek_note_findings(result, norm);
}

/* A source whose bytes could not be had comes with its status. */
static void
look_into(ek_result *result, ek_matcher *matcher, const ek_pack *pack,
          const ek_source *source, ek_status opened,
          const struct ek_scan_options *options, ek_diag *diag)
{
    ek_text *text = NULL;
    ek_note_source(result, source, pack);
    if (opened == EK_OK)
        ek_read(&text, result->arena, source, &options->read, diag);
    if (text) {
        ek_note_text(result, text);
        find(result, matcher, pack, text);
    }
    ek_note_diagnostics(result, diag);
}

/* One document up to its findings. */
static ek_status
look(ek_result **out, ek_matcher *matcher, const ek_pack *pack, ek_str path,
     const ek_str *bytes, const struct ek_scan_options *options)
{
    ek_result *result = ek_result_new(options->read.limits.memory);
    if (!result)
        return EK_ENOMEM;
    if (setjmp(*ek_arena_catch(result->arena)))
        return ek_note_exhausted(out, result, pack, path, options);
    ek_diag diag = ek_diag_on(result->arena);
    ek_source source = {.path = path};
    ek_status opened = EK_OK;
    if (bytes)
        ek_source_of(&source, path, *bytes);
    else
        opened = ek_source_open(&source, result->arena, path, &options->read.limits,
                                &diag);
    look_into(result, matcher, pack, &source, opened, options, &diag);
    *out = result;
    return EK_OK;
}

/* False when memory ran out. */
static bool
judge(ek_result *result, const ek_pack *pack,
      const struct ek_scan_options *options)
{
    if (setjmp(*ek_arena_catch(result->arena)))
        return false;
    if (result->no_result.n)
        ek_score_none(result, pack, options->facts);
    else
        ek_score(result, pack, options->facts);
    return true;
}

static ek_status
scan(ek_result **out, ek_matcher *matcher, const ek_pack *pack, ek_str path,
     const ek_str *bytes, const struct ek_scan_options *options)
{
    ek_result *result = NULL;
    ek_status status = look(&result, matcher, pack, path, bytes, options);
    if (status == EK_OK && !judge(result, pack, options)) {
        status = ek_note_exhausted(&result, result, pack, path, options);
        if (status == EK_OK && !judge(result, pack, options)) {
            ek_result_free(result);
            status = EK_ENOMEM;
        }
    }
    if (status == EK_OK)
        *out = result;
    return status;
}

ek_status
ek_scan(ek_result **out, ek_matcher *matcher, const ek_pack *pack, ek_str path,
        const struct ek_scan_options *options)
{
    return scan(out, matcher, pack, path, NULL, options);
}

ek_status
ek_scan_bytes(ek_result **out, ek_matcher *matcher, const ek_pack *pack,
              ek_str name, ek_str bytes, const struct ek_scan_options *options)
{
    return scan(out, matcher, pack, name, &bytes, options);
}

/* All members, or none. */
static ek_status
look_at_each(ek_result **members, ek_matcher *matcher, const ek_pack *pack,
             const ek_str *paths, size_t n,
             const struct ek_scan_options *options)
{
    for (size_t i = 0; i < n; i++) {
        ek_status status =
            look(&members[i], matcher, pack, paths[i], NULL, options);
        if (status == EK_OK)
            continue;
        while (i-- > 0)
            ek_result_free(members[i]);
        return status;
    }
    return EK_OK;
}

static bool
join(ek_result *bundle, const ek_pack *pack, ek_str name,
     ek_result *const *members, size_t n)
{
    if (setjmp(*ek_arena_catch(bundle->arena)))
        return false;
    ek_note_bundle(bundle, name, pack);
    ek_result_join(bundle, members, n);
    return true;
}

ek_status
ek_scan_bundle(ek_result **out, ek_matcher *matcher, const ek_pack *pack,
               ek_str name, const ek_str *paths, size_t n,
               const struct ek_scan_options *options)
{
    ek_result **members = calloc(n, sizeof *members);
    ek_result *bundle = members ? ek_result_new(0) : NULL;
    ek_status status =
        bundle ? look_at_each(members, matcher, pack, paths, n, options)
               : EK_ENOMEM;
    if (status == EK_OK && (!join(bundle, pack, name, members, n) ||
                            !judge(bundle, pack, options)))
        status = EK_ENOMEM;
    free(members);
    if (status == EK_OK)
        *out = bundle;
    else
        ek_result_free(bundle);
    return status;
}
