#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every header compiles alone.
set -eu
here=${srcdir:-.}
bad=0
for header in $(cd "$here/src" && find . -name '*.h' | sed 's|^\./||' | sort)
do
    # shellcheck disable=SC2086
    printf '#include "config.h"\n#include "%s"\nextern int ek_;\n' "$header" |
        ${CC:-cc} ${CPPFLAGS-} ${CFLAGS-} -fsyntax-only -x c - || {
        echo "src/$header does not compile alone"
        bad=1
    }
done
exit $bad
