#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# embed.sh NAME FILE OUT.c: the bytes of FILE as C, for a program that needs no
# files beside it. NAME_size counts them; one NUL stands behind the last.
set -eu
name=$1 file=$2 out=$3
mkdir -p "$(dirname "$out")"
{
    cat <<HEAD
/* SPDX-License-Identifier: Apache-2.0 */
#include <stddef.h>

extern const unsigned char ${name}[];
extern const size_t ${name}_size;
const unsigned char ${name}[] = {
HEAD
    od -A n -v -t u1 "$file" | sed -e 's/  */,/g' -e 's/^,//' -e 's/$/,/'
    cat <<TAIL
0};
const size_t ${name}_size = sizeof $name - 1;
TAIL
} >"$out.tmp"
mv -f "$out.tmp" "$out"
