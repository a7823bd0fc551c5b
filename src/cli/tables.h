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

struct ek_figures {
    ek_tallies tallies;
    ek_intervals intervals;
};

/* One of all documents and, when there are several languages, one of each;
 * the number of tables. */
size_t ek_figures_of(struct ek_figures tables[EK_LANGS],
                     const ek_evaluation *evaluation, uint32_t min_support);

void ek_tables_term(ek_buf *out, const ek_evaluation *evaluation,
                    const struct ek_table_options *options);
void ek_tables_tsv(ek_buf *out, const ek_evaluation *evaluation,
                   const struct ek_table_options *options);
void ek_tables_json(ek_buf *out, const ek_evaluation *evaluation,
                    const struct ek_table_options *options);

#endif
