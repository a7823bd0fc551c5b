/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/sarif.h"

static bool
is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
           c == '~' || c == '/' || c == '!';
}

/* A path as a URI reference (RFC 3986): relative as it is, absolute with
 * file://. */
static ek_str
uri_of(ek_arena *arena, ek_str path)
{
    ek_buf out = ek_buf_on(arena);
    if (ek_str_starts(path, EK_STR("/")))
        ek_buf_puts(&out, "file://");
    for (size_t i = 0; i < path.n; i++)
        if (is_unreserved(path.p[i]))
            ek_buf_putc(&out, path.p[i]);
        else
            ek_buf_printf(&out, "%%%02X", (unsigned)(unsigned char)path.p[i]);
    return ek_buf_str(&out);
}

static void
put_artifact_location(ek_arena *arena, json_t *o, const ek_result *r,
                      uint32_t document, size_t artifact)
{
    json_t *location = ek_give_object(arena, o, "artifactLocation");
    ek_give_text(arena, location, "uri",
                 uri_of(arena, r->documents.v[document].path));
    ek_give_number(arena, location, "index", (uint32_t)artifact + document);
}

static uint32_t
characters_after_break(ek_str quote)
{
    uint32_t n = 0;
    for (size_t i = 0; i < quote.n; i++)
        if (quote.p[i] == '\n')
            n = 0;
        else
            n += ((unsigned char)quote.p[i] & 0xC0) != 0x80;
    return n;
}

/* Lines and columns of the extracted text, columns in code points; the end
 * column is one past the last character. */
static void
put_region(ek_arena *arena, json_t *o, const ek_finding *f)
{
    json_t *region = ek_give_object(arena, o, "region");
    uint32_t last = characters_after_break(f->quote) + 1;
    if (f->end_line == f->line)
        last += f->column - 1;
    ek_give_number(arena, region, "startLine", f->line);
    ek_give_number(arena, region, "startColumn", f->column);
    ek_give_number(arena, region, "endLine", f->end_line);
    ek_give_number(arena, region, "endColumn", last);
    ek_give_number(arena, region, "charOffset", f->chars[0]);
    ek_give_number(arena, region, "charLength", f->chars[1] - f->chars[0]);
    ek_sarif_message(arena, region, "snippet", f->quote);
}

static void
put_location(ek_arena *arena, json_t *result, const ek_result *r,
             const ek_finding *f, size_t artifact)
{
    json_t *list = ek_give_list(arena, result, "locations");
    json_t *location = ek_give_item(arena, list);
    json_t *physical = ek_give_object(arena, location, "physicalLocation");
    put_artifact_location(arena, physical, r, f->document, artifact);
    put_region(arena, physical, f);
    if (!f->article.n)
        return;
    json_t *logical = ek_give_list(arena, location, "logicalLocations");
    ek_give_text(arena, ek_give_item(arena, logical), "name", f->article);
}

static bool
gives(const ek_result *r, uint32_t finding, const char *contribution)
{
    for (size_t i = 0; i < r->verdicts.n; i++)
        for (size_t k = 0; k < r->verdicts.v[i].findings.n; k++) {
            const struct ek_evidence *e = &r->verdicts.v[i].findings.v[k];
            if (e->finding == finding &&
                ek_str_is(e->contribution, contribution))
                return true;
        }
    return false;
}

/* Strong evidence of an exception is an error, what is to be reviewed a
 * warning, everything else a note. */
static ek_str
level_of(const ek_result *r, uint32_t finding)
{
    if (gives(r, finding, "strong"))
        return EK_STR("error");
    if (gives(r, finding, "review"))
        return EK_STR("warning");
    return EK_STR("note");
}

