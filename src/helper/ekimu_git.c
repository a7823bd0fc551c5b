/* SPDX-License-Identifier: Apache-2.0 */
/* ekimu-git REPOSITORY BRANCH AFTER MOST: the history of a Git repository as a
 * stream of versions, oldest first (watch/stream.h). BRANCH may be empty
 * (HEAD), AFTER is the commit that was the last one before, or empty; contents
 * of more than MOST bytes are left out.
 *
 * The repository may be anybody's: nothing of it is run or written, no
 * configuration but its own is read, and the walls of the sandbox let it reach
 * nothing else. */
#include "config.h"

#include "helper/sandbox.h"

#include <git2.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_MESSAGE = 400 /* bytes that are handed over */ };
enum { FAILED = 1, GONE = 3 /* AFTER is no commit of this history */ };

struct walk {
    git_repository *repository;
    git_revwalk *revwalk;
    git_oid head, after;
    bool resumes;
    uint64_t most;
};

static int
fail(const char *what)
{
    const git_error *error = git_error_last();
    fprintf(stderr, "%s: %s\n", what, error ? error->message : "unknown");
    return FAILED;
}

static void
trust_nobody(void)
{
    static const int levels[] = {GIT_CONFIG_LEVEL_PROGRAMDATA,
                                 GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
                                 GIT_CONFIG_LEVEL_GLOBAL};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
    /* It matters to programs that run what a configuration says. */
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

static int
find_head(struct walk *walk, const char *branch)
{
    git_object *commit = NULL;
    const char *name = *branch ? branch : "HEAD";
    if (git_revparse_single(&commit, walk->repository, name))
        return fail(name);
    git_object *peeled = NULL;
    int error = git_object_peel(&peeled, commit, GIT_OBJECT_COMMIT);
    git_object_free(commit);
    if (error)
        return fail(name);
    walk->head = *git_object_id(peeled);
    git_object_free(peeled);
    return 0;
}

/* Whether the history still holds the commit at which the last walk ended. */
static int
find_after(struct walk *walk, const char *after)
{
    if (!*after)
        return 0;
    if (git_oid_fromstr(&walk->after, after))
        return GONE;
    walk->resumes = true;
    if (git_oid_equal(&walk->after, &walk->head))
        return 0;
    int below =
        git_graph_descendant_of(walk->repository, &walk->head, &walk->after);
    return below == 1 ? 0 : GONE;
}

static int
begin(struct walk *walk)
{
    if (git_revwalk_new(&walk->revwalk, walk->repository) ||
        git_revwalk_push(walk->revwalk, &walk->head) ||
        (walk->resumes && git_revwalk_hide(walk->revwalk, &walk->after)))
        return fail("history");
    git_revwalk_sorting(walk->revwalk, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME |
                                           GIT_SORT_REVERSE);
    return 0;
}

/* Never in the middle of a character. */
static size_t
cut(const char *message)
{
    size_t n = message ? strnlen(message, MOST_MESSAGE + 1) : 0;
    if (n <= MOST_MESSAGE)
        return n;
    for (n = MOST_MESSAGE; n && ((unsigned char)message[n] & 0xC0) == 0x80;)
        n--;
    return n;
}

static void
put_commit(git_commit *commit)
{
    char id[GIT_OID_HEXSZ + 1];
    char when[32] = "";
    struct tm day;
    time_t time = (time_t)git_commit_author(commit)->when.time;
    if (gmtime_r(&time, &day))
        strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &day);
    const char *message = git_commit_summary(commit);
    size_t n = cut(message);
    printf("commit %s %s %zu\n",
           git_oid_tostr(id, sizeof id, git_commit_id(commit)),
           *when ? when : "-", n);
    fwrite(message ? message : "", 1, n, stdout);
}

static int
put_version(const struct walk *walk, const git_diff_delta *delta)
{
    git_blob *blob = NULL;
    const char *path = delta->new_file.path, *from = "";
    if (delta->status == GIT_DELTA_RENAMED)
        from = delta->old_file.path;
    if (git_blob_lookup(&blob, walk->repository, &delta->new_file.id))
        return fail(path);
    uint64_t size = (uint64_t)git_blob_rawsize(blob);
    bool whole = size <= walk->most;
    printf("%s %zu %zu %" PRIu64 "\n", whole ? "version" : "large",
           strlen(path), strlen(from), size);
    fputs(path, stdout);
    fputs(from, stdout);
    if (whole)
        fwrite(git_blob_rawcontent(blob), 1, (size_t)size, stdout);
    git_blob_free(blob);
    return 0;
}

