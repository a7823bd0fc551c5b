/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/run.h"

#include "base/words.h"
#include "ekimu_app.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80 };

static const ek_str nothing = {"", 0};

int
ek_run_status(const struct ek_run *run)
{
    static const struct {
        unsigned trouble;
        int status;
    } order[] = {{EK_TROUBLE_USAGE, 2},
                 {EK_TROUBLE_RULES, 4},
                 {EK_TROUBLE_UNREAD, 3},
                 {EK_TROUBLE_LIMIT, 5},
                 {EK_TROUBLE_FOUND, 1}};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (run->troubles & order[i].trouble)
            return order[i].status;
    return 0;
}

static void
write_line(ek_buf *line)
{
    ek_buf_putc(line, '\n');
    fwrite(line->p, 1, line->n, stderr);
}

void
ek_run_say(const struct ek_run *run, enum ek_message message, ek_str arg1,
           ek_str arg2)
{
    ek_buf line = ek_buf_on(run->arena);
    if (message == EK_M_out_failed || message == EK_M_bad_result)
        arg2 = ek_words_cause(arg2, run->opt.lang);
    ek_buf_puts(&line, "ekimu: ");
    ek_message_add(&line, message, run->opt.lang,
                   ek_width_visible(run->arena, arg1),
                   ek_width_visible(run->arena, arg2));
    write_line(&line);
}

void
ek_run_misuse(struct ek_run *run, enum ek_message message, ek_str arg1,
              ek_str arg2)
{
    run->troubles |= EK_TROUBLE_USAGE;
    ek_run_say(run, message, arg1, arg2);
    if (run->command)
        ek_run_say(run, EK_M_try_help, ek_str_of(run->command->name), nothing);
}

void
ek_run_say_diag(struct ek_run *run)
{
    for (size_t i = 0; i < run->diag.lines.n; i++) {
        const ek_diag_line *said = &run->diag.lines.v[i];
        if (run->opt.given[EK_O_quiet] && ek_diag_level(said->code) != EK_ERROR)
            continue;
        ek_buf line = ek_buf_on(run->arena);
        ek_diag_write(&line, said, run->opt.lang);
        write_line(&line);
    }
    run->diag.lines.n = 0;
}

bool
ek_run_works(struct ek_run *run, ek_status status)
{
    ek_run_say_diag(run);
    if (status != EK_OK)
        run->troubles |= EK_TROUBLE_USAGE;
    return status == EK_OK;
}

static ek_str
level_word(ek_str level, ek_lang lang)
{
    static const ek_msgid levels[] = {
#define EK_LEVEL(level, en) {NULL, en},
#include "base/level.def"
    };
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (ek_str_is(level, levels[i].en))
            return ek_words_in(&levels[i], lang);
    return level;
}

static void
say_note(const struct ek_run *run, ek_str path, const struct ek_note *note)
{
    bool error = ek_str_is(note->level, "error");
    if (ek_str_is(note->level, "note") ||
        (run->opt.given[EK_O_quiet] && !error))
        return;
    ek_buf line = ek_buf_on(run->arena);
    ek_buf_add(&line, ek_width_visible(run->arena, path));
    if (note->line)
        ek_buf_printf(&line, ":%u", note->line);
    ek_buf_printf(&line,
                  ": %.*s: ", EK_ARG(level_word(note->level, run->opt.lang)));
    ek_buf_add(&line, ek_width_visible(
                          run->arena, ek_label_in(&note->text, run->opt.lang)));
    write_line(&line);
}

static bool
is_about_a_limit(const struct ek_note *note)
{
    static const char *const codes[] = {
        "read_limit",    "read_too_large", "read_time",
        "read_memory",   "read_pages",     "read_entries",
        "read_unpacked", "read_nesting",   "pattern_gave_up"};
    return ek_str_among(note->code, codes, sizeof codes / sizeof *codes);
}

bool
ek_run_is_unread(const ek_document *document)
{
    return document->no_result.n &&
           !ek_str_is(document->no_result, "no-contract");
}

static bool
has_error(const ek_result *r, uint32_t document)
{
    for (size_t i = 0; i < r->notes.n; i++)
        if (r->notes.v[i].document == document &&
            ek_str_is(r->notes.v[i].level, "error"))
            return true;
    return false;
}

