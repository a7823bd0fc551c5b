/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/mail_part.h"

#include "base/written.h"
#include "read/helper.h"
#include "read/sniff.h"

#include <string.h>

enum { MOST_HEADERS = 64 * 1024 }; /* bytes looked at */

/* "Subject" of "Subject: x"; empty when the line is no header. */
static ek_str
header_name(ek_str line)
{
    size_t n = 0;
    while (n < line.n && line.p[n] > ' ' && line.p[n] < 0x7F &&
           line.p[n] != ':')
        n++;
    return n < line.n && line.p[n] == ':' ? ek_str_slice(line, 0, n)
                                          : EK_STR("");
}

static bool
is_header(ek_str name, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (name.n == strlen(words[i]) && ek_sniff_word(name, words[i]))
            return true;
    return false;
}

/* People write "From:" and "Date:" in documents, too; the others are written
 * by programs only. */
bool
ek_mail_recognizes(ek_str path, ek_str bytes)
{
    static const char *const mail[] = {"from", "to", "subject", "date",
                                       "content-type"};
    static const char *const program[] = {"mime-version", "received",
                                          "message-id",   "return-path",
                                          "delivered-to", "dkim-signature"};
    size_t known = 0, sure = 0;
    bool named = ek_read_names_mail(path);
    ek_str rest = ek_str_slice(bytes, 0, MOST_HEADERS);
    if (ek_str_starts(rest, EK_STR("From "))) /* of a mailbox */
        ek_str_line(&rest);
    for (ek_str line = ek_str_line(&rest); line.n; line = ek_str_line(&rest)) {
        ek_str name = header_name(line);
        bool continued = line.p[0] == ' ' || line.p[0] == '\t';
        if (!name.n && !continued)
            break;
        known += is_header(name, mail, sizeof mail / sizeof *mail);
        sure += is_header(name, program, sizeof program / sizeof *program);
    }
    return (sure && known + sure > 1) || (named && known + sure);
}

static ek_str
field(ek_str *line)
{
    ek_str word = ek_str_word(line);
    return ek_str_is(word, "-") ? EK_STR("") : word;
}

static bool
read_size(size_t *out, ek_str s)
{
    *out = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || *out > SIZE_MAX / 100)
            return false;
        *out = *out * 10 + (size_t)(s.p[i] - '0');
    }
    return s.n > 0;
}

/* "2.1" stands one deeper than "2", and that than the whole. */
static uint32_t
depth_of(ek_str number)
{
    uint32_t depth = number.n > 0;
    for (size_t i = 0; i < number.n; i++)
        depth += number.p[i] == '.';
    return depth;
}

struct parser {
    struct ek_mail *out;
    ek_arena *arena;
    ek_str rest;
    uint32_t open[EK_MAIL_DEPTH + 2]; /* the last part of each depth */
};

static bool
take_part(struct parser *p, ek_str line)
{
    struct ek_mail_part part = {.number = field(&line)};
    size_t size, own = p->out->parts.n;
    part.type = field(&line);
    size_t semicolon = ek_str_find(part.type, EK_STR(";"), 0);
    part.parameters = ek_str_slice(part.type, semicolon, part.type.n);
    part.type = ek_str_slice(part.type, 0, semicolon);
    part.charset = field(&line);
    part.disposition = field(&line);
    if (!read_size(&size, ek_str_word(&line)) || size >= p->rest.n)
        return false;
    part.name = ek_str_trim(line);
    part.bytes = ek_str_slice(p->rest, 0, size);
    p->rest = ek_str_slice(p->rest, size + 1, p->rest.n);
    part.depth = depth_of(part.number);
    if (part.depth > EK_MAIL_DEPTH + 1)
        return false;
    part.parent = part.depth ? p->open[part.depth - 1] : UINT32_MAX;
    p->open[part.depth] = (uint32_t)own;
    EK_PUSH(p->arena, p->out->parts, part);
    return true;
}

bool
ek_mail_parse(struct ek_mail *out, ek_arena *arena, ek_str lines)
{
    struct parser p = {.out = out, .arena = arena, .rest = lines};
    memset(p.open, 0xFF, sizeof p.open);
    if (!ek_str_is(ek_str_line(&p.rest), "ekimu-mail 1"))
        return false;
    while (p.rest.n) {
        ek_str line = ek_str_line(&p.rest), word = ek_str_word(&line);
        if (ek_str_is(word, "end"))
            return true;
        if (ek_str_is(word, "part") && !take_part(&p, line))
            return false;
        out->truncated |=
            ek_str_is(word, "warn") && ek_str_is(line, " truncated");
        out->nested |= ek_str_is(word, "warn") && ek_str_is(line, " nested");
    }
    return false;
}

ek_status
ek_mail_read(struct ek_mail *out, ek_arena *arena, const ek_source *source,
             const struct ek_read_options *options, ek_diag *diag)
{
    struct ek_budget *budget = options->budget;
    const struct ek_helper helper = {
        .program = "ekimu-mail",
        .path = source->path,
        .input = source->bytes,
        .most_output = budget->unpacked,
    };
    ek_str lines;
    ek_status status =
        ek_helper_run(&lines, arena, &helper, &options->limits, diag);
    if (status)
        return status;
    if (!ek_mail_parse(out, arena, lines)) {
        ek_diag_say(diag, EK_D_read_damaged, source->path, 0,
                    ek_str_of(helper.program), EK_STR(""));
        return EK_EFORMAT;
    }
    if (out->parts.n > budget->entries) {
        ek_diag_say(diag, EK_D_read_entries, source->path, 0,
                    ek_written_count(arena, options->limits.entries),
                    EK_STR(""));
        return EK_ELIMIT;
    }
    budget->entries -= out->parts.n;
    return EK_OK;
}
