/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of a mail are to a reader: its own text, another form of the
 * same text, an attachment, or nothing. */
#include "config.h"

#include "read/box_item.h"
#include "read/mail_part.h"
#include "read/sniff.h"

struct mail {
    struct ek_box_list *out;
    ek_arena *arena;
    const ek_source *source;
    ek_str prefix; /* number of the mail in the one around it */
    struct ek_mail parts;
    bool *aside; /* of each part: stands in an alternative not chosen */
    uint32_t alternatives;
    size_t texts, body; /* items that are own texts; the first of them */
};

static const struct {
    const char *type, *ending;
} types[] = {
    {"text/plain", "txt"},
    {"text/markdown", "md"},
    {"text/html", "html"},
    {"application/xhtml+xml", "xhtml"},
    {"application/pdf", "pdf"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "docx"},
    {"application/msword", "doc"},
    {"application/vnd.oasis.opendocument.text", "odt"},
    {"application/rtf", "rtf"},
    {"text/rtf", "rtf"},
    {"application/zip", "zip"},
    {"application/x-zip-compressed", "zip"},
    {"message/rfc822", "eml"},
    {"message/global", "eml"},
};

static const char *
ending_of(ek_str type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (ek_str_is(type, types[i].type))
            return types[i].ending;
    return NULL;
}

static const struct ek_mail_part *
parent_of(const struct mail *m, const struct ek_mail_part *part)
{
    return part->parent == UINT32_MAX ? NULL : &m->parts.parts.v[part->parent];
}

static bool
stands_in(const struct mail *m, const struct ek_mail_part *part,
          const char *type)
{
    const struct ek_mail_part *parent = parent_of(m, part);
    return parent && ek_str_is(parent->type, type);
}

static bool
is_own_text(const struct ek_mail_part *part)
{
    return (ek_str_is(part->type, "text/plain") ||
            ek_str_is(part->type, "text/html")) &&
           !ek_str_is(part->disposition, "attachment") && !part->name.n;
}

/* The HTML form of an alternative: it, or in it beside its images. */
static const struct ek_mail_part *
page_of(const struct mail *m, uint32_t i)
{
    const struct ek_mail_part *parts = m->parts.parts.v;
    for (uint32_t k = i; k < m->parts.parts.n; k++) {
        if (k > i && parts[k].depth <= parts[i].depth)
            break;
        if ((k == i || parts[k].parent == i) && is_own_text(&parts[k]) &&
            ek_str_is(parts[k].type, "text/html"))
            return &parts[k];
    }
    return NULL;
}

/* "Your program does not show this mail." */
static bool
is_stub(const struct ek_mail_part *plain, const struct ek_mail_part *page)
{
    enum { SHORT = 200, TIMES = 20 };
    return ek_sniff_blank(plain->bytes) ||
           (page && plain->bytes.n < SHORT &&
            plain->bytes.n * TIMES < page->bytes.n);
}

/* Plain text, unless it says nothing; else HTML. */
static uint32_t
choose(const struct mail *m, uint32_t around)
{
    uint32_t plain = UINT32_MAX, page = UINT32_MAX;
    for (uint32_t i = around + 1; i < m->parts.parts.n; i++) {
        const struct ek_mail_part *part = &m->parts.parts.v[i];
        if (part->parent != around)
            continue;
        if (plain == UINT32_MAX && is_own_text(part) &&
            ek_str_is(part->type, "text/plain"))
            plain = i;
        if (page == UINT32_MAX && page_of(m, i))
            page = i;
    }
    const struct ek_mail_part *parts = m->parts.parts.v;
    if (page != UINT32_MAX &&
        (plain == UINT32_MAX || is_stub(&parts[plain], page_of(m, page))))
        return page;
    return plain;
}

/* In the order of the mail, so that a part knows what is around it. */
static void
choose_alternatives(struct mail *m)
{
    size_t n = m->parts.parts.n;
    uint32_t *chosen = ek_arena_alloc(m->arena, n * sizeof *chosen);
    m->aside = ek_arena_alloc(m->arena, n * sizeof *m->aside);
    for (uint32_t i = 0; i < n; i++) {
        const struct ek_mail_part *part = &m->parts.parts.v[i];
        bool alternative = stands_in(m, part, "multipart/alternative");
        if (ek_str_is(part->type, "multipart/alternative"))
            chosen[i] = choose(m, i);
        if (part->parent != UINT32_MAX)
            m->aside[i] = m->aside[part->parent] ||
                          (alternative && chosen[part->parent] != UINT32_MAX &&
                           chosen[part->parent] != i);
    }
}

static bool
is_encrypted(const struct mail *m, const struct ek_mail_part *part)
{
    ek_str pgp = EK_STR("-----BEGIN PGP MESSAGE-----");
    if (ek_str_is(part->type, "application/pkcs7-mime") ||
        ek_str_is(part->type, "application/x-pkcs7-mime"))
        return ek_str_find(part->parameters, EK_STR("signed-data"), 0) ==
               part->parameters.n;
    return stands_in(m, part, "multipart/encrypted") ||
           (is_own_text(part) && ek_str_starts(ek_str_trim(part->bytes), pgp));
}

