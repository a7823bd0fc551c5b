#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A file has one concern: at most 400 lines; a function at most 60, in
# tests, whose tables count too, 120.
set -eu
here=${srcdir:-.}
find "$here/src" "$here/tests" "$here/fuzz" -name '*.[ch]' -print0 |
    xargs -0 awk '
        FNR == 1 {
            begun = 0
            most = FILENAME ~ /tests\// ? 120 : 60
        }
        FNR > 400 && !said[FILENAME]++ {
            print FILENAME ": more than 400 lines"; bad = 1
        }
        /^\{/ { begun = FNR }
        /^\}/ {
            if (begun && FNR - begun > most) {
                print FILENAME ":" begun ": a function of " FNR - begun " lines"
                bad = 1
            }
            begun = 0
        }
        END { exit bad }'
