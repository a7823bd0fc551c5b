/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/part.h"
#include "seg/script.h"

#include <string.h>

enum { EK_PART_NONE = -1, TAIL_BYTES = 64 };

struct marker {
    const char *string;
    int kind;
};

static const struct marker markers[] = {
#define EK_PART_JA(string, kind) {string, EK_PART_##kind},
#include "seg/part_ja.def"
#undef EK_PART_JA
};

static const char *const tails[] = {
#define EK_PART_JA_TAIL(string) string,
#include "seg/part_ja.def"
#undef EK_PART_JA_TAIL
};

static const char *const clauses[] = {
#define EK_PART_JA_CLAUSE(string) string,
#include "seg/part_ja.def"
#undef EK_PART_JA_CLAUSE
};

static const char *const openings[] = {
#define EK_OPENING_JA(string) string,
#include "seg/part_ja.def"
#undef EK_OPENING_JA
};

static const char *const topics[] = {
#define EK_TOPIC_JA(string) string,
#include "seg/part_ja.def"
#undef EK_TOPIC_JA
};

static const char *const weak_topics[] = {
#define EK_TOPIC_JA_WEAK(string) string,
#include "seg/part_ja.def"
#undef EK_TOPIC_JA_WEAK
};

static const char *const lists[] = {
#define EK_LIST_JA(string) string,
#include "seg/part_ja.def"
#undef EK_LIST_JA
};

static const char *const asides[] = {
#define EK_ASIDE_JA(string) string,
#include "seg/part_ja.def"
#undef EK_ASIDE_JA
};

static const char *const provisos[] = {
#define EK_PROVISO_JA(string) string,
#include "seg/part_ja.def"
#undef EK_PROVISO_JA
};

static const struct marker proviso_ends[] = {
#define EK_PROVISO_JA_END(string, kind) {string, EK_PART_##kind},
#include "seg/part_ja.def"
#undef EK_PROVISO_JA_END
};

struct scan {
    ek_cut *cut;
    const char *bytes;
    uint32_t at, end;
    uint32_t begin; /* of what is not yet a piece */
    uint32_t topic; /* where an exception may begin: behind topic and object */
    uint32_t list;  /* or at a word such as 次の, 0 for none */
    bool weak;      /* topic was set by は without a comma */
    size_t bracket;
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Length of the first of the strings that stands at an offset, or 0. */
static uint32_t
length_at(const struct scan *s, uint32_t at, const char *const *strings,
          size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ek_script_at(s->bytes + at, s->bytes + s->end, strings[i]))
            return (uint32_t)strlen(strings[i]);
    return 0;
}

static void
begin_at(struct scan *s, uint32_t at)
{
    s->begin = s->topic = at;
    s->list = 0;
    s->weak = false;
}

static ek_part_kind
carrier(const struct scan *s)
{
    return s->cut->clause == 0 ? EK_PART_MAIN : EK_PART_COORDINATE;
}

/* 法令に基づく場合、生命の…場合、その他の場合を除き: the conditions that run
 * straight into an exception or a case are members of it. */
static uint32_t
swallow_conditions(struct scan *s, uint32_t begin)
{
    size_t n = s->cut->pieces.n;
    while (n > 1 && begin == s->begin &&
           s->cut->pieces.v[n - 1].begin == begin) {
        struct ek_piece *before = &s->cut->pieces.v[n - 2];
        if (before->kind != EK_PART_CONDITION ||
            before->clause != s->cut->clause)
            break;
        begin = s->begin = before->begin;
        s->cut->pieces.n = n = n - 1;
    }
    return begin;
}

static void
take_marker(struct scan *s, const struct marker *m)
{
    ek_part_kind kind = (ek_part_kind)m->kind;
    uint32_t begin = s->topic;
    if (kind != EK_PART_CONDITION && s->list > begin)
        begin = s->list;
    s->at += (uint32_t)strlen(m->string);
    for (uint32_t n; (n = length_at(s, s->at, tails, COUNT(tails)));)
        s->at += n;
    if (kind != EK_PART_CONDITION)
        begin = swallow_conditions(s, begin);
    ek_part_add(s->cut, begin, kind);
    ek_part_add(s->cut, s->at, carrier(s));
    begin_at(s, s->at);
}

static const struct marker *
marker_at(const struct scan *s)
{
    for (size_t i = 0; i < COUNT(markers); i++)
        if (ek_script_at(s->bytes + s->at, s->bytes + s->end,
                         markers[i].string))
            return &markers[i];
    return NULL;
}

/* は as a particle: after kanji, katakana or a closing mark, before a word. */
static bool
is_weak_topic(const struct scan *s, uint32_t length)
{
    size_t n;
    ek_str all = {s->bytes, s->end};
    if (s->at <= s->begin || s->at + length >= s->end)
        return false;
    uint32_t before = ek_cp_before(all, s->at);
    uint32_t after = ek_cp_at(all, s->at + length, &n);
    return (ek_cp_is_kanji(before) || ek_cp_is_katakana(before) ||
            (before < 0x80 && ek_script_letter(before))) &&
           !ek_script_hiragana(after);
}

