/* SPDX-License-Identifier: Apache-2.0 */
/* What came out of a scan, without reading its results. */
#ifndef EK_STORE_JUDGED_H
#define EK_STORE_JUDGED_H

#include "store/store.h"

struct ek_store_outcome {
    ek_str item, status, row;
};

struct ek_store_judged {
    ek_str name, title;
    ek_str dated;                          /* as in ek_document */
    ek_str no_result;                      /* as in ek_result */
    EK_VEC(struct ek_store_outcome) items; /* by item */
};

struct ek_store_judgements {
    EK_VEC(struct ek_store_judged) v; /* a result each */
};

/* On the arena. */
ek_status ek_store_judgements(ek_store *store, ek_arena *arena, int64_t scan,
                              struct ek_store_judgements *out);

#endif
