/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/mark.h"
#include "seg/numeral.h"
#include "seg/script.h"

static const char *const nth =
#define EK_MARK_NTH(string) string
#include "seg/marker.def"
#undef EK_MARK_NTH
    ;
static const char *const branch =
#define EK_MARK_BRANCH(string) string
#include "seg/marker.def"
#undef EK_MARK_BRANCH
    ;
static const char *const comma =
#define EK_MARK_COMMA(string) string
#include "seg/marker.def"
#undef EK_MARK_COMMA
    ;

static bool
finish(struct ek_reader *r, struct ek_mark *m)
{
    m->span.end = r->at;
    m->body = ek_script_skip(r->bytes, r->at, r->end);
    m->tight = m->body == r->at && r->at < r->end;
    return true;
}

static bool
read_bracketed(struct ek_reader *r, struct ek_mark *m)
{
    if (!ek_reader_take(r, "("))
        return false;
    struct ek_reader inside = *r;
    if (ek_numeral_digits(r, &m->number))
        m->sort = EK_MARK_NUMBER_BRACKET;
    else if (*r = inside, ek_numeral_kanji(r, &m->number))
        m->sort = EK_MARK_KANJI_BRACKET;
    else if (*r = inside, ek_numeral_kana(r, m, EK_MARK_KANA_BRACKET))
        ;
    else if (*r = inside, !ek_numeral_letters(r, m, EK_MARK_LETTER_BRACKET,
                                              EK_MARK_ROMAN_BRACKET))
        return false;
    return ek_reader_take(r, ")") && finish(r, m);
}

static void
take_suffixes(struct ek_reader *r)
{
    for (;;) {
        struct ek_reader back = *r;
        struct ek_mark inner = {.sort = EK_MARK_NONE};
        if (!read_bracketed(r, &inner)) {
            *r = back;
            return;
        }
    }
}

static bool
read_dotted(struct ek_reader *r, struct ek_mark *m)
{
    m->first = m->number;
    m->rank = 1;
    while (r->at + 1 < r->end && r->bytes[r->at] == '.' &&
           ek_script_digit(r->bytes[r->at + 1]) && m->rank < 9) {
        r->at++;
        if (!ek_numeral_digits(r, &m->number) || m->number > 199)
            return false;
        m->rank++;
    }
    if (m->rank == 1)
        return false;
    m->sort = EK_MARK_DOTTED;
    take_suffixes(r);
    if (r->at < r->end && (r->bytes[r->at] == '.' || r->bytes[r->at] == ':'))
        r->at++;
    finish(r, m);
    return !m->tight || (r->bytes[r->at] & 0x80) != 0 || r->bytes[r->at] == '"';
}

static bool
read_numbered(struct ek_reader *r, struct ek_mark *m)
{
    struct ek_reader back;
    if (!ek_numeral_digits(r, &m->number))
        return false;
    back = *r;
    if (read_dotted(r, m))
        return true;
    if (m->sort == EK_MARK_DOTTED || m->rank > 1)
        return false;
    *r = back;
    m->rank = 0;
    if (ek_reader_take(r, ".") || ek_reader_take(r, comma))
        m->sort = EK_MARK_NUMBER_DOT;
    else if (ek_reader_take(r, ")"))
        m->sort = EK_MARK_NUMBER_CLOSE;
    else
        m->sort = EK_MARK_NUMBER_BLANK;
    finish(r, m);
    if (m->sort != EK_MARK_NUMBER_BLANK)
        return !m->tight || !ek_script_digit(r->bytes[r->at]);
    size_t n;
    ek_str all = {r->bytes, r->end};
    if (m->body >= r->end ||
        ek_mark_counts(r->norm, (ek_nspan){m->body, r->end}))
        return false;
    return !m->tight || ek_script_japanese(ek_cp_at(all, m->body, &n)) ||
           ek_script_blank_after(r->norm, m->span);
}

