#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every source, pattern file and case is listed where make looks, every file
# names its licence, no Japanese stands in the C of src/, and nothing names a
# place on somebody's machine.
set -eu
cd "${srcdir:-.}"
bad=0
say() {
    echo "$*"
    bad=1
}

# FILE LIST: the file, or what is built from it, stands in the list.
must_be_listed() {
    grep -qE "(^|[[:space:]])${1%.c}(\.c)?([[:space:]]|$)" "$2" ||
        say "$1 is not listed in $2"
}

for file in $(find src -name '*.[ch]' -o -name '*.def' | sort); do
    must_be_listed "$file" src/files.am
done
for file in $(find tests/unit -name '*.[ch]' | sort); do
    must_be_listed "$file" tests/unit/files.am
done
for file in $(find fuzz -name '*.[ch]' | sort) docs/* corpora/*.*; do
    must_be_listed "$file" Makefile.am
done
for file in $(find patterns -name '*.xml' -o -name '*.rng' | sort); do
    must_be_listed "$file" patterns/files.am
    case $file in
    patterns/pack.*) ;;
    *)
        grep -qF "<file>${file#patterns/}</file>" patterns/pack.xml ||
            say "$file is not listed in patterns/pack.xml"
        ;;
    esac
done
for case in tests/golden/*.case; do
    must_be_listed "$case" tests/golden/files.am
    for part in args expected; do
        [ -f "$case/$part" ] || say "$case lacks $part"
    done
done
for file in $(find tests -name node_modules -prune -o \( -name '*.sh' \
    -o -name '*.py' -o -name '*.mjs' \) -print | sort); do
    must_be_listed "$file" Makefile.am
done

for file in $(find bootstrap configure.ac Makefile.am .ci src tests patterns \
    fuzz -name node_modules -prune -o \( -name '*.[ch]' -o -name '*.def' \
    -o -name '*.xml' -o -name '*.rng' -o -name '*.sh' -o -name '*.py' -o -name '*.am' -o -name 'configure.ac' \
    -o -name bootstrap -o -name run -o -name '*.mjs' \) -print | sort); do
    head -n 3 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' ||
        say "$file has no licence line"
done

find src -name '*.[ch]' -print0 | LC_ALL=C xargs -0 awk '
    FNR == 1 { comment = 0 }
    {
        code = $0
        if (comment) {
            if (!sub(/^.*\*\//, "", code))
                next
            comment = 0
        }
        gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, "", code)
        if (sub(/\/\*.*/, "", code))
            comment = 1
        if (code ~ /[\200-\377]/) {
            print FILENAME ":" FNR ": text in another script belongs in a .def"
            bad = 1
        }
    }
    END { exit bad }' || bad=1

if grep -rnIE '(^|[^A-Za-z0-9_./])/(work|home|root|Users)/' bootstrap \
    configure.ac Makefile.am .ci src tests/unit tests/cli tests/golden \
    tests/browser/*.* patterns fuzz docs corpora README.md CONTRIBUTING.md NEWS; then
    say "a path of one machine"
fi
exit $bad
