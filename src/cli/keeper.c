/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/keeper.h"

#include "base/day.h"
#include "base/written.h"
#include "cli/judged_by.h"
#include "cli/today.h"

#include <stdio.h>

static const ek_str nothing = {"", 0};

static bool
set_field(struct ek_keeper *keeper, ek_str setting)
{
    struct ek_store_fields *f = &keeper->fields;
    const struct {
        const char *name;
        ek_str *value;
    } fields[] = {{"provider", &f->provider},
                  {"document", &f->document},
                  {"date", &f->date},
                  {"url", &f->url}};
    size_t equals = ek_str_find(setting, EK_STR("="), 0);
    ek_str name = ek_str_slice(setting, 0, equals);
    ek_str value = ek_str_slice(setting, equals + 1, setting.n);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (ek_str_is(name, fields[i].name) && value.n) {
            *fields[i].value = value;
            return fields[i].value != &f->date || ek_is_day(value);
        }
    return false;
}

static bool
set_fields(struct ek_keeper *keeper)
{
    struct ek_run *run = keeper->scanner->run;
    for (size_t i = 0; i < run->opt.fields.n; i++)
        if (!set_field(keeper, run->opt.fields.v[i])) {
            ek_run_misuse(run, EK_M_bad_field, run->opt.fields.v[i], nothing);
            return false;
        }
    return true;
}

bool
ek_keeper_open(struct ek_keeper *keeper, struct ek_scanner *scanner)
{
    struct ek_run *run = scanner->run;
    *keeper = (struct ek_keeper){.scanner = scanner};
    if (!run->opt.given[EK_O_store]) {
        if (!run->opt.given[EK_O_field])
            return true;
        ek_run_misuse(run, EK_M_needs, EK_STR("--field"), EK_STR("--store"));
        return false;
    }
    if (!set_fields(keeper))
        return false;
    if (!run->opt.value[EK_O_store].n) {
        ek_run_misuse(run, EK_M_bad_value, nothing, EK_STR("--store"));
        return false;
    }
    ek_status status = ek_store_open(&keeper->store, run->opt.value[EK_O_store],
                                     EK_STORE_WRITE, &run->diag);
    ek_run_say_diag(run);
    if (status != EK_OK)
        run->troubles |= EK_TROUBLE_USAGE;
    else
        scanner->options.read.keep_text = true;
    return status == EK_OK;
}

/* One contract or file of several on its way through. */
struct passage {
    struct ek_keeper *keeper;
    ek_arena *arena; /* of it alone */
    struct ek_store_key key;
    EK_VEC(ek_result *) results;
    void (*take)(void *self, ek_result *result);
    void *self;
};

static void
collect(void *self, ek_result *result)
{
    struct passage *p = self;
    if (result)
        EK_PUSH(p->arena, p->results, result);
}

static void
hand_over(struct passage *p)
{
    for (size_t i = 0; i < p->results.n; i++)
        p->take(p->self, p->results.v[i]);
    p->results.n = 0;
}

static void
lose_store(struct ek_keeper *keeper)
{
    struct ek_run *run = keeper->scanner->run;
    ek_run_say_diag(run);
    run->troubles |= EK_TROUBLE_USAGE;
    keeper->failed = true;
}

/* What is stored of the scan; false when not all of it can be had. */
static bool
recall(struct passage *p, int64_t scan)
{
    struct ek_keeper *keeper = p->keeper;
    uint32_t n = ek_store_results(keeper->store, scan);
    for (uint32_t i = 0; i < n; i++) {
        ek_result *result = NULL;
        if (ek_store_get(keeper->store, scan, i, &result) != EK_OK)
            break;
        EK_PUSH(p->arena, p->results, result);
    }
    if (n && p->results.n == n) {
        for (uint32_t i = 0; i < n; i++)
            ek_scanner_count(keeper->scanner, p->results.v[i]);
        return true;
    }
    for (size_t i = 0; i < p->results.n; i++)
        ek_result_free(p->results.v[i]);
    p->results.n = 0;
    ek_run_say_diag(keeper->scanner->run);
    return false;
}

