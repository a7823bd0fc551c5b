/* SPDX-License-Identifier: Apache-2.0 */
/* Questions to the provider name the clauses that they are about. */
#include "config.h"

#include "score/docket.h"

enum { MOST_NAMED = 3 };

static bool
is_against(const struct ek_evidence *evidence)
{
    return ek_str_is(evidence->contribution, "strong") ||
           ek_str_is(evidence->contribution, "contradicts");
}

static bool
is_in_doubt(const struct ek_evidence *evidence)
{
    return ek_str_is(evidence->contribution, "review") ||
           ek_str_is(evidence->contribution, "partly");
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
              const ek_verdict *verdict,
              bool (*raises)(const struct ek_evidence *))
{
    for (size_t i = 0; i < verdict->findings.n; i++) {
        const struct ek_evidence *evidence = &verdict->findings.v[i];
        const ek_finding *f = &result->findings.v.v[evidence->finding];
        if (f->kind == EK_PRESENT && f->tier == EK_TIER_FINDING &&
            raises(evidence) && !is_named(asked, evidence->finding))
            EK_PUSH(result->arena, asked->findings, evidence->finding);
    }
}

static void
name_all(const ek_result *result, struct ek_asked *asked,
         bool (*raises)(const struct ek_evidence *))
{
    for (size_t i = 0; i < result->verdicts.n; i++)
        if (asks(&result->verdicts.v[i], asked->id))
            name_evidence(result, asked, &result->verdicts.v[i], raises);
}

static ek_str
document_name(const ek_document *document)
{
    ek_str title = ek_str_trim(document->title);
    return title.n ? title : ek_str_file_name(document->path);
}

static bool
is_said_before(const ek_result *result, const struct ek_asked *asked, size_t n)
{
    const ek_finding *f = &result->findings.v.v[asked->findings.v[n]];
    for (size_t i = 0; i < n; i++) {
        const ek_finding *g = &result->findings.v.v[asked->findings.v[i]];
        if (g->document == f->document && ek_str_eq(g->article, f->article) &&
            (f->article.n || g->place.page == f->place.page))
            return true;
    }
    return false;
}

/* Words of the table "letter". */
static ek_str
letter(const struct ek_docket *docket, const char *word, ek_lang lang)
{
    ek_label label = ek_docket_label(docket, "letter", ek_str_of(word));
    return ek_arena_copy(docket->arena, ek_label_in(&label, lang));
}

/* A bare number ("2.3") is put into words; behind it the page, where there are
 * pages. */
static void
add_article(ek_buf *out, const struct ek_docket *docket, const ek_finding *f,
            ek_lang lang)
{
    ek_str article = f->article, none = EK_STR("");
    ek_str page = ek_arena_printf(docket->arena, "%u", f->place.page);
    ek_buf name = ek_buf_on(docket->arena);
    bool number = article.n && article.p[0] >= '0' && article.p[0] <= '9';
    ek_buf_fill(&name, number ? letter(docket, "number", lang) : EK_STR("%1"),
                article, none);
    if (f->place.page)
        ek_buf_fill(out, letter(docket, article.n ? "page" : "page-only", lang),
                    ek_buf_str(&name), page);
    else
        ek_buf_add(out, ek_buf_str(&name));
}

static void
add_between(ek_buf *out, const struct ek_docket *docket, ek_lang lang)
{
    if (out->n == 0)
        return;
    ek_buf_add(out, letter(docket, "between", lang));
    ek_buf_puts(out, lang == EK_LANG_JA ? "" : " ");
}

/* "第5条第1項、第6条" of one document; empty when nothing has a label or a page. */
static ek_str
articles_of(const struct ek_docket *docket, const struct ek_asked *asked,
            uint32_t document, ek_lang lang)
{
    const ek_result *result = docket->result;
    ek_buf out = ek_buf_on(docket->arena);
    size_t named = 0;
    for (size_t i = 0; i < asked->findings.n && named < MOST_NAMED; i++) {
        const ek_finding *f = &result->findings.v.v[asked->findings.v[i]];
        if (f->document != document || !(f->article.n || f->place.page) ||
            is_said_before(result, asked, i))
            continue;
        named++;
        add_between(&out, docket, lang);
        add_article(&out, docket, f, lang);
    }
    return ek_buf_str(&out);
}

/* Each document with the articles in question. */
static ek_str
about(const struct ek_docket *docket, const struct ek_asked *asked,
      ek_lang lang)
{
    const ek_result *result = docket->result;
    ek_buf places = ek_buf_on(docket->arena), out = ek_buf_on(docket->arena);
    for (uint32_t i = 0; i < result->documents.n; i++) {
        ek_str articles = articles_of(docket, asked, i, lang);
        if (!articles.n)
            continue;
        add_between(&places, docket, lang);
        ek_buf_fill(&places, letter(docket, "place", lang),
                    document_name(&result->documents.v[i]), articles);
    }
    if (places.n) {
        ek_buf_fill(&out, letter(docket, "about", lang), ek_buf_str(&places),
                    EK_STR(""));
        ek_buf_puts(&out, lang == EK_LANG_JA ? "" : " ");
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
        name_all(result, asked, is_against);
        name_all(result, asked, is_in_doubt);
        asked->ready = (ek_label){ready(docket, asked, EK_LANG_JA),
                                  ready(docket, asked, EK_LANG_EN)};
    }
}
