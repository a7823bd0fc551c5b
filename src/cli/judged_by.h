/* SPDX-License-Identifier: Apache-2.0 */
/* What decides the result of a contract besides its text: the key under which
 * a store has it. */
#ifndef EK_CLI_JUDGED_BY_H
#define EK_CLI_JUDGED_BY_H

#include "cli/scanner.h"

/* Content and answers of a file; false, and all but the content, when it cannot
 * be read, or only once (standard input). Strings live on the arena, or as long
 * as the scanner. */
bool ek_judged_file(struct ek_store_key *key, ek_arena *arena,
                    struct ek_scanner *scanner, ek_str path);
/* The same of bytes that are at hand. */
void ek_judged_bytes(struct ek_store_key *key, ek_arena *arena,
                     struct ek_scanner *scanner, ek_str name, ek_str bytes);
/* The same of several files that are judged together. */
bool ek_judged_bundle(struct ek_store_key *key, ek_arena *arena,
                      struct ek_scanner *scanner, ek_str name,
                      const ek_str *paths, size_t n);
/* After a scan: the content of what could be read only once, or has changed
 * since it was known; false when it was not read at all. */
bool ek_judged_results(struct ek_store_key *key, ek_arena *arena,
                       struct ek_scanner *scanner, bool known,
                       ek_result *const *results, size_t n);

#endif