static void
put_removed(const git_diff_delta *delta)
{
    printf("removed %zu 0 0\n%s", strlen(delta->old_file.path),
           delta->old_file.path);
}

/* A document stands in the folder of its service; what is hidden is none. */
static bool
is_watched(const char *path)
{
    return strchr(path, '/') && *path != '.' && !strstr(path, "/.");
}

static bool
is_file(const git_diff_file *file)
{
    return file->mode == GIT_FILEMODE_BLOB ||
           file->mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

/* What a merge takes from one of its parents is no version of its own. */
static bool
is_of_another_parent(const git_commit *commit, const git_diff_delta *delta)
{
    for (unsigned i = 1; i < git_commit_parentcount(commit); i++) {
        git_commit *parent = NULL;
        git_tree *tree = NULL;
        git_tree_entry *entry = NULL;
        bool same =
            git_commit_parent(&parent, commit, i) == 0 &&
            git_commit_tree(&tree, parent) == 0 &&
            git_tree_entry_bypath(&entry, tree, delta->new_file.path) == 0 &&
            git_oid_equal(git_tree_entry_id(entry), &delta->new_file.id);
        git_tree_entry_free(entry);
        git_tree_free(tree);
        git_commit_free(parent);
        if (same)
            return true;
    }
    return false;
}

static int
put_delta(const struct walk *walk, const git_commit *commit,
          const git_diff_delta *delta)
{
    if (delta->status == GIT_DELTA_DELETED) {
        if (is_file(&delta->old_file) && is_watched(delta->old_file.path))
            put_removed(delta);
        return 0;
    }
    if (!is_file(&delta->new_file) || !is_watched(delta->new_file.path) ||
        is_of_another_parent(commit, delta))
        return 0;
    return put_version(walk, delta);
}

static int
compare(git_diff **diff, const struct walk *walk, const git_commit *commit)
{
    git_tree *tree = NULL, *before = NULL;
    git_commit *parent = NULL;
    int error = git_commit_tree(&tree, commit);
    if (!error && git_commit_parentcount(commit)) {
        error = git_commit_parent(&parent, commit, 0);
        if (!error)
            error = git_commit_tree(&before, parent);
    }
    if (!error)
        error =
            git_diff_tree_to_tree(diff, walk->repository, before, tree, NULL);
    if (!error)
        error = git_diff_find_similar(*diff, NULL);
    git_tree_free(before);
    git_tree_free(tree);
    git_commit_free(parent);
    return error ? fail("diff") : 0;
}

static int
put_versions(const struct walk *walk, const git_oid *id)
{
    git_commit *commit = NULL;
    git_diff *diff = NULL;
    if (git_commit_lookup(&commit, walk->repository, id))
        return fail("commit");
    put_commit(commit);
    int error = compare(&diff, walk, commit);
    for (size_t i = 0; !error && i < git_diff_num_deltas(diff); i++)
        error = put_delta(walk, commit, git_diff_get_delta(diff, i));
    git_diff_free(diff);
    git_commit_free(commit);
    return error || ferror(stdout) ? FAILED : 0;
}

static int
put_all(struct walk *walk)
{
    git_oid id;
    int error = begin(walk);
    while (!error && git_revwalk_next(&id, walk->revwalk) == 0)
        error = put_versions(walk, &id);
    git_revwalk_free(walk->revwalk);
    if (!error)
        puts("end");
    return error || fflush(stdout) ? FAILED : 0;
}

static int
run(struct walk *walk, char **arguments)
{
    if (git_repository_open_ext(&walk->repository, arguments[1],
                                GIT_REPOSITORY_OPEN_NO_SEARCH, NULL))
        return fail(arguments[1]);
    walk->most = strtoull(arguments[4], NULL, 10);
    int error = find_head(walk, arguments[2]);
    if (!error)
        error = find_after(walk, arguments[3]);
    return error ? error : put_all(walk);
}

int
main(int n, char **arguments)
{
    const char *readable[] = {n > 1 ? arguments[1] : NULL, NULL};
    const struct ek_sandbox_rules rules = {.readable = readable};
    struct ek_sandbox stands = ek_sandbox_enter(&rules);
    if (n == 2 && strcmp(arguments[1], "--sandbox") == 0) {
        ek_sandbox_tell(&stands);
        return 0;
    }
    if (n != 5) {
        fputs("usage: ekimu-git REPOSITORY BRANCH AFTER MOST\n", stderr);
        return FAILED;
    }
    struct walk walk = {0};
    git_libgit2_init();
    trust_nobody();
    int status = run(&walk, arguments);
    git_repository_free(walk.repository);
    git_libgit2_shutdown();
    return status;
}
