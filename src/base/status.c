/* SPDX-License-Identifier: Apache-2.0 */
#include "base/status.h"

const char *
ek_status_word(ek_status status)
{
    static const char *const words[] = {
#define EK_STATUS_WORD(name, word) word,
        EK_STATUS_TABLE(EK_STATUS_WORD)
#undef EK_STATUS_WORD
    };
    return words[status];
}
