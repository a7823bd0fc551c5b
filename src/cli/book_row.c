/* SPDX-License-Identifier: Apache-2.0 */
/* A row is as it was exported when it says the same of the decision that it
 * showed; then there is nothing new. Else it is a decision of its own: what its
 * reviewer decided on the same before, in this workbook or elsewhere, it
 * replaces; what somebody else did stands beside it. */
#include "config.h"

#include "cli/book_row.h"

#include "cli/book_day.h"

#include <stdlib.h>
#include <string.h>

static const ek_str nothing = {"", 0};

ek_str
ek_book_where(const struct ek_import *im, size_t column)
{
    return ek_arena_printf(
        im->run->arena, "%.*s: %.*s!%.*s", EK_ARG(im->path),
        EK_ARG(im->table->sheet),
        EK_ARG(ek_book_address(im->run->arena, im->table->columns[column],
                               im->row->row)));
}

/* The row is not taken. */
static bool
refuse(struct ek_import *im, enum ek_message message, size_t column,
       ek_str what)
{
    ek_run_say(im->run, message, ek_book_where(im, column),
               ek_width_visible(im->run->arena, what));
    im->run->troubles |= EK_TROUBLE_UNREAD;
    im->told->refused++;
    return false;
}

static ek_str
text_of(const struct ek_import *im, size_t column)
{
    return ek_str_trim(im->row->cells[column].text);
}

int
ek_book_compare_ids(const void *a, const void *b)
{
    const ek_decision *const *one = a, *const *other = b;
    return ek_str_cmp((*one)->id, (*other)->id);
}

static const ek_decision *
shown(const struct ek_import *im)
{
    const ek_decision wanted = {.id = text_of(im, EK_BOOK_DECISION)},
                      *key = &wanted;
    const ek_decision **found =
        bsearch(&key, im->by_id, im->n, sizeof *im->by_id, ek_book_compare_ids);
    return wanted.id.n && found ? *found : NULL;
}

/* The word of the list, in the language of the workbook or another, or the
 * word of the program. */
static bool
state_of(const struct ek_import *im, ek_str word, ek_decided *out)
{
    if (ek_decided_of(word, out))
        return true;
    for (int i = EK_DECIDED_ACCEPTED; i <= EK_DECIDED_NEEDS_COUNSEL; i++) {
        *out = (ek_decided)i;
        enum ek_word label = ek_reviewed_label(*out);
        ek_str name = ek_arena_printf(im->run->arena, "ekimu.state.%s",
                                      ek_decided_word(*out));
        if (ek_str_eq(word, ek_book_property(im->book, name.p)) ||
            ek_str_eq(word, ek_catalogue_text(label, EK_LANG_JA)) ||
            ek_str_eq(word, ek_catalogue_text(label, EK_LANG_EN)))
            return true;
    }
    return false;
}

/* As the workbook shows a text. */
static bool
same(const struct ek_import *im, ek_str cell, ek_str text)
{
    ek_arena *arena = im->run->arena;
    return ek_str_eq(ek_str_trim(ek_width_visible(arena, cell)),
                     ek_str_trim(ek_width_visible(arena, text)));
}

static bool
is_as_exported(const struct ek_import *im, const ek_decision *d,
               const ek_decision *before)
{
    return d->state == before->state && same(im, d->author, before->author) &&
           same(im, d->reason, before->reason) &&
           ek_str_eq(d->date, before->date) &&
           ek_str_eq(d->expires, before->expires);
}

static bool
take_day(struct ek_import *im, size_t column, ek_str *out)
{
    const struct ek_book_cell *cell = &im->row->cells[column];
    if (cell->kind == EK_CELL_EMPTY || !ek_str_trim(cell->text).n ||
        ek_book_day(out, im->run->arena, cell,
                    ek_book_counts_from_1904(im->book)))
        return true;
    return refuse(im, EK_M_book_day, column, cell->text);
}

static uint32_t
number_of(ek_str text)
{
    uint32_t n = 0;
    for (size_t i = 0; i < text.n && n < UINT32_MAX / 10 && text.p[i] >= '0' &&
                       text.p[i] <= '9';
         i++)
        n = n * 10 + (uint32_t)(text.p[i] - '0');
    return n;
}

/* What it is about; a finding's words are not those of a silence. */
static bool
take_subject(struct ek_import *im, ek_decision *d)
{
    ek_str about = text_of(im, EK_BOOK_ABOUT);
    d->contract = text_of(im, EK_BOOK_CONTRACT);
    d->subject = text_of(im, EK_BOOK_SUBJECT);
    d->rule = text_of(im, EK_BOOK_RULE);
    d->fingerprint = text_of(im, EK_BOOK_FINGERPRINT);
    d->wording = text_of(im, EK_BOOK_WORDING);
    d->replaces = text_of(im, EK_BOOK_EARLIER);
    d->alike = number_of(text_of(im, EK_BOOK_ALIKE));
    d->about = EK_ABOUT_VERDICT;
    if (im->table->columns[EK_BOOK_ABOUT] && !ek_about_of(about, &d->about))
        return refuse(im, EK_M_book_fault, EK_BOOK_ABOUT, about);
    if (d->about != EK_ABOUT_ABSENCE)
        d->quote = text_of(im, EK_BOOK_QUOTE);
    return true;
}

