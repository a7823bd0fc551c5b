/* SPDX-License-Identifier: Apache-2.0 */
/* What a watcher of terms keeps beside the versions: where each came from, how
 * far a history was read, what was no version, what versions differ in. */
#ifndef EK_STORE_TRAIL_H
#define EK_STORE_TRAIL_H

#include "result/timeline.h"
#include "store/store.h"

struct ek_store_origin {
    ek_str mark; /* a commit, or the day of a snapshot */
    ek_str message, renamed;
    size_t bytes; /* of the text */
};

/* The version of a document that came by a mark; 0: there is none yet. */
int64_t ek_store_marked(ek_store *store, ek_str name, ek_str mark);
/* The latest version of a document with that content; 0: there is none. */
int64_t ek_store_holding(ek_store *store, ek_str name, ek_str sha256);
/* The latest scan of the latest version; false: there is none. */
bool ek_store_latest(ek_store *store, ek_arena *arena, ek_str name,
                     struct ek_store_scan *out);
/* Where the version of a scan came from; said once, it stays. */
ek_status ek_store_came(ek_store *store, int64_t scan,
                        const struct ek_store_origin *origin);
/* Bytes of the text of the latest version that came so; 0: none. */
size_t ek_store_size(ek_store *store, ek_str name);

/* The mark that a walk of a root has reached; empty: none. judges: what decides
 * results, in one line. */
ek_str ek_store_reached(ek_store *store, ek_arena *arena, ek_str root,
                        ek_str judges);
ek_status ek_store_reach(ek_store *store, ek_str root, ek_str judges,
                         ek_str mark);

/* Whether a root was walked before, with whatever judges. */
bool ek_store_was_walked(ek_store *store, ek_str root);

/* Names of the documents that came by marks, or were passed over; by name. */
struct ek_store_names {
    EK_VEC(ek_str) v;
};
ek_status ek_store_watched(ek_store *store, ek_arena *arena,
                           struct ek_store_names *out);

/* What stood in a document's place and was no version of it. */
struct ek_store_passed {
    ek_str name, mark, date, reason, message;
};
struct ek_store_passeds {
    EK_VEC(struct ek_store_passed) v; /* by name, then by date */
};
ek_status ek_store_pass(ek_store *store, const struct ek_store_passed *passed);
bool ek_store_is_passed(ek_store *store, ek_str name, ek_str mark);
/* Of a document (empty: of all). */
ek_status ek_store_passed(ek_store *store, ek_arena *arena, ek_str name,
                          struct ek_store_passeds *out);

/* The difference of two scans, computed once. False: it is not there yet. */
bool ek_store_difference(ek_store *store, ek_arena *arena, int64_t before,
                         int64_t scan, ek_version_difference *out);
ek_status ek_store_differ(ek_store *store, int64_t before, int64_t scan,
                          ek_arena *arena,
                          const ek_version_difference *difference);

#endif
