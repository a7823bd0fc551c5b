/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "score_case.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_diagnostics(ek_diag *diag)
{
    for (size_t i = 0; i < diag->lines.n; i++) {
        ek_buf line = ek_buf_on(diag->arena);
        ek_diag_write(&line, &diag->lines.v[i], EK_LANG_EN);
        if (ek_diag_level(diag->lines.v[i].code) == EK_ERROR)
            fprintf(stderr, "%.*s\n", EK_ARG(ek_buf_str(&line)));
    }
}

ek_pack *shipped;

int
score_load(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_diag diag = ek_diag_on(arena);
    const char *named = getenv("EKIMU_PATTERNS"), *srcdir = getenv("srcdir");
    ek_str dir = ek_str_of(named ? named : "patterns");
    if (!named && srcdir)
        dir = ek_arena_printf(arena, "%s/patterns", srcdir);
    if (ek_pack_load(&shipped, dir, &diag) != EK_OK)
        print_diagnostics(&diag);
    ek_arena_free(arena);
    return shipped ? 0 : -1;
}

int
score_free(void **state)
{
    (void)state;
    ek_pack_free(shipped);
    return 0;
}

static void
set_qualifier(ek_quals *quals, ek_str word)
{
    size_t equals = ek_str_find(word, EK_STR("="), 0);
    ek_qualifier q = ek_qualifier_of(ek_str_slice(word, 0, equals));
    ek_str value = ek_str_slice(word, equals + 1, word.n);
    uint32_t bit = q < EK_QUALIFIERS ? ek_qualifier_bit(q, value) : 0;
    if (!bit) {
        fprintf(stderr, "no such qualifier: %.*s\n", EK_ARG(word));
        abort();
    }
    quals->bits[q] |= bit;
}

/* The document of a kind, added where there is none yet. */
static uint32_t
document_of(ek_result *result, ek_str kind)
{
    uint32_t i = 0;
    while (i < result->documents.n &&
           !ek_str_eq(result->documents.v[i].kind, kind))
        i++;
    if (i == result->documents.n) {
        ek_document document = {.kind = kind, .readable = EK_STR("full")};
        EK_PUSH(result->arena, result->documents, document);
    }
    return i;
}

/* "in=dpa" and "lang=en" tell where a finding stands, the rest what it says. */
static void
set_word(ek_result *result, ek_finding *finding, ek_str word)
{
    ek_str in = EK_STR("in="), lang = EK_STR("lang=");
    ek_str dated = EK_STR("dated="), page = EK_STR("page=");
    if (ek_str_starts(word, in)) {
        finding->document =
            document_of(result, ek_str_slice(word, in.n, word.n));
    } else if (ek_str_starts(word, lang)) {
        ek_str name = ek_str_slice(word, lang.n, word.n);
        finding->lang = ek_lang_of(name);
        document_of(result, EK_STR("terms"));
        EK_PUSH(result->arena, result->documents.v[0].languages, name);
    } else if (ek_str_starts(word, page)) {
        finding->place.page = (uint32_t)strtoul(word.p + page.n, NULL, 10);
    } else if (ek_str_starts(word, dated)) {
        uint32_t i = document_of(result, EK_STR("terms"));
        result->documents.v[i].dated = ek_str_slice(word, dated.n, word.n);
    } else {
        set_qualifier(&finding->quals, word);
    }
}

static ek_finding
finding_of(ek_result *result, ek_str text)
{
    ek_str clause = ek_str_word(&text);
    ek_finding finding = {.kind = EK_PRESENT, .tier = EK_TIER_FINDING};
    if (clause.p[0] == '?')
        finding.tier = EK_TIER_CLUE;
    if (clause.p[0] == '!')
        finding.kind = EK_GAVE_UP;
    bool marked = clause.p[0] == '?' || clause.p[0] == '!';
    finding.clause = ek_str_slice(clause, marked, clause.n);
    for (ek_str w = ek_str_word(&text); w.n; w = ek_str_word(&text))
        set_word(result, &finding, w);
    return finding;
}

