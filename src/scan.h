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

/* Scans one document; always gives a result (with no_result set when there is
 * nothing to judge), except on EK_ENOMEM. The caller frees *out. */
ek_status ek_scan(ek_result **out, ek_matcher *matcher, const ek_pack *pack,
                  ek_str path, const struct ek_scan_options *options);
/* Several documents of one provider judged together under a name. What cannot
 * be read among them is named in the result. */
ek_status ek_scan_bundle(ek_result **out, ek_matcher *matcher,
                         const ek_pack *pack, ek_str name, const ek_str *paths,
                         size_t n, const struct ek_scan_options *options);
/* A single one from memory; name stands for the path. */
ek_status ek_scan_bytes(ek_result **out, ek_matcher *matcher,
                        const ek_pack *pack, ek_str name, ek_str bytes,
                        const struct ek_scan_options *options);

/* Writes for each sentence its parts, and for each part how it is read (who may
 * or must not do what, to what, on what ground), its own and inherited words,
 * the rules that hold, and those that one missing element kept from holding.
 * lang: of the words for people. */
ek_status ek_scan_show(ek_buf *out, ek_matcher *matcher, const ek_pack *pack,
                       ek_str path, const struct ek_scan_options *options,
                       ek_lang lang, ek_diag *diag);
/* Writes the text as it was read, before anything is looked for in it. */
ek_status ek_scan_show_text(ek_buf *out, ek_str path,
                            const struct ek_scan_options *options,
                            ek_diag *diag);

#endif
