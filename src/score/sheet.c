/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "score/sheet.h"

#include <fnmatch.h>

static const ek_str nothing = {"", 0};

struct reading {
    ek_sheet *sheet;
    const ek_pack *pack;
    ek_diag *diag;
    uint32_t line;
    bool bad;
};

static void
say(struct reading *r, ek_diag_code code, ek_str what, uint32_t first)
{
    ek_str number =
        first ? ek_arena_printf(r->sheet->arena, "%u", first) : nothing;
    ek_diag_say(r->diag, code, r->sheet->file, r->line, what, number);
    r->bad = true;
}

static void
open_section(struct reading *r, ek_str name)
{
    ek_sheet *sheet = r->sheet;
    for (size_t i = 0; i < sheet->sections.n; i++)
        if (r->line && ek_str_eq(sheet->sections.v[i].name, name))
            say(r, EK_D_sheet_twice, name, sheet->sections.v[i].line);
    struct ek_sheet_section section = {.name = name, .line = r->line};
    EK_PUSH(sheet->arena, sheet->sections, section);
}

static void
read_documents(struct reading *r, struct ek_sheet_section *section,
               ek_str value)
{
    if (section->documents.n || !section->name.n)
        say(r, EK_D_sheet_line, EK_STR("documents"), 0);
    section->documents = value;
}

static void
read_answer(struct reading *r, ek_str id, ek_str value)
{
    ek_sheet *sheet = r->sheet;
    struct ek_sheet_section *section =
        &sheet->sections.v[sheet->sections.n - 1];
    struct ek_statement said = {id, value, sheet->file, r->line};
    if (ek_str_is(id, "documents")) {
        read_documents(r, section, value);
        return;
    }
    for (size_t i = 0; i < section->answers.n; i++)
        if (ek_str_eq(section->answers.v[i].id, id))
            say(r, EK_D_sheet_twice, id, section->answers.v[i].line);
    if (!ek_facts_check(r->pack, &said, r->diag)) {
        r->bad = true;
        return;
    }
    struct ek_sheet_answer answer = {id, value, r->line};
    EK_PUSH(sheet->arena, section->answers, answer);
}

/* A comment stands at the beginning of a line or behind a blank. */
static ek_str
without_comment(ek_str line)
{
    for (size_t i = 0; i < line.n; i++) {
        bool begins = i == 0 || line.p[i - 1] == ' ' || line.p[i - 1] == '\t';
        if (begins && (line.p[i] == ';' || line.p[i] == '#'))
            return ek_str_trim(ek_str_slice(line, 0, i));
    }
    return ek_str_trim(line);
}

/* An answer that is left empty is not given. */
static void
read_line(struct reading *r, ek_str line)
{
    size_t equals = ek_str_find(line, EK_STR("="), 0);
    bool section = ek_str_starts(line, EK_STR("[")) &&
                   ek_str_ends(line, EK_STR("]")) &&
                   ek_str_trim(ek_str_slice(line, 1, line.n - 1)).n;
    if (line.n == 0)
        return;
    if (section)
        open_section(r, ek_str_trim(ek_str_slice(line, 1, line.n - 1)));
    else if (equals == 0 || equals == line.n)
        say(r, EK_D_sheet_line, line, 0);
    else if (equals + 1 < line.n)
        read_answer(r, ek_str_trim(ek_str_slice(line, 0, equals)),
                    ek_str_trim(ek_str_slice(line, equals + 1, line.n)));
}

ek_status
ek_sheet_read(ek_sheet *out, ek_arena *arena, const ek_pack *pack, ek_str file,
              ek_str text, ek_diag *diag)
{
    *out = (ek_sheet){.arena = arena, .file = ek_arena_copy(arena, file)};
    struct reading r = {out, pack, diag, 0, false};
    open_section(&r, nothing);
    text = ek_arena_copy(arena, text);
    for (size_t at = 0; at < text.n;) {
        size_t end = ek_str_find(text, EK_STR("\n"), at);
        r.line++;
        read_line(&r, without_comment(ek_str_slice(text, at, end)));
        at = end + 1;
    }
    return r.bad ? EK_EFORMAT : EK_OK;
}

