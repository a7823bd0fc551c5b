/* SPDX-License-Identifier: Apache-2.0 */
/* Reads style sheets into rules, as far as html_style.h says. */
#include "config.h"

#include "read/html_style.h"

#include <string.h>

#include "read/sniff.h"

enum {
    MOST_RULES = 4096,
    IMPORTANT = 1 << 30,
    ID_RANK = 100, /* of a selector: ids, classes, names */
    CLASS_RANK = 10,
    MOST_RANK = 9999,
    LONGEST_VALUE = 200, /* bytes */
};

static const struct {
    const char *name;
    char pseudo;
    ek_html_property property;
} properties[] = {
    {"display", 0, EK_HTML_DISPLAY},
    {"visibility", 0, EK_HTML_VISIBILITY},
    {"list-style", 0, EK_HTML_LIST_STYLE},
    {"list-style-type", 0, EK_HTML_LIST_STYLE},
    {"counter-reset", 0, EK_HTML_RESET},
    {"counter-increment", 0, EK_HTML_INCREMENT},
    {"counter-increment", 'b', EK_HTML_BEFORE_INCREMENT},
    {"content", 'b', EK_HTML_BEFORE},
    {"content", 'm', EK_HTML_MARKER},
};

static bool
is_word(ek_str s, const char *lower)
{
    return s.n == strlen(lower) && ek_sniff_word(s, lower);
}

/* The end of a declaration: its ";", not one inside quotes. */
static size_t
declaration_end(ek_str body, size_t at)
{
    char quote = '\0';
    for (; at < body.n; at++) {
        char c = body.p[at];
        if (c == '\\')
            at++;
        else if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == ';')
            break;
    }
    return at < body.n ? at : body.n;
}

static bool
set_value(struct ek_html_look *out, ek_html_property property, ek_str value,
          uint32_t rank)
{
    size_t mark = ek_str_find(value, EK_STR("!important"), 0);
    if (mark < value.n)
        rank |= IMPORTANT;
    if (rank < out->ranks[property] || value.n > LONGEST_VALUE)
        return false;
    out->values[property] = ek_str_trim(ek_str_slice(value, 0, mark));
    out->ranks[property] = rank;
    return true;
}

bool
ek_html_declare(struct ek_html_look *out, ek_str body, uint32_t rank,
                char pseudo)
{
    bool set = false;
    for (size_t at = 0, end; at < body.n; at = end + 1) {
        end = declaration_end(body, at);
        ek_str rule = ek_str_trim(ek_str_slice(body, at, end));
        size_t colon = ek_str_find(rule, EK_STR(":"), 0);
        ek_str name = ek_str_trim(ek_str_slice(rule, 0, colon));
        ek_str value = ek_str_trim(ek_str_slice(rule, colon + 1, rule.n));
        for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
            if (value.n && properties[i].pseudo == pseudo &&
                is_word(name, properties[i].name))
                set |= set_value(out, properties[i].property, value, rank);
    }
    return set;
}

/* Takes "::before" and the like off the end of a selector. */
static bool
take_pseudo(ek_str *selector, char *pseudo)
{
    static const struct {
        const char *ending;
        char pseudo;
    } rows[] = {{"::before", 'b'}, {":before", 'b'}, {"::marker", 'm'}};
    *pseudo = '\0';
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_str_ends(*selector, ek_str_of(rows[i].ending))) {
            selector->n -= strlen(rows[i].ending);
            *pseudo = rows[i].pseudo;
            break;
        }
    for (size_t i = 0; i < selector->n; i++)
        if (strchr(":[+~\\&|()%", selector->p[i]))
            return false;
    return true;
}

static bool
is_between(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '>';
}

/* Splits from the end: "ol > li.a" gives "li.a" (a child of) "ol". */
static bool
split(struct ek_html_rule *rule, ek_str selector)
{
    size_t end = selector.n;
    while (end > 0) {
        bool child = false;
        while (end > 0 && is_between(selector.p[end - 1]))
            child |= selector.p[--end] == '>';
        size_t begin = end;
        while (begin > 0 && !is_between(selector.p[begin - 1]))
            begin--;
        if (begin == end)
            break;
        if (rule->n == EK_HTML_COMPOUNDS)
            return false;
        rule->child[rule->n] = child;
        rule->compounds[rule->n++] = ek_str_slice(selector, begin, end);
        end = begin;
    }
    return rule->n > 0;
}

static size_t
name_end(ek_str s, size_t at)
{
    while (at < s.n && s.p[at] != '.' && s.p[at] != '#')
        at++;
    return at;
}

static void
count_rank(struct ek_html_rule *rule, ek_str compound)
{
    for (size_t at = 0, end; at < compound.n; at = end) {
        bool named = compound.p[at] != '.' && compound.p[at] != '#';
        end = name_end(compound, named ? at : at + 1);
        if (!named)
            rule->rank += compound.p[at] == '#' ? ID_RANK : CLASS_RANK;
        else
            rule->rank += compound.p[at] != '*';
    }
}

