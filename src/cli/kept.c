/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/kept.h"

static const ek_str nothing = {"", 0};

static const char *const passing[] = {
#define EK_AGAIN(code) #code,
#include "cli/again.def"
};

static bool
is_passing(ek_str code)
{
    return ek_str_among(code, passing, sizeof passing / sizeof *passing);
}

static bool
may_read_better(const struct ek_kept_results *results)
{
    for (size_t i = 0; i < results->v.n; i++) {
        const ek_result *r = results->v.v[i];
        for (size_t k = 0; k < r->notes.n; k++)
            if (is_passing(r->notes.v[k].code))
                return true;
    }
    return false;
}

static ek_str
ending(ek_str path)
{
    ek_str name = ek_str_file_name(path);
    for (size_t i = name.n; i > 0; i--)
        if (name.p[i - 1] == '.')
            return ek_str_slice(name, i, name.n);
    return EK_STR("");
}

/* Under a name of its own a content may come from another file than before; how
 * it is read hangs on the file's ending, too. */
static bool
is_from(ek_result *result, ek_str path)
{
    ek_document *document = &result->documents.v[0];
    ek_str was = document->path;
    if (!path.n || ek_str_eq(was, path))
        return true;
    if (ek_str_starts(was, path) && ek_str_stands(was, path.n, EK_STR("!/")))
        return true;
    if (document->part.n || result->documents.n > 1 ||
        !ek_str_eq(ending(was), ending(path)))
        return false;
    document->path = ek_arena_copy(result->arena, path);
    return true;
}

void
ek_kept_forget(struct ek_kept_results *results)
{
    for (size_t i = 0; i < results->v.n; i++)
        ek_result_free(results->v.v[i]);
    results->v.n = 0;
}

static bool
recall(struct ek_kept *kept, ek_str path)
{
    uint32_t n = ek_store_results(kept->store, kept->scan);
    for (uint32_t i = 0; i < n; i++) {
        ek_result *result = NULL;
        if (ek_store_get(kept->store, kept->scan, i, &result) != EK_OK)
            break;
        EK_PUSH(kept->arena, kept->there.v, result);
        if (!is_from(result, path))
            break;
    }
    return n && kept->there.v.n == n && is_from(kept->there.v.v[n - 1], path);
}

bool
ek_kept_look(struct ek_kept *kept, ek_str path)
{
    kept->news = ek_store_news(kept->store, &kept->key, &kept->scan);
    bool good = kept->scan && recall(kept, path);
    if (!good)
        ek_kept_forget(&kept->there);
    ek_run_say_diag(kept->scanner->run);
    return good && !may_read_better(&kept->there);
}

static ek_str
written(ek_arena *arena, const ek_result *result)
{
    ek_buf out = ek_buf_on(arena);
    ek_result_write(&out, result);
    return ek_buf_str(&out);
}

bool
ek_kept_same(struct ek_kept *kept)
{
    size_t n = kept->there.v.n;
    if (!n || n != kept->fresh.v.n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!ek_str_eq(written(kept->arena, kept->there.v.v[i]),
                       written(kept->arena, kept->fresh.v.v[i])))
            return false;
    return true;
}

/* Judged with what, the last time; by values that are empty when it was the
 * first. */
static struct ek_store_key
before(struct ek_kept *kept)
{
    struct ek_store_scans scans;
    ek_store_list(kept->store, kept->arena, kept->key.name, EK_STR(""), &scans);
    return scans.v.n ? scans.v.v[scans.v.n - 1].key : (struct ek_store_key){0};
}

struct news {
    unsigned bit;
    enum ek_message plain, from_to;
    ek_str was, is; /* where they can be told apart */
};

static void
add_news(ek_buf *out, const struct ek_run *run, const struct news *news)
{
    bool told = news->was.n && !ek_str_eq(news->was, news->is);
    if (out->n)
        ek_buf_add(out, ek_message_text(EK_M_news_and, run->opt.lang));
    ek_message_add(out, told ? news->from_to : news->plain, run->opt.lang,
                   news->was, news->is);
}

/* "terms.md: the text, the rule pack (1.2.0 to 1.2.1) changed ..." */
void
ek_kept_say(struct ek_kept *kept)
{
    struct ek_run *run = kept->scanner->run;
    if (kept->news & EK_NEWS_DOCUMENT || run->opt.given[EK_O_quiet])
        return;
    if (!kept->news) {
        ek_run_say(run, EK_M_read_otherwise, kept->key.name, nothing);
        return;
    }
    struct ek_store_key was = before(kept);
    const struct news kinds[] = {
        {EK_NEWS_TEXT, EK_M_news_text, EK_M_news_text, {0}, {0}},
        {EK_NEWS_RULES, EK_M_news_rules, EK_M_news_rules_of, was.pack_version,
         kept->key.pack_version},
        {EK_NEWS_ENGINE, EK_M_news_engine, EK_M_news_engine_of, was.engine,
         kept->key.engine},
        {EK_NEWS_FACTS, EK_M_news_facts, EK_M_news_facts, {0}, {0}}};
    ek_buf what = ek_buf_on(run->arena);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kept->news & kinds[i].bit)
            add_news(&what, run, &kinds[i]);
    ek_run_say(run, EK_M_news, kept->key.name, ek_buf_str(&what));
}
