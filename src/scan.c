/* SPDX-License-Identifier: Apache-2.0 */
/* The whole pipeline, top to bottom. Facts flow down, nothing flows up. */
#include "config.h"

#include "scan_look.h"

#include "clause/clause.h"
#include "score/score.h"
#include "scan_content.h"
#include "scan_note.h"
#include "seg/seg.h"

static void
find(ek_result *result, ek_matcher *matcher, const ek_pack *pack,
     const ek_text *text, bool keep_text)
{
    ek_arena *arena = result->arena;
    ek_hits hits;
    ek_frames frames;
    const ek_norm *norm = ek_normalize(arena, text);
    const ek_segs *segs = ek_segment(arena, norm);
    if (keep_text)
        ek_note_content(result, segs);
    if (!ek_note_languages(result, segs))
        return;
    ek_match(&hits, matcher, arena, norm, segs->has_ja, segs->has_en);
    ek_note_said(result, pack, norm, &hits);
    ek_frame_build(&frames, arena, pack, segs, &hits);
    ek_clause_find(&result->findings, arena, pack, segs, &frames);
    ek_note_findings(result, segs);
}

/* One file up to its findings. It is EK_OK to find nothing in it. */
static void
look_into(ek_result *result, ek_member *member, ek_matcher *matcher,
          const ek_pack *pack, const struct ek_read_options *options)
{
    ek_text *text = ek_arena_alloc(result->arena, sizeof *text);
    ek_status status = member->status;
    ek_note_source(result, member, pack);
    if (status == EK_OK) {
        status = ek_read_into(text, result->arena, &member->source, options,
                              &member->diag);
        ek_note_text(result, text);
    }
    if (status == EK_OK)
        find(result, matcher, pack, text, options->keep_text);
    ek_note_diagnostics(result, &member->diag);
}

ek_status
ek_look(ek_result **out, ek_member *member, ek_matcher *matcher,
        const ek_pack *pack, const struct ek_read_options *options)
{
    if (!member->arena)
        return EK_ENOMEM;
    if (setjmp(*ek_arena_catch(member->arena))) {
        ek_arena_free(member->arena);
        return ek_note_exhausted(out, member, pack, &options->limits);
    }
    ek_result *result = ek_result_on(member->arena);
    look_into(result, member, matcher, pack, options);
    *out = result;
    return EK_OK;
}

bool
ek_judge(ek_result *result, const ek_pack *pack, const struct ek_facts *facts)
{
    if (setjmp(*ek_arena_catch(result->arena)))
        return false;
    if (result->no_result.n)
        ek_score_none(result, pack, facts);
    else
        ek_score(result, pack, facts);
    return true;
}
