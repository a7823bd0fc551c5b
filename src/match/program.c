/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/program.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
    MATCH_LIMIT = 2000000, /* per call; PCRE2's own default is ten million */
    DEPTH_LIMIT = 20000,
    JIT_STACK_FIRST = 32 * 1024,
    JIT_STACK_MOST = 1024 * 1024,
};

struct ek_runner {
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
};

static void
release_runner(void *object)
{
    struct ek_runner *runner = object;
    pcre2_jit_stack_free(runner->stack);
    pcre2_match_context_free(runner->context);
    pcre2_match_data_free(runner->data);
}

struct ek_runner *
ek_runner_new(ek_arena *arena)
{
    struct ek_runner *runner = ek_arena_alloc(arena, sizeof *runner);
    ek_arena_defer(arena, release_runner, runner);
    runner->data = pcre2_match_data_create(1, NULL);
    runner->context = pcre2_match_context_create(NULL);
    runner->stack =
        pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MOST, NULL);
    pcre2_set_match_limit(runner->context, MATCH_LIMIT);
    pcre2_set_depth_limit(runner->context, DEPTH_LIMIT);
    pcre2_jit_stack_assign(runner->context, NULL, runner->stack);
    return runner;
}

static void
release_code(void *object)
{
    pcre2_code_free(object);
}

static pcre2_code *
compile(ek_str source, int *error, PCRE2_SIZE *at)
{
    uint32_t options =
        PCRE2_UTF | PCRE2_NO_AUTO_CAPTURE | PCRE2_NEVER_BACKSLASH_C;
    return pcre2_compile((PCRE2_SPTR)source.p, source.n, options, error, at,
                         NULL);
}

static void
say_syntax(const ek_pattern *pattern, int error, ek_diag *diag)
{
    PCRE2_UCHAR message[120];
    pcre2_get_error_message(error, message, sizeof message);
    ek_diag_say(diag, EK_D_pattern_syntax, pattern->file, pattern->line,
                ek_str_of((const char *)message), pattern->source);
}

/* Boundaries stand once around all alternatives: tested once a place. */
static ek_str
joined(ek_arena *arena, const ek_pattern *const *patterns, size_t n)
{
    ek_buf all = ek_buf_on(arena);
    bool bounded = patterns[0]->bounded;
    ek_buf_puts(&all, bounded ? EK_PACK_BEGIN : "(?:");
    for (size_t i = 0; i < n; i++) {
        ek_buf_puts(&all, i ? "|(?:" : "(?:");
        ek_buf_add(&all, patterns[i]->body);
        ek_buf_putc(&all, ')');
    }
    ek_buf_puts(&all, bounded ? EK_PACK_END : ")");
    return ek_buf_str(&all);
}

ek_status
ek_program_compile(struct ek_program *out, ek_arena *arena,
                   const ek_pattern *const *patterns, size_t n, ek_diag *diag)
{
    int error;
    PCRE2_SIZE at;
    pcre2_code *code = compile(joined(arena, patterns, n), &error, &at);
    if (!code) {
        if (n == 1)
            say_syntax(patterns[0], error, diag);
        return EK_EPATTERN;
    }
    ek_arena_defer(arena, release_code, code);
    *out =
        (struct ek_program){code, patterns[0]->concept_index, patterns[0]->lang,
                            (int)patterns[0]->letters, false};
    return EK_OK;
}

void
ek_program_hasten(struct ek_program *program)
{
    if (!program->hastened)
        pcre2_jit_compile(program->code, PCRE2_JIT_COMPLETE);
    program->hastened = true;
}

static bool
has_lower(ek_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= 'a' && s.p[i] <= 'z')
            return true;
    return false;
}

static bool
letters_fit(int letters, const ek_norm *norm, ek_nspan span)
{
    if (letters == EK_CASE_ANY)
        return true;
    ek_str original =
        ek_text_slice(norm->text, ek_map_to_text(&norm->map, span));
    if (letters == EK_CASE_UPPER)
        return !has_lower(original);
    return has_lower(ek_str_slice(original, 0, 1));
}

static void
give_up(const struct ek_program *program, int code, ek_hits *out,
        ek_arena *arena)
{
    PCRE2_UCHAR message[120] = "";
    pcre2_get_error_message(code, message, sizeof message);
    struct ek_gave_up gave_up = {
        program->concept_index,
        ek_arena_copy(arena, ek_str_of((const char *)message))};
    EK_PUSH(arena, out->gave_up, gave_up);
}

/* A hit across a comma may cross parts and count nowhere: it must not hide the
 * one that begins behind the comma. */
static PCRE2_SIZE
after_hit(ek_str text, ek_nspan span)
{
    ek_str hit = ek_str_slice(text, span.begin, span.end);
    size_t latin = ek_str_find(hit, EK_STR(","), 0) + 1;
    size_t japanese = ek_str_find(hit, EK_STR("\xE3\x80\x81"), 0) + 3;
    size_t comma = latin < japanese ? latin : japanese;
    return comma < hit.n ? span.begin + comma : span.end;
}

void
ek_program_run(const struct ek_program *program, struct ek_runner *runner,
               ek_hits *out, ek_arena *arena, const ek_norm *norm)
{
    PCRE2_SPTR bytes = (PCRE2_SPTR)norm->bytes.p;
    const PCRE2_SIZE *span = pcre2_get_ovector_pointer(runner->data);
    PCRE2_SIZE from = 0;
    int found;
    while ((found = pcre2_match(program->code, bytes, norm->bytes.n, from,
                                PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY,
                                runner->data, runner->context)) >= 0) {
        ek_hit hit = {{(uint32_t)span[0], (uint32_t)span[1]},
                      (uint16_t)program->concept_index,
                      (uint8_t)program->lang};
        if (letters_fit(program->letters, norm, hit.span))
            EK_PUSH(arena, out->hits, hit);
        from = after_hit(norm->bytes, hit.span);
    }
    if (found != PCRE2_ERROR_NOMATCH)
        give_up(program, found, out, arena);
}