static ek_str
without_ending(ek_str file)
{
    for (size_t i = file.n; i > 1; i--)
        if (file.p[i - 1] == '.')
            return ek_str_slice(file, 0, i - 1);
    return file;
}

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Without regard to the case of ASCII letters. */
static bool
is_same_name(ek_str a, ek_str b)
{
    size_t i = 0;
    while (i < a.n && i < b.n && lower(a.p[i]) == lower(b.p[i]))
        i++;
    return i == a.n && i == b.n;
}

static bool
is_called(ek_str path, ek_str name)
{
    ek_str file = ek_str_file_name(path);
    return is_same_name(path, name) || is_same_name(file, name) ||
           is_same_name(without_ending(file), name);
}

static bool
matches(const ek_sheet *sheet, ek_str patterns, ek_str path)
{
    ek_str whole = ek_arena_copy(sheet->arena, path);
    ek_str file = ek_arena_copy(sheet->arena, ek_str_file_name(path));
    while (patterns.n) {
        size_t comma = ek_str_find(patterns, EK_STR(","), 0);
        ek_str one = ek_arena_copy(
            sheet->arena, ek_str_trim(ek_str_slice(patterns, 0, comma)));
        if (one.n &&
            (fnmatch(one.p, whole.p, 0) == 0 || fnmatch(one.p, file.p, 0) == 0))
            return true;
        patterns = ek_str_slice(patterns, comma + 1, patterns.n);
    }
    return false;
}

static bool
fits(const ek_sheet *sheet, const struct ek_sheet_section *section, ek_str name,
     const ek_str *paths, size_t n)
{
    if (!section->name.n)
        return false;
    if (is_called(name, section->name))
        return true;
    for (size_t i = 0; i < n; i++)
        if (is_called(paths[i], section->name) ||
            matches(sheet, section->documents, paths[i]))
            return true;
    return false;
}

static void
keep(struct ek_facts *out, const ek_sheet *sheet,
     const struct ek_sheet_section *section)
{
    for (size_t i = 0; i < section->answers.n; i++)
        ek_facts_keep(out, sheet->arena, section->answers.v[i].id,
                      section->answers.v[i].value);
}

static void
keep_section(struct ek_facts *out, ek_sheet *sheet, ek_str name,
             const ek_str *paths, size_t n, ek_diag *diag)
{
    struct ek_sheet_section *chosen = NULL;
    for (size_t i = 0; i < sheet->sections.n; i++) {
        struct ek_sheet_section *section = &sheet->sections.v[i];
        if (!fits(sheet, section, name, paths, n))
            continue;
        section->used = true;
        if (chosen)
            ek_diag_say(diag, EK_D_sheet_other, sheet->file, chosen->line, name,
                        section->name);
        else
            chosen = section;
    }
    if (chosen)
        keep(out, sheet, chosen);
}

void
ek_sheet_fill(struct ek_facts *out, ek_sheet *sheet, ek_str name,
              const ek_str *paths, size_t n, const struct ek_facts *over,
              ek_diag *diag)
{
    *out = (struct ek_facts){0};
    sheet->contracts++;
    if (sheet->sections.n)
        keep(out, sheet, &sheet->sections.v[0]);
    keep_section(out, sheet, name, paths, n, diag);
    for (size_t i = 0; over && i < over->answers.n; i++)
        ek_facts_keep(out, sheet->arena, over->answers.v[i].id,
                      over->answers.v[i].value);
    for (size_t i = 0; over && i < over->signals.n; i++)
        ek_facts_signal(out, sheet->arena, over->signals.v[i]);
}

static bool
is_of_no_use(const ek_sheet *sheet)
{
    for (size_t i = 1; i < sheet->sections.n; i++)
        if (sheet->sections.v[i].used)
            return false;
    return true;
}

void
ek_sheet_unused(const ek_sheet *sheet, ek_diag *diag)
{
    if (sheet->contracts < 2 && !is_of_no_use(sheet))
        return;
    for (size_t i = 1; i < sheet->sections.n; i++)
        if (!sheet->sections.v[i].used)
            ek_diag_say(diag, EK_D_sheet_unused, sheet->file,
                        sheet->sections.v[i].line, sheet->sections.v[i].name,
                        nothing);
}
