/* SPDX-License-Identifier: Apache-2.0 */
/* Marks and the words that they stand for. */
#include "config.h"

#include "report/term.h"

static const struct {
    const char *status;
    enum ek_word word;
} words[] = {
    {"indicated", EK_W_leg_strong},          {"needs-review", EK_W_leg_review},
    {"needs-user-fact", EK_W_leg_fact},      {"carve-out", EK_W_leg_carve},
    {"not-indicated", EK_W_leg_bar},         {"not-addressed", EK_W_leg_silent},
    {"not-applicable", EK_W_leg_stroke},     {"no-result", EK_W_leg_none},
    {"supported", EK_W_leg_supported},       {"partly", EK_W_leg_partly},
    {"contradicted", EK_W_leg_contradicted}, {"triggered", EK_W_leg_triggered},
    {"not-reported", EK_W_leg_unreported},   {"confirmed", EK_W_leg_confirmed},
    {"contract-only", EK_W_leg_contract},    {"open", EK_W_leg_open},
};

ek_str
ek_term_word(struct ek_page *page, ek_str status)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ek_str_is(status, words[i].status))
            return ek_catalogue_text(words[i].word, page->options.lang);
    return ek_page_text(page, status);
}

void
ek_term_legend(struct ek_page *page, ek_str statuses)
{
    ek_page_end(page);
    for (ek_str s = ek_str_word(&statuses); s.n; s = ek_str_word(&statuses)) {
        struct ek_mark mark = ek_mark_of(s);
        ek_str word = ek_term_word(page, s);
        unsigned need = ek_width(word) + 5;
        if (page->cells && page->cells + need > page->options.width)
            ek_page_end(page);
        ek_page_to(page, page->cells + (page->cells ? 2 : 0));
        ek_page_put(page, mark.style, mark.letters);
        ek_page_to(page, page->cells + 1);
        ek_page_put(page, EK_DIM, word);
    }
    ek_page_end(page);
}
