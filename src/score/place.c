/* SPDX-License-Identifier: Apache-2.0 */
/* Questions to the provider name the clauses that they are about. */
#include "config.h"

#include "score/docket.h"

enum { MOST_NAMED = 3 };

static bool
raises_question(const struct ek_evidence *evidence)
{
    static const char *const raising[] = {"strong", "review", "contradicts",
                                          "partly"};
    return ek_str_among(evidence->contribution, raising,
                        sizeof raising / sizeof *raising);
}

static bool
is_named(const struct ek_asked *asked, uint32_t finding)
{
    for (size_t i = 0; i < asked->findings.n; i++)
        if (asked->findings.v[i] == finding)
            return true;
    return false;
}

static bool
asks(const ek_verdict *verdict, ek_str id)
{
    for (size_t i = 0; i < verdict->questions.n; i++)
        if (ek_str_eq(verdict->questions.v[i], id))
            return true;
    return false;
}

static void
name_evidence(const ek_result *result, struct ek_asked *asked,
              const ek_verdict *verdict)
{
    for (size_t i = 0; i < verdict->findings.n; i++) {
        const struct ek_evidence *evidence = &verdict->findings.v[i];
        const ek_finding *f = &result->findings.v.v[evidence->finding];
        if (f->kind == EK_PRESENT && f->tier == EK_TIER_FINDING &&
            raises_question(evidence) && !is_named(asked, evidence->finding))
            EK_PUSH(result->arena, asked->findings, evidence->finding);
    }
}

static ek_str
document_name(const ek_document *document)
{
    size_t from = document->path.n;
    if (ek_str_trim(document->title).n)
        return ek_str_trim(document->title);
    while (from > 0 && document->path.p[from - 1] != '/')
        from--;
    return ek_str_slice(document->path, from, document->path.n);
}

static bool
is_said_before(const ek_result *result, const struct ek_asked *asked, size_t n)
{
    const ek_finding *f = &result->findings.v.v[asked->findings.v[n]];
    for (size_t i = 0; i < n; i++) {
        const ek_finding *g = &result->findings.v.v[asked->findings.v[i]];
        if (g->document == f->document && ek_str_eq(g->article, f->article))
            return true;
    }
    return false;
}

/* "第5条第1項、第6条" of one document; empty when no article has a label. */
static ek_str
articles_of(const ek_result *result, const struct ek_asked *asked,
            uint32_t document, ek_str between)
{
    ek_buf out = ek_buf_on(result->arena);
    size_t named = 0;
    for (size_t i = 0; i < asked->findings.n && named < MOST_NAMED; i++) {
        const ek_finding *f = &result->findings.v.v[asked->findings.v[i]];
        if (f->document != document || !f->article.n ||
            is_said_before(result, asked, i))
            continue;
        if (named++)
            ek_buf_add(&out, between);
        ek_buf_add(&out, f->article);
    }
    return ek_buf_str(&out);
}

/* Words of the table "letter"; a blank follows in English. */
static ek_str
letter(const struct ek_docket *docket, const char *word, ek_lang lang)
{
    ek_label label = ek_docket_label(docket, "letter", ek_str_of(word));
    return ek_arena_printf(docket->arena, "%.*s%s",
                           EK_ARG(ek_label_in(&label, lang)),
                           lang == EK_LANG_JA ? "" : " ");
}

/* Each document with the articles in question. */
static ek_str
about(const struct ek_docket *docket, const struct ek_asked *asked,
      ek_lang lang)
{
    const ek_result *result = docket->result;
    ek_str frame = letter(docket, "about", lang);
    ek_str between = letter(docket, "between", lang);
    ek_buf out = ek_buf_on(docket->arena);
    for (uint32_t i = 0; i < result->documents.n; i++) {
        ek_str articles = articles_of(result, asked, i, between);
        if (articles.n)
            ek_buf_fill(&out, frame, document_name(&result->documents.v[i]),
                        articles);
    }
    return ek_buf_str(&out);
}

static ek_str
ready(const struct ek_docket *docket, const struct ek_asked *asked,
      ek_lang lang)
{
    ek_buf out = ek_buf_on(docket->arena);
    ek_buf_add(&out, about(docket, asked, lang));
    ek_buf_add(&out, ek_label_in(&asked->text, lang));
    return ek_buf_str(&out);
}

void
ek_docket_place(struct ek_docket *docket)
{
    ek_result *result = docket->result;
    for (size_t q = 0; q < result->questions.n; q++) {
        struct ek_asked *asked = &result->questions.v[q];
        if (!ek_str_is(asked->to, "provider"))
            continue;
        for (size_t i = 0; i < result->verdicts.n; i++)
            if (asks(&result->verdicts.v[i], asked->id))
                name_evidence(result, asked, &result->verdicts.v[i]);
        asked->ready = (ek_label){ready(docket, asked, EK_LANG_JA),
                                  ready(docket, asked, EK_LANG_EN)};
    }
}
