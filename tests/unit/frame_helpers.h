/* SPDX-License-Identifier: Apache-2.0 */
/* The shipped pack, and frames of a text read with it. */
#ifndef EK_TESTS_FRAME_HELPERS_H
#define EK_TESTS_FRAME_HELPERS_H

#include "scan.h"
#include "seg/seg.h"

extern ek_arena *arena;
extern ek_pack *pack;
extern ek_matcher *matcher;

/* Set-up and tear-down of a group of tests. */
int load_pack(void **state);
int free_pack(void **state);
/* On the arena of the group. */
ek_frames frames_of(const char *words);

#endif