/* "terms.md: text and rules changed" */
static void
say_news(struct ek_keeper *keeper, ek_str name, unsigned news)
{
    struct ek_run *run = keeper->scanner->run;
    ek_buf what = ek_buf_on(run->arena);
    const struct {
        unsigned bit;
        enum ek_message message;
    } kinds[] = {{EK_NEWS_TEXT, EK_M_news_text},
                 {EK_NEWS_RULES, EK_M_news_rules},
                 {EK_NEWS_ENGINE, EK_M_news_engine},
                 {EK_NEWS_FACTS, EK_M_news_facts}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (news & kinds[i].bit) {
            if (what.n)
                ek_buf_add(&what,
                           ek_message_text(EK_M_news_and, run->opt.lang));
            ek_buf_add(&what, ek_message_text(kinds[i].message, run->opt.lang));
        }
    if (what.n && !run->opt.given[EK_O_quiet])
        ek_run_say(run, EK_M_news, name, ek_buf_str(&what));
}

static void
store(struct passage *p, unsigned news)
{
    struct ek_keeper *keeper = p->keeper;
    ek_status status = ek_store_put(keeper->store, &p->key, &keeper->fields,
                                    ek_now(keeper->scanner->run), p->results.v,
                                    p->results.n, NULL);
    if (status != EK_OK) {
        lose_store(keeper);
        return;
    }
    if (news & EK_NEWS_DOCUMENT)
        keeper->added++;
    else
        keeper->changed++;
}

/* Decides whether it has to be scanned; true when it was in the store. */
static bool
is_kept(struct passage *p, unsigned *news)
{
    int64_t scan = 0;
    *news = ek_store_news(p->keeper->store, &p->key, &scan);
    if (p->keeper->store && !scan && *news == EK_NEWS_DOCUMENT)
        ek_run_say_diag(p->keeper->scanner->run);
    if (!scan || !recall(p, scan))
        return false;
    p->keeper->unchanged++;
    return true;
}

static struct passage
begin(struct ek_keeper *keeper, void (*take)(void *self, ek_result *result),
      void *self)
{
    return (struct passage){
        .keeper = keeper, .arena = ek_arena_new(0), .take = take, .self = self};
}

static void
end(struct passage *p, bool keyed, unsigned news)
{
    if (keyed && p->results.n) {
        say_news(p->keeper, p->key.name, news);
        store(p, news);
    }
}

void
ek_keeper_each(struct ek_keeper *keeper, ek_str path,
               void (*take)(void *self, ek_result *result), void *self)
{
    if (!keeper->store || keeper->failed) {
        ek_scanner_each(keeper->scanner, path, take, self);
        return;
    }
    unsigned news = EK_NEWS_NONE;
    struct passage p = begin(keeper, take, self);
    bool keyed = ek_judged_file(&p.key, p.arena, keeper->scanner, path);
    if (!keyed || !is_kept(&p, &news)) {
        ek_scanner_each(keeper->scanner, path, collect, &p);
        end(&p, keyed, news);
    }
    hand_over(&p);
    ek_arena_free(p.arena);
}

void
ek_keeper_bundle(struct ek_keeper *keeper, ek_str name, const ek_str *paths,
                 size_t n, void (*take)(void *self, ek_result *result),
                 void *self)
{
    struct ek_scanner *scanner = keeper->scanner;
    if (!keeper->store || keeper->failed) {
        take(self, ek_scanner_scan_bundle(scanner, name, paths, n));
        return;
    }
    unsigned news = EK_NEWS_NONE;
    struct passage p = begin(keeper, take, self);
    bool keyed = ek_judged_bundle(&p.key, p.arena, scanner, name, paths, n);
    if (!keyed || !is_kept(&p, &news)) {
        collect(&p, ek_scanner_scan_bundle(scanner, name, paths, n));
        end(&p, keyed, news);
    }
    hand_over(&p);
    ek_arena_free(p.arena);
}

void
ek_keeper_close(struct ek_keeper *keeper)
{
    struct ek_run *run = keeper->scanner->run;
    if (!keeper->store)
        return;
    ek_store_close(keeper->store);
    keeper->store = NULL;
    if (run->opt.given[EK_O_quiet])
        return;
    const struct {
        enum ek_message message;
        size_t n;
    } parts[] = {{EK_M_stored_new, keeper->added},
                 {EK_M_stored_changed, keeper->changed},
                 {EK_M_stored_same, keeper->unchanged}};
    ek_buf line = ek_buf_on(run->arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        ek_message_add(&line, parts[i].message, run->opt.lang,
                       ek_written_count(run->arena, parts[i].n), nothing);
    fprintf(stderr, "%.*s\n", EK_ARG(ek_buf_str(&line)));
}
