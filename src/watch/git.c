/* SPDX-License-Identifier: Apache-2.0 */
/* The stream of ekimu-git: "commit ID WHEN N" and N bytes of message; then for
 * each of its files "version|large|removed PATH FROM SIZE" (bytes), the path,
 * the path before, and the content of a version; "end" at the end of all. */
#include "config.h"

#include "watch/source.h"

#include "read/helper.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    STATUS_REWRITTEN = 3,
    MOST_PATH = 64 * 1024,
    MOST_SAID = 2000,
};

struct stream {
    pid_t pid;
    FILE *out;
    int said;        /* its standard error */
    ek_arena *arena; /* of one record */
    char commit[41], when[32];
    ek_str message;
    ek_arena *of_commit;
};

static bool
spawn(struct stream *s, const char *program, char *const *arguments)
{
    int out[2], said[2];
    char *const no_environment[] = {NULL};
    posix_spawn_file_actions_t actions;
    if (pipe2(out, O_CLOEXEC))
        return false;
    if (pipe2(said, O_CLOEXEC)) {
        close(out[0]);
        close(out[1]);
        return false;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, said[1], STDERR_FILENO);
    int error = posix_spawn(&s->pid, program, &actions, NULL, arguments,
                            no_environment);
    posix_spawn_file_actions_destroy(&actions);
    close(out[1]);
    close(said[1]);
    s->said = said[0];
    s->out = fdopen(out[0], "r");
    errno = error;
    return !error && s->out;
}

static ek_str
read_bytes(struct stream *s, ek_arena *arena, size_t n)
{
    char *bytes = ek_arena_alloc(arena, n + 1);
    size_t got = fread(bytes, 1, n, s->out);
    return (ek_str){bytes, got};
}

static bool
read_commit(struct stream *s, const char *line)
{
    size_t n;
    if (sscanf(line, "commit %40s %31s %zu", s->commit, s->when, &n) != 3 ||
        n > MOST_PATH)
        return false;
    if (strcmp(s->when, "-") == 0)
        *s->when = 0;
    s->message = read_bytes(s, s->of_commit, n);
    return s->message.n == n;
}

static bool
read_version(struct stream *s, const char *line, size_t most,
             struct ek_watch_version *v)
{
    char word[16];
    size_t path, from;
    uint64_t size;
    if (sscanf(line, "%15s %zu %zu %" SCNu64, word, &path, &from, &size) != 4 ||
        path > MOST_PATH || from > MOST_PATH)
        return false;
    v->what = strcmp(word, "version") == 0   ? EK_WATCHED_VERSION
              : strcmp(word, "removed") == 0 ? EK_WATCHED_REMOVED
                                             : EK_WATCHED_LARGE;
    if (v->what == EK_WATCHED_VERSION && size > most)
        return false;
    v->path = v->file = read_bytes(s, s->arena, path);
    v->from = read_bytes(s, s->arena, from);
    if (v->what == EK_WATCHED_VERSION)
        v->bytes = read_bytes(s, s->arena, (size_t)size);
    v->commit = ek_str_of(s->commit);
    v->when = ek_str_of(s->when);
    v->message = s->message;
    return v->path.n == path && v->from.n == from &&
           (v->what != EK_WATCHED_VERSION || v->bytes.n == size);
}

static bool
end_commit(struct stream *s, const struct ek_watch_sink *sink)
{
    const struct ek_watch_version end = {.what = EK_WATCHED_END,
                                         .commit = ek_str_of(s->commit),
                                         .when = ek_str_of(s->when),
                                         .message = s->message};
    return !*s->commit || sink->take(sink->self, &end);
}

/* A version in an arena of its own. */
static bool
take_version(struct stream *s, const char *line, size_t most,
             const struct ek_watch_sink *sink, bool *good)
{
    struct ek_watch_version version = {0};
    s->arena = ek_arena_new(0);
    *good = s->arena && read_version(s, line, most, &version);
    bool more = *good && sink->take(sink->self, &version);
    ek_arena_free(s->arena);
    return more;
}

/* False when the stream broke off or is none. */
static bool
take_all(struct stream *s, size_t most, const struct ek_watch_sink *sink)
{
    char line[256];
    bool good = true, more = true;
    while (good && more && fgets(line, sizeof line, s->out)) {
        if (strcmp(line, "end\n") == 0)
            return end_commit(s, sink);
        if (strncmp(line, "commit ", 7) == 0) {
            more = end_commit(s, sink);
            ek_arena_free(s->of_commit);
            s->of_commit = ek_arena_new(0);
            good = s->of_commit && read_commit(s, line);
        } else {
            more = take_version(s, line, most, sink, &good);
        }
    }
    return good && !more;
}

/* What it said, in one line. */
static ek_str
last_words(struct stream *s, ek_arena *arena)
{
    char *said = ek_arena_alloc(arena, MOST_SAID);
    ssize_t n = read(s->said, said, MOST_SAID);
    ek_str text = {said, n > 0 ? (size_t)n : 0};
    return ek_str_trim(text);
}

static ek_status
end(struct stream *s, bool whole, const struct ek_watch_ask *ask, ek_diag *diag)
{
    int status = 0;
    fclose(s->out);
    ek_str said = last_words(s, diag->arena);
    close(s->said);
    waitpid(s->pid, &status, 0);
    ek_arena_free(s->of_commit);
    if (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_REWRITTEN)
        return EK_EFORMAT;
    if (whole)
        return EK_OK;
    ek_diag_say(diag, EK_D_history_broken, ask->root, 0,
                said.n ? said : EK_STR("ekimu-git"), EK_STR(""));
    return EK_EIO;
}

static char *
text_of(ek_arena *arena, ek_str s)
{
    char *text = ek_arena_alloc(arena, s.n + 1);
    if (s.n)
        memcpy(text, s.p, s.n);
    return text;
}

ek_status
ek_watch_git(const struct ek_watch_ask *ask, const struct ek_watch_sink *sink,
             ek_diag *diag)
{
    struct stream s = {.of_commit = NULL};
    ek_arena *arena = diag->arena;
    const char *program = ek_helper_find(arena, "ekimu-git");
    if (!program) {
        ek_diag_say(diag, EK_D_read_program, ask->root, 0, EK_STR("ekimu-git"),
                    EK_STR(""));
        return EK_EUNSUPPORTED;
    }
    char name[] = "ekimu-git", most[24];
    snprintf(most, sizeof most, "%zu", ask->most);
    char *const arguments[] = {name,
                               text_of(arena, ask->root),
                               text_of(arena, ask->branch),
                               text_of(arena, ask->after),
                               most,
                               NULL};
    if (!spawn(&s, program, arguments)) {
        ek_diag_say(diag, EK_D_history_broken, ask->root, 0,
                    ek_str_of(strerror(errno)), EK_STR(""));
        return EK_EIO;
    }
    return end(&s, take_all(&s, ask->most, sink), ask, diag);
}

static bool
has(ek_arena *arena, ek_str root, const char *name)
{
    struct stat st;
    return stat(ek_arena_printf(arena, "%.*s/%s", EK_ARG(root), name).p, &st) ==
           0;
}

bool
ek_watch_is_git(ek_str root)
{
    ek_arena *arena = ek_arena_new(0);
    bool git =
        arena && (has(arena, root, ".git") ||
                  (has(arena, root, "HEAD") && has(arena, root, "objects") &&
                   has(arena, root, "refs")));
    ek_arena_free(arena);
    return git;
}
