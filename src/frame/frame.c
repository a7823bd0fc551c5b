/* SPDX-License-Identifier: Apache-2.0 */
/* Essay 4: frames.
 *
 * A contract rarely says "we view your data". It says
 *
 *     Except as required by law, we will not access Customer Data,
 *     other than at your request, but may scan it for malware.
 *
 * and a reader takes four statements from it. A frame is one such statement:
 * who may, must or must not do what, to what, why, on what ground. The
 * segmenter has cut the sentence into parts; each part that stands alone
 * becomes a frame, and conditions become pieces of the frame they condition:
 *
 *     part                         kind        act      polarity  ground
 *     Except as required by law    exception   (access) permit    law
 *     we will not access C. Data   main        access   forbid
 *     other than at your request   exception   (access) permit    request
 *     but may scan it for malware  coordinate  scan     permit    security
 *
 * Acts in brackets are inherited. Seven ideas carry the room:
 *
 * 1. Words are concepts. Everything here works on hits, so the same code reads
 *    both languages; what differs (where negation and objects stand) is told
 *    in polarity.c, actor.c and object.c.
 *
 * 2. Own and inherited stay apart. The exception above takes its act and its
 *    object from the main part, but the ground "law" is its own. Rules ask for
 *    grounds (authority, purpose, consent) among own words only; otherwise
 *    every item of a list would inherit the grounds of its neighbours.
 *
 * 3. An exception flips. What the main part forbids, its exception permits:
 *
 *        main     forbid  view  stored          no-access-commitment
 *        except   PERMIT  view  stored  law     judicial-disclosure
 *
 *    and the other way round. Neutral statements ("no obligation to monitor")
 *    stay neutral: they neither promise nor permit.
 *
 * 4. A list item continues its lead-in. "We may disclose Content: / (a) to
 *    comply with a court order" is read as one statement, with the item's own
 *    words first. When the part that announces the list is an exception (次の
 *    場合を除き), the items inherit the flipped acts, so no flag travels.
 *
 * 5. A missing actor is unknown, not the provider. Rules decide whether an
 *    unknown actor makes a finding, a clue or nothing.
 *
 * 6. Whom it concerns is asked three times: who acts (actor.c), to whom it is
 *    done (recipient.c) and whom the statement is about (subject.c). "Partners
 *    may be given your files" has no actor, and yet it is about partners; a
 *    consent that the provider gives (giver.c) is none of the customer.
 *
 * 7. What points back is followed a little way: "it", "such content", "this
 *    licence", "in that case" (anaphor.c); titles and questions state nothing
 *    (name.c).
 *
 * Order of work: document facts and defined terms first, because they add
 * hits; then one frame a part (gather.c); then for each frame in turn its own
 * acts with polarity, actor and objects, and what it inherits (inherit.c). A
 * frame inherits only from frames before it, which are complete by then: main
 * parts are gathered before their exceptions, lead-ins stand before items. So
 * one pass is enough and the work is linear in hits.
 *
 * What is guessed: a part without a mark of polarity permits; the nearest
 * subject is the actor; an object within reach is the object. Each guess is
 * visible in `ekimu scan --show frames`.
 */
#include "config.h"

#include "frame/draft.h"

static void
copy_hits(ek_frames *out, ek_arena *arena, const ek_hits *hits)
{
    *out = (ek_frames){0};
    for (size_t i = 0; i < hits->hits.n; i++)
        EK_PUSH(arena, out->hits.hits, hits->hits.v[i]);
    for (size_t i = 0; i < hits->gave_up.n; i++)
        EK_PUSH(arena, out->hits.gave_up, hits->gave_up.v[i]);
}

size_t
ek_frames_sentence(const ek_frames *frames, size_t from, ek_bits *words)
{
    const ek_frame *v = frames->v.v;
    size_t end = from;
    *words = (ek_bits){{0}};
    for (; end < frames->v.n && v[end].sentence == v[from].sentence; end++)
        ek_bits_add(words, &v[end].own);
    return end;
}

void
ek_frame_build(ek_frames *out, ek_arena *arena, const ek_pack *pack,
               const ek_segs *segs, const ek_hits *hits)
{
    struct ek_draft draft = {
        .arena = arena, .pack = pack, .segs = segs, .out = out};
    copy_hits(out, arena, hits);
    ek_vocab_fill(&draft);
    ek_names_add(&draft);
    ek_terms_add(&draft);
    ek_parties_add(&draft);
    ek_facts_gather(&draft);
    ek_frames_gather(&draft);
    ek_frames_inherit(&draft);
}
