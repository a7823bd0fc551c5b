/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that the pack says under an id. */
#include "config.h"

#include "cli/explain.h"
#include "cli/output.h"
#include "cli/packs.h"

enum { MOST_WIDTH = 120 };

static const ek_str nothing = {"", 0};

static void
explain(struct answer *a, ek_str id)
{
    unsigned before = a->found;
    if (ek_str_is(id, "disclaimer")) {
        ek_answer_head(a, id, nothing, NULL);
        ek_answer_text(a, &a->pack->disclaimer);
        return;
    }
    ek_explain_pack(a, id);
    ek_explain_law(a, id);
    ek_explain_reading(a, id);
    if (a->found == before)
        ek_run_misuse(a->run, EK_M_unknown_id, id, nothing);
}

/* The numbers of the Q&A are those of the pack's time: said once. */
static void
put_foot(struct answer *a)
{
    if (!a->numbers)
        return;
    ek_page_end(&a->page);
    ek_page_put(&a->page, EK_DIM, EK_STR("Q&A: "));
    ek_page_wrap(&a->page, 5, EK_DIM,
                 ek_page_label(&a->page, &a->pack->note_2013), 0);
}

void
ek_cmd_explain(struct ek_run *run)
{
    ek_pack *pack;
    struct ek_output output;
    if (run->opt.operands.n == 0) {
        ek_run_misuse(run, EK_M_no_id, nothing, nothing);
        return;
    }
    if (!ek_packs_load(&pack, run, nothing) || !ek_output_open(&output, run))
        return;
    ek_buf out = ek_buf_on(run->arena);
    struct answer a = {.run = run, .pack = pack};
    unsigned width = ek_run_width(run);
    a.page = (struct ek_page){.arena = run->arena, .out = &out};
    a.page.options.lang = run->opt.lang;
    a.page.options.width = width > MOST_WIDTH ? MOST_WIDTH : width;
    for (size_t i = 0; i < run->opt.operands.n; i++)
        explain(&a, run->opt.operands.v[i]);
    put_foot(&a);
    ek_output_write(&output, &out);
    ek_output_close(&output);
}
