/* SPDX-License-Identifier: Apache-2.0 */
/* Words for what happened to a finding. */
#include "config.h"

#include "report/diff.h"

#include "base/words.h"

static const struct {
    ek_qualifier qualifier;
    const char *word;
    ek_msgid text;
} rows[] = {
#define EK_QUALITY(qualifier, word, en) {EK_Q_##qualifier, word, {NULL, en}},
#include "report/catalogue_quality.def"
#undef EK_QUALITY
};

ek_str
ek_diff_kind_word(struct ek_page *page,
                  const struct ek_statement_change *change)
{
    static const enum ek_word words[] = {
        [EK_STATEMENT_GAINED] = EK_W_diff_gained,
        [EK_STATEMENT_LOST] = EK_W_diff_lost,
        [EK_STATEMENT_TURNED] = EK_W_diff_turned,
        [EK_STATEMENT_REWORDED] = EK_W_diff_reworded,
        [EK_STATEMENT_NEAR] = EK_W_diff_near};
    bool weighed =
        change->kind == EK_STATEMENT_REWORDED && change->shift != EK_SHIFT_OPEN;
    bool elsewhere =
        change->clause == EK_NOT_THERE && change->kind != EK_STATEMENT_TURNED;
    return ek_catalogue_text(elsewhere ? EK_W_diff_context
                             : weighed ? EK_W_diff_weighed
                                       : words[change->kind],
                             page->options.lang);
}

static bool
is_among(ek_str contribution, ek_str words)
{
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (ek_str_eq(w, contribution))
            return true;
    return false;
}

static bool
touches(const struct ek_statement_change *change, ek_str words)
{
    return is_among(change->contribution_before, words) ||
           is_among(change->contribution_after, words);
}

bool
ek_diff_is_replaced(const struct ek_diff_entry *entry,
                    const struct ek_statement_change *change)
{
    return entry->grew && change->kind == EK_STATEMENT_LOST &&
           change->shift == EK_SHIFT_WEAKER;
}

/* Whose doing a finding speaks of, as the tables weigh it. */
enum side { ACCESS, SEEN, PROMISE, OTHER };

static enum side
side_of(const ek_changes *changes, const struct ek_statement_change *change)
{
    const ek_finding *f = ek_diff_finding(changes, change, NULL);
    uint32_t provider = 0;
    ek_qualifier_bits(EK_Q_actor, EK_STR("provider affiliate subcontractor"),
                      &provider, &(ek_str){NULL, 0});
    if (touches(change, EK_STR("strong review contradicts carve60 carve61")))
        return f->quals.bits[EK_Q_actor] & provider ? ACCESS : SEEN;
    return touches(change, EK_STR("protect supports partly")) ? PROMISE : OTHER;
}

ek_str
ek_diff_shift_word(struct ek_page *page, const ek_changes *changes,
                   const struct ek_diff_entry *entry,
                   const struct ek_statement_change *change)
{
    static const struct {
        enum ek_word wider, narrower;
    } words[] = {[ACCESS] = {EK_W_diff_may_more, EK_W_diff_may_less},
                 [SEEN] = {EK_W_diff_seen_more, EK_W_diff_seen_less},
                 [PROMISE] = {EK_W_diff_promise_less, EK_W_diff_promise_more},
                 [OTHER] = {EK_W_diff_wider, EK_W_diff_narrower}};
    enum side side = side_of(changes, change);
    enum ek_word word = change->shift == EK_SHIFT_STRONGER
                            ? words[side].wider
                            : words[side].narrower;
    if (ek_diff_is_replaced(entry, change))
        word = EK_W_diff_replaced;
    else if (change->shift == EK_SHIFT_OPEN)
        word = EK_W_diff_open;
    return ek_catalogue_text(word, page->options.lang);
}

/* The word of a qualifier, or (empty) its name. */
static ek_str
quality_in(struct ek_page *page, ek_qualifier q, ek_str word, ek_str otherwise)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].qualifier == q && ek_str_is(word, rows[i].word))
            return ek_words_in(&rows[i].text, page->options.lang);
    return otherwise;
}

static ek_str
words_of(struct ek_page *page, ek_qualifier q, uint32_t bits)
{
    ek_buf out = ek_buf_on(page->arena);
    for (unsigned i = 0; ek_qualifier_word(q, i).n; i++) {
        ek_str word = ek_qualifier_word(q, i);
        if (!(bits >> i & 1))
            continue;
        if (out.n)
            ek_buf_add(&out, ek_catalogue_text(EK_W_comma, page->options.lang));
        ek_buf_add(&out, quality_in(page, q, word, word));
    }
    return out.n
               ? ek_buf_str(&out)
               : ek_catalogue_text(EK_W_diff_nothing_said, page->options.lang);
}

ek_str
ek_diff_quality(struct ek_page *page, const struct ek_quality_change *change,
                const char *arrow)
{
    ek_qualifier q = change->qualifier;
    ek_str name =
        quality_in(page, q, EK_STR(""), ek_str_of(ek_qualifier_name(q)));
    ek_str before = words_of(page, q, change->before),
           after = words_of(page, q, change->after);
    ek_str turned = ek_arena_printf(page->arena, "%.*s %s %.*s", EK_ARG(before),
                                    arrow, EK_ARG(after));
    return ek_page_say(page, EK_W_html_reason_at, name, turned);
}

ek_str
ek_diff_qualities(struct ek_page *page,
                  const struct ek_statement_change *change)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < change->qualities.n; i++) {
        ek_buf_puts(&out, out.n ? "; " : "");
        ek_buf_add(&out, ek_diff_quality(page, &change->qualities.v[i], "->"));
    }
    return ek_buf_str(&out);
}
