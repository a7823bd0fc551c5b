/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/contribution.h"

static const struct {
    const char *word;
    char kind;
} contributions[] = {
#define EK_CONTRIBUTION(word, kind) {word, kind},
#include "result/contribution.def"
#undef EK_CONTRIBUTION
};

enum { CONTRIBUTIONS = sizeof contributions / sizeof *contributions };

unsigned
ek_contribution_rank(ek_str contribution)
{
    unsigned i = 0;
    while (i < CONTRIBUTIONS && !ek_str_is(contribution, contributions[i].word))
        i++;
    return i;
}

char
ek_contribution_kind(ek_str contribution)
{
    unsigned i = ek_contribution_rank(contribution);
    return i < CONTRIBUTIONS ? contributions[i].kind : 'n';
}
