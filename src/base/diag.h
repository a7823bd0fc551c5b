/* SPDX-License-Identifier: Apache-2.0 */
/* What there is to say about the input: one sink, passed down, never printed
 * here. Texts stand in diag.def, one row each, with %1 and %2 for the
 * arguments, so that code and text cannot drift apart. */
#ifndef EK_BASE_DIAG_H
#define EK_BASE_DIAG_H

#include "base/buf.h"
#include "base/lang.h"
#include "base/status.h"
#include "base/vec.h"

#include <stdint.h>

typedef enum ek_level { EK_NOTE, EK_WARNING, EK_ERROR } ek_level;

typedef enum ek_diag_code {
#define EK_DIAG(code, level, en) EK_D_##code,
#include "base/diag.def"
#undef EK_DIAG
    EK_D_COUNT
} ek_diag_code;

typedef struct ek_diag_line {
    ek_diag_code code;
    ek_str file;    /* as the user named it; empty when it is about no file */
    uint32_t line;  /* 1-based; 0 when there is none */
    ek_str args[2]; /* %1, %2 */
} ek_diag_line;

typedef struct ek_diag {
    ek_arena *arena; /* owns the copied strings */
    EK_VEC(ek_diag_line) lines;
} ek_diag;

ek_diag ek_diag_on(ek_arena *arena);
/* Copies its strings. Pass EK_STR("") for what does not apply. */
void ek_diag_say(ek_diag *diag, ek_diag_code code, ek_str file, uint32_t line,
                 ek_str arg1, ek_str arg2);
ek_level ek_diag_level(ek_diag_code code);
const char *ek_diag_word(ek_diag_code code); /* stable id, "read-io" */
/* Appends "file:12: error: message" without a newline; control characters in
 * names and arguments are shown as \xNN. */
void ek_diag_write(ek_buf *out, const ek_diag_line *line, ek_lang lang);
/* The message alone. */
void ek_diag_message(ek_buf *out, const ek_diag_line *line, ek_lang lang);
/* The most severe level said so far; EK_NOTE when nothing was said. */
ek_level ek_diag_worst(const ek_diag *diag);

#endif
