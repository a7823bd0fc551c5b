/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/judged_by.h"

#include <stdlib.h>
#include <string.h>

static const ek_str nothing = {"", 0};

static int
by_id(const void *a, const void *b)
{
    const struct ek_given *x = a, *y = b;
    int order = ek_str_cmp(x->id, y->id);
    return order ? order : ek_str_cmp(x->value, y->value);
}

static void
add(ek_buf *out, const char *name, ek_str value)
{
    ek_buf_printf(out, "%s%s=%.*s", out->n ? "; " : "", name, EK_ARG(value));
}

static void
add_facts(ek_buf *out, const struct ek_facts *facts)
{
    size_t n = facts->answers.n;
    struct ek_given *sorted =
        ek_arena_alloc(out->arena, (n + 1) * sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        sorted[i] = facts->answers.v[i];
    qsort(sorted, n, sizeof *sorted, by_id);
    for (size_t i = 0; i < n; i++)
        add(out, ek_arena_copy(out->arena, sorted[i].id).p, sorted[i].value);
    for (size_t i = 0; i < facts->signals.n; i++)
        add(out, "signal", facts->signals.v[i]);
}

/* What is in a box may have answers of its own, by sections that nobody knows
 * before it is opened: then all of the profile counts. */
static void
add_sheet(ek_buf *out, const ek_sheet *sheet)
{
    for (size_t i = 0; i < sheet->sections.n; i++) {
        const struct ek_sheet_section *section = &sheet->sections.v[i];
        add(out, "section", section->name);
        add(out, "documents", section->documents);
        for (size_t k = 0; k < section->answers.n; k++)
            add(out, ek_arena_copy(out->arena, section->answers.v[k].id).p,
                section->answers.v[k].value);
    }
}

static const enum ek_option deciding[] = {EK_O_encoding, EK_O_tracked,
                                          EK_O_ocr};

static ek_str
facts_of(ek_arena *arena, const struct ek_scanner *s, bool box)
{
    const struct ek_opt *opt = &s->run->opt;
    ek_buf out = ek_buf_on(arena);
    add_facts(&out, s->options.facts);
    if (box && s->sheet)
        add_sheet(&out, s->sheet);
    for (size_t i = 0; i < sizeof deciding / sizeof *deciding; i++)
        if (opt->given[deciding[i]])
            add(&out, ek_option_rows[deciding[i]].name,
                opt->value[deciding[i]]);
    for (size_t i = 0; i < opt->limits.n; i++)
        add(&out, "limit", opt->limits.v[i]);
    return ek_buf_str(&out);
}

static void
set_key(struct ek_store_key *key, ek_arena *arena, const struct ek_scanner *s,
        ek_str name, bool box)
{
    const struct ek_opt *opt = &s->run->opt;
    const ek_pack *pack = s->pack;
    key->name = opt->given[EK_O_name] ? opt->value[EK_O_name] : name;
    key->engine = EK_STR(PACKAGE_VERSION);
    key->pack_id = pack->id;
    key->pack_version = pack->version;
    key->pack_fingerprint = pack->fingerprint;
    key->facts = facts_of(arena, s, box);
}

static ek_str
sha256_of(ek_arena *arena, ek_str bytes)
{
    ek_source source;
    ek_source_of(&source, nothing, bytes);
    return ek_arena_copy(arena, ek_str_of(source.sha256));
}

struct content {
    char sha256[65];
    bool box;
};

static bool
is_empty(const ek_diag *diag)
{
    return diag->lines.n == 1 && diag->lines.v[0].code == EK_D_read_empty;
}

static bool
read_on(struct content *out, ek_arena *arena, const struct ek_scanner *s,
        ek_str path)
{
    ek_source source;
    ek_diag unheard = ek_diag_on(arena);
    if (setjmp(*ek_arena_catch(arena)))
        return false;
    if (ek_source_open(&source, arena, path, &s->options.read.limits,
                       &unheard) != EK_OK) {
        if (!is_empty(&unheard))
            return false;
        ek_source_of(&source, path, nothing);
    }
    memcpy(out->sha256, source.sha256, sizeof out->sha256);
    out->box = source.bytes.n && ek_box_is(&source);
    return true;
}

/* Not of standard input, which can be read only once. What is wrong with a file
 * is said when it is scanned. */
static bool
read_content(struct content *out, const struct ek_scanner *s, ek_str path)
{
    ek_arena *arena = ek_str_is(path, "-") ? NULL : ek_arena_new(0);
    bool good = arena && read_on(out, arena, s, path);
    ek_arena_free(arena);
    return good;
}

bool
ek_judged_file(struct ek_store_key *key, ek_arena *arena, struct ek_scanner *s,
               ek_str path)
{
    struct content content = {.box = false};
    bool good = read_content(&content, s, path);
    ek_scanner_answer(s, path, &path, 1);
    set_key(key, arena, s, path, content.box);
    if (good)
        key->sha256 = ek_arena_copy(arena, ek_str_of(content.sha256));
    return good;
}

void
ek_judged_bytes(struct ek_store_key *key, ek_arena *arena, struct ek_scanner *s,
                ek_str name, ek_str bytes)
{
    ek_scanner_answer(s, name, &name, 1);
    set_key(key, arena, s, name, false);
    key->sha256 = sha256_of(arena, bytes);
}

static void
add_content(ek_buf *list, const char *sha256, ek_str path)
{
    ek_buf_printf(list, "%s %.*s\n", sha256, EK_ARG(path));
}

bool
ek_judged_bundle(struct ek_store_key *key, ek_arena *arena,
                 struct ek_scanner *s, ek_str name, const ek_str *paths,
                 size_t n)
{
    ek_buf list = ek_buf_on(arena);
    bool box = false, good = true;
    for (size_t i = 0; i < n && good; i++) {
        struct content content;
        good = read_content(&content, s, paths[i]);
        if (good)
            add_content(&list, content.sha256, paths[i]);
        box |= good && content.box;
    }
    ek_scanner_answer(s, name, paths, n);
    set_key(key, arena, s, name, box);
    if (good)
        key->sha256 = sha256_of(arena, ek_buf_str(&list));
    return good;
}

/* By what was read: a file by itself, several one by one. */
static ek_str
sha256_by(ek_arena *arena, ek_result *const *results, size_t n)
{
    ek_buf list = ek_buf_on(arena);
    if (n == 1 && results[0]->documents.n == 1)
        return results[0]->documents.v[0].sha256;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < results[i]->documents.n; k++) {
            const ek_document *document = &results[i]->documents.v[k];
            if (!document->sha256.n)
                return nothing;
            add_content(&list, ek_arena_copy(arena, document->sha256).p,
                        document->path);
        }
    return sha256_of(arena, ek_buf_str(&list));
}

/* A file that stands for itself and was written anew since it was looked at is
 * what was read. */
static bool
is_plain(ek_result *const *results, size_t n)
{
    const ek_result *r = results[0];
    return n == 1 && r->documents.n == 1 && !r->bundle.n &&
           !r->documents.v[0].part.n && r->documents.v[0].sha256.n;
}

bool
ek_judged_results(struct ek_store_key *key, ek_arena *arena,
                  struct ek_scanner *s, bool known, ek_result *const *results,
                  size_t n)
{
    if (!known || is_plain(results, n))
        key->sha256 = sha256_by(arena, results, n);
    if (!known && n > 1)
        set_key(key, arena, s, key->name, true);
    return key->sha256.n > 0;
}