/* By which the rule is found: an id, else a class, else a name. */
static void
choose_key(struct ek_html_rule *rule)
{
    ek_str last = rule->compounds[0];
    rule->kind = '*';
    for (size_t at = 0, end; at < last.n; at = end) {
        bool named = last.p[at] != '.' && last.p[at] != '#';
        char kind = named ? 't' : last.p[at];
        end = name_end(last, named ? at : at + 1);
        if (rule->kind == '#' || (rule->kind == '.' && kind != '#') ||
            (named && last.p[at] == '*'))
            continue;
        rule->kind = kind;
        rule->key = ek_str_slice(last, named ? at : at + 1, end);
    }
}

/* What one body declares, for any selector before it. */
struct declared {
    char pseudo;
    bool any;
    struct ek_html_look look;
};

enum { PSEUDOS = 3 };

static void
read_body(struct declared out[PSEUDOS], ek_str body)
{
    static const char pseudos[PSEUDOS] = {'\0', 'b', 'm'};
    for (int i = 0; i < PSEUDOS; i++) {
        out[i] = (struct declared){.pseudo = pseudos[i]};
        out[i].any = ek_html_declare(&out[i].look, body, 1, pseudos[i]);
    }
}

static void
set_rank(struct ek_html_look *look, uint32_t rank)
{
    for (int i = 0; i < EK_HTML_PROPERTIES; i++)
        if (look->ranks[i])
            look->ranks[i] = rank | (look->ranks[i] & IMPORTANT);
}

static const struct declared *
declared_for(const struct declared bodies[PSEUDOS], char pseudo)
{
    int i = 0;
    while (bodies[i].pseudo != pseudo)
        i++;
    return bodies[i].any ? &bodies[i] : NULL;
}

static void
add_rule(ek_html_rules *rules, ek_arena *arena, ek_str selector,
         const struct declared bodies[PSEUDOS])
{
    struct ek_html_rule rule = {.order = (uint32_t)rules->n};
    char pseudo;
    selector = ek_str_trim(selector);
    if (rules->n >= MOST_RULES || !take_pseudo(&selector, &pseudo) ||
        !split(&rule, selector))
        return;
    const struct declared *body = declared_for(bodies, pseudo);
    if (!body)
        return;
    for (unsigned i = 0; i < rule.n; i++)
        count_rank(&rule, rule.compounds[i]);
    rule.rank = rule.rank < MOST_RANK ? rule.rank : MOST_RANK;
    rule.rank = rule.rank * MOST_RULES + rule.order + 1;
    choose_key(&rule);
    rule.look = body->look;
    set_rank(&rule.look, rule.rank);
    EK_PUSH(arena, *rules, rule);
}

static size_t
block_end(ek_str css, size_t open)
{
    size_t depth = 0, at = open;
    for (; at < css.n; at++) {
        depth += css.p[at] == '{';
        if (css.p[at] == '}' && --depth == 0)
            return at;
    }
    return css.n;
}

static ek_str
without_comments(ek_arena *arena, ek_str css)
{
    char *p = ek_arena_alloc(arena, css.n + 1);
    size_t n = 0;
    for (size_t at = 0; at < css.n; at++) {
        ek_str rest = ek_str_slice(css, at, css.n);
        if (ek_str_starts(rest, EK_STR("/*"))) {
            at += ek_str_find(rest, EK_STR("*/"), 2) + 1;
            continue;
        }
        p[n++] = css.p[at];
    }
    return (ek_str){p, n};
}

static void
add_rules(ek_html_rules *rules, ek_arena *arena, ek_str selectors, ek_str body)
{
    struct declared bodies[PSEUDOS];
    read_body(bodies, ek_str_slice(body, 0, ek_str_find(body, EK_STR("{"), 0)));
    for (size_t at = 0, end; at < selectors.n; at = end + 1) {
        end = ek_str_find(selectors, EK_STR(","), at);
        add_rule(rules, arena, ek_str_slice(selectors, at, end), bodies);
    }
}

static size_t
head_end(ek_str css, size_t at)
{
    while (at < css.n && css.p[at] != '{' && css.p[at] != ';')
        at++;
    return at;
}

void
ek_html_css(ek_html_rules *rules, ek_arena *arena, ek_str css)
{
    css = without_comments(arena, css);
    for (size_t at = 0, end; at < css.n; at = end + 1) {
        size_t open = end = head_end(css, at);
        if (open == css.n || css.p[open] == ';')
            continue;
        ek_str head = ek_str_trim(ek_str_slice(css, at, open));
        end = block_end(css, open);
        if (!ek_str_starts(head, EK_STR("@")))
            add_rules(rules, arena, head, ek_str_slice(css, open + 1, end));
    }
}
