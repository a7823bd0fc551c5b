/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/explain.h"

static const ek_str nothing = {"", 0};

enum { TEXT_COLUMN = 18 };

void
ek_answer_head(struct answer *a, ek_str id, ek_str kind, const ek_label *title)
{
    if (a->found++)
        ek_page_end(&a->page);
    ek_page_put(&a->page, EK_BOLD, ek_page_text(&a->page, id));
    if (kind.n)
        ek_page_to(&a->page, a->page.cells + 2);
    ek_page_put(&a->page, EK_DIM, kind);
    ek_page_end(&a->page);
    if (title)
        ek_page_wrap(&a->page, 0, EK_BOLD, ek_page_label(&a->page, title), 0);
}

ek_str
ek_answer_say(struct answer *a, enum ek_message message, ek_str arg)
{
    ek_buf text = ek_buf_on(a->run->arena);
    ek_message_add(&text, message, a->run->opt.lang, arg, nothing);
    return ek_buf_str(&text);
}

void
ek_answer_text(struct answer *a, const ek_label *text)
{
    ek_page_to(&a->page, 2);
    ek_page_wrap(&a->page, 2, EK_PLAIN, ek_page_label(&a->page, text), 0);
}

void
ek_answer_field(struct answer *a, enum ek_message name, ek_str value)
{
    if (value.n == 0)
        return;
    ek_page_to(&a->page, 2);
    ek_page_put(&a->page, EK_DIM, ek_message_text(name, a->run->opt.lang));
    ek_page_to(&a->page, TEXT_COLUMN);
    ek_page_wrap(&a->page, TEXT_COLUMN, EK_PLAIN, ek_page_text(&a->page, value),
                 0);
}

void
ek_answer_count(struct answer *a, enum ek_message name, size_t n)
{
    ek_answer_field(a, name, ek_page_number(&a->page, n));
}

void
ek_answer_certainty(struct answer *a, ek_str word)
{
    static const struct {
        const char *word;
        enum ek_message text;
    } rows[] = {
        {"text", EK_M_cert_text},
        {"summary", EK_M_cert_summary},
        {"inference", EK_M_cert_inference},
        {"page", EK_M_cert_page},
        {"press", EK_M_cert_press},
        {"unverified", EK_M_cert_unverified},
        {"not-found", EK_M_cert_not_found},
        {"high", EK_M_cert_high},
        {"medium", EK_M_cert_medium},
        {"low", EK_M_cert_low},
        {"unknown", EK_M_cert_unknown},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_str_is(word, rows[i].word))
            word = ek_message_text(rows[i].text, a->run->opt.lang);
    ek_answer_field(a, EK_M_f_certainty, word);
}

void
ek_answer_sources(struct answer *a, ek_str ids)
{
    for (ek_str id = ek_str_word(&ids); id.n; id = ek_str_word(&ids)) {
        ek_str text = id;
        for (size_t i = 0; i < a->pack->sources.n; i++)
            if (ek_str_eq(a->pack->sources.v[i].id, id))
                text =
                    ek_label_in(&a->pack->sources.v[i].text, a->run->opt.lang);
        ek_answer_field(a, EK_M_f_source, text);
    }
}

static bool
bears_on(const ek_pack_change *change, ek_str ids)
{
    for (ek_str id = ek_str_word(&ids); id.n; id = ek_str_word(&ids))
        if ((change->provisions.n && ek_words_have(change->provisions, id)) ||
            (change->also.n && ek_words_have(change->also, id)))
            return true;
    return false;
}

void
ek_answer_changes(struct answer *a, ek_str ids)
{
    for (size_t i = 0; i < a->pack->changes.n; i++) {
        const ek_pack_change *change = &a->pack->changes.v[i];
        if (!bears_on(change, ids))
            continue;
        ek_answer_field(
            a, EK_M_f_changed,
            ek_arena_printf(
                a->run->arena, "%.*s: %.*s", EK_ARG(change->id),
                EK_ARG(ek_label_in(&change->text, a->run->opt.lang))));
    }
}
