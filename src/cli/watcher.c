/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/watcher.h"

#include "base/written.h"
#include "cli/judged_by.h"
#include "cli/today.h"

#include <stdio.h>
#include <stdlib.h>

static const ek_str nothing = {"", 0};

enum { DAY = sizeof "2026-12-01" - 1 };

/* A version on its way. */
struct met {
    struct ek_watcher *watcher;
    const struct ek_watch_version *from;
    ek_arena *arena; /* of this alone */
    ek_str name;     /* safe: a path may have any bytes */
    ek_str mark, day;
    struct ek_store_key key;
    struct ek_store_scan latest; /* id 0: there is none */
};

static void
check(struct ek_watcher *w, ek_status status)
{
    if (status != EK_OK)
        w->failed = !ek_run_works(w->scanner->run, status);
}

/* A branch is a root of its own. */
static ek_str
root_of(const struct ek_run *run, ek_str source)
{
    char *real = realpath(ek_arena_copy(run->arena, source).p, NULL);
    ek_str root = ek_arena_copy(run->arena, real ? ek_str_of(real) : source);
    free(real);
    ek_str branch = run->opt.value[EK_O_branch];
    return branch.n ? ek_arena_printf(run->arena, "%.*s %.*s", EK_ARG(root),
                                      EK_ARG(branch))
                    : root;
}

static ek_str
judges_of(struct ek_scanner *scanner)
{
    struct ek_store_key key = {.version = 0};
    ek_arena *arena = scanner->run->arena;
    ek_judged_bytes(&key, arena, scanner, nothing, nothing);
    return ek_arena_printf(arena, "%.*s; %.*s; %.*s", EK_ARG(key.engine),
                           EK_ARG(key.pack_fingerprint), EK_ARG(key.facts));
}

bool
ek_watcher_open(struct ek_watcher *w, struct ek_scanner *scanner, ek_str source)
{
    struct ek_run *run = scanner->run;
    *w = (struct ek_watcher){.scanner = scanner,
                             .root = root_of(run, source),
                             .judges = judges_of(scanner),
                             .now = ek_now(run),
                             .git = ek_watch_is_git(source)};
    ek_status status = ek_store_open(&w->store, run->opt.value[EK_O_store],
                                     EK_STORE_WRITE, &run->diag);
    scanner->options.read.keep_text = true;
    return ek_run_works(run, status);
}

static void
pass(struct met *m, ek_str reason)
{
    const struct ek_store_passed passed = {m->name, m->mark, m->day, reason,
                                           m->from->message};
    check(m->watcher, ek_store_pass(m->watcher->store, &passed));
}

/* What came out of an earlier reading of the same content; false when it was
 * not read with the same. */
static bool
recall(struct met *m, ek_result **out)
{
    ek_store *store = m->watcher->store;
    int64_t scan = ek_store_known(store, &m->key);
    if (!scan || ek_store_results(store, scan) != 1 ||
        ek_store_get(store, scan, 0, out) != EK_OK)
        return false;
    if ((*out)->documents.n == 1)
        (*out)->documents.v[0].path = ek_arena_copy((*out)->arena, m->name);
    m->watcher->reused++;
    return true;
}

static bool
read_it(struct met *m, ek_result **out)
{
    struct ek_scanner *s = m->watcher->scanner;
    if (ek_scan_bytes(out, s->matcher, s->pack,
                      ek_width_visible(m->arena, m->from->file), m->from->bytes,
                      &s->options) != EK_OK) {
        s->run->troubles |= EK_TROUBLE_UNREAD | EK_TROUBLE_LIMIT;
        ek_run_say(s->run, EK_M_no_memory, nothing, nothing);
        m->watcher->failed = true;
        return false;
    }
    m->watcher->scanned++;
    return true;
}

static size_t
findings_of(const ek_result *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->findings.v.n; i++)
        n += r->findings.v.v[i].kind == EK_PRESENT;
    return n;
}

static size_t
bytes_of(const ek_result *r)
{
    return r->documents.n ? r->documents.v[0].text.n : 0;
}

/* Why it is no version of terms; empty: it is one. */
static ek_str
reason_of(const struct met *m, const ek_result *r)
{
    static const char *const pages[] = {"empty", "blocked", "login",
                                        "needs-browser"};
    if (ek_str_among(r->no_result, pages, sizeof pages / sizeof *pages))
        return r->no_result;
    if (r->documents.n != 1)
        return nothing;
    ek_not_terms kind =
        ek_not_terms_of(r->documents.v[0].text, findings_of(r),
                        ek_store_size(m->watcher->store, m->name));
    return kind == EK_IS_TERMS ? nothing : ek_str_of(ek_not_terms_word(kind));
}

static void
put(struct met *m, ek_result *r)
{
    struct ek_watcher *w = m->watcher;
    int64_t scan = 0;
    const struct ek_store_fields fields = {
        .provider =
            ek_str_slice(m->name, 0, ek_str_find(m->name, EK_STR("/"), 0)),
        .document = ek_str_file_name(m->name),
        .date = m->day};
    const struct ek_store_origin origin = {
        m->mark, m->from->message, ek_width_visible(m->arena, m->from->from),
        bytes_of(r)};
    ek_status status =
        ek_store_put(w->store, &m->key, &fields, w->now, &r, 1, &scan);
    if (status == EK_OK)
        status = ek_store_came(w->store, scan, &origin);
    check(w, status);
    w->versions++;
}

static void
count(struct ek_run *run, const ek_result *r)
{
    for (size_t i = 0; i < r->documents.n; i++)
        if (ek_run_is_unread(&r->documents.v[i]))
            run->troubles |= EK_TROUBLE_UNREAD;
}

