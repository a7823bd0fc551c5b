/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "evaluate/gold.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const ek_str nothing = {"", 0};

bool
ek_gold_bytes(ek_arena *arena, ek_str path, ek_str *bytes)
{
    char chunk[64 * 1024];
    FILE *in = fopen(ek_arena_copy(arena, path).p, "rb");
    if (!in)
        return false;
    ek_buf all = ek_buf_on(arena);
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, in)) > 0;)
        ek_buf_add(&all, (ek_str){chunk, n});
    bool good = !ferror(in);
    fclose(in);
    *bytes = ek_buf_str(&all);
    return good;
}

static bool
read_number(ek_str s, uint32_t *number)
{
    uint64_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || n > UINT32_MAX)
            return false;
        n = n * 10 + (uint64_t)(s.p[i] - '0');
    }
    *number = (uint32_t)n;
    return s.n > 0 && n > 0 && n <= UINT32_MAX;
}

static bool
read_row(struct ek_gold_row *row, ek_str line)
{
    ek_str tab = EK_STR("\t"), mark = EK_STR("?");
    size_t first = ek_str_find(line, tab, 0);
    size_t second = ek_str_find(line, tab, first + 1);
    if (second >= line.n || ek_str_find(line, tab, second + 1) < line.n ||
        !read_number(ek_str_slice(line, 0, first), &row->line))
        return false;
    row->label = ek_str_slice(line, first + 1, second);
    row->quote = ek_str_slice(line, second + 1, line.n);
    row->doubtful = ek_str_ends(row->label, mark);
    if (row->doubtful)
        row->label.n -= mark.n;
    return row->label.n > 0;
}

static void
add_row(struct ek_gold *gold, ek_arena *arena, struct ek_gold_row row)
{
    for (size_t i = 0; i < gold->rows.n; i++) {
        struct ek_gold_row *old = &gold->rows.v[i];
        if (old->line == row.line && old->doubtful == row.doubtful &&
            ek_str_eq(old->label, row.label)) {
            old->quote = row.quote;
            return;
        }
    }
    EK_PUSH(arena, gold->rows, row);
}

static void
read_rows(struct ek_gold *gold, ek_arena *arena, ek_str path, ek_str bytes,
          ek_diag *diag)
{
    uint32_t number = 1;
    for (size_t at = 0; at < bytes.n; number++) {
        size_t end = ek_str_find(bytes, EK_STR("\n"), at);
        ek_str line = ek_str_slice(bytes, at, end);
        at = end + 1;
        if (line.n && line.p[line.n - 1] == '\r')
            line.n--;
        struct ek_gold_row row;
        if (ek_str_trim(line).n == 0)
            continue;
        if (read_row(&row, line))
            add_row(gold, arena, row);
        else
            ek_diag_say(diag, EK_D_gold_row, path, number, nothing, nothing);
    }
}

static ek_str
document_beside(ek_arena *arena, ek_str folder, ek_str name)
{
    static const char *const extensions[] = {"md", "txt", "markdown", "html",
                                             "htm"};
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        ek_str path = ek_arena_printf(arena, "%.*s/%.*s.%s", EK_ARG(folder),
                                      EK_ARG(name), extensions[i]);
        if (access(path.p, R_OK) == 0)
            return path;
    }
    return nothing;
}

static struct ek_gold *
place_for(struct ek_golds *golds, ek_arena *arena, ek_str name)
{
    for (size_t i = 0; i < golds->v.n; i++)
        if (ek_str_eq(golds->v.v[i].name, name))
            return &golds->v.v[i];
    EK_PUSH(arena, golds->v, ((struct ek_gold){.name = name}));
    return &golds->v.v[golds->v.n - 1];
}

static ek_status
load_file(struct ek_golds *golds, ek_arena *arena, ek_str folder, ek_str file,
          ek_diag *diag)
{
    ek_str path =
        ek_arena_printf(arena, "%.*s/%.*s", EK_ARG(folder), EK_ARG(file));
    ek_str name = ek_str_slice(file, 0, file.n - strlen(".tsv"));
    ek_str bytes;
    if (!ek_gold_bytes(arena, path, &bytes)) {
        ek_diag_say(diag, EK_D_read_open, path, 0, ek_str_of(strerror(errno)),
                    nothing);
        return EK_EIO;
    }
    struct ek_gold gold = {.name = name};
    read_rows(&gold, arena, path, bytes, diag);
    gold.document = document_beside(arena, folder, name);
    if (gold.document.n == 0)
        ek_diag_say(diag, EK_D_gold_document, path, 0, nothing, nothing);
    *place_for(golds, arena, name) = gold;
    return EK_OK;
}

static int
is_gold(const struct dirent *entry)
{
    ek_str name = ek_str_of(entry->d_name);
    return ek_str_ends(name, EK_STR(".tsv")) && !ek_str_is(name, "INDEX.tsv");
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

ek_status
ek_gold_load(struct ek_golds *golds, ek_arena *arena, ek_str folder,
             ek_diag *diag)
{
    struct dirent **entries;
    int n = scandir(ek_arena_copy(arena, folder).p, &entries, is_gold, by_name);
    if (n < 0) {
        ek_diag_say(diag, EK_D_read_walk, folder, 0, ek_str_of(strerror(errno)),
                    nothing);
        return EK_EIO;
    }
    ek_status status = EK_OK;
    for (int i = 0; i < n; i++) {
        ek_str file = ek_arena_copy(arena, ek_str_of(entries[i]->d_name));
        free(entries[i]);
        ek_status one = load_file(golds, arena, folder, file, diag);
        status = status ? status : one;
    }
    free(entries);
    return status;
}
