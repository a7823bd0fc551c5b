/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "score/facts.h"

enum { MOST_DAYS = 31, MOST_MONTHS = 12, DATE_BYTES = 10 };

/* Takes the next part of a list off the front; false when there is none. */
static bool
take_part(ek_str *rest, ek_str *part)
{
    if (!rest->p)
        return false;
    size_t comma = ek_str_find(*rest, EK_STR(","), 0);
    *part = ek_str_trim(ek_str_slice(*rest, 0, comma));
    if (comma < rest->n)
        *rest = ek_str_slice(*rest, comma + 1, rest->n);
    else
        *rest = (ek_str){NULL, 0};
    return true;
}

static ek_str
without_date(ek_str part)
{
    return ek_str_slice(part, 0, ek_str_find(part, EK_STR(":"), 0));
}

/* "attendance:not-controlled": what stands behind the name of a function. */
static ek_str
behind_name(ek_str part)
{
    size_t colon = ek_str_find(part, EK_STR(":"), 0);
    return colon < part.n ? ek_str_slice(part, colon + 1, part.n) : part;
}

static int
number_in(ek_str s, size_t begin, size_t end)
{
    int n = 0;
    for (size_t i = begin; i < end; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return -1;
        n = n * 10 + (s.p[i] - '0');
    }
    return n;
}

static bool
is_date(ek_str s)
{
    if (s.n != DATE_BYTES || s.p[4] != '-' || s.p[7] != '-')
        return false;
    int month = number_in(s, 5, 7), day = number_in(s, 8, DATE_BYTES);
    return number_in(s, 0, 4) > 0 && month >= 1 && month <= MOST_MONTHS &&
           day >= 1 && day <= MOST_DAYS;
}

static bool
has_word(ek_str words, ek_str word)
{
    return word.n && ek_words_have(words, word);
}

static bool
is_printable(ek_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < ' ')
            return false;
    return s.n > 0;
}

static bool
part_is_allowed(const ek_fact *fact, ek_str part)
{
    if (!fact->values.n)
        return is_printable(part);
    if (has_word(fact->values, part))
        return true;
    if (fact->list)
        return has_word(fact->values, behind_name(part));
    return fact->dated && has_word(fact->values, without_date(part)) &&
           is_date(behind_name(part));
}

static bool
value_is_allowed(const ek_fact *fact, ek_str value)
{
    ek_str part, rest = value;
    if (!fact->list)
        return part_is_allowed(fact, value);
    while (take_part(&rest, &part))
        if (!part_is_allowed(fact, part))
            return false;
    return value.n > 0;
}

/* The words that a fact takes, for people. */
static ek_str
words_of(ek_arena *arena, const ek_fact *fact)
{
    ek_buf out = ek_buf_on(arena);
    ek_str rest = fact->values;
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest))
        ek_buf_printf(&out, "%s%.*s", out.n ? ", " : "", EK_ARG(w));
    if (fact->dated)
        ek_buf_puts(&out, ", WORD:2026-01-31");
    return ek_buf_str(&out);
}

bool
ek_facts_check(const ek_pack *pack, const struct ek_statement *said,
               ek_diag *diag)
{
    const ek_fact *fact = ek_pack_fact(pack, said->id);
    if (!fact)
        ek_diag_say(diag, EK_D_fact_unknown, said->file, said->line, said->id,
                    EK_STR(""));
    else if (!value_is_allowed(fact, said->value))
        ek_diag_say(diag, EK_D_fact_value, said->file, said->line,
                    ek_arena_printf(diag->arena, "%.*s=%.*s", EK_ARG(said->id),
                                    EK_ARG(said->value)),
                    words_of(diag->arena, fact));
    return fact && value_is_allowed(fact, said->value);
}

void
ek_facts_keep(struct ek_facts *facts, ek_arena *arena, ek_str id, ek_str value)
{
    for (size_t i = 0; i < facts->answers.n; i++) {
        if (ek_str_eq(facts->answers.v[i].id, id)) {
            facts->answers.v[i].value = ek_arena_copy(arena, value);
            return;
        }
    }
    struct ek_given given = {ek_arena_copy(arena, id),
                             ek_arena_copy(arena, value)};
    EK_PUSH(arena, facts->answers, given);
}

ek_status
ek_facts_set(struct ek_facts *facts, ek_arena *arena, const ek_pack *pack,
             ek_str assignment, ek_diag *diag)
{
    size_t equals = ek_str_find(assignment, EK_STR("="), 0);
    struct ek_statement said = {
        .id = ek_str_trim(ek_str_slice(assignment, 0, equals)),
        .value =
            ek_str_trim(ek_str_slice(assignment, equals + 1, assignment.n)),
    };
    if (!ek_facts_check(pack, &said, diag))
        return EK_EFORMAT;
    ek_facts_keep(facts, arena, said.id, said.value);
    return EK_OK;
}

ek_str
ek_facts_get(const struct ek_facts *facts, const ek_pack *pack, ek_str id,
             bool *given)
{
    const ek_fact *fact = ek_pack_fact(pack, id);
    for (size_t i = 0; facts && i < facts->answers.n; i++) {
        if (!ek_str_eq(facts->answers.v[i].id, id))
            continue;
        if (given)
            *given = true;
        return facts->answers.v[i].value;
    }
    if (given)
        *given = false;
    return fact ? fact->fallback : EK_STR("");
}

void
ek_facts_signal(struct ek_facts *facts, ek_arena *arena, ek_str signal)
{
    if (!ek_facts_signalled(facts, signal))
        EK_PUSH(arena, facts->signals, ek_arena_copy(arena, signal));
}

bool
ek_facts_signalled(const struct ek_facts *facts, ek_str signal)
{
    for (size_t i = 0; facts && i < facts->signals.n; i++)
        if (ek_str_eq(facts->signals.v[i], signal))
            return true;
    return false;
}

static bool
part_is_one_of(ek_str part, ek_str words)
{
    return has_word(words, part) || has_word(words, without_date(part)) ||
           has_word(words, behind_name(part));
}

bool
ek_facts_lists(ek_str answer, ek_str words)
{
    ek_str part;
    while (take_part(&answer, &part))
        if (part_is_one_of(part, words))
            return true;
    return false;
}

bool
ek_facts_lists_only(ek_str answer, ek_str words)
{
    ek_str part;
    while (take_part(&answer, &part))
        if (!part_is_one_of(part, words))
            return false;
    return true;
}

ek_str
ek_facts_of(ek_str answer, ek_str name, bool *names)
{
    ek_str part, value = EK_STR("");
    *names = false;
    while (take_part(&answer, &part)) {
        size_t colon = ek_str_find(part, EK_STR(":"), 0);
        *names |= colon < part.n;
        if (colon < part.n && ek_str_eq(ek_str_slice(part, 0, colon), name))
            value = behind_name(part);
    }
    return value;
}

ek_str
ek_facts_name(ek_str *answer)
{
    ek_str part;
    while (take_part(answer, &part)) {
        size_t colon = ek_str_find(part, EK_STR(":"), 0);
        if (colon && colon < part.n)
            return ek_str_slice(part, 0, colon);
    }
    return EK_STR("");
}

bool
ek_facts_open(const struct ek_facts *facts, const ek_pack *pack, ek_str id)
{
    bool given;
    ek_str answer = ek_facts_get(facts, pack, id, &given);
    return !given || ek_facts_lists(
                         answer, EK_STR("unknown not-classified not-examined"));
}