static void
take_particle(struct scan *s, uint32_t length)
{
    uint32_t n = length_at(s, s->at, topics, COUNT(topics));
    if (n) {
        s->topic = s->at + n;
        s->weak = false;
        s->at += n;
        return;
    }
    n = length_at(s, s->at, weak_topics, COUNT(weak_topics));
    if (n && s->topic == s->begin && !s->weak && is_weak_topic(s, n)) {
        s->topic = s->at + n;
        s->weak = true;
    }
    if (length_at(s, s->at, lists, COUNT(lists)))
        s->list = s->at;
    s->at += length;
}

/* Only where a predicate stands before: 場合 within brackets of a noun stay. */
static void
take_bracket(struct scan *s, const ek_nspan *pair)
{
    ek_str in = {s->bytes + pair->begin, pair->end - pair->begin};
    bool aside = false;
    for (size_t i = 0; i < COUNT(asides) && !aside; i++)
        aside = ek_str_find(in, ek_str_of(asides[i]), 0) < in.n;
    bool open = aside && ek_str_starts(in, EK_STR("(")) &&
                pair->begin > s->cut->span.begin;
    s->at = pair->end;
    if (!open)
        return;
    ek_part_kind kind = EK_PART_EXCEPTION;
    struct scan inside = *s;
    inside.end = pair->end;
    if (length_at(&inside, pair->begin + 1, provisos, COUNT(provisos)))
        kind = EK_PART_PROVISO;
    ek_part_add(s->cut, pair->begin, kind);
    ek_part_add(s->cut, pair->end, carrier(s));
    begin_at(s, pair->end);
}

/* …のみ取り扱い、それ以外の目的に使用しません: two statements. */
static bool
opens_clause(const struct scan *s)
{
    ek_str all = {s->bytes, s->end};
    return s->at > s->begin && length_at(s, s->at, openings, COUNT(openings)) &&
           ek_cp_before(all, s->at) == CP_IDEOGRAPHIC_COMMA;
}

static void
take_character(struct scan *s)
{
    size_t length;
    ek_str all = {s->bytes, s->end};
    ek_cp_at(all, s->at, &length);
    if (!(s->bytes[s->at] & 0x80)) {
        s->at++;
        return;
    }
    if (opens_clause(s)) {
        ek_part_clause(s->cut, s->at);
        begin_at(s, s->at);
    }
    const struct marker *m = marker_at(s);
    if (m && m->kind == EK_PART_NONE) {
        s->at += (uint32_t)strlen(m->string);
    } else if (m) {
        take_marker(s, m);
    } else {
        uint32_t n = length_at(s, s->at, clauses, COUNT(clauses));
        if (n && s->at + n < s->end) {
            s->at += n;
            ek_part_clause(s->cut, s->at);
            begin_at(s, s->at);
        } else {
            take_particle(s, (uint32_t)length);
        }
    }
}

static bool
is_only_stops(const struct scan *s, uint32_t at)
{
    size_t n;
    ek_str all = {s->bytes, s->end};
    for (; at < s->end; at += (uint32_t)n) {
        uint32_t cp = ek_cp_at(all, at, &n);
        if (cp != CP_IDEOGRAPHIC_FULL_STOP && cp != ')' && cp != '.' &&
            cp != ' ')
            return false;
    }
    return true;
}

void
ek_part_cut_ja(ek_cut *cut)
{
    struct scan s = {.cut = cut,
                     .bytes = cut->norm->bytes.p,
                     .at = cut->span.begin,
                     .end = cut->span.end};
    begin_at(&s, s.at);
    while (s.at < s.end) {
        const ek_nspan *pair = ek_brackets_at(&cut->brackets, s.at, &s.bracket);
        if (pair)
            take_bracket(&s, pair);
        else
            take_character(&s);
    }
    size_t n = cut->pieces.n;
    if (n > 1 && is_only_stops(&s, cut->pieces.v[n - 1].begin))
        cut->pieces.n--;
}

ek_part_kind
ek_part_proviso_ja(const ek_cut *cut)
{
    struct scan s = {.bytes = cut->norm->bytes.p, .end = cut->span.end};
    if (!length_at(&s, cut->span.begin, provisos, COUNT(provisos)))
        return EK_PART_MAIN;
    uint32_t size = cut->span.end - cut->span.begin;
    uint32_t from =
        size > TAIL_BYTES ? cut->span.end - TAIL_BYTES : cut->span.begin;
    ek_str tail = {s.bytes + from, cut->span.end - from};
    for (size_t i = 0; i < COUNT(proviso_ends); i++)
        if (ek_str_find(tail, ek_str_of(proviso_ends[i].string), 0) < tail.n)
            return (ek_part_kind)proviso_ends[i].kind;
    return EK_PART_MAIN;
}
