/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/rtf.h"

#include <stdlib.h>
#include <string.h>

static const struct ek_rtf_word words[] = {
#define EK_RTF_ROW(word, act, value) {word, EK_RTF_##act, value},
#define EK_RTF_DEST(word, dest)      {word, EK_RTF_BEGIN, EK_RTF_##dest},
#include "read/rtf_word.def"
};

static int
compare(const void *word, const void *row)
{
    return strcmp(word, ((const struct ek_rtf_word *)row)->word);
}

const struct ek_rtf_word *
ek_rtf_word_of(const char *word)
{
    return bsearch(word, words, sizeof words / sizeof *words, sizeof *words,
                   compare);
}

size_t
ek_rtf_word_count(void)
{
    return sizeof words / sizeof *words;
}

const struct ek_rtf_word *
ek_rtf_word_at(size_t index)
{
    return &words[index];
}
