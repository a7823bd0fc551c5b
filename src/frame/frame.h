/* SPDX-License-Identifier: Apache-2.0 */
/* Frames: what a part of a sentence says somebody may, must or must not do
 * (essay 4 in frame.c). Its centre is the act; around it stand object,
 * purpose, authority, consent as concept bits, own and inherited kept apart. */
#ifndef EK_FRAME_FRAME_H
#define EK_FRAME_FRAME_H

#include "match/match.h"
#include "seg/seg.h"

struct ek_act {
    ek_bits concepts; /* act.* concepts of the word(s) at span */
    ek_nspan span;
    ek_polarity polarity;
    uint32_t modality; /* bit of the qualifier modality */
    uint32_t actor;    /* bit of the qualifier actor */
    bool passive, own;
    bool unmarked;    /* its own clause says nothing of its polarity */
    bool noun;        /* English: "access to the data", nobody named */
    bool nameless;    /* English: a noun, or its subject is no word of ours */
    bool given;       /* English passive: its subject is whom it is done to */
    bool able;        /* Japanese: told as what its subject is able to do */
    bool conditional; /* presupposed: in a condition, or before a noun */
    ek_bits object;   /* concepts of the objects bound to it */
    ek_bits to;       /* concepts of those it is done to: recipients */
};

typedef struct ek_frame {
    uint32_t part, sentence; /* indexes of segments */
    ek_part_kind kind;
    ek_nspan span; /* the unit's own words */
    ek_lang lang;
    uint32_t main; /* frame it is an exception or coordinate of; EK_SEG_NO */
    uint32_t lead; /* frame of the lead-in, EK_SEG_NO */
    ek_polarity polarity;
    uint32_t actor;
    uint32_t subject; /* whom its statement is about: bit of actor, or 0 */
    ek_bits own, inherited, heading;
    ek_bits given; /* words of the lead-in on which its own acts depend */
    uint32_t first_act, acts; /* range in ek_frames.acts, own ones first */
    uint32_t first_hit, hits; /* range in ek_frames.own_hits */
    uint32_t first, last;     /* segments: its first and last piece */
    bool excepted;            /* another frame is an exception of this one */
    bool leads;               /* list items continue it */
    bool item;     /* "(b) ...": of an enumeration within the sentence */
    bool name;     /* a line that names a thing and says nothing of it */
    bool finished; /* it ends in a finite verb; English ones always do */
} ek_frame;

typedef struct ek_frames {
    EK_VEC(ek_frame) v;
    EK_VEC(struct ek_act) acts;
    EK_VEC(ek_hit) own_hits; /* of each frame, by place */
    ek_bits document;        /* document facts as doc.* concepts */
    ek_hits hits;            /* with those of defined terms added, sorted */
} ek_frames;

/* The own words of all frames of the sentence that begins with frame number
 * from; returns the number of the first frame behind it. */
size_t ek_frames_sentence(const ek_frames *frames, size_t from, ek_bits *words);

void ek_frame_build(ek_frames *out, ek_arena *arena, const ek_pack *pack,
                    const ek_segs *segs, const ek_hits *hits);

#endif