/* "~kind.storage=5": so many mentions. */
static void
set_said(ek_result *result, ek_str text)
{
    size_t equals = ek_str_find(text, EK_STR("="), 0);
    ek_str word = ek_str_slice(text, 1, equals);
    struct ek_said said = {.word = word, .line = 1, .quote = word};
    said.count = (uint32_t)strtoul(text.p + equals + 1, NULL, 10);
    for (size_t i = 0; i < result->said.n; i++)
        if (ek_str_eq(result->said.v[i].word, word)) {
            result->said.v[i] = said;
            return;
        }
    EK_PUSH(result->arena, result->said, said);
}

/* A text of some length that speaks of an online service. */
static void
speak(ek_result *result)
{
    result->said_bytes = 10000;
    set_said(result, EK_STR("~kind.online=100"));
    set_said(result, EK_STR("~kind.contract=100"));
}

/* "%" nothing of a document was read, "%12/40" so many of its pages. */
static void
add_unread(ek_result *result, ek_str text)
{
    size_t slash = ek_str_find(text, EK_STR("/"), 0);
    ek_document document = {.readable = EK_STR("part"),
                            .path = EK_STR("dir/unread.pdf")};
    if (slash == text.n) {
        document.readable = EK_STR("none");
        document.no_result = EK_STR("damaged");
    } else {
        document.extraction.unit = EK_STR("page");
        document.extraction.read = (uint32_t)strtoul(text.p + 1, NULL, 10);
        document.extraction.units =
            (uint32_t)strtoul(text.p + slash + 1, NULL, 10);
    }
    EK_PUSH(result->arena, result->documents, document);
}

static void
add_findings(ek_result *result, const char *findings)
{
    ek_str rest = ek_arena_copy(result->arena, ek_str_of(findings));
    while (ek_str_trim(rest).n) {
        size_t end = ek_str_find(rest, EK_STR(";"), 0);
        ek_str one = ek_str_trim(ek_str_slice(rest, 0, end));
        if (ek_str_starts(one, EK_STR("%")))
            add_unread(result, one);
        else if (ek_str_starts(one, EK_STR("~")))
            set_said(result, one);
        else if (one.n)
            EK_PUSH(result->arena, result->findings.v, finding_of(result, one));
        rest = ek_str_slice(rest, end + 1, rest.n);
    }
}

static void
set_facts(struct ek_facts *facts, ek_arena *arena, const ek_pack *pack,
          const char *words)
{
    ek_str rest = ek_str_of(words);
    ek_diag diag = ek_diag_on(arena);
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
        if (ek_str_find(w, EK_STR("="), 0) == w.n)
            ek_facts_signal(facts, arena, w);
        else if (ek_facts_set(facts, arena, pack, w, &diag) != EK_OK)
            abort();
    }
}

ek_result *
score_case(const ek_pack *pack, const char *findings, const char *facts)
{
    ek_result *result = ek_result_new(0);
    struct ek_facts given = {0};
    speak(result);
    add_findings(result, findings);
    set_facts(&given, result->arena, pack, facts);
    ek_score(result, pack, &given);
    return result;
}

const char *
score_status(const ek_result *result, const char *item)
{
    const ek_verdict *verdict = ek_result_verdict(result, item);
    return verdict ? verdict->status.p : "no verdict";
}

const char *
score_row(const ek_result *result, const char *item)
{
    const ek_verdict *verdict = ek_result_verdict(result, item);
    return verdict ? verdict->row.p : "no verdict";
}

const struct ek_evidence *
score_evidence(const ek_result *result, const char *item, uint32_t i)
{
    const ek_verdict *verdict = ek_result_verdict(result, item);
    for (size_t k = 0; verdict && k < verdict->findings.n; k++)
        if (verdict->findings.v[k].finding == i)
            return &verdict->findings.v[k];
    return NULL;
}

const char *
score_took(const ek_result *result, const char *item, uint32_t i)
{
    const struct ek_evidence *evidence = score_evidence(result, item, i);
    return evidence ? evidence->row.p : "";
}

bool
score_asks(const ek_result *result, const char *item, const char *id)
{
    const ek_verdict *verdict = ek_result_verdict(result, item);
    for (size_t i = 0; verdict && i < verdict->questions.n; i++)
        if (ek_str_is(verdict->questions.v[i], id))
            return true;
    return false;
}

bool
score_overlays(const ek_result *result, const char *id)
{
    for (size_t i = 0; i < result->overlays.n; i++)
        if (ek_str_is(result->overlays.v[i].id, id))
            return true;
    return false;
}
