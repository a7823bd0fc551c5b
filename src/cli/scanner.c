/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/scanner.h"

#include "cli/packs.h"

static const ek_str nothing = {"", 0};

static bool
set_encoding(struct ek_scanner *s)
{
    ek_str name = s->run->opt.value[EK_O_encoding];
    if (!s->run->opt.given[EK_O_encoding])
        return true;
    s->options.read.encoding = ek_decode_of(name);
    if (s->options.read.encoding != EK_ENC_UNKNOWN)
        return true;
    ek_run_misuse(s->run, EK_M_bad_value, name, EK_STR("--encoding"));
    return false;
}

static ek_str
names_of_limits(const struct ek_run *run)
{
    ek_buf names = ek_buf_on(run->arena);
    for (size_t i = 0; ek_limits_row(i); i++)
        ek_buf_printf(&names, "%s%s", i ? " " : "", ek_limits_row(i)->name);
    return ek_buf_str(&names);
}

static bool
set_limits(struct ek_scanner *s)
{
    const struct ek_opt *opt = &s->run->opt;
    s->options.read.limits = ek_limits_default();
    for (size_t i = 0; i < opt->limits.n; i++)
        if (!ek_limits_set(&s->options.read.limits, opt->limits.v[i])) {
            ek_run_misuse(s->run, EK_M_bad_limit, opt->limits.v[i],
                          names_of_limits(s->run));
            return false;
        }
    return true;
}

/* In the order of ek_tracked. */
static bool
set_tracked(struct ek_scanner *s)
{
    static const char *const words[] = {"final", "original", "both"};
    ek_str word = s->run->opt.value[EK_O_tracked];
    s->options.read.ocr = s->run->opt.given[EK_O_ocr];
    s->options.read.keep_text = s->run->opt.given[EK_O_with_text];
    if (!s->run->opt.given[EK_O_tracked])
        return true;
    for (int i = EK_TRACKED_FINAL; i <= EK_TRACKED_BOTH; i++)
        if (ek_str_is(word, words[i])) {
            s->options.read.tracked = (ek_tracked)i;
            return true;
        }
    ek_run_misuse(s->run, EK_M_bad_tracked, word, nothing);
    return false;
}

static bool
set_facts(struct ek_scanner *s)
{
    struct ek_run *run = s->run;
    bool good = true;
    if (run->opt.given[EK_O_by_analogy])
        ek_facts_signal(&s->facts, run->arena, EK_STR("by-analogy"));
    for (size_t i = 0; i < run->opt.facts.n; i++)
        good &= ek_facts_set(&s->facts, run->arena, s->pack,
                             run->opt.facts.v[i], &run->diag) == EK_OK;
    ek_run_say_diag(run);
    if (!good)
        run->troubles |= EK_TROUBLE_USAGE;
    return good;
}

static ek_status
read_sheet(struct ek_scanner *s, ek_str path)
{
    struct ek_run *run = s->run;
    ek_source source;
    ek_text *text = NULL;
    const struct ek_read_options plain = {.limits = s->options.read.limits};
    ek_status status = ek_source_open(&source, run->arena, path,
                                      &s->options.read.limits, &run->diag);
    if (status == EK_OK)
        status = ek_reader_plain.read(
            text = ek_arena_alloc(run->arena, sizeof *text), run->arena,
            &source, &plain, &run->diag);
    if (status != EK_OK)
        return status;
    s->sheet = ek_arena_alloc(run->arena, sizeof *s->sheet);
    return ek_sheet_read(s->sheet, run->arena, s->pack, path, text->bytes,
                         &run->diag);
}

static bool
set_sheet(struct ek_scanner *s)
{
    struct ek_run *run = s->run;
    if (!run->opt.given[EK_O_profile])
        return true;
    bool good = read_sheet(s, run->opt.value[EK_O_profile]) == EK_OK;
    ek_run_say_diag(run);
    if (!good)
        run->troubles |= EK_TROUBLE_USAGE;
    return good;
}

