/* SPDX-License-Identifier: Apache-2.0 */
/* What a diff says first: the answer, what it does not rest on, what it asks. */
#include "config.h"

#include "report/diff.h"

static const ek_str nothing = {"", 0};

ek_str
ek_diff_counted(struct ek_page *page, enum ek_word one, enum ek_word many,
                size_t n)
{
    return n == 1 ? ek_catalogue_text(one, page->options.lang)
                  : ek_page_say(page, many, ek_page_number(page, n), nothing);
}

ek_str
ek_diff_item(struct ek_page *page, const ek_verdict *v)
{
    if (ek_str_is(v->item, "SERVICE"))
        return ek_catalogue_text(EK_W_service, page->options.lang);
    return ek_str_starts(v->item, EK_STR("SAAS")) ? ek_term_line_title(page, v)
                                                  : ek_term_item(page, v->item);
}

static ek_str
name_of(struct ek_page *page, const ek_result *r)
{
    return ek_page_text(page, ek_result_name(r));
}

static ek_str
not_compared(struct ek_page *page, const ek_changes *changes)
{
    const ek_result *r =
        changes->after->no_result.n ? changes->after : changes->before;
    return ek_page_say(page, EK_W_diff_not_compared, name_of(page, r), nothing);
}

static ek_str
nothing_changed(struct ek_page *page, const ek_changes *changes)
{
    bool whole =
        !ek_result_misses(changes->before) && !ek_result_misses(changes->after);
    return ek_catalogue_text(!whole               ? EK_W_diff_nothing_read
                             : changes->clauses.n ? EK_W_diff_nothing
                                                  : EK_W_diff_same,
                             page->options.lang);
}

ek_str
ek_diff_answer(struct ek_page *page, const ek_changes *changes,
               const struct ek_diff_entries *entries)
{
    if (!ek_changes_comparable(changes))
        return not_compared(page, changes);
    if (!ek_changes_of_substance(changes))
        return nothing_changed(page, changes);
    ek_str clauses = ek_diff_counted(page, EK_W_diff_clauses_one,
                                     EK_W_diff_clauses, entries->v.n);
    ek_str verdicts =
        changes->verdicts.n
            ? ek_diff_counted(page, EK_W_diff_verdicts_one, EK_W_diff_verdicts,
                              changes->verdicts.n)
            : ek_catalogue_text(EK_W_diff_verdicts_none, page->options.lang);
    return ek_page_say(page, EK_W_diff_answer, clauses, verdicts);
}

ek_str
ek_diff_ways(struct ek_page *page, const struct ek_diff_entries *entries)
{
    static const enum ek_word words[] = {
        [EK_SHIFT_STRONGER] = EK_W_diff_count_wider,
        [EK_SHIFT_WEAKER] = EK_W_diff_count_narrower,
        [EK_SHIFT_OPEN] = EK_W_diff_count_open};
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!entries->shifts[i])
            continue;
        if (out.n)
            ek_buf_add(&out,
                       ek_catalogue_text(EK_W_diff_and, page->options.lang));
        ek_buf_add(&out, ek_page_say(page, words[i],
                                     ek_page_number(page, entries->shifts[i]),
                                     nothing));
    }
    return ek_buf_str(&out);
}

static ek_str
rules_of(struct ek_page *page, const ek_result *r)
{
    return ek_page_say(page, EK_W_diff_rules_of, ek_page_text(page, r->engine),
                       ek_page_text(page, r->pack_version));
}

size_t
ek_diff_remarks(struct ek_page *page, const ek_changes *changes,
                ek_str remarks[EK_DIFF_REMARKS])
{
    const ek_result *both[] = {changes->before, changes->after};
    size_t n = 0;
    for (size_t i = 0; i < 2; i++) {
        ek_str missed = ek_term_missed(page, both[i]);
        if (!ek_result_misses(both[i]) && !both[i]->no_result.n)
            continue;
        ek_str said = both[i]->no_result.n
                          ? name_of(page, both[i])
                          : ek_page_say(page, EK_W_diff_unread,
                                        name_of(page, both[i]), nothing);
        remarks[n++] =
            missed.n ? ek_page_say(page, EK_W_diff_why, said, missed) : said;
    }
    if (changes->rules_differ)
        remarks[n++] =
            ek_page_say(page, EK_W_diff_rules, rules_of(page, changes->before),
                        rules_of(page, changes->after));
    if (changes->read_otherwise)
        remarks[n++] =
            ek_page_say(page, EK_W_diff_cut_otherwise,
                        ek_page_number(page, changes->read_otherwise), nothing);
    return n;
}

/* Whether the answer to when the contract began is not known. */
static bool
start_is_open(const ek_result *r)
{
    for (size_t i = 0; i < r->facts.n; i++)
        if (ek_str_is(r->facts.v[i].fact, "U18"))
            return ek_str_is(r->facts.v[i].value, "unknown");
    return false;
}

static bool
is_new(const ek_changes *changes, ek_str id)
{
    for (size_t i = 0; i < changes->before->questions.n; i++)
        if (ek_str_eq(changes->before->questions.v[i].id, id))
            return false;
    return true;
}

/* The question of row B7 is that of a fact that was asked before. */
static bool
is_of_b7(const ek_changes *changes, ek_str id)
{
    for (size_t i = 0; i < changes->verdicts.n; i++) {
        uint32_t after = changes->verdicts.v[i].after;
        if (after == EK_NOT_THERE)
            continue;
        const ek_verdict *v = &changes->after->verdicts.v[after];
        if (ek_str_starts(v->row, EK_STR("B7")) && ek_str_is(id, "U6"))
            return true;
    }
    return false;
}

static enum ek_word
addressee(ek_str to)
{
    if (ek_str_is(to, "provider"))
        return EK_W_diff_to_provider;
    return ek_str_is(to, "reviewer") ? EK_W_diff_to_reviewer
                                     : EK_W_diff_to_user;
}

static void
ask(struct ek_diff_questions *questions, struct ek_page *page,
    const struct ek_asked *asked)
{
    const ek_label *text = asked->ready.en.n ? &asked->ready : &asked->text;
    struct ek_diff_question question = {addressee(asked->to),
                                        ek_page_text(page, asked->id),
                                        ek_page_label(page, text)};
    EK_PUSH(page->arena, questions->v, question);
}

void
ek_diff_ask(struct ek_diff_questions *questions, struct ek_page *page,
            const ek_changes *changes)
{
    *questions = (struct ek_diff_questions){{0}};
    if (!ek_changes_comparable(changes))
        return;
    if (ek_changes_widen_access(changes) && start_is_open(changes->after)) {
        struct ek_diff_question question = {
            EK_W_diff_to_user, EK_STR("U18"),
            ek_catalogue_text(EK_W_diff_start, page->options.lang)};
        EK_PUSH(page->arena, questions->v, question);
    }
    for (size_t i = 0; i < changes->after->questions.n; i++) {
        const struct ek_asked *asked = &changes->after->questions.v[i];
        if (is_of_b7(changes, asked->id) || is_new(changes, asked->id))
            ask(questions, page, asked);
    }
}
