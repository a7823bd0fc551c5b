/* SPDX-License-Identifier: Apache-2.0 */
/* The two halves of a scan; between them, results may be joined. Private to the
 * hallway. */
#ifndef EK_SCAN_LOOK_H
#define EK_SCAN_LOOK_H

#include "read/box.h"
#include "scan.h"

/* One file up to its findings; of a file that could not be read, why. Takes
 * over the arena of the member. EK_ENOMEM only when memory is out altogether:
 * a file that reaches its limit gives a result that says so. */
ek_status ek_look(ek_result **out, ek_member *member, ek_matcher *matcher,
                  const ek_pack *pack, const struct ek_read_options *options);
/* The verdicts. False when memory ran out: the result is of no use then. */
bool ek_judge(ek_result *result, const ek_pack *pack,
              const struct ek_facts *facts);

#endif