static bool
keep(struct ek_import *im, ek_decision *d)
{
    ek_decision_seal(im->run->arena, d);
    const char *fault = ek_decision_fault(im->run->arena, d);
    if (fault)
        return refuse(im,
                      strcmp(fault, "author") == 0   ? EK_M_book_no_author
                      : strcmp(fault, "reason") == 0 ? EK_M_book_no_reason
                                                     : EK_M_book_fault,
                      EK_BOOK_STATE, ek_str_of(fault));
    ek_ledger_add(im->out, d);
    return true;
}

static void
withdraw(struct ek_import *im, ek_decision *d, const ek_decision *before)
{
    d->state = EK_DECIDED_OPEN;
    if (!d->author.n && before)
        d->author = before->author;
    if (!d->reason.n)
        d->reason = ek_message_text(EK_M_book_taken_out, im->run->opt.lang);
    im->told->withdrawn += keep(im, d);
}

int
ek_book_compare_things(const void *a, const void *b)
{
    const ek_decision *const *one = a, *const *other = b;
    int order = ek_str_cmp((*one)->contract, (*other)->contract);
    if (!order)
        order = ek_str_cmp((*one)->subject, (*other)->subject);
    return order ? order
                 : ek_str_cmp((*one)->fingerprint, (*other)->fingerprint);
}

/* The first of those that stand on the same thing. */
static size_t
first_on(const struct ek_import *im, const ek_decision *d)
{
    size_t from = 0, to = im->things;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (ek_book_compare_things(&im->by_thing[middle], &d) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static bool
names(ek_str ids, ek_str id)
{
    for (ek_str w = ek_str_word(&ids); w.n; w = ek_str_word(&ids))
        if (ek_str_eq(w, id))
            return true;
    return false;
}

/* Whether it stands already, as a workbook that is taken in once more says;
 * else it replaces its reviewer's own. */
static bool
stands(const struct ek_import *im, ek_decision *d, bool dated)
{
    ek_buf ids = ek_buf_on(im->run->arena);
    ek_buf_add(&ids, d->replaces);
    for (size_t i = first_on(im, d);
         i < im->things && ek_book_compare_things(&im->by_thing[i], &d) == 0;
         i++) {
        const ek_decision *other = im->by_thing[i];
        ek_decision undated = *d;
        undated.date = dated ? d->date : other->date;
        if (other->about != d->about)
            continue;
        if (is_as_exported(im, &undated, other))
            return true;
        if (!same(im, d->author, other->author) ||
            names(ek_buf_str(&ids), other->id))
            continue;
        ek_buf_puts(&ids, ids.n ? " " : "");
        ek_buf_add(&ids, other->id);
    }
    d->replaces = ek_buf_str(&ids);
    return false;
}

static void
decide(struct ek_import *im, ek_decision *d, const ek_decision *before)
{
    bool dated = im->row->cells[EK_BOOK_DATE].text.n > 0;
    if (before && !dated)
        d->date = before->date;
    if (before && is_as_exported(im, d, before)) {
        im->told->decisions++;
        return;
    }
    if (!dated)
        d->date = im->defaults->date;
    if (stands(im, d, dated)) {
        im->told->decisions++;
        return;
    }
    bool kept = keep(im, d);
    im->told->decisions += kept;
    im->told->made += kept;
}

void
ek_book_take_row(struct ek_import *im)
{
    const struct ek_book_cell *cell = &im->row->cells[EK_BOOK_STATE];
    const ek_decision *before = shown(im);
    ek_str word = ek_str_trim(cell->text);
    ek_decision d = {.author = text_of(im, EK_BOOK_REVIEWER),
                     .reason = text_of(im, EK_BOOK_REASON),
                     .date = im->defaults->date};
    if (!word.n && !text_of(im, EK_BOOK_DECISION).n) {
        if (d.author.n || d.reason.n)
            refuse(im, EK_M_book_no_state, EK_BOOK_STATE, nothing);
        return;
    }
    if (word.n &&
        (cell->kind != EK_CELL_TEXT || !state_of(im, word, &d.state))) {
        refuse(im, EK_M_book_word, EK_BOOK_STATE, word);
        return;
    }
    if (!take_subject(im, &d) || !take_day(im, EK_BOOK_DATE, &d.date) ||
        !take_day(im, EK_BOOK_EXPIRES, &d.expires))
        return;
    d.author = d.author.n ? d.author : im->defaults->author;
    d.reason = d.reason.n ? d.reason : im->defaults->reason;
    if (word.n)
        decide(im, &d, before);
    else
        withdraw(im, &d, before);
}