static bool
read_lettered(struct ek_reader *r, struct ek_mark *m)
{
    if (!ek_numeral_letters(r, m, EK_MARK_LETTER_DOT, EK_MARK_ROMAN_DOT))
        return false;
    if (r->at < r->end && r->bytes[r->at] == ')') {
        m->sort = m->sort == EK_MARK_LETTER_DOT ? EK_MARK_LETTER_CLOSE
                                                : EK_MARK_ROMAN_CLOSE;
        if (m->other)
            m->other = m->other == EK_MARK_LETTER_DOT ? EK_MARK_LETTER_CLOSE
                                                      : EK_MARK_ROMAN_CLOSE;
        r->at++;
        return finish(r, m) && m->body < r->end;
    }
    return ek_reader_take(r, ".") && finish(r, m) && m->body < r->end &&
           !m->tight;
}

/* The end of a katakana or kanji marker outside of brackets. */
static bool
read_stop(struct ek_reader *r, struct ek_mark *m)
{
    m->span.end = r->at;
    bool stop = ek_reader_take(r, ".") || ek_reader_take(r, ")") ||
                ek_reader_take(r, ":") || ek_reader_take(r, comma);
    bool blank = ek_script_blank_after(r->norm, m->span);
    finish(r, m);
    return (stop || blank) && m->body < r->end;
}

static bool
read_kana(struct ek_reader *r, struct ek_mark *m)
{
    return ek_numeral_kana(r, m, EK_MARK_KANA) && read_stop(r, m);
}

static bool
read_kanji(struct ek_reader *r, struct ek_mark *m)
{
    m->sort = EK_MARK_KANJI;
    return ek_numeral_kanji(r, &m->number) && read_stop(r, m);
}

static bool
read_unit(struct ek_reader *r, struct ek_mark *m)
{
    static const struct {
        const char *string;
        ek_mark_sort sort;
        uint32_t rank;
    } units[] = {
#define EK_MARK_UNIT(string, sort, rank) {string, EK_MARK_##sort, rank},
#include "seg/marker.def"
#undef EK_MARK_UNIT
    };
    uint32_t ignored;
    if (!ek_reader_take(r, nth))
        return false;
    r->at = ek_script_skip(r->bytes, r->at, r->end);
    if (!ek_numeral_any(r, &m->number))
        return false;
    r->at = ek_script_skip(r->bytes, r->at, r->end);
    size_t i = 0, n = sizeof units / sizeof *units;
    while (i < n && !ek_reader_take(r, units[i].string))
        i++;
    if (i == n)
        return false;
    m->sort = units[i].sort;
    m->rank = units[i].rank;
    struct ek_reader back = *r;
    if (!ek_reader_take(r, branch) || !ek_numeral_any(r, &ignored))
        *r = back;
    return finish(r, m);
}

static bool
read_title(struct ek_reader *r, struct ek_mark *m)
{
    static const char *const words[] = {
#define EK_MARK_TITLE(word) word,
#include "seg/marker.def"
#undef EK_MARK_TITLE
    };
    size_t i = 0, n = sizeof words / sizeof *words;
    while (i < n && !ek_reader_take(r, words[i]))
        i++;
    if (i == n)
        return false;
    m->sort = EK_MARK_UNIT;
    m->rank = 2;
    struct ek_reader back = *r;
    if (!ek_numeral_any(r, &m->number))
        *r = back;
    return finish(r, m);
}

static bool
read_latin(struct ek_reader *r, struct ek_mark *m)
{
    static const char *const words[] = {
#define EK_MARK_LATIN(word) word,
#include "seg/marker.def"
#undef EK_MARK_LATIN
    };
    size_t i = 0, n = sizeof words / sizeof *words;
    while (i < n && !ek_reader_take(r, words[i]))
        i++;
    if (i == n || !ek_reader_take(r, " "))
        return false;
    struct ek_reader back = *r;
    struct ek_mark inner = {.sort = EK_MARK_NONE};
    if (!ek_numeral_digits(r, &m->number)) {
        *r = back;
        if (!ek_numeral_letters(r, &inner, EK_MARK_LETTER_DOT,
                                EK_MARK_ROMAN_DOT))
            return false;
        m->number = inner.number;
    }
    m->sort = EK_MARK_LATIN;
    m->rank = 5;
    m->span.end = r->at;
    if (!ek_reader_take(r, ".") && !ek_reader_take(r, ":"))
        ek_reader_take(r, " -");
    if (r->at < r->end && r->bytes[r->at] != ' ')
        return false;
    m->body = ek_script_skip(r->bytes, r->at, r->end);
    return true;
}

