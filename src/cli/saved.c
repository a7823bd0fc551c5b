/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/saved.h"

#include "cli/ahead.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum {
    CHUNK = 1 << 16,
    MOST_NAMED = 10 /* faults before the first result: a file of another kind */
};

static const size_t most_bytes = (size_t)1 << 30; /* of one result */
static const size_t most_ahead = (size_t)4 << 20;

static const ek_str nothing = {"", 0};

struct reader {
    struct ek_saved *saved;
    ek_str path;
    struct ek_ahead *ahead;
    ek_buf piece;       /* the result that is being read */
    bool over;          /* more than most_bytes */
    size_t line, first; /* now; where the piece begins */
    size_t good, bad, unnamed;
    /* of what is no ndjson */
    bool laid_out;
    unsigned depth; /* of braces and brackets in the piece; 0 = between two */
    bool string, escaped;
    bool array; /* not yet closed */
    bool junk;  /* said, and nothing good since */
};

/* In what is no ndjson a fault may shift where objects begin: what does not
 * even begin like a result is junk, which is said once. */
static bool
is_said(struct reader *r, ek_str json)
{
    ek_str key = ek_str_trim(ek_str_slice(json, 1, json.n));
    bool said = r->junk;
    if (!r->laid_out || ek_str_starts(key, EK_STR("\"ekimu\"")))
        return false;
    r->junk = true;
    return said;
}

static void
say_bad(struct reader *r, size_t line, const char *why)
{
    struct ek_run *run = r->saved->run;
    r->saved->failed++;
    run->troubles |= EK_TROUBLE_UNREAD;
    if (!r->good && ++r->bad > MOST_NAMED) {
        r->unnamed++;
        return;
    }
    ek_run_say(run, EK_M_bad_result,
               ek_arena_printf(run->arena, "%.*s:%zu", EK_ARG(r->path), line),
               ek_str_of(why));
}

static void
give(struct reader *r, const struct ek_parsed *p)
{
    struct ek_saved *saved = r->saved;
    if (p->status == EK_EFORMAT && !is_said(r, p->json))
        say_bad(r, p->line, p->why);
    if (p->status == EK_ENOMEM) {
        say_bad(r, p->line, "out of memory");
        saved->run->troubles |= EK_TROUBLE_LIMIT;
    }
    if (!p->result)
        return;
    r->junk = false;
    r->good++;
    saved->done++;
    saved->take(saved->self, p->result);
}

static void
give_all(struct reader *r)
{
    struct ek_parsed parsed;
    while (ek_ahead_take(r->ahead, &parsed))
        give(r, &parsed);
}

/* One that is large waits alone; faults of what is no ndjson depend on those
 * before. */
static void
parse(struct reader *r, ek_str json)
{
    struct ek_parsed parsed = {.json = json, .line = r->first};
    if (r->laid_out || json.n > most_ahead) {
        give_all(r);
        parsed.status = ek_result_read(&parsed.result, json, &parsed.why);
        give(r, &parsed);
        return;
    }
    if (!ek_ahead_has_room(r->ahead) && ek_ahead_take(r->ahead, &parsed))
        give(r, &parsed);
    ek_ahead_push(r->ahead, json, r->first);
}

static void
take_piece(struct reader *r)
{
    ek_str json = ek_str_trim(ek_buf_str(&r->piece));
    if (r->over) {
        give_all(r);
        say_bad(r, r->first, "too large");
    } else if (json.n) {
        parse(r, json);
    }
    r->piece.n = 0;
    r->over = false;
}

static void
add(struct reader *r, ek_str s)
{
    if (s.n > most_bytes - r->piece.n)
        r->over = true;
    else if (!r->over)
        ek_buf_add(&r->piece, s);
}

static void
read_lines(struct reader *r, ek_str s)
{
    for (size_t at = 0, end; at < s.n; at = end + 1) {
        if (!r->piece.n)
            r->first = r->line;
        end = ek_str_find(s, EK_STR("\n"), at);
        add(r, ek_str_slice(s, at, end));
        if (end == s.n)
            return;
        take_piece(r);
        r->line++;
    }
}

