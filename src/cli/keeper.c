/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/keeper.h"

#include "base/day.h"
#include "base/written.h"
#include "cli/judged_by.h"
#include "cli/kept.h"
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
    scanner->options.read.keep_text = true;
    return ek_run_works(run, status);
}

struct passage {
    struct ek_keeper *keeper;
    struct ek_kept kept;
    void (*take)(void *self, ek_result *result);
    void *self;
};

static void
collect(void *self, ek_result *result)
{
    struct ek_kept *kept = self;
    if (result)
        EK_PUSH(kept->arena, kept->fresh.v, result);
}

static void
store(struct ek_keeper *keeper, struct ek_kept *kept)
{
    ek_status status = ek_store_put(keeper->store, &kept->key, &keeper->fields,
                                    ek_now(keeper->scanner->run),
                                    kept->fresh.v.v, kept->fresh.v.n, NULL);
    if (status != EK_OK)
        keeper->failed = !ek_run_works(keeper->scanner->run, status);
    else if (kept->news & EK_NEWS_DOCUMENT)
        keeper->added++;
    else
        keeper->changed++;
}

/* Stores what was scanned, unless it is what is there. Part of a file is not
 * stored: it would be taken for the whole the next time. */
static void
keep(struct ek_keeper *keeper, struct ek_kept *kept)
{
    if (!kept->whole || !kept->fresh.v.n)
        return;
    bool known = kept->keyed;
    kept->keyed = ek_judged_results(&kept->key, kept->arena, kept->scanner,
                                    known, kept->fresh.v.v, kept->fresh.v.n);
    if (!kept->keyed)
        return;
    if (!known)
        ek_kept_look(kept, EK_STR(""));
    if (ek_kept_same(kept)) {
        keeper->unchanged++;
        return;
    }
    ek_kept_say(kept);
    store(keeper, kept);
}

static struct passage
begin(struct ek_keeper *keeper, void (*take)(void *self, ek_result *result),
      void *self)
{
    return (struct passage){.keeper = keeper,
                            .kept = {.scanner = keeper->scanner,
                                     .store = keeper->store,
                                     .arena = ek_arena_new(0)},
                            .take = take,
                            .self = self};
}

/* Whether nothing has to be scanned. */
static bool
is_there(struct passage *p, ek_str path)
{
    struct ek_kept *kept = &p->kept;
    if (!kept->keyed || !ek_kept_look(kept, path))
        return false;
    for (size_t i = 0; i < kept->there.v.n; i++)
        ek_scanner_count(kept->scanner, kept->there.v.v[i]);
    p->keeper->unchanged++;
    return true;
}

static void
hand_over(struct passage *p, struct ek_kept_results *results)
{
    for (size_t i = 0; i < results->v.n; i++)
        p->take(p->self, results->v.v[i]);
    results->v.n = 0;
}

static void
end(struct passage *p, bool there)
{
    if (!there)
        keep(p->keeper, &p->kept);
    hand_over(p, there ? &p->kept.there : &p->kept.fresh);
    ek_kept_forget(&p->kept.there);
    ek_arena_free(p->kept.arena);
}

void
ek_keeper_each(struct ek_keeper *keeper, ek_str path,
               void (*take)(void *self, ek_result *result), void *self)
{
    if (!keeper->store || keeper->failed) {
        ek_scanner_each(keeper->scanner, path, take, self);
        return;
    }
    struct passage p = begin(keeper, take, self);
    struct ek_kept *kept = &p.kept;
    kept->keyed =
        ek_judged_file(&kept->key, kept->arena, keeper->scanner, path);
    bool there = is_there(&p, path);
    if (!there)
        kept->whole = ek_scanner_each(keeper->scanner, path, collect, kept);
    end(&p, there);
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
    struct passage p = begin(keeper, take, self);
    struct ek_kept *kept = &p.kept;
    kept->keyed =
        ek_judged_bundle(&kept->key, kept->arena, scanner, name, paths, n);
    bool there = is_there(&p, nothing);
    if (!there)
        collect(kept, ek_scanner_scan_bundle(scanner, name, paths, n));
    kept->whole = true;
    end(&p, there);
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
