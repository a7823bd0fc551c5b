/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of lists that the writer of a file did not spell out: the tables of
 * lists and of their overrides, and where each list has come to. */
#include "config.h"

#include "read/rtf.h"

#include "text/cp.h"

enum { LEVELS = 9, MOST_LISTS = 4096, MOST_NAMES = 65536, HIGHEST = 1000000 };

struct level {
    ek_ordinal system;
    uint32_t start;
    bool legal, goes_on; /* not begun anew after a higher level */
    ek_str text;         /* with U+0000 to U+0008 for the numbers */
};

struct list {
    long id;
    size_t levels;
    struct level level[LEVELS];
    uint32_t count[LEVELS];
    bool begun[LEVELS];
};

struct override {
    size_t list; /* index + 1; 0: none */
    bool sought;
    uint32_t start[LEVELS];
    bool starts[LEVELS];
};

struct ek_rtf_lists {
    ek_arena *arena;
    EK_VEC(struct list) lists;
    EK_VEC(struct override) overrides; /* in the order of their definition */
    EK_VEC(uint32_t) names;            /* of \ls: index of override + 1 */
    bool in_overrides;
    size_t override_level; /* + 1 */
};

ek_rtf_lists *
ek_rtf_lists_new(ek_arena *arena)
{
    ek_rtf_lists *lists = ek_arena_alloc(arena, sizeof *lists);
    lists->arena = arena;
    return lists;
}

static void
begin_list(ek_rtf_lists *lists)
{
    lists->in_overrides = false;
    if (lists->lists.n < MOST_LISTS)
        EK_PUSH(lists->arena, lists->lists, (struct list){0});
}

static struct list *
last_list(ek_rtf_lists *lists)
{
    return lists->lists.n ? &lists->lists.v[lists->lists.n - 1] : NULL;
}

static struct level *
last_level(ek_rtf_lists *lists)
{
    struct list *list = last_list(lists);
    return list && list->levels ? &list->level[list->levels - 1] : NULL;
}

static struct override *
last_override(ek_rtf_lists *lists)
{
    size_t n = lists->overrides.n;
    return n ? &lists->overrides.v[n - 1] : NULL;
}

/* Of the last list of an id, from 1; 0: there is none. */
static size_t
index_of(const ek_rtf_lists *lists, long id)
{
    size_t i = lists->lists.n;
    while (i > 0 && lists->lists.v[i - 1].id != id)
        i--;
    return i;
}

static uint32_t
start_of(long number)
{
    return number < 0 ? 0 : number > HIGHEST ? HIGHEST : (uint32_t)number;
}

static void
define_override(ek_rtf_lists *lists, ek_rtf_list_word word, long number)
{
    struct override *o = last_override(lists);
    size_t level = lists->override_level;
    if (!o)
        return;
    if (word == EK_RTF_LISTID && !o->sought) {
        o->list = index_of(lists, number);
        o->sought = true;
    }
    if (word == EK_RTF_LFOLEVEL)
        lists->override_level++;
    if (word == EK_RTF_LISTOVERRIDESTARTAT && level && level <= LEVELS)
        o->starts[level - 1] = true;
    if (word == EK_RTF_LEVELSTARTAT && level && level <= LEVELS)
        o->start[level - 1] = start_of(number);
}

static void
define_level(ek_rtf_lists *lists, ek_rtf_list_word word, long number)
{
    struct level *level = last_level(lists);
    if (!level)
        return;
    if (word == EK_RTF_LEVELNFC)
        level->system = ek_ordinal_of_nfc(number);
    if (word == EK_RTF_LEVELSTARTAT)
        level->start = start_of(number);
    if (word == EK_RTF_LEVELLEGAL)
        level->legal = number != 0;
    if (word == EK_RTF_LEVELNORESTART)
        level->goes_on = number != 0;
}

void
ek_rtf_lists_word(ek_rtf_lists *lists, ek_rtf_list_word word, long number)
{
    struct list *list = last_list(lists);
    if (word == EK_RTF_LIST) {
        begin_list(lists);
    } else if (word == EK_RTF_LISTOVERRIDE) {
        lists->in_overrides = true;
        lists->override_level = 0;
        if (lists->overrides.n < MOST_LISTS)
            EK_PUSH(lists->arena, lists->overrides, (struct override){0});
    } else if (lists->in_overrides) {
        define_override(lists, word, number);
    } else if (word == EK_RTF_LISTLEVEL) {
        if (list && list->levels < LEVELS)
            list->level[list->levels++].start = 1;
    } else if (word == EK_RTF_LISTID) {
        if (list)
            list->id = number;
    } else {
        define_level(lists, word, number);
    }
}

/* It begins with the count of its characters and ends with a semicolon. */
void
ek_rtf_lists_text(ek_rtf_lists *lists, ek_str text)
{
    struct level *level = lists->in_overrides ? NULL : last_level(lists);
    size_t n = 0;
    if (!level || !text.n)
        return;
    uint32_t left = ek_cp_at(text, 0, &n);
    size_t begin = n, at = n;
    for (; left > 0 && at < text.n; left--, at += n)
        ek_cp_at(text, at, &n);
    level->text = ek_arena_copy(lists->arena, ek_str_slice(text, begin, at));
}

void
ek_rtf_lists_name(ek_rtf_lists *lists, long ls)
{
    if (!lists->in_overrides || ls < 0 || ls >= MOST_NAMES)
        return;
    while (lists->names.n <= (size_t)ls)
        EK_PUSH(lists->arena, lists->names, 0);
    lists->names.v[ls] = (uint32_t)lists->overrides.n;
}

static void
count_on(struct list *list, const struct override *o, size_t level)
{
    for (size_t i = 0; i <= level; i++) {
        bool own = o->starts[i] && !list->begun[i];
        uint32_t start = own ? o->start[i] : list->level[i].start;
        if (!list->begun[i])
            list->count[i] = start;
        else if (i == level && list->count[i] < HIGHEST)
            list->count[i]++;
        list->begun[i] = true;
    }
    for (size_t i = level + 1; i < LEVELS; i++)
        list->begun[i] = list->begun[i] && list->level[i].goes_on;
}

static ek_str
number_of(ek_arena *arena, const struct list *list, size_t level)
{
    ek_buf out = ek_buf_on(arena);
    const struct level *own = &list->level[level];
    size_t n = 0;
    for (size_t at = 0; at < own->text.n; at += n) {
        uint32_t cp = ek_cp_at(own->text, at, &n);
        if (cp >= LEVELS)
            ek_buf_cp(&out, cp);
        else if (cp <= level)
            ek_ordinal_write(
                &out, own->legal ? EK_ORDINAL_DECIMAL : list->level[cp].system,
                list->count[cp]);
    }
    return ek_str_trim(ek_buf_str(&out));
}

void
ek_rtf_lists_count(struct ek_flow_shape *out, ek_rtf_lists *lists, long ls,
                   long level)
{
    bool named = ls > 0 && (size_t)ls < lists->names.n && lists->names.v[ls];
    if (!named || level < 0 || level >= LEVELS)
        return;
    const struct override *o = &lists->overrides.v[lists->names.v[ls] - 1];
    struct list *list = o->list ? &lists->lists.v[o->list - 1] : NULL;
    if (!list || (size_t)level >= list->levels)
        return;
    count_on(list, o, (size_t)level);
    out->level = (unsigned)level + 1;
    out->bullet = list->level[level].system == EK_ORDINAL_BULLET;
    if (!out->bullet)
        out->number = number_of(lists->arena, list, (size_t)level);
}
