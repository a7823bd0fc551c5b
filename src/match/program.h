/* SPDX-License-Identifier: Apache-2.0 */
/* One compiled PCRE2 program and what is needed to run it. Private to the
 * room; PCRE2's types stay in program.c. */
#ifndef EK_MATCH_PROGRAM_H
#define EK_MATCH_PROGRAM_H

#include "match/match.h"

struct ek_program {
    void *code; /* pcre2_code */
    uint32_t concept_index;
    ek_lang lang;
    int letters; /* of the patterns: EK_CASE_* */
    bool hastened;
};

struct ek_runner; /* match data, limits and JIT stack; one per matcher */

struct ek_runner *ek_runner_new(ek_arena *arena);
/* Joins patterns of one concept, language and letter case (longest source
 * first) into one program. EK_EPATTERN when the whole does not compile, which
 * for several patterns may only mean that it is too large (PCRE2's links are
 * 16 bits wide); a single pattern's error is said to diag with file and line. */
ek_status ek_program_compile(struct ek_program *out, ek_arena *arena,
                             const ek_pattern *const *patterns, size_t n,
                             ek_diag *diag);
/* Makes machine code of it, once: half of a start, wasted on programs of a
 * language that no document has. To be called before it is run. */
void ek_program_hasten(struct ek_program *program);
/* Appends the hits; a limit that is hit adds to out->gave_up instead. */
void ek_program_run(const struct ek_program *program, struct ek_runner *runner,
                    ek_hits *out, ek_arena *arena, const ek_norm *norm);

#endif
