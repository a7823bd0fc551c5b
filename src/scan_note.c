/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "scan_note.h"

#include "base/written.h"
#include "scan_date.h"
#include "scan_known.h"

#include <stdlib.h>

static void
note_pack(ek_result *result, const ek_pack *pack)
{
    result->engine = EK_STR(PACKAGE_VERSION);
    result->pack_id = pack->id;
    result->pack_version = pack->version;
    result->pack_as_of = pack->as_of;
    result->pack_fingerprint = pack->fingerprint;
    result->disclaimer = pack->disclaimer;
    result->note_2013 = pack->note_2013;
}

void
ek_note_bundle(ek_result *result, ek_str name, const ek_pack *pack)
{
    note_pack(result, pack);
    result->bundle = ek_arena_copy(result->arena, name);
}

/* What was not read of the box, told where its first text is. */
static void
note_aside(ek_result *result, const ek_extraction *aside)
{
    ek_extraction *all = &result->documents.v[0].extraction;
    for (size_t i = 0; i < aside->unread.n; i++)
        ek_extraction_unread(all, result->arena, aside->unread.v[i].what.p,
                             aside->unread.v[i].name, aside->unread.v[i].why.p);
    for (size_t i = 0; i < aside->apart.n; i++)
        ek_extraction_apart(all, result->arena, aside->apart.v[i].what.p,
                            aside->apart.v[i].count);
}

void
ek_note_source(ek_result *result, const ek_member *member, const ek_pack *pack)
{
    const ek_source *source = &member->source;
    ek_document document = {
        .part = ek_arena_copy(result->arena, member->part),
        .path = ek_arena_copy(result->arena, source->path),
        .sha256 = ek_arena_copy(result->arena, ek_str_of(source->sha256)),
        .readable = EK_STR("none"),
    };
    note_pack(result, pack);
    EK_PUSH(result->arena, result->documents, document);
    note_aside(result, &member->aside);
}

void
ek_note_text(ek_result *result, const ek_text *text)
{
    static const char *const words[] = {"full", "part", "none"};
    ek_document *document = &result->documents.v[0];
    document->format = ek_str_of(text->format);
    document->encoding = ek_str_of(text->encoding);
    document->encoding_guessed = text->encoding_guessed;
    document->encoding_confidence = text->encoding_confidence;
    document->title = text->title;
    document->readable = ek_str_of(words[text->readable]);
    ek_extraction aside = document->extraction;
    document->extraction = text->extraction;
    note_aside(result, &aside);
    if (text->readable == EK_READ_FULL &&
        !ek_extraction_is_whole(&document->extraction))
        document->readable = ek_str_of(words[EK_READ_PART]);
    document->bytes = (uint32_t)text->bytes.n;
    document->lines = (uint32_t)text->line_starts.n;
}

/* The document gives nothing, and alone no result. */
static void
note_none(ek_result *result, ek_str why)
{
    ek_document *document = &result->documents.v[0];
    if (document->no_result.n)
        return;
    document->no_result = why;
    result->no_result = why;
}

bool
ek_note_languages(ek_result *result, const ek_segs *segs)
{
    ek_document *document = &result->documents.v[0];
    ek_str main = ek_str_of(ek_lang_word(segs->lang));
    EK_PUSH(result->arena, document->languages, main);
    if (segs->has_ja && segs->lang != EK_LANG_JA)
        EK_PUSH(result->arena, document->languages, EK_STR("ja"));
    if (segs->has_en && segs->lang != EK_LANG_EN)
        EK_PUSH(result->arena, document->languages, EK_STR("en"));
    bool supported = segs->lang == EK_LANG_JA || segs->lang == EK_LANG_EN;
    if (!supported)
        note_none(result, EK_STR("unsupported-language"));
    return supported;
}

/* A quote that is not its slice would be a bug of ours, never the world's. */
static void
check_quote(const ek_finding *finding, const ek_text *text)
{
    if (!ek_str_eq(finding->quote, ek_text_slice(text, finding->span)))
        abort();
}

void
ek_note_findings(ek_result *result, const ek_segs *segs)
{
    for (size_t i = 0; i < result->findings.v.n; i++)
        if (result->findings.v.v[i].kind == EK_PRESENT)
            check_quote(&result->findings.v.v[i], segs->norm->text);
    ek_note_known(result, segs);
}

static struct ek_said *
said_of(ek_result *result, const ek_concept *word)
{
    for (size_t i = 0; i < result->said.n; i++)
        if (ek_str_eq(result->said.v[i].word, word->id))
            return &result->said.v[i];
    struct ek_said said = {.word = word->id, .about = word->about};
    EK_PUSH(result->arena, result->said, said);
    return &result->said.v[result->said.n - 1];
}

