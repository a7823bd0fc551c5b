/* SPDX-License-Identifier: Apache-2.0 */
/* The tests of a row. Facts are tried last, so that a fact is asked for only
 * where everything else in the row holds. */
#include "config.h"

#include "score/docket.h"

uint32_t
ek_finding_on(const ek_finding *finding)
{
    if (finding->kind == EK_GAVE_UP)
        return EK_ON_GAVE_UP;
    if (finding->kind == EK_ABSENT)
        return 0;
    return finding->tier == EK_TIER_CLUE ? EK_ON_CLUE : EK_ON_FINDING;
}

static bool
is_among(ek_str words, ek_str word)
{
    return !words.n || ek_words_have(words, word);
}

static bool
quals_fit(const struct ek_test *test, const ek_quals *quals)
{
    for (int q = 0; q < EK_QUALIFIERS; q++) {
        bool may_be_unsaid = test->unsaid & UINT32_C(1) << q;
        if (!test->quals.bits[q] && !may_be_unsaid)
            continue;
        bool fits = quals->bits[q] ? quals->bits[q] & test->quals.bits[q]
                                   : may_be_unsaid;
        if (!fits)
            return false;
    }
    return true;
}

/* Some document of the kind was given, and the text says that it prevails. */
static bool
wins(const struct ek_docket *docket, ek_str kind)
{
    const ek_result *result = docket->result;
    ek_str word = ek_arena_printf(docket->arena, "wins.%.*s", EK_ARG(kind));
    if (!kind.n || !ek_result_mention(result, word))
        return false;
    for (size_t i = 0; i < result->documents.n; i++)
        if (ek_str_eq(result->documents.v[i].kind, kind))
            return true;
    return false;
}

static bool
another_wins(const struct ek_docket *docket, ek_str kind)
{
    ek_str kinds = EK_STR(EK_DOCUMENT_KINDS);
    for (ek_str w = ek_str_word(&kinds); w.n; w = ek_str_word(&kinds))
        if (!ek_str_eq(w, kind) && wins(docket, w))
            return true;
    return false;
}

static bool
stands_in(const struct ek_docket *docket, const ek_finding *finding,
          ek_str places)
{
    const ek_result *result = docket->result;
    if (!places.n)
        return true;
    if (finding->document >= result->documents.n)
        return false;
    ek_str kind = result->documents.v[finding->document].kind;
    bool first = wins(docket, kind), second = another_wins(docket, kind);
    return (kind.n && ek_words_have(places, kind)) ||
           (first && !second && ek_words_have(places, EK_STR("prevailing"))) ||
           (second && !first && ek_words_have(places, EK_STR("overridden")));
}

static bool
finding_fits(const struct ek_docket *docket, const struct ek_test *test,
             const ek_finding *finding)
{
    return (test->on & ek_finding_on(finding)) &&
           is_among(test->lang, ek_str_of(ek_lang_word(finding->lang))) &&
           stands_in(docket, finding, test->in) &&
           is_among(test->clauses, finding->clause) &&
           quals_fit(test, &finding->quals);
}

static const ek_finding *
finding_of(const struct ek_docket *docket, const struct ek_mark *mark)
{
    return &docket->result->findings.v.v[mark->finding];
}

static bool
this_fits(const struct ek_scene *scene, const struct ek_test *test)
{
    const struct ek_mark *mark = scene->mark;
    if (!finding_fits(scene->docket, test, finding_of(scene->docket, mark)))
        return false;
    if (!test->rows.n && !test->gives.n)
        return true;
    return mark->row && is_among(test->rows, mark->row->id) &&
           is_among(test->gives, mark->gives);
}

static bool
enough_findings_fit(const struct ek_docket *docket, const struct ek_test *test)
{
    const ek_findings *findings = &docket->result->findings;
    uint32_t n = 0;
    for (size_t i = 0; i < findings->v.n; i++)
        n += finding_fits(docket, test, &findings->v.v[i]);
    return n >= (test->least ? test->least : 1);
}

static bool
is_met_apart(const struct ek_scene *scene, const struct ek_mark *mark,
             ek_str gives)
{
    uint32_t document = finding_of(scene->docket, mark)->document;
    for (size_t i = 0; gives.n && i < scene->evidence->v.n; i++) {
        const struct ek_mark *other = &scene->evidence->v.v[i];
        const ek_finding *finding = finding_of(scene->docket, other);
        if (finding->document != document &&
            ek_finding_on(finding) == EK_ON_FINDING &&
            ek_words_have(gives, other->gives))
            return true;
    }
    return gives.n == 0;
}

static bool
some_evidence_fits(const struct ek_scene *scene, const struct ek_test *test)
{
    for (size_t i = 0; scene->evidence && i < scene->evidence->v.n; i++) {
        const struct ek_mark *mark = &scene->evidence->v.v[i];
        if (finding_fits(scene->docket, test,
                         finding_of(scene->docket, mark)) &&
            is_met_apart(scene, mark, test->apart) &&
            is_among(test->rows, mark->row->id) &&
            is_among(test->gives, mark->gives) &&
            is_among(test->levels, mark->level))
            return true;
    }
    return false;
}