static bool
read_sign(struct ek_reader *r, struct ek_mark *m)
{
    static const struct {
        uint32_t first, last;
        ek_mark_sort sort;
        uint32_t number;
    } ranges[] = {
#define EK_MARK_RANGE(first, last, sort, number)                               \
    {first, last, EK_MARK_##sort, number},
#include "seg/marker.def"
#undef EK_MARK_RANGE
    };
    size_t n;
    uint32_t cp = ek_cp_at((ek_str){r->bytes, r->end}, r->at, &n);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (cp >= ranges[i].first && cp <= ranges[i].last) {
            m->sort = ranges[i].sort;
            m->number = ranges[i].number + cp - ranges[i].first;
            r->at += (uint32_t)n;
            if (!ek_reader_take(r, "."))
                ek_reader_take(r, ")");
            return finish(r, m);
        }
    return false;
}

static bool
read_bullet(struct ek_reader *r, struct ek_mark *m)
{
    static const struct {
        const char *character;
        bool blank;
    } bullets[] = {
#define EK_MARK_BULLET(character, blank) {character, blank},
#include "seg/marker.def"
#undef EK_MARK_BULLET
    };
    size_t i = 0, n = sizeof bullets / sizeof *bullets, length;
    ek_str all = {r->bytes, r->end};
    m->bullet = ek_cp_at(all, r->at, &length);
    while (i < n && !ek_reader_take(r, bullets[i].character))
        i++;
    m->sort = EK_MARK_BULLETED;
    if (i == n || !finish(r, m) || m->body >= r->end)
        return false;
    bool doubled = ek_cp_at(all, m->body, &length) == m->bullet;
    return !doubled && !(bullets[i].blank && m->tight);
}

static struct ek_mark
read_one(const ek_norm *norm, ek_nspan line)
{
    static bool (*const readers[])(struct ek_reader *, struct ek_mark *) = {
        read_bullet,   read_sign, read_bracketed, read_numbered, read_kana,
        read_lettered, read_unit, read_kanji,     read_title,    read_latin,
    };
    struct ek_reader start = {norm, norm->bytes.p, line.begin, line.end};
    if (line.begin < line.end)
        for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
            struct ek_reader r = start;
            struct ek_mark m = {.span = {line.begin, line.begin}};
            if (readers[i](&r, &m))
                return m;
        }
    return (struct ek_mark){.span = {line.begin, line.begin},
                            .body = line.begin};
}

/* Numbers that are typed behind a bullet count for more than the bullet. */
static bool
outweighs_bullet(const struct ek_mark *m)
{
    return m->sort == EK_MARK_DOTTED || m->sort == EK_MARK_NUMBER_DOT ||
           m->sort == EK_MARK_NUMBER_BRACKET || m->sort == EK_MARK_CIRCLED ||
           m->sort == EK_MARK_LETTER_BRACKET ||
           m->sort == EK_MARK_ROMAN_BRACKET ||
           m->sort == EK_MARK_KANA_BRACKET || m->sort == EK_MARK_ARTICLE;
}

struct ek_mark
ek_mark_read(const ek_norm *norm, ek_nspan line)
{
    struct ek_mark m = read_one(norm, line);
    if (m.sort != EK_MARK_BULLETED)
        return m;
    struct ek_mark inner = read_one(norm, (ek_nspan){m.body, line.end});
    return outweighs_bullet(&inner) ? inner : m;
}

static bool
begins_with_any(const ek_norm *norm, ek_nspan rest, const char *const *words,
                size_t n)
{
    const char *p = norm->bytes.p + rest.begin, *end = norm->bytes.p + rest.end;
    for (size_t i = 0; i < n; i++)
        if (ek_script_at(p, end, words[i]))
            return true;
    return false;
}

bool
ek_mark_counts(const ek_norm *norm, ek_nspan rest)
{
    static const char *const words[] = {
#define EK_MARK_COUNTER(string) string,
#include "seg/marker.def"
#undef EK_MARK_COUNTER
    };
    return begins_with_any(norm, rest, words, sizeof words / sizeof *words);
}

bool
ek_mark_refers(const ek_norm *norm, ek_nspan rest)
{
    static const char *const words[] = {
#define EK_MARK_REFER(string) string,
#include "seg/marker.def"
#undef EK_MARK_REFER
    };
    return begins_with_any(norm, rest, words, sizeof words / sizeof *words);
}
