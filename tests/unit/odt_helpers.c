/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "odt_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

ek_str
odt_flat(ek_arena *arena, const char *styles, const char *body)
{
    return ek_arena_printf(arena,
                           "<?xml version='1.0'?><office:document" SPACES
                           ">%s<office:body><office:text>%s</office:text>"
                           "</office:body></office:document>",
                           styles, body);
}

ek_text *
odt_text(ek_arena *arena, const char *styles, const char *body,
         ek_tracked tracked)
{
    ek_text *text = NULL;
    ek_diag diag = ek_diag_on(arena);
    struct ek_read_options options = {.limits = ek_limits_default(),
                                      .tracked = tracked};
    read_bytes(&text, arena, "terms.fodt", odt_flat(arena, styles, body),
               &options, &diag);
    return text;
}

void
odt_check(ek_arena *arena, const char *styles, const struct odt_row *rows,
          size_t n)
{
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const ek_text *text =
            odt_text(arena, styles, rows[i].body, EK_TRACKED_FINAL);
        wrong += !is_text(text, rows[i].text, i);
    }
    assert_int_equal(wrong, 0);
}
