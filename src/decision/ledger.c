/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "decision/ledger.h"

#include "base/day.h"
#include "result/decision_json.h"

#include <stdlib.h>

ek_str
ek_decision_line(ek_arena *arena, const ek_decision *decision)
{
    ek_buf line = ek_buf_on(arena);
    ek_decision_write(&line, decision);
    return ek_buf_str(&line);
}

void
ek_ledger_add(ek_ledger *ledger, const ek_decision *decision)
{
    ek_decision copy = *decision;
    ek_str *const strings[] = {&copy.id,      &copy.replaces,    &copy.contract,
                               &copy.subject, &copy.rule,        &copy.wording,
                               &copy.quote,   &copy.fingerprint, &copy.author,
                               &copy.reason,  &copy.date,        &copy.expires};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        *strings[i] = ek_arena_copy(ledger->arena, *strings[i]);
    EK_PUSH(ledger->arena, ledger->v, copy);
}

struct line {
    ek_str text;
    ek_decision decision;
};

static int
by_text(const void *left, const void *right)
{
    const struct line *a = left, *b = right;
    return ek_str_cmp(a->text, b->text);
}

static struct line *
sort(ek_ledger *ledger)
{
    size_t n = ledger->v.n, kept = 0;
    struct line *lines = ek_arena_alloc(ledger->arena, (n + 1) * sizeof *lines);
    for (size_t i = 0; i < n; i++)
        lines[i] = (struct line){
            ek_decision_line(ledger->arena, &ledger->v.v[i]), ledger->v.v[i]};
    qsort(lines, n, sizeof *lines, by_text);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || by_text(&lines[i - 1], &lines[i]) != 0)
            lines[kept++] = lines[i];
    for (size_t i = 0; i < kept; i++)
        ledger->v.v[i] = lines[i].decision;
    ledger->v.n = kept;
    return lines;
}

static int
by_id(const void *left, const void *right)
{
    return ek_str_cmp(*(const ek_str *)left, *(const ek_str *)right);
}

static void
mark_replaced(ek_ledger *ledger)
{
    ek_arena *arena = ledger->arena;
    EK_VEC(ek_str) ids = {0};
    ledger->replaced = ek_arena_alloc(arena, ledger->v.n + 1);
    for (size_t i = 0; i < ledger->v.n; i++) {
        ek_str rest = ledger->v.v[i].replaces;
        for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest))
            EK_PUSH(arena, ids, w);
    }
    if (ids.n == 0)
        return;
    qsort(ids.v, ids.n, sizeof *ids.v, by_id);
    for (size_t i = 0; i < ledger->v.n; i++)
        ledger->replaced[i] = bsearch(&ledger->v.v[i].id, ids.v, ids.n,
                                      sizeof *ids.v, by_id) != NULL;
}

static struct line *
close_with_lines(ek_ledger *ledger)
{
    struct line *lines = sort(ledger);
    mark_replaced(ledger);
    ledger->standing.v.n = 0;
    for (uint32_t i = 0; i < ledger->v.n; i++) {
        struct ek_entry entry = {ledger->v.v[i].contract, i};
        if (!ledger->replaced[i])
            EK_PUSH(ledger->arena, ledger->standing.v, entry);
    }
    ek_index_sort(&ledger->standing);
    return lines;
}

void
ek_ledger_close(ek_ledger *ledger)
{
    close_with_lines(ledger);
}

void
ek_ledger_write(ek_buf *out, ek_ledger *ledger)
{
    const struct line *lines = close_with_lines(ledger);
    for (size_t i = 0; i < ledger->v.n; i++) {
        ek_buf_add(out, lines[i].text);
        ek_buf_putc(out, '\n');
    }
}

static bool
is_hex(ek_str s)
{
    enum { DIGITS = 16 };
    for (size_t i = 0; i < s.n; i++)
        if (ek_hex_digit(s.p[i]) < 0 || (s.p[i] >= 'A' && s.p[i] <= 'F'))
            return false;
    return s.n == DIGITS;
}

static bool
are_ids(ek_str words)
{
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (!is_hex(w))
            return false;
    return true;
}

const char *
ek_decision_fault(ek_arena *arena, const ek_decision *d)
{
    bool known = d->about == EK_ABOUT_ABSENCE || is_hex(d->fingerprint);
    bool worded = d->about != EK_ABOUT_FINDING || is_hex(d->wording);
    ek_decision sealed = *d;
    ek_decision_seal(arena, &sealed);
    return !d->contract.n                           ? "contract"
           : !d->subject.n                          ? "subject"
           : !known                                 ? "fingerprint"
           : !worded                                ? "wording"
           : !d->author.n                           ? "author"
           : !d->reason.n                           ? "reason"
           : !ek_is_day(d->date)                    ? "date"
           : d->expires.n && !ek_is_day(d->expires) ? "expires"
           : !are_ids(d->replaces)                  ? "replaces"
           : !ek_str_eq(d->id, sealed.id) ? "the id is not that of the line"
                                          : NULL;
}

static const char *
read_line(ek_ledger *ledger, ek_str text)
{
    ek_arena *arena = ledger->arena;
    struct ek_taker taker = {.arena = arena};
    struct ek_taken taken;
    ek_decision d = {0};
    struct ek_json_holder *holder = ek_json_hold(arena);
    holder->json = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, NULL);
    if (!holder->json)
        return "not JSON";
    if (ek_take_open(&taken, &taker, holder->json, "not an object") &&
        ek_decision_take(&d, &taken) && ek_take_close(&taken, "unknown key"))
        taker.why = ek_decision_fault(arena, &d);
    ek_json_let_go(holder);
    if (!taker.why)
        EK_PUSH(arena, ledger->v, d);
    return taker.why;
}

/* What git leaves in a file where it could not merge. */
static bool
is_conflict(ek_str line)
{
    static const char *const marks[] = {"<<<<<<<", "|||||||",
                                        "=======", ">>>>>>>"};
    return ek_str_starts_any(line, marks, sizeof marks / sizeof *marks) > 0;
}

ek_status
ek_ledger_read(ek_ledger *ledger, ek_str file, ek_str text, ek_diag *diag)
{
    ek_status status = EK_OK;
    const ek_str nothing = {"", 0};
    for (uint32_t n = 1; text.n; n++) {
        ek_str line = ek_str_trim(ek_str_line(&text));
        const char *why = NULL;
        bool conflict = is_conflict(line);
        if (!line.n)
            continue;
        if (!conflict)
            why = read_line(ledger, line);
        if (conflict && line.p[0] == '<')
            ek_diag_say(diag, EK_D_decision_conflict, file, n, nothing,
                        nothing);
        else if (why)
            ek_diag_say(diag, EK_D_decision_line, file, n, ek_str_of(why),
                        nothing);
        if (conflict || why)
            status = EK_EFORMAT;
    }
    return status;
}
