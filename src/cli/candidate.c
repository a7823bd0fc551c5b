/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/candidate.h"

#include "cli/inputs.h"

#include <unistd.h>

static const ek_str nothing = {"", 0};

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

ek_result *
ek_candidate_scan(struct ek_scanner *s, ek_str operand)
{
    size_t equals = ek_str_find(operand, EK_STR("="), 0);
    if (ek_walk_is_folder(operand))
        return scan_folder(s, operand);
    if (equals > 0 && equals < operand.n && !exists(s->run, operand))
        return scan_named(s, operand, equals);
    return ek_scanner_scan(s, operand);
}
