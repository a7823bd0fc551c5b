#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The layering law of layers.txt, read from the #include lines of src/.
set -eu
here=${srcdir:-.}
cd "$here/src"
find . -name '*.[ch]' | sed 's|^\./||' | sort | xargs awk '
    # The room of a path below src/: its folder, "app" for the umbrella header
    # of the command line, "top" for the hallway.
    function room_of(path) {
        if (path == "ekimu_app.h")
            return "app"
        return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "top"
    }
    FILENAME == law {
        if ($0 !~ /^#/ && split($0, side, / *: */) == 2) {
            known[side[1]] = 1
            n = split(side[2], names, " ")
            for (i = 1; i <= n; i++)
                may[side[1], names[i]] = 1
        }
        next
    }
    FNR == 1 {
        room = room_of(FILENAME)
        if (!(room in known)) {
            print FILENAME ": the law does not know the room " room
            bad = 1
        }
    }
    /^# *include "/ {
        split($0, quoted, "\"")
        other = room_of(quoted[2])
        if (quoted[2] == "config.h" || other == room || (room, other) in may)
            next
        print FILENAME ":" FNR ": " room " must not include " quoted[2]
        bad = 1
    }
    END { exit bad }' law=../tests/lint/layers.txt ../tests/lint/layers.txt
