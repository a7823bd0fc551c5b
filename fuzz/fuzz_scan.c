/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a document: read, decode, normalize, segment, match, judge, and
 * the serialized result must read back to itself. */
#include "config.h"

#include "scan.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static const ek_pack *pack;
static ek_matcher *matcher;

static void
load(void)
{
    ek_arena *arena = ek_arena_new(0);
    ek_diag diag = ek_diag_on(arena);
    const char *dir = getenv("EKIMU_PATTERNS");
    ek_pack *loaded = NULL;
    if (ek_pack_load(&loaded, ek_str_of(dir ? dir : "patterns"), &diag) ||
        ek_matcher_new(&matcher, loaded, &diag))
        abort();
    pack = loaded;
    ek_arena_free(arena);
}

static void
check_round_trip(const ek_result *result)
{
    ek_buf once = ek_buf_on(result->arena), twice = once;
    ek_result *again = NULL;
    const char *why;
    ek_result_write(&once, result);
    if (ek_result_read(&again, ek_buf_str(&once), &why) != EK_OK)
        abort();
    ek_result_write(&twice, again);
    if (!ek_str_eq(ek_buf_str(&once), ek_buf_str(&twice)))
        abort();
    ek_result_free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (!pack)
        load();
    struct ek_facts facts = {0};
    struct ek_scan_options options = {.read = {.limits = ek_limits_default()},
                                      .facts = &facts};
    ek_result *result = NULL;
    ek_str input = {(const char *)bytes, n};
    if (ek_scan_bytes(&result, matcher, pack, EK_STR("fuzz"), input,
                      &options) != EK_OK)
        return 0;
    check_round_trip(result);
    ek_result_free(result);
    return 0;
}
