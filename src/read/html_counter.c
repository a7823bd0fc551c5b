/* SPDX-License-Identifier: Apache-2.0 */
/* The counters of a page's style, by which contracts are often numbered: 1.1,
 * 1.2, Article 3. A counter holds for the element that sets it back, for those
 * after it with the same parent, and for all inside them. */
#include "config.h"

#include "read/html.h"

#include <stdlib.h>

enum { MOST_COUNTERS = 256, LARGEST = 1000000000 };

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct ek_html_counter *
innermost(struct ek_html_counters *counters, ek_str name)
{
    for (size_t i = counters->v.n; i-- > 0;)
        if (ek_str_eq(counters->v.v[i].name, name))
            return &counters->v.v[i];
    return NULL;
}

static void
add_counter(struct ek_html_counters *counters, ek_str name, long value,
            const xmlNode *scope)
{
    struct ek_html_counter counter = {name, value, scope};
    if (counters->v.n < MOST_COUNTERS)
        EK_PUSH(counters->arena, counters->v, counter);
}

static bool
read_value(ek_str word, long *value)
{
    bool number =
        word.n && ((*word.p >= '0' && *word.p <= '9') ||
                   ((*word.p == '-' || *word.p == '+') && word.n > 1));
    if (number)
        *value = strtol(word.p, NULL, 10);
    return number && *value <= LARGEST && *value >= -LARGEST;
}

/* "a 2 b" names a with 2, and b with the usual value. */
static ek_str
next_pair(ek_str *rest, long usual, long *value)
{
    ek_str name = ek_str_word(rest), after = *rest, word = ek_str_word(&after);
    *value = usual;
    if (read_value(word, value))
        *rest = after;
    return ek_str_is(name, "none") ? EK_STR("") : name;
}

static void
set_back(struct ek_html_counters *counters, ek_str words, const xmlNode *node)
{
    long value;
    ek_str name;
    while ((name = next_pair(&words, 0, &value)).n) {
        struct ek_html_counter *counter = innermost(counters, name);
        if (counter && counter->scope == node->parent)
            counter->value = value;
        else
            add_counter(counters, name, value, node->parent);
    }
}

static void
count_on(struct ek_html_counters *counters, ek_str words, const xmlNode *node)
{
    long value;
    ek_str name;
    while ((name = next_pair(&words, 1, &value)).n) {
        struct ek_html_counter *counter = innermost(counters, name);
        if (counter && labs(counter->value) < LARGEST)
            counter->value += value;
        else if (!counter)
            add_counter(counters, name, value, node->parent);
    }
}

/* The arguments of a function, without quotes: counters(a, ".", decimal). */
static size_t
read_arguments(ek_str content, size_t at, ek_str arguments[3])
{
    size_t n = 0, begin = at;
    char quote = '\0';
    for (; at < content.n; at++) {
        char c = content.p[at];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        if (quote || (c != ',' && c != ')'))
            continue;
        ek_str word = ek_str_trim(ek_str_slice(content, begin, at));
        if (word.n >= 2 && (*word.p == '"' || *word.p == '\''))
            word = ek_str_slice(word, 1, word.n - 1);
        if (n < 3)
            arguments[n++] = word;
        begin = at + 1;
        if (c == ')')
            break;
    }
    return at + 1;
}

static void
write_counter(ek_buf *out, struct ek_html_counters *counters,
              const ek_str arguments[3])
{
    struct ek_html_counter *counter = innermost(counters, arguments[0]);
    bool of_list = ek_str_is(arguments[0], "list-item");
    long value = counter ? counter->value : of_list ? counters->item : 0;
    ek_html_number(out, value, arguments[1]);
}

static void
write_counters(ek_buf *out, struct ek_html_counters *counters,
               const ek_str arguments[3])
{
    bool several = false;
    for (size_t i = 0; i < counters->v.n; i++) {
        if (!ek_str_eq(counters->v.v[i].name, arguments[0]))
            continue;
        if (several)
            ek_buf_add(out, arguments[1]);
        ek_html_number(out, counters->v.v[i].value, arguments[2]);
        several = true;
    }
}

/* After a backslash: a character, or the code of one. */
static size_t
write_escaped(ek_buf *out, ek_str content, size_t at)
{
    enum { LONGEST = 6, LAST = 0x10FFFF };
    uint32_t cp = 0;
    size_t begin = at;
    while (at < content.n && at < begin + LONGEST &&
           ek_hex_digit(content.p[at]) >= 0)
        cp = cp * 16 + (uint32_t)ek_hex_digit(content.p[at++]);
    if (at == begin) {
        if (at < content.n)
            ek_buf_putc(out, content.p[at]);
        return at + 1;
    }
    if (cp && cp <= LAST && (cp < 0xD800 || cp > 0xDFFF))
        ek_buf_cp(out, cp);
    return at < content.n && is_blank(content.p[at]) ? at + 1 : at;
}

static size_t
write_string(ek_buf *out, ek_str content, size_t at)
{
    char quote = content.p[at++];
    while (at < content.n && content.p[at] != quote) {
        if (content.p[at] == '\\')
            at = write_escaped(out, content, at + 1);
        else
            ek_buf_putc(out, content.p[at++]);
    }
    return at + 1;
}

ek_str
ek_html_content(struct ek_html_counters *counters, ek_str content)
{
    ek_buf out = ek_buf_on(counters->arena);
    bool numbered = false;
    for (size_t at = 0; at < content.n;) {
        ek_str rest = ek_str_slice(content, at, content.n);
        ek_str arguments[3] = {{"", 0}, {"", 0}, {"", 0}};
        bool all = ek_str_starts(rest, EK_STR("counters("));
        bool one = ek_str_starts(rest, EK_STR("counter("));
        if (*rest.p == '"' || *rest.p == '\'') {
            at = write_string(&out, content, at);
        } else if (all || one) {
            size_t open = at + (all ? sizeof "counters" : sizeof "counter");
            at = read_arguments(content, open, arguments);
            (all ? write_counters : write_counter)(&out, counters, arguments);
            numbered = true;
        } else {
            at++;
        }
    }
    return numbered ? ek_buf_str(&out) : EK_STR("");
}

void
ek_html_count(struct ek_html_counters *counters,
              const struct ek_html_look *look, const xmlNode *node)
{
    set_back(counters, look->values[EK_HTML_RESET], node);
    count_on(counters, look->values[EK_HTML_INCREMENT], node);
    count_on(counters, look->values[EK_HTML_BEFORE_INCREMENT], node);
}

void
ek_html_leave_scope(struct ek_html_counters *counters, const xmlNode *node)
{
    while (counters->v.n && counters->v.v[counters->v.n - 1].scope == node)
        counters->v.n--;
}