static void
put_verdicts(ek_arena *arena, json_t *properties, const ek_result *r,
             uint32_t finding)
{
    json_t *list = ek_give_list(arena, properties, "verdicts");
    for (size_t i = 0; i < r->verdicts.n; i++)
        for (size_t k = 0; k < r->verdicts.v[i].findings.n; k++) {
            const struct ek_evidence *e = &r->verdicts.v[i].findings.v[k];
            if (e->finding != finding)
                continue;
            json_t *one = ek_give_item(arena, list);
            ek_give_text(arena, one, "item", r->verdicts.v[i].item);
            ek_give_text(arena, one, "row", e->row);
            ek_give_text(arena, one, "contribution", e->contribution);
        }
}

/* Of the states, those that say: nothing to be done about it. */
static bool
suppresses(const ek_review *review)
{
    ek_decided state = review->decision.state;
    return ek_review_holds(review) && (state == EK_DECIDED_ACCEPTED ||
                                       state == EK_DECIDED_FALSE_POSITIVE ||
                                       state == EK_DECIDED_RISK_ACCEPTED);
}

static void
put_suppressions(ek_arena *arena, json_t *o, const struct ek_reviewed *reviewed,
                 uint32_t finding)
{
    json_t *list = ek_give_list(arena, o, "suppressions");
    for (uint32_t i = ek_reviewed_finding(reviewed, finding);
         i != EK_DECIDED_NOTHING; i = reviewed->next[i]) {
        const ek_review *review = &reviewed->result->reviews.v.v[i];
        if (!suppresses(review))
            continue;
        json_t *one = ek_give_item(arena, list);
        ek_give_text(arena, one, "kind", EK_STR("external"));
        ek_give_text(arena, one, "status", EK_STR("accepted"));
        ek_give_text(arena, one, "justification", review->decision.reason);
    }
}

static void
put_decisions(ek_arena *arena, json_t *properties,
              const struct ek_reviewed *reviewed, uint32_t finding)
{
    uint32_t i = ek_reviewed_finding(reviewed, finding);
    if (i == EK_DECIDED_NOTHING)
        return;
    json_t *list = ek_give_list(arena, properties, "decisions");
    for (; i != EK_DECIDED_NOTHING; i = reviewed->next[i]) {
        const ek_review *review = &reviewed->result->reviews.v.v[i];
        json_t *one = ek_give_item(arena, list);
        ek_give_text(arena, one, "id", review->decision.id);
        ek_give_text(arena, one, "state",
                     ek_str_of(ek_decided_word(review->decision.state)));
        ek_give_text(arena, one, "standing",
                     ek_str_of(ek_standing_word(review->standing)));
        ek_give_text(arena, one, "author", review->decision.author);
        ek_give_text(arena, one, "date", review->decision.date);
        ek_give_text(arena, one, "expires", review->decision.expires);
    }
}

static void
put_place(ek_arena *arena, json_t *properties, const ek_place *place)
{
    if (place->page)
        ek_give_number(arena, properties, "page", place->page);
    if (place->paragraph)
        ek_give_number(arena, properties, "paragraph", place->paragraph);
    if (place->number.n)
        ek_give_text(arena, properties, "number", place->number);
    if (place->id.n)
        ek_give_text(arena, properties, "id", place->id);
}

void
ek_sarif_finding(ek_arena *arena, json_t *object, const ek_result *r,
                 uint32_t finding, size_t artifact,
                 const struct ek_reviewed *reviewed,
                 const struct ek_report_options *options)
{
    const ek_finding *f = &r->findings.v.v[finding];
    size_t rule = ek_sarif_rule(options, f->clause);
    ek_give_text(arena, object, "ruleId", f->clause);
    if (rule != SIZE_MAX)
        ek_give_number(arena, object, "ruleIndex", (uint32_t)rule);
    ek_give_text(arena, object, "level", level_of(r, finding));
    ek_sarif_message(arena, object, "message",
                     ek_label_in(&f->title, options->lang));
    put_location(arena, object, r, f, artifact);
    json_t *prints = ek_give_object(arena, object, "partialFingerprints");
    ek_give_text(arena, prints, "ekimu/v1", f->fingerprint);
    if (reviewed || options->decided)
        put_suppressions(arena, object, reviewed, finding);
    json_t *properties = ek_give_object(arena, object, "properties");
    ek_give_text(arena, properties, "rule", f->rule);
    ek_give_text(arena, properties, "tier", ek_str_of(ek_tier_word(f->tier)));
    put_place(arena, properties, &f->place);
    put_verdicts(arena, properties, r, finding);
    put_decisions(arena, properties, reviewed, finding);
}

