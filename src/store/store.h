/* SPDX-License-Identifier: Apache-2.0 */
/* What was scanned when, and what came out: one SQLite file in WAL mode. A
 * document is followed under a name; each of its contents is a version; each
 * version has a result for every pack, engine and set of facts that it was
 * judged with. */
#ifndef EK_STORE_STORE_H
#define EK_STORE_STORE_H

#include "base/diag.h"
#include "result/decision.h"
#include "result/result.h"

typedef struct ek_store ek_store;

typedef enum ek_store_mode {
    EK_STORE_READ,  /* it must be there */
    EK_STORE_WRITE, /* created on first use, brought up to date */
} ek_store_mode;

/* Opens it; EK_ESTORE and a line in diag when it cannot be, is no store, or was
 * written by a later version than this one. The caller closes. */
ek_status ek_store_open(ek_store **out, ek_str path, ek_store_mode mode,
                        ek_diag *diag);
void ek_store_close(ek_store *store);

/* Free fields, as the user says them; empty: not said. */
struct ek_store_fields {
    ek_str provider, document, url;
    ek_str date; /* "2026-12-01": of the version, not of the scan */
};

/* What a result depends on. */
struct ek_store_key {
    ek_str name;   /* under which the document or bundle is followed */
    ek_str sha256; /* hex, of the file; of a bundle over its files' in order */
    ek_str engine, pack_id, pack_version, pack_fingerprint;
    ek_str facts;    /* answers and options that decide, in canonical form */
    int64_t version; /* which it is, when that is known (store/trail.h); 0: the
                      * latest under the name, or a new one */
};

/* Why something has to be scanned; several may hold. */
enum ek_news {
    EK_NEWS_NONE = 0,     /* the stored results hold */
    EK_NEWS_DOCUMENT = 1, /* the name is new */
    EK_NEWS_TEXT = 2,     /* the content is */
    EK_NEWS_RULES = 4,    /* the pack is */
    EK_NEWS_ENGINE = 8,
    EK_NEWS_FACTS = 16,
};

/* Against the latest scan under the name; when nothing is new, *scan is the id
 * to get the results by. */
unsigned ek_store_news(ek_store *store, const struct ek_store_key *key,
                       int64_t *scan);
/* Stores the results of one file (an archive or a mail has several), which
 * should hold their text, in one transaction: when it comes back EK_OK it
 * survives the loss of the process and of power. now: "2026-12-01T04:05:06Z".
 * *scan may be NULL. */
ek_status ek_store_put(ek_store *store, const struct ek_store_key *key,
                       const struct ek_store_fields *fields, ek_str now,
                       ek_result *const *results, size_t n, int64_t *scan);

/* A scan of the same content, under any name, that was judged with the same: its
 * results may be stored again without reading the file; 0: none. */
int64_t ek_store_known(ek_store *store, const struct ek_store_key *key);

/* One scan: a version judged once. Strings live as long as the arena that was
 * given. */
struct ek_store_scan {
    int64_t id;
    struct ek_store_key key; /* with its version */
    struct ek_store_fields fields;
    ek_str mark, message, renamed; /* where it came from: store/trail.h */
    ek_str stored;                 /* when: "2026-12-01T04:05:06Z" */
    unsigned news;                 /* why it was scanned */
    uint32_t version; /* of the document: 1, 2, ...: content by content */
    uint32_t results;
};

/* All scans, or those of a name (empty: all), or stored or dated at or after a
 * day (empty: always), by name, then as they came. */
struct ek_store_scans {
    EK_VEC(struct ek_store_scan) v;
};
ek_status ek_store_list(ek_store *store, ek_arena *arena, ek_str name,
                        ek_str since, struct ek_store_scans *out);
/* How many results a scan has; 0 when there is no such scan. */
uint32_t ek_store_results(ek_store *store, int64_t scan);
/* The i-th result of a scan, from 0; the caller frees. */
ek_status ek_store_get(ek_store *store, int64_t scan, uint32_t i,
                       ek_result **out);

/* A decision as the text file has it: a line without its end. */
struct ek_store_line {
    ek_str id, contract, line;
};
/* Keeps decisions, all or none; one that is there already stays as it is. */
ek_status ek_store_decide(ek_store *store, const struct ek_store_line *lines,
                          size_t n);
/* Appends the lines of a contract's decisions (empty: of all), each with its
 * LF, by contract and id. */
ek_status ek_store_decisions(ek_store *store, ek_arena *arena, ek_str contract,
                             ek_buf *lines);

#endif