static void
say_short(struct ek_run *run, const ek_document *document)
{
    enum { ALL = 100 };
    const ek_extraction *e = &document->extraction;
    uint32_t units = ek_extraction_coverage(e), whole = e->characters;
    uint32_t letters =
        whole ? (uint32_t)((uint64_t)(whole - e->replaced) * ALL / whole) : ALL;
    ek_diag_say(
        &run->diag, EK_D_read_short, document->path, 0,
        ek_arena_printf(run->arena, "%u", units < letters ? units : letters),
        nothing);
    ek_run_say_diag(run);
}

/* An unread document is said even when no note tells why. */
static void
say_document(struct ek_run *run, const ek_result *r, uint32_t i)
{
    const ek_document *document = &r->documents.v[i];
    if (ek_extraction_falls_short(&document->extraction) &&
        !document->no_result.n)
        say_short(run, document);
    if (!ek_run_is_unread(document) || has_error(r, i))
        return;
    ek_diag_code code = ek_str_is(document->no_result, "unsupported-language")
                            ? EK_D_read_language
                            : EK_D_read_io;
    ek_diag_say(&run->diag, code, document->path, 0, document->no_result,
                nothing);
    ek_run_say_diag(run);
}

void
ek_run_count(struct ek_run *run, const ek_result *r)
{
    for (size_t i = 0; i < r->notes.n; i++)
        if (is_about_a_limit(&r->notes.v[i]))
            run->troubles |= EK_TROUBLE_LIMIT;
    for (size_t i = 0; i < r->findings.v.n; i++)
        if (r->findings.v.v[i].kind == EK_GAVE_UP)
            run->troubles |= EK_TROUBLE_LIMIT;
    for (size_t i = 0; i < r->documents.n; i++)
        if (ek_document_falls_short(&r->documents.v[i]))
            run->troubles |= EK_TROUBLE_UNREAD;
}

void
ek_run_take(struct ek_run *run, const ek_result *r)
{
    for (size_t i = 0; i < r->notes.n; i++) {
        const struct ek_note *note = &r->notes.v[i];
        say_note(run, r->documents.v[note->document].path, note);
    }
    for (uint32_t i = 0; i < r->documents.n; i++)
        say_document(run, r, i);
    ek_run_count(run, r);
}

bool
ek_run_choice(struct ek_run *run, enum ek_option option, ek_str words)
{
    ek_str value = run->opt.value[option];
    if (!run->opt.given[option])
        return true;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (ek_str_eq(w, value))
            return true;
    ek_run_misuse(
        run, EK_M_bad_value, value,
        ek_arena_printf(run->arena, "--%s", ek_option_rows[option].name));
    return false;
}

bool
ek_run_on_terminal(const struct ek_run *run)
{
    return !run->opt.given[EK_O_output] && isatty(STDOUT_FILENO);
}

/* The COLUMNS that somebody exported; 0 when there are none. */
static unsigned
asked_width(void)
{
    enum { MOST = 10000 };
    unsigned n = 0;
    ek_str s = ek_str_of(getenv("COLUMNS"));
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || n > MOST)
            return 0;
        n = n * 10 + (unsigned)(s.p[i] - '0');
    }
    return n;
}

unsigned
ek_run_width(const struct ek_run *run)
{
    struct winsize size;
    if (run->opt.given[EK_O_output])
        return USUAL_WIDTH;
    if (asked_width())
        return asked_width();
    if (!ek_run_on_terminal(run) ||
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return USUAL_WIDTH;
    return size.ws_col;
}

static bool
is_set(const char *variable)
{
    return ek_str_of(getenv(variable)).n > 0;
}

bool
ek_run_colour(const struct ek_run *run)
{
    ek_str when = run->opt.value[EK_O_color];
    ek_str force = ek_str_of(getenv("CLICOLOR_FORCE"));
    if (ek_str_is(when, "always"))
        return true;
    if (ek_str_is(when, "never") || is_set("NO_COLOR") ||
        run->opt.given[EK_O_output])
        return false;
    if (force.n && !ek_str_is(force, "0"))
        return true;
    return ek_run_on_terminal(run) &&
           !ek_str_is(ek_str_of(getenv("TERM")), "dumb");
}
