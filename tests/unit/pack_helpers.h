/* SPDX-License-Identifier: Apache-2.0 */
/* A pack in a temporary folder, and what loading it said. */
#ifndef EK_TEST_PACK_HELPERS_H
#define EK_TEST_PACK_HELPERS_H

#include "pattern/pack.h"

enum { LONGEST_PATH = 256, MOST_FILES = 8 };

struct bench {
    char dir[LONGEST_PATH];
    const char *files[MOST_FILES];
    int n;
    ek_arena *arena;
    ek_diag diag;
    ek_pack *pack;
};

/* clang-format off */
#define TITLES "<title lang='ja'>t</title><title lang='en'>t</title>"
#define ABOUTS "<about lang='ja'>a</about><about lang='en'>a</about>"
#define CLAUSE "<clause id='c' group='A' protects='user' provisions=''>" \
               TITLES ABOUTS "\n"
/* clang-format on */

extern const char bench_head[];     /* of pack.xml, five lines, files follow */
extern const char bench_concepts[]; /* act.view, purpose.security, .protect */

void bench_open(struct bench *b);
void bench_write(struct bench *b, const char *name, const char *content);
ek_status bench_load(struct bench *b);
/* Opens a bench and loads the tiny pack with one more file. */
ek_status bench_load_with(struct bench *b, const char *content);
bool bench_said(const struct bench *b, ek_diag_code code, uint32_t line,
                const char *arg); /* arg NULL: any */
void bench_close(struct bench *b);

#endif