static void
in_string(struct reader *r, char c)
{
    r->string = r->escaped || c != '"';
    r->escaped = !r->escaped && c == '\\';
}

/* Whether the piece ends with c. */
static bool
ends_with(struct reader *r, char c)
{
    if (r->string) {
        in_string(r, c);
        return false;
    }
    r->string = c == '"';
    if (c == '{' || c == '[')
        r->depth++;
    else if (c == '}' || c == ']')
        r->depth--;
    return r->depth == 0;
}

/* Between two pieces: whether one begins with c. */
static bool
begins_with(struct reader *r, char c)
{
    if (r->string) {
        in_string(r, c);
    } else if (c == '{') {
        r->first = r->line;
        r->depth = 1;
    } else if (c == '[' || c == ']') {
        r->array = c == '[';
    } else if (c != ',' && ek_str_trim((ek_str){&c, 1}).n) {
        r->string = c == '"';
        if (!r->junk)
            say_bad(r, r->line, "not JSON");
        r->junk = true;
    }
    return r->depth == 1;
}

static void
read_pieces(struct reader *r, ek_str s)
{
    size_t from = r->depth ? 0 : s.n;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        r->line += c == '\n';
        if (r->depth == 0) {
            if (begins_with(r, c))
                from = i;
        } else if (ends_with(r, c)) {
            add(r, ek_str_slice(s, from, i + 1));
            take_piece(r);
            from = s.n;
        }
    }
    add(r, ek_str_slice(s, from, s.n));
}

/* An array, or objects that are laid out over several lines; all else is
 * ndjson. */
static bool
is_laid_out(ek_str s)
{
    ek_str rest = ek_str_trim(s);
    return ek_str_starts(rest, EK_STR("[")) ||
           ek_str_is(ek_str_trim(ek_str_line(&rest)), "{");
}

static void
end_file(struct reader *r)
{
    if (r->depth || r->array)
        say_bad(r, r->depth ? r->first : r->line, "ends early");
    else
        take_piece(r);
    give_all(r);
    if (!r->unnamed)
        return;
    const struct ek_run *run = r->saved->run;
    ek_run_say(run, EK_M_more_bad, r->path,
               ek_arena_printf(run->arena, "%zu", r->unnamed));
}

static void
read_stream(struct reader *r, FILE *stream)
{
    static const char bom[] = "\xef\xbb\xbf";
    char *chunk = ek_arena_alloc(r->saved->run->arena, CHUNK);
    bool first = true;
    for (size_t n; (n = fread(chunk, 1, CHUNK, stream)) > 0;) {
        ek_str s = {chunk, n};
        if (first) {
            if (ek_str_starts(s, ek_str_of(bom)))
                s = ek_str_slice(s, sizeof bom - 1, s.n);
            r->laid_out = is_laid_out(s);
        }
        first = false;
        (r->laid_out ? read_pieces : read_lines)(r, s);
    }
    end_file(r);
}

static void
say_trouble(struct reader *r, ek_diag_code code)
{
    struct ek_run *run = r->saved->run;
    r->saved->failed++;
    run->troubles |= EK_TROUBLE_UNREAD;
    ek_diag_say(&run->diag, code, r->path, 0, ek_str_of(strerror(errno)),
                nothing);
    ek_run_say_diag(run);
}

void
ek_saved_each(struct ek_saved *saved, ek_str path)
{
    struct reader r = {.saved = saved,
                       .path = path,
                       .ahead = ek_ahead_open(saved->run->arena),
                       .piece = ek_buf_on(saved->run->arena),
                       .line = 1};
    bool standard = ek_str_is(path, "-");
    FILE *stream = standard ? stdin : fopen(path.p, "rb");
    if (!stream) {
        say_trouble(&r, EK_D_read_open);
        return;
    }
    errno = 0;
    read_stream(&r, stream);
    if (ferror(stream))
        say_trouble(&r, EK_D_read_io);
    if (!standard)
        fclose(stream);
}
