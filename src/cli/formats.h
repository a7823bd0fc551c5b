/* SPDX-License-Identifier: Apache-2.0 */
/* The formats that --format asks for. */
#ifndef EK_CLI_FORMATS_H
#define EK_CLI_FORMATS_H

#include "cli/run.h"
#include "ekimu_app.h"

struct ek_format {
    const struct ek_reporter *reporter;
    const char *file; /* its name in a folder */
    bool paged;       /* a page a contract with an index, or one page alone */
};

struct ek_formats {
    EK_VEC(struct ek_format) v; /* each once, in the order given */
};

/* The terminal's where none is given; with --questions the questions. False
 * when something is no format or not part of this build, which is said. */
bool ek_formats_ask(struct ek_formats *formats, struct ek_run *run);

#endif
