/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/inputs.h"

#include "ekimu_app.h"

void
ek_inputs_folder(struct ek_inputs *inputs, struct ek_run *run, ek_str folder)
{
    ek_walk walk = {0};
    bool good =
        ek_walk_list(&walk, run->arena, folder, ek_read_tries, &run->diag);
    for (size_t i = 0; i < walk.paths.n; i++)
        EK_PUSH(run->arena, inputs->paths, walk.paths.v[i]);
    inputs->skipped += walk.others;
    if (!good || walk.unreadable)
        run->troubles |= EK_TROUBLE_UNREAD;
    ek_run_say_diag(run);
}

void
ek_inputs_gather(struct ek_inputs *inputs, struct ek_run *run)
{
    for (size_t i = 0; i < run->opt.operands.n; i++) {
        ek_str path = run->opt.operands.v[i];
        if (!ek_str_is(path, "-") && ek_walk_is_folder(path))
            ek_inputs_folder(inputs, run, path);
        else
            EK_PUSH(run->arena, inputs->paths, path);
    }
    ek_run_say_diag(run);
}
