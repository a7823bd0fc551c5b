/* SPDX-License-Identifier: Apache-2.0 */
/* The hallway: the only room that knows the whole order. */
#ifndef EK_SCAN_H
#define EK_SCAN_H

#include "frame/frame.h"
#include "match/match.h"
#include "pattern/pack.h"
#include "read/read.h"
#include "result/result.h"
#include "score/facts.h"

struct ek_scan_options {
    struct ek_read_options read;
    const struct ek_facts *facts; /* the user's answers */
};

/* Takes the results of a path as they come. */
struct ek_scan_sink {
    void *self;
    /* Of what comes next, by its path: sets the answers. May be NULL. */
    void (*before)(void *self, ek_str path);
    void (*take)(void *self, ek_result *result); /* and frees it */
    size_t skipped; /* in boxes: of no format to be tried, or hidden */
};

/* Scans the files that a path stands for (read/box.h), each for itself. What
 * cannot be read gives a result, too, with no_result set. EK_ENOMEM when some
 * file gave none. */
ek_status ek_scan_each(struct ek_scan_sink *sink, ek_matcher *matcher,
                       const ek_pack *pack, ek_str path,
                       const struct ek_scan_options *options);
/* Scans a path as one contract; a box is a bundle of what is in it, under its
 * name. Always gives a result, except on EK_ENOMEM. The caller frees *out. */
ek_status ek_scan(ek_result **out, ek_matcher *matcher, const ek_pack *pack,
                  ek_str path, const struct ek_scan_options *options);
/* Several documents of one provider judged together under a name. What cannot
 * be read among them is named in the result. */
ek_status ek_scan_bundle(ek_result **out, ek_matcher *matcher,
                         const ek_pack *pack, ek_str name, const ek_str *paths,
                         size_t n, const struct ek_scan_options *options);
/* The same as ek_scan from memory; name stands for the path. */
ek_status ek_scan_bytes(ek_result **out, ek_matcher *matcher,
                        const ek_pack *pack, ek_str name, ek_str bytes,
                        const struct ek_scan_options *options);

/* What is shown of each file, and how many were. */
struct ek_show {
    ek_matcher *matcher;
    const ek_pack *pack;
    const struct ek_scan_options *options;
    ek_lang lang; /* of the words for people */
    bool text;    /* the text as it was read, and no more */
    bool headed;  /* "==> path <==" before each; those in a box always
                           * have it */
    unsigned done, failed;
    size_t skipped;
};

/* Writes for each sentence its parts, and for each part how it is read (who may
 * or must not do what, to what, on what ground), its own and inherited words,
 * the rules that hold, and those that one missing element kept from holding.
 * What cannot be read is said to diag. */
void ek_scan_show(ek_buf *out, struct ek_show *show, ek_str path,
                  ek_diag *diag);

#endif
