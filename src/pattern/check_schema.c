/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/check.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <libxml/relaxng.h>

#include "base/xml.h"

enum { MOST_ERRORS = 8, LONGEST_MESSAGE = 240 };

/* What the validator complains of; it waits until libxml2 has returned, for
 * the arena of the diagnostics may unwind. */
struct complaints {
    struct {
        int line;
        char message[LONGEST_MESSAGE];
    } v[MOST_ERRORS];
    size_t n;
};

struct schema {
    xmlRelaxNG *grammar;
    xmlRelaxNGValidCtxt *validator;
    struct complaints complaints;
};

static void
keep_complaint(void *object, xmlErrorPtr error)
{
    struct complaints *c = object;
    if (c->n == MOST_ERRORS)
        return;
    const char *text = error->message ? error->message : "not valid";
    char *kept = c->v[c->n].message;
    snprintf(kept, LONGEST_MESSAGE, "%s", text);
    kept[strcspn(kept, "\n")] = '\0';
    c->v[c->n++].line = error->line;
}

static void
tell_complaints(struct complaints *c, ek_str file, ek_diag *diag)
{
    for (size_t i = 0; i < c->n; i++)
        ek_diag_say(diag, EK_D_pack_xml, file,
                    c->v[i].line > 0 ? (uint32_t)c->v[i].line : 0,
                    ek_str_of(c->v[i].message), EK_STR(""));
    c->n = 0;
}

static void
release_schema(void *object)
{
    struct schema *schema = object;
    xmlRelaxNGFreeValidCtxt(schema->validator);
    xmlRelaxNGFree(schema->grammar);
}

static void
compile_schema(struct schema *schema, xmlDoc *doc)
{
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewDocParserCtxt(doc);
    if (!parser)
        return;
    xmlRelaxNGSetParserStructuredErrors(parser, keep_complaint,
                                        &schema->complaints);
    schema->grammar = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    if (!schema->grammar)
        return;
    schema->validator = xmlRelaxNGNewValidCtxt(schema->grammar);
    xmlRelaxNGSetValidStructuredErrors(schema->validator, keep_complaint,
                                       &schema->complaints);
}

static void
validate(struct schema *schema, ek_arena *arena, ek_str path, ek_diag *diag)
{
    xmlDoc *doc;
    if (ek_xml_file(&doc, arena, path, diag) != EK_OK)
        return;
    xmlRelaxNGValidateDoc(schema->validator, doc);
    tell_complaints(&schema->complaints, path, diag);
}

static void
validate_files(const ek_pack *pack, ek_arena *arena, ek_diag *diag)
{
    xmlDoc *doc;
    ek_str path = ek_arena_printf(arena, "%.*s/pack.rng", EK_ARG(pack->dir));
    if (access(path.p, F_OK) != 0 ||
        ek_xml_file(&doc, arena, path, diag) != EK_OK)
        return;
    struct schema *schema = ek_arena_alloc(arena, sizeof *schema);
    ek_arena_defer(arena, release_schema, schema);
    compile_schema(schema, doc);
    tell_complaints(&schema->complaints, path, diag);
    if (!schema->validator)
        return;
    for (size_t i = 0; i < pack->files.n; i++)
        validate(schema, arena,
                 ek_arena_printf(arena, "%.*s/%.*s", EK_ARG(pack->dir),
                                 EK_ARG(pack->files.v[i])),
                 diag);
}

unsigned
ek_pack_check_schema(const ek_pack *pack, ek_diag *diag)
{
    size_t said = diag->lines.n;
    ek_arena *arena = ek_arena_new(0);
    if (!arena)
        return 0;
    if (!setjmp(*ek_arena_catch(arena)))
        validate_files(pack, arena, diag);
    ek_arena_free(arena);
    return (unsigned)(diag->lines.n - said);
}