/* Images of a page, signatures, the little that goes with encrypted parts. */
static bool
is_nothing(const struct mail *m, const struct ek_mail_part *part)
{
    static const char *const words[] = {
        "application/pgp-encrypted", "application/pgp-signature",
        "application/pkcs7-signature", "application/x-pkcs7-signature"};
    bool text = ek_str_is(part->type, "text/plain");
    return ek_str_among(part->type, words, sizeof words / sizeof *words) ||
           (stands_in(m, part, "multipart/related") &&
            !ending_of(part->type)) ||
           (text && is_own_text(part) && ek_sniff_blank(part->bytes));
}

static ek_str
name_of(const struct mail *m, const struct ek_mail_part *part, bool own)
{
    const char *ending = ending_of(part->type);
    if (part->name.n)
        return ek_box_name(m->arena, part->name);
    if (own && !m->texts)
        return ek_arena_printf(m->arena, "body.%s", ending);
    return ek_arena_printf(m->arena, "%s%.*s%s%s", own ? "body-" : "",
                           EK_ARG(part->number), ending ? "." : "",
                           ending ? ending : "");
}

static ek_str
number_of(const struct mail *m, const struct ek_mail_part *part)
{
    return m->prefix.n
               ? ek_arena_printf(m->arena, "%.*s.%.*s", EK_ARG(m->prefix),
                                 EK_ARG(part->number))
               : part->number;
}

static ek_str
bytes_of(const struct mail *m, const struct ek_mail_part *part)
{
    ek_str p = part->parameters;
    if (!ek_str_is(part->type, "text/plain") ||
        ek_str_find(p, EK_STR("format=flowed"), 0) == p.n)
        return part->bytes;
    return ek_mail_unflow(m->arena, part->bytes,
                          ek_str_find(p, EK_STR("delsp=yes"), 0) < p.n);
}

static void
decide(struct ek_box_item *item, const struct mail *m,
       const struct ek_mail_part *part, ek_str name)
{
    if (is_encrypted(m, part)) {
        item->fate = EK_BOX_REFUSE;
        item->refusal = EK_D_read_encrypted;
    } else if (!ek_read_tries(name) && !ending_of(part->type)) {
        item->fate = EK_BOX_OTHER;
        item->why = ek_str_is(part->type, "message/external-body")
                        ? "elsewhere"
                        : "unsupported-format";
    }
}

static void
add_item(struct mail *m, const struct ek_mail_part *part, bool own)
{
    ek_str name = name_of(m, part, own);
    struct ek_box_item item = {
        .path = ek_box_path(m->arena, m->source->path, name),
        .part = number_of(m, part),
        .name = name,
        .what = "attachment",
        .bytes = bytes_of(m, part),
        .declared = ek_decode_of(part->charset),
    };
    decide(&item, m, part, name);
    if (own && !m->texts++)
        m->body = m->out->items.n;
    EK_PUSH(m->arena, m->out->items, item);
}

static void
take_part(struct mail *m, uint32_t i)
{
    const struct ek_mail_part *part = &m->parts.parts.v[i];
    bool own = is_own_text(part);
    if (ek_str_starts(part->type, EK_STR("multipart/")) || is_nothing(m, part))
        return;
    if (m->aside[i] && (own || ek_str_starts(part->type, EK_STR("text/"))))
        m->alternatives++;
    else
        add_item(m, part, own);
}

/* The text that comes with the others, else the first document. */
static struct ek_box_item *
first_item(const struct mail *m)
{
    struct ek_box_item *items = m->out->items.v;
    if (m->texts && items[m->body].fate == EK_BOX_TRY)
        return &items[m->body];
    for (size_t i = 0; i < m->out->items.n; i++)
        if (items[i].fate == EK_BOX_TRY)
            return &items[i];
    return NULL;
}

static void
tell_the_rest(struct mail *m)
{
    struct ek_box_item *first = first_item(m);
    if (!first)
        return;
    ek_extraction *aside = &first->aside;
    ek_extraction_apart(aside, m->arena, "alternative", m->alternatives);
    for (size_t i = 0; i < m->out->items.n; i++) {
        const struct ek_box_item *item = &m->out->items.v[i];
        if (item->fate == EK_BOX_OTHER)
            ek_extraction_unread(aside, m->arena, item->what, item->name,
                                 item->why);
    }
    if (m->parts.truncated)
        ek_extraction_unread(aside, m->arena, "part", EK_STR(""), "damaged");
    if (m->parts.nested)
        ek_extraction_unread(aside, m->arena, "part", EK_STR(""), "limit");
}

void
ek_box_list_parts(struct ek_box_list *out, ek_arena *arena,
                  const ek_source *source, ek_str prefix,
                  const struct ek_mail *parts)
{
    struct mail m = {.out = out,
                     .arena = arena,
                     .source = source,
                     .prefix = prefix,
                     .parts = *parts};
    out->truncated = parts->truncated;
    out->nested = parts->nested;
    choose_alternatives(&m);
    for (uint32_t i = 0; i < m.parts.parts.n; i++)
        take_part(&m, i);
    tell_the_rest(&m);
}

ek_status
ek_box_list_mail(struct ek_box_list *out, ek_arena *arena,
                 const ek_source *source, ek_str prefix,
                 const struct ek_read_options *options, ek_diag *diag)
{
    struct ek_mail parts = {.truncated = false};
    ek_status status = ek_mail_read(&parts, arena, source, options, diag);
    if (status == EK_OK)
        ek_box_list_parts(out, arena, source, prefix, &parts);
    return status;
}