static void
say_once(ek_result *result, const ek_concept *word, const ek_norm *norm,
         ek_nspan span)
{
    struct ek_said *said = said_of(result, word);
    if (said->count++)
        return;
    ek_tspan place = ek_map_to_text(&norm->map, span);
    said->line = ek_text_where(norm->text, place).line;
    said->quote = ek_text_slice(norm->text, place);
}

/* A title stands at the top, and its kind is what it names first. */
static void
note_kind(ek_result *result, const ek_concept *word, ek_nspan span)
{
    enum { HEAD_BYTES = 300 };
    ek_document *document = &result->documents.v[result->documents.n - 1];
    ek_str role = EK_STR("titled.");
    if (span.begin < HEAD_BYTES && !document->kind.n &&
        ek_str_starts(word->id, role))
        document->kind = ek_str_slice(word->id, role.n, word->id.n);
}

/* Dates in this form sort as their letters do. */
static void
note_date(ek_result *result, const ek_concept *word, ek_str words)
{
    ek_document *document = &result->documents.v[result->documents.n - 1];
    if (!ek_str_is(word->id, "version.dated"))
        return;
    ek_str date = ek_scan_date(result->arena, words);
    if (ek_str_cmp(date, document->dated) > 0)
        document->dated = date;
}

/* "This addendum prevails" means documents of its own kind. */
static const ek_concept *
meant_by(const ek_result *result, const ek_pack *pack, const ek_concept *word)
{
    const ek_document *document = &result->documents.v[result->documents.n - 1];
    if (!ek_str_is(word->id, "wins.this") || !document->kind.n)
        return word;
    ek_str id =
        ek_arena_printf(result->arena, "wins.%.*s", EK_ARG(document->kind));
    uint32_t meant = ek_pack_concept(pack, id);
    return meant == UINT32_MAX ? word : &pack->concepts.v[meant];
}

void
ek_note_said(ek_result *result, const ek_pack *pack, const ek_norm *norm,
             const ek_hits *hits)
{
    ek_str roles = EK_STR(EK_SAID_ROLES);
    result->said_bytes += (uint32_t)norm->bytes.n;
    for (size_t i = 0; i < hits->hits.n; i++) {
        const ek_hit *hit = &hits->hits.v[i];
        const ek_concept *word = &pack->concepts.v[hit->concept_index];
        note_kind(result, word, hit->span);
        note_date(result, word,
                  ek_str_slice(norm->bytes, hit->span.begin, hit->span.end));
        if (ek_words_have(roles, word->role))
            say_once(result, meant_by(result, pack, word), norm, hit->span);
    }
}

static ek_label
in_both_languages(ek_arena *arena, const ek_diag_line *line)
{
    ek_diag_line bare = *line;
    ek_buf ja = ek_buf_on(arena), en = ek_buf_on(arena);
    ek_diag_message(&ja, &bare, EK_LANG_JA);
    ek_diag_message(&en, &bare, EK_LANG_EN);
    return (ek_label){ek_buf_str(&ja), ek_buf_str(&en)};
}

/* The word of what kept a document from being read. */
static ek_str
reason_of(ek_diag_code code)
{
    static const struct {
        ek_diag_code code;
        const char *word;
    } rows[] = {
#define EK_WHY_NONE(code, word) {EK_D_##code, word},
#include "scan_note.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            return ek_str_of(rows[i].word);
    return EK_STR("unreadable");
}

void
ek_note_diagnostics(ek_result *result, const ek_diag *diag)
{
    static const char *const levels[] = {"note", "warning", "error"};
    for (size_t i = 0; i < diag->lines.n; i++) {
        const ek_diag_line *line = &diag->lines.v[i];
        ek_level level = ek_diag_level(line->code);
        struct ek_note note = {
            .code = ek_str_of(ek_diag_word(line->code)),
            .level = ek_str_of(levels[level]),
            .line = line->line,
            .text = in_both_languages(result->arena, line),
        };
        EK_PUSH(result->arena, result->notes, note);
        if (level == EK_ERROR)
            note_none(result, reason_of(line->code));
    }
}

ek_status
ek_note_exhausted(ek_result **out, const ek_member *member, const ek_pack *pack,
                  const struct ek_limits *limits)
{
    ek_result *result = ek_result_new(0);
    if (!result)
        return EK_ENOMEM;
    if (setjmp(*ek_arena_catch(result->arena))) {
        ek_result_free(result);
        return EK_ENOMEM;
    }
    ek_diag diag = ek_diag_on(result->arena);
    ek_note_source(result, member, pack);
    ek_diag_say(&diag, EK_D_read_limit, member->source.path, 0,
                ek_written_count(result->arena, limits->memory), EK_STR(""));
    ek_note_diagnostics(result, &diag);
    *out = result;
    return EK_OK;
}
