/* SPDX-License-Identifier: Apache-2.0 */
/* Runs a fuzz target over the files named as arguments, without a fuzzer. */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

enum { MOST = 1 << 20 };

int
main(int argc, char **argv)
{
    uint8_t *bytes = malloc(MOST);
    for (int i = 1; i < argc && bytes; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (!file) {
            perror(argv[i]);
            return 1;
        }
        size_t n = fread(bytes, 1, MOST, file);
        fclose(file);
        LLVMFuzzerTestOneInput(bytes, n);
    }
    free(bytes);
    printf("%d seeds replayed\n", argc - 1);
    return argc > 1 ? 0 : 1;
}
