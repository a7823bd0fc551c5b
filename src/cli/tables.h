/* SPDX-License-Identifier: Apache-2.0 */
/* The outcome of an evaluation, for people and for programs. */
#ifndef EK_CLI_TABLES_H
#define EK_CLI_TABLES_H

#include "cli/run.h"
#include "ekimu_app.h"

struct ek_table_options {
    ek_lang lang;
    uint32_t min_support;
    bool rows;
};

void ek_tables_term(ek_buf *out, const ek_evaluation *evaluation,
                    const struct ek_table_options *options);
void ek_tables_tsv(ek_buf *out, const ek_evaluation *evaluation,
                   const struct ek_table_options *options);
void ek_tables_json(ek_buf *out, const ek_evaluation *evaluation,
                    const struct ek_table_options *options);

#endif