bool
ek_scanner_open(struct ek_scanner *s, struct ek_run *run)
{
    *s = (struct ek_scanner){.run = run};
    if (!set_encoding(s) || !set_limits(s) || !set_tracked(s) ||
        !ek_packs_load(&s->pack, run, nothing) || !set_facts(s) ||
        !set_sheet(s) || !ek_packs_matcher(&s->matcher, s->pack, run))
        return false;
    s->options.facts = s->sheet ? &s->answers : &s->facts;
    return true;
}

static void
answer(struct ek_scanner *s, ek_str name, const ek_str *paths, size_t n)
{
    bool answered = s->answered;
    s->answered = false;
    if (!s->sheet || answered)
        return;
    ek_sheet_fill(&s->answers, s->sheet, name, paths, n, &s->facts,
                  &s->run->diag);
    ek_run_say_diag(s->run);
}

void
ek_scanner_answer(struct ek_scanner *s, ek_str name, const ek_str *paths,
                  size_t n)
{
    s->answered = false;
    answer(s, name, paths, n);
    s->answered = true;
}

void
ek_scanner_close(struct ek_scanner *s)
{
    if (s->sheet)
        ek_sheet_unused(s->sheet, &s->run->diag);
    ek_run_say_diag(s->run);
}

static void
say_no_memory(struct ek_scanner *s)
{
    s->done++;
    s->failed++;
    s->run->troubles |= EK_TROUBLE_UNREAD | EK_TROUBLE_LIMIT;
    ek_run_say(s->run, EK_M_no_memory, nothing, nothing);
}

void
ek_scanner_count(struct ek_scanner *s, const ek_result *result)
{
    s->done += (unsigned)result->documents.n;
    s->skipped += result->skipped;
    for (size_t i = 0; i < result->documents.n; i++)
        s->failed += ek_run_is_unread(&result->documents.v[i]);
    ek_run_take(s->run, result);
}

static ek_result *
take(struct ek_scanner *s, ek_status status, ek_result *result)
{
    if (status != EK_OK) {
        say_no_memory(s);
        return NULL;
    }
    ek_scanner_count(s, result);
    return result;
}

ek_result *
ek_scanner_scan(struct ek_scanner *s, ek_str path)
{
    ek_result *result = NULL;
    answer(s, path, &path, 1);
    ek_status status = ek_scan(&result, s->matcher, s->pack, path, &s->options);
    return take(s, status, result);
}

ek_result *
ek_scanner_scan_bundle(struct ek_scanner *s, ek_str name, const ek_str *paths,
                       size_t n)
{
    ek_result *result = NULL;
    answer(s, name, paths, n);
    ek_status status = ek_scan_bundle(&result, s->matcher, s->pack, name, paths,
                                      n, &s->options);
    return take(s, status, result);
}

struct each {
    struct ek_scanner *scanner;
    ek_str path;
    void (*take)(void *self, ek_result *result);
    void *self;
};

/* Answers may be given to a file or to the archive that it stands in. */
static void
answer_one(void *self, ek_str path)
{
    const struct each *each = self;
    const ek_str paths[] = {path, each->path};
    bool boxed = !ek_str_eq(path, each->path);
    each->scanner->answered &= !boxed;
    answer(each->scanner, path, paths, boxed ? 2 : 1);
}

static void
take_one(void *self, ek_result *result)
{
    const struct each *each = self;
    each->take(each->self, take(each->scanner, EK_OK, result));
}

bool
ek_scanner_each(struct ek_scanner *s, ek_str path,
                void (*taker)(void *self, ek_result *result), void *self)
{
    struct each each = {s, path, taker, self};
    struct ek_scan_sink sink = {
        .self = &each, .before = answer_one, .take = take_one};
    ek_status status =
        ek_scan_each(&sink, s->matcher, s->pack, path, &s->options);
    if (status != EK_OK)
        say_no_memory(s);
    s->skipped += sink.skipped;
    return status == EK_OK;
}
