/* SPDX-License-Identifier: Apache-2.0 */
/* How a language writes numbers and dates. For what people read; what programs
 * read has them as they are. Quotation marks stand with the words (po/). */
#ifndef EK_BASE_WRITTEN_H
#define EK_BASE_WRITTEN_H

#include "base/arena.h"
#include "base/lang.h"

#include <stdint.h>

/* A count, "12,345" in both languages. What a number names (a page, a line) is
 * no count. */
ek_str ek_written_count(ek_arena *arena, uint64_t n);
/* "2026-11-30" as "30 November 2026" or as Japanese writes it, "2026-11"
 * likewise; anything else as it is. */
ek_str ek_written_date(ek_arena *arena, ek_str iso, ek_lang lang);

#endif
