/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/explain.h"

void
ek_explain_reading(struct answer *a, ek_str id)
{
    static const struct {
        enum ek_extraction_kind kind;
        enum ek_message what;
    } kinds[] = {
        {EK_EXTRACTION_WHAT, EK_M_is_unread_what},
        {EK_EXTRACTION_WHY, EK_M_is_unread_why},
        {EK_EXTRACTION_APART, EK_M_is_apart},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const ek_msgid *text = ek_extraction_text(kinds[i].kind, id);
        if (!text)
            continue;
        ek_label label = ek_words_label(text);
        ek_answer_head(a, id, ek_answer_say(a, kinds[i].what, EK_STR("")),
                       NULL);
        ek_answer_text(a, &label);
    }
}