static void
judge(struct met *m)
{
    ek_result *r = NULL;
    bool known = recall(m, &r);
    if (!known && !read_it(m, &r))
        return;
    ek_str reason = known ? nothing : reason_of(m, r);
    if (reason.n) {
        m->watcher->passed++;
        pass(m, reason);
    } else {
        count(m->watcher->scanner->run, r);
        put(m, r);
    }
    ek_result_free(r);
}

/* Whether nothing is to be done: it is there, judged by the same. */
static bool
is_done(struct met *m)
{
    ek_store *store = m->watcher->store;
    int64_t scan = 0;
    m->key.version = ek_store_marked(store, m->name, m->mark);
    if (!m->key.version && m->watcher->again)
        m->key.version = ek_store_holding(store, m->name, m->key.sha256);
    bool same = m->latest.id && ek_str_eq(m->latest.key.sha256, m->key.sha256);
    if (!m->key.version && same && m->latest.mark.n) {
        /* The text that stood there before something else did. */
        if (m->from->commit.n || m->from->when.n)
            pass(m, EK_STR("same"));
        m->key.version = m->latest.key.version;
    }
    return ek_store_news(store, &m->key, &scan) == EK_NEWS_NONE && scan &&
           (m->key.version || m->latest.mark.n);
}

static void
take_version(struct met *m)
{
    struct ek_watcher *w = m->watcher;
    ek_judged_bytes(&m->key, m->arena, w->scanner, m->name, m->from->bytes);
    if (!m->mark.n) /* of what has no date: as it is met */
        m->mark = ek_arena_printf(m->arena, "%.*s %.*s", EK_ARG(w->now),
                                  EK_ARG(ek_str_slice(m->key.sha256, 0, 16)));
    if (!is_done(m))
        judge(m);
}

static void
take_passed(struct met *m)
{
    bool large = m->from->what == EK_WATCHED_LARGE;
    if (!m->mark.n)
        m->mark = m->day;
    if (large || m->latest.id)
        pass(m, large ? EK_STR("large") : EK_STR("removed"));
    m->watcher->passed += large;
}

static void
take_in(struct ek_watcher *w, const struct ek_watch_version *from,
        ek_arena *arena)
{
    struct met m = {
        .watcher = w,
        .from = from,
        .arena = arena,
        .name = ek_width_visible(arena, from->path),
        .mark = from->commit.n ? from->commit : from->when,
        .day = ek_str_slice(from->when.n ? from->when : w->now, 0, DAY)};
    if (!ek_read_tries(from->file) ||
        (m.mark.n && ek_store_is_passed(w->store, m.name, m.mark)))
        return;
    if (!ek_store_latest(w->store, arena, m.name, &m.latest))
        m.latest.id = 0;
    if (from->what == EK_WATCHED_VERSION)
        take_version(&m);
    else
        take_passed(&m);
}

static void
end_commit(struct ek_watcher *w, ek_str commit)
{
    check(w, ek_store_reach(w->store, w->root, w->judges, commit));
}

static bool
take(void *self, const struct ek_watch_version *version)
{
    struct ek_watcher *w = self;
    if (version->what == EK_WATCHED_END) {
        end_commit(w, version->commit);
        return !w->failed;
    }
    ek_arena *arena = ek_arena_new(0);
    if (!arena || setjmp(*ek_arena_catch(arena))) {
        w->failed = true;
        w->scanner->run->troubles |= EK_TROUBLE_LIMIT;
        ek_run_say(w->scanner->run, EK_M_no_memory, nothing, nothing);
    } else {
        take_in(w, version, arena);
    }
    ek_arena_free(arena);
    return !w->failed;
}

static ek_status
walk_git(struct ek_watcher *w, struct ek_watch_ask *ask,
         const struct ek_watch_sink *sink)
{
    struct ek_run *run = w->scanner->run;
    ask->after = ek_store_reached(w->store, run->arena, w->root, w->judges);
    w->again = !ask->after.n && ek_store_was_walked(w->store, w->root);
    ek_status status = ek_watch_git(ask, sink, &run->diag);
    if (status != EK_EFORMAT || !ask->after.n)
        return status;
    ek_diag_say(&run->diag, EK_D_history_rewritten, ask->root, 0,
                ek_str_slice(ask->after, 0, 10), nothing);
    ek_run_say_diag(run);
    ask->after = nothing;
    w->again = true;
    return ek_watch_git(ask, sink, &run->diag);
}

void
ek_watcher_walk(struct ek_watcher *w, ek_str source)
{
    struct ek_run *run = w->scanner->run;
    struct ek_watch_ask ask = {.root = source,
                               .branch = run->opt.value[EK_O_branch],
                               .most = w->scanner->options.read.limits.bytes};
    const struct ek_watch_sink sink = {w, take};
    ek_status status =
        w->git ? walk_git(w, &ask, &sink)
               : ek_watch_folder(&ask, ek_read_tries, &sink, &run->diag);
    ek_run_say_diag(run);
    if (status != EK_OK)
        run->troubles |= EK_TROUBLE_UNREAD;
}

void
ek_watcher_close(struct ek_watcher *w)
{
    struct ek_run *run = w->scanner->run;
    ek_store_close(w->store);
    w->store = NULL;
    if (run->opt.given[EK_O_quiet])
        return;
    const struct {
        enum ek_message message;
        size_t n;
    } parts[] = {{EK_M_watched_new, w->versions},
                 {EK_M_watched_read, w->scanned},
                 {EK_M_watched_passed, w->passed}};
    ek_buf line = ek_buf_on(run->arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        ek_message_add(&line, parts[i].message, run->opt.lang,
                       ek_written_count(run->arena, parts[i].n), nothing);
    fprintf(stderr, "%.*s\n", EK_ARG(ek_buf_str(&line)));
}
