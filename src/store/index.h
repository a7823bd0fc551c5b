/* SPDX-License-Identifier: Apache-2.0 */
/* What a scan is found by; private to the room. */
#ifndef EK_STORE_INDEX_H
#define EK_STORE_INDEX_H

#include "store/store.h"

/* Keeps what the results of a scan go by and the words of their texts, within
 * the transaction that stores them. */
ek_status ek_store_index(ek_store *store, int64_t scan,
                         ek_result *const *results, size_t n);

#endif
