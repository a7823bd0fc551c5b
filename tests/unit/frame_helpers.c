/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "frame_helpers.h"

#include <stdlib.h>

ek_arena *arena;
ek_pack *pack;
ek_matcher *matcher;

int
load_pack(void **state)
{
    (void)state;
    arena = ek_arena_new(0);
    ek_diag diag = ek_diag_on(arena);
    const char *dir = getenv("EKIMU_PATTERNS");
    const char *source = getenv("srcdir");
    ek_str path =
        dir ? ek_str_of(dir)
            : ek_arena_printf(arena, "%s/patterns", source ? source : ".");
    return ek_pack_load(&pack, path, &diag) ||
           ek_matcher_new(&matcher, pack, &diag);
}

int
free_pack(void **state)
{
    (void)state;
    ek_matcher_free(matcher);
    ek_pack_free(pack);
    ek_arena_free(arena);
    return 0;
}

ek_frames
frames_of(const char *words)
{
    ek_text *text = ek_arena_alloc(arena, sizeof *text);
    ek_hits hits;
    ek_frames frames;
    text->bytes = ek_str_of(words);
    text->format = "plain";
    ek_text_index(text, arena);
    const ek_segs *segs = ek_segment(arena, ek_normalize(arena, text));
    ek_match(&hits, matcher, arena, segs->norm, segs->has_ja, segs->has_en);
    ek_frame_build(&frames, arena, pack, segs, &hits);
    return frames;
}
