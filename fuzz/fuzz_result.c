/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a serialized result: refused, or written back. */
#include "config.h"

#include "result/result.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    ek_result *result = NULL;
    const char *why = NULL;
    ek_str json = {(const char *)bytes, n};
    if (ek_result_read(&result, json, &why) != EK_OK)
        return 0;
    ek_buf out = ek_buf_on(result->arena);
    ek_result_write(&out, result);
    ek_result_free(result);
    return 0;
}