static void
put_verdict(ek_arena *arena, json_t *o, const ek_verdict *v, ek_lang lang)
{
    ek_give_text(arena, o, "item", v->item);
    ek_give_text(arena, o, "status", v->status);
    ek_give_text(arena, o, "row", v->row);
    ek_give_words(arena, o, "provisions", v->provisions);
    ek_give_text(arena, o, "label", ek_label_in(&v->label, lang));
    ek_give_text(arena, o, "reason", ek_label_in(&v->reason, lang));
}

void
ek_sarif_artifact(ek_arena *arena, json_t *object, const ek_result *r,
                  uint32_t document, ek_lang lang)
{
    const ek_document *d = &r->documents.v[document];
    json_t *location = ek_give_object(arena, object, "location");
    ek_give_text(arena, location, "uri", uri_of(arena, d->path));
    if (d->sha256.n)
        ek_give_text(arena, ek_give_object(arena, object, "hashes"), "sha-256",
                     d->sha256);
    json_t *properties = ek_give_object(arena, object, "properties");
    ek_give_text(arena, properties, "format", d->format);
    ek_give_text(arena, properties, "readable", d->readable);
    ek_give_text(arena, properties, "no_result", d->no_result);
    ek_give_text(arena, properties, "bundle", r->bundle);
    json_t *verdicts = ek_give_list(arena, properties, "verdicts");
    for (size_t i = 0; i < r->verdicts.n; i++)
        put_verdict(arena, ek_give_item(arena, verdicts), &r->verdicts.v[i],
                    lang);
}

static void
notify(ek_arena *arena, json_t *list, const ek_result *r, uint32_t document,
       size_t artifact, ek_str code, ek_str level, ek_str text)
{
    json_t *o = ek_give_item(arena, list);
    ek_give_text(arena, ek_give_object(arena, o, "descriptor"), "id", code);
    ek_give_text(arena, o, "level", level);
    ek_sarif_message(arena, o, "message", text);
    json_t *location = ek_give_item(arena, ek_give_list(arena, o, "locations"));
    put_artifact_location(arena,
                          ek_give_object(arena, location, "physicalLocation"),
                          r, document, artifact);
}

void
ek_sarif_notifications(ek_arena *arena, json_t *list, const ek_result *r,
                       size_t artifact, ek_lang lang)
{
    for (size_t i = 0; i < r->notes.n; i++) {
        const struct ek_note *note = &r->notes.v[i];
        notify(arena, list, r, note->document, artifact, note->code,
               note->level, ek_label_in(&note->text, lang));
    }
    for (size_t i = 0; i < r->findings.v.n; i++) {
        const ek_finding *f = &r->findings.v.v[i];
        if (f->kind == EK_GAVE_UP)
            notify(arena, list, r, f->document, artifact,
                   EK_STR("pattern_gave_up"), EK_STR("error"), f->reason);
    }
    for (uint32_t d = 0; d < r->documents.n; d++) {
        const ek_extraction *e = &r->documents.v[d].extraction;
        for (size_t i = 0; i < e->unread.n; i++)
            notify(arena, list, r, d, artifact, EK_STR("unread"),
                   EK_STR("warning"),
                   ek_arena_printf(arena, "%.*s %.*s: %.*s",
                                   EK_ARG(e->unread.v[i].what),
                                   EK_ARG(e->unread.v[i].name),
                                   EK_ARG(e->unread.v[i].why)));
    }
}
