/* SPDX-License-Identifier: Apache-2.0 */
/* The whole pipeline, top to bottom. Facts flow down, nothing flows up. */
#include "config.h"

#include "scan.h"

#include "clause/clause.h"
#include "score/score.h"
#include "scan_note.h"
#include "seg/seg.h"

static void
judge(ek_result *result, ek_matcher *matcher, const ek_pack *pack,
      const ek_text *text, const struct ek_scan_options *options)
{
    ek_arena *arena = result->arena;
    ek_hits hits;
    ek_frames frames;
    const ek_norm *norm = ek_normalize(arena, text);
    const ek_segs *segs = ek_segment(arena, norm);
    if (!ek_note_languages(result, segs))
        return;
    ek_match(&hits, matcher, arena, norm, segs->has_ja, segs->has_en);
    ek_frame_build(&frames, arena, pack, segs, &hits);
    ek_clause_find(&result->findings, arena, pack, segs, &frames);
    ek_note_findings(result, norm);
    ek_score(result, pack, options->facts);
}

/* A source whose bytes could not be had comes with its status. */
static void
scan_source(ek_result *result, ek_matcher *matcher, const ek_pack *pack,
            const ek_source *source, ek_status opened,
            const struct ek_scan_options *options, ek_diag *diag)
{
    ek_text *text = NULL;
    ek_note_source(result, source, pack);
    if (opened == EK_OK)
        ek_read(&text, result->arena, source, options->encoding, diag);
    if (text) {
        ek_note_text(result, text);
        judge(result, matcher, pack, text, options);
    }
    ek_note_diagnostics(result, diag);
    if (result->no_result.n)
        ek_score_none(result, pack, options->facts);
}

static ek_status
scan(ek_result **out, ek_matcher *matcher, const ek_pack *pack, ek_str path,
     const ek_str *bytes, const struct ek_scan_options *options)
{
    ek_result *result = ek_result_new(options->limits.max_memory);
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
        opened = ek_source_open(&source, result->arena, path, &options->limits,
                                &diag);
    scan_source(result, matcher, pack, &source, opened, options, &diag);
    *out = result;
    return EK_OK;
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
