/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/diag.h"

#include "base/extraction.h"
#include "base/words.h"

struct row {
    const char *word;
    ek_level level;
    ek_msgid text;
};

static const struct row rows[] = {
#define EK_DIAG(code, level, en) {#code, level, {NULL, en}},
#include "base/diag.def"
#undef EK_DIAG
};

ek_diag
ek_diag_on(ek_arena *arena)
{
    return (ek_diag){.arena = arena};
}

void
ek_diag_say(ek_diag *diag, ek_diag_code code, ek_str file, uint32_t line,
            ek_str arg1, ek_str arg2)
{
    ek_diag_line said = {.code = code, .line = line};
    said.file = ek_arena_copy(diag->arena, file);
    said.args[0] = ek_arena_copy(diag->arena, arg1);
    said.args[1] = ek_arena_copy(diag->arena, arg2);
    EK_PUSH(diag->arena, diag->lines, said);
}

ek_level
ek_diag_level(ek_diag_code code)
{
    return rows[code].level;
}

const char *
ek_diag_word(ek_diag_code code)
{
    return rows[code].word;
}

static void
add_visible(ek_buf *out, ek_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c < 0x20 || c == 0x7F)
            ek_buf_printf(out, "\\x%02x", c);
        else
            ek_buf_putc(out, (char)c);
    }
}

static ek_str
visible(ek_arena *arena, ek_str s)
{
    ek_buf out = ek_buf_on(arena);
    add_visible(&out, s);
    return ek_buf_str(&out);
}

/* Whether %1 is why it failed. */
static bool
tells_cause(ek_diag_code code)
{
    static const ek_diag_code codes[] = {
        EK_D_read_open,    EK_D_read_io,      EK_D_read_walk,
        EK_D_read_damaged, EK_D_read_refused, EK_D_read_unsupported,
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (codes[i] == code)
            return true;
    return false;
}

static ek_str
argument_in(const ek_diag_line *line, size_t i, ek_lang lang)
{
    ek_str arg = line->args[i];
    const ek_msgid *why = line->code == EK_D_read_missing && i == 1
                              ? ek_extraction_text(EK_EXTRACTION_WHY, arg)
                              : NULL;
    if (why)
        return ek_words_in(why, lang);
    return i == 0 && tells_cause(line->code) ? ek_words_cause(arg, lang) : arg;
}

void
ek_diag_message(ek_buf *out, const ek_diag_line *line, ek_lang lang)
{
    const struct row *row = &rows[line->code];
    ek_buf_fill(out, ek_words_in(&row->text, lang),
                visible(out->arena, argument_in(line, 0, lang)),
                visible(out->arena, argument_in(line, 1, lang)));
}

void
ek_diag_write(ek_buf *out, const ek_diag_line *line, ek_lang lang)
{
    static const ek_msgid levels[] = {
#define EK_LEVEL(level, en) {NULL, en},
#include "base/level.def"
    };
    const struct row *row = &rows[line->code];
    if (line->file.n) {
        add_visible(out, line->file);
        if (line->line)
            ek_buf_printf(out, ":%u", line->line);
        ek_buf_puts(out, ": ");
    }
    ek_buf_add(out, ek_words_in(&levels[row->level], lang));
    ek_buf_puts(out, ": ");
    ek_diag_message(out, line, lang);
}

ek_level
ek_diag_worst(const ek_diag *diag)
{
    ek_level worst = EK_NOTE;
    for (size_t i = 0; i < diag->lines.n; i++) {
        ek_level level = ek_diag_level(diag->lines.v[i].code);
        if (level > worst)
            worst = level;
    }
    return worst;
}
