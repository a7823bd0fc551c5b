/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/scanner.h"
#include "ekimu_app.h"

#include <unistd.h>

static const ek_str nothing = {"", 0};

typedef EK_VEC(ek_result *) results;

static bool
exists(const struct ek_run *run, ek_str path)
{
    return access(ek_arena_copy(run->arena, path).p, F_OK) == 0;
}

/* "in/terms/" gives "terms". */
static ek_str
folder_name(ek_str path)
{
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    return ek_str_file_name(path);
}

static ek_result *
scan_folder(struct ek_scanner *s, ek_str folder)
{
    struct ek_inputs inputs = {0};
    ek_inputs_folder(&inputs, s->run, folder);
    if (inputs.paths.n == 0) {
        ek_run_misuse(s->run, EK_M_no_documents_in, folder, nothing);
        return NULL;
    }
    return ek_scanner_scan_bundle(s, folder_name(folder), inputs.paths.v,
                                  inputs.paths.n);
}

/* NAME=FILE,FILE */
static ek_result *
scan_named(struct ek_scanner *s, ek_str operand, size_t equals)
{
    ek_arena *arena = s->run->arena;
    EK_VEC(ek_str) paths = {0};
    ek_str rest = ek_str_slice(operand, equals + 1, operand.n);
    while (rest.n) {
        size_t comma = ek_str_find(rest, EK_STR(","), 0);
        ek_str path = ek_str_trim(ek_str_slice(rest, 0, comma));
        if (path.n)
            EK_PUSH(arena, paths, ek_arena_copy(arena, path));
        rest = ek_str_slice(rest, comma + 1, rest.n);
    }
    if (paths.n == 0) {
        ek_run_misuse(s->run, EK_M_no_documents_in, operand, nothing);
        return NULL;
    }
    return ek_scanner_scan_bundle(s, ek_str_slice(operand, 0, equals), paths.v,
                                  paths.n);
}

static ek_result *
scan_candidate(struct ek_scanner *s, ek_str operand)
{
    size_t equals = ek_str_find(operand, EK_STR("="), 0);
    if (ek_walk_is_folder(operand))
        return scan_folder(s, operand);
    if (equals > 0 && equals < operand.n && !exists(s->run, operand))
        return scan_named(s, operand, equals);
    return ek_scanner_scan(s, operand);
}

static void
scan_all(results *out, struct ek_scanner *s)
{
    struct ek_run *run = s->run;
    for (size_t i = 0; i < run->opt.operands.n; i++) {
        ek_result *result = scan_candidate(s, run->opt.operands.v[i]);
        if (result)
            EK_PUSH(run->arena, *out, result);
    }
    ek_scanner_close(s);
}

static void
write_all(const struct ek_run *run, ek_buf *out, const results *all)
{
    struct ek_report_options options = {.lang = run->opt.lang,
                                        .colour = ek_run_colour(run),
                                        .width = ek_run_width(run)};
    if (ek_str_is(run->opt.value[EK_O_format], "json"))
        ek_compare_json(out, all->v, all->n);
    else
        ek_compare_term(out, all->v, all->n, &options);
}

void
ek_cmd_compare(struct ek_run *run)
{
    ek_str format = run->opt.value[EK_O_format];
    struct ek_scanner *scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    struct ek_output output;
    ek_buf out = ek_buf_on(run->arena);
    results all = {0};
    if (run->opt.operands.n < 2) {
        ek_run_misuse(run, EK_M_no_candidate, nothing, nothing);
        return;
    }
    if (format.n && !ek_str_is(format, "term") && !ek_str_is(format, "json")) {
        ek_run_misuse(run, EK_M_bad_value, format, EK_STR("--format"));
        return;
    }
    if (!ek_scanner_open(scanner, run) || !ek_output_open(&output, run))
        return;
    scan_all(&all, scanner);
    write_all(run, &out, &all);
    ek_output_write(&output, &out);
    ek_output_close(&output);
    for (size_t i = 0; i < all.n; i++)
        ek_result_free(all.v[i]);
}