static bool
verdict_fits(const struct ek_docket *docket, const struct ek_test *test)
{
    const struct ek_ruling *ruling = ek_docket_ruling(docket, test->id);
    return ruling && is_among(test->rows, ruling->verdict.row) &&
           is_among(test->is, ruling->gives);
}

static void
want(struct ek_docket *docket, ek_str fact)
{
    for (size_t i = 0; i < docket->wanted.n; i++)
        if (ek_str_eq(docket->wanted.v[i], fact))
            return;
    if (ek_facts_open(docket->facts, docket->pack, fact))
        EK_PUSH(docket->arena, docket->wanted, fact);
}

static bool
fact_fits(struct ek_docket *docket, const struct ek_test *test)
{
    bool given;
    ek_str answer = ek_facts_get(docket->facts, docket->pack, test->id, &given);
    if (!test->negated)
        want(docket, test->id);
    return (!test->given.n || ek_str_is(test->given, "yes") == given) &&
           (!test->is.n || ek_facts_lists(answer, test->is)) &&
           (!test->all.n || ek_facts_lists_only(answer, test->all));
}

static uint32_t
mentions(const struct ek_docket *docket, ek_str words)
{
    uint32_t n = 0;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words)) {
        const struct ek_said *said = ek_result_mention(docket->result, w);
        n += said ? said->count : 0;
    }
    return n;
}

static bool
said_fits(const struct ek_docket *docket, const struct ek_test *test)
{
    enum { UNIT = 10000 };
    uint64_t n = mentions(docket, test->said);
    uint64_t others = mentions(docket, test->over);
    return n >= test->least && (!test->over.n || n >= test->times * others) &&
           (!test->rare ||
            n * UNIT <= (uint64_t)test->rare * docket->result->said_bytes);
}

static bool
speaks(const ek_result *result, const char *lang)
{
    for (size_t i = 0; i < result->documents.n; i++) {
        const ek_document *document = &result->documents.v[i];
        for (size_t n = 0; n < document->languages.n; n++)
            if (ek_str_is(document->languages.v[n], lang))
                return true;
    }
    return false;
}

static bool
is_bilingual(const ek_result *result)
{
    return speaks(result, "ja") && speaks(result, "en");
}

/* A version later than the date behind "running:" (U18). */
static bool
is_dated_later(const struct ek_docket *docket)
{
    ek_str answer =
        ek_facts_get(docket->facts, docket->pack, EK_STR("U18"), NULL);
    size_t colon = ek_str_find(answer, EK_STR(":"), 0);
    for (size_t i = 0; i < docket->result->documents.n && colon < answer.n; i++)
        if (ek_str_cmp(docket->result->documents.v[i].dated,
                       ek_str_slice(answer, colon + 1, answer.n)) > 0)
            return true;
    return false;
}

static bool
signal_holds(const struct ek_docket *docket, ek_str signal)
{
    if (ek_str_is(signal, "document-unread"))
        return ek_result_misses(docket->result);
    if (ek_str_is(signal, "unread-in-part"))
        return docket->unread.en.n > 0;
    if (ek_str_is(signal, "several-documents"))
        return docket->result->documents.n > 1;
    if (ek_str_is(signal, "version-after-start"))
        return is_dated_later(docket);
    if (ek_str_is(signal, "bilingual"))
        return is_bilingual(docket->result);
    return ek_facts_signalled(docket->facts, signal);
}

static bool
test_fits(const struct ek_scene *scene, const struct ek_test *test)
{
    switch (test->kind) {
    case EK_TEST_THIS:
        return this_fits(scene, test);
    case EK_TEST_FINDING:
        return enough_findings_fit(scene->docket, test);
    case EK_TEST_EVIDENCE:
        return some_evidence_fits(scene, test);
    case EK_TEST_FACT:
        return fact_fits(scene->docket, test);
    case EK_TEST_VERDICT:
        return verdict_fits(scene->docket, test);
    case EK_TEST_SAID:
        return said_fits(scene->docket, test);
    case EK_TEST_FUNCTION:
        return ek_function_fits(scene, test);
    case EK_TEST_SIGNAL:
        return signal_holds(scene->docket, test->id);
    }
    return false;
}

static bool
tests_hold(const struct ek_scene *scene, const struct ek_when *when, bool facts)
{
    for (size_t i = 0; i < when->tests.n; i++) {
        const struct ek_test *test = &when->tests.v[i];
        if ((test->kind == EK_TEST_FACT) == facts &&
            test_fits(scene, test) == test->negated)
            return false;
    }
    return true;
}

bool
ek_row_holds(const struct ek_scene *scene, const ek_row *row)
{
    for (size_t i = 0; i < row->whens.n; i++)
        if (tests_hold(scene, &row->whens.v[i], false) &&
            tests_hold(scene, &row->whens.v[i], true))
            return true;
    return row->whens.n == 0;
}
