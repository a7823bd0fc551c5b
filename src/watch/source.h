/* SPDX-License-Identifier: Apache-2.0 */
/* Where versions of terms come from: the history of a Git repository or a
 * folder of snapshots. In both a service is a folder and a document stands in
 * it, as in the public archives of terms. */
#ifndef EK_WATCH_SOURCE_H
#define EK_WATCH_SOURCE_H

#include "base/diag.h"

typedef enum ek_watched {
    EK_WATCHED_VERSION,
    EK_WATCHED_REMOVED, /* the document is gone */
    EK_WATCHED_LARGE,   /* more bytes than are taken */
    EK_WATCHED_END,     /* of a commit: all of its versions were handed over */
} ek_watched;

/* Valid until the sink returns. */
struct ek_watch_version {
    ek_watched what;
    ek_str path;    /* "Service/Terms.md", below the root */
    ek_str file;    /* that holds it; its ending tells the format */
    ek_str from;    /* what it was called before, or empty */
    ek_str commit;  /* 40 hex digits; of a folder empty */
    ek_str when;    /* "2026-12-01T04:05:06Z", a day, or empty */
    ek_str message; /* first line of the commit's */
    ek_str bytes;
};

struct ek_watch_sink {
    void *self;
    /* False: no more of them. */
    bool (*take)(void *self, const struct ek_watch_version *version);
};

struct ek_watch_ask {
    ek_str root;
    ek_str branch; /* empty: what HEAD names */
    ek_str after;  /* the commit at which the last walk ended, or empty */
    size_t most;   /* bytes of a version */
};

bool ek_watch_is_git(ek_str root);
/* The versions since, oldest first. EK_EFORMAT when `after` is no commit of this
 * history (it was rewritten), which is for the caller to say; everything else
 * is said. */
ek_status ek_watch_git(const struct ek_watch_ask *ask,
                       const struct ek_watch_sink *sink, ek_diag *diag);
/* SERVICE/DOCUMENT.ext is the document as it is now; in SERVICE/DOCUMENT/ each
 * DAY.ext ("2026-12-01.md") is the version of that day. By service, document
 * and day. tries: whether a file's name is one to be read. */
ek_status ek_watch_folder(const struct ek_watch_ask *ask,
                          bool (*tries)(ek_str name),
                          const struct ek_watch_sink *sink, ek_diag *diag);

#endif
