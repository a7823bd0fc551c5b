#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What the last `make check` came to, and every skip by name.
# usage: totals.sh [--strict] [DIR]; strict fails on a skip for want of a tool.
set -eu
strict=no
[ "${1-}" = --strict ] && strict=yes && shift
cd "${1:-.}"

# NAME: that line of the summary
total() {
    sed -n "s/^# $1: *//p" test-suite.log
}
failed=$(($(total FAIL) + $(total ERROR) + $(total XPASS)))
cases=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' tests/unit/*.log \
    2>/dev/null | awk '{ n += $1 } END { print n + 0 }')
echo "tests: $(total PASS) passed, $(total SKIP) skipped, $failed failed;" \
    "$cases unit test cases"

bad=0
# shellcheck disable=SC2013
for name in $(sed -n 's/^SKIP: //p' test-suite.log); do
    reason=$(sed -n 's/^skipped: //p' "${name%.*}.log" | head -n 1)
    echo "skipped: $name: ${reason:-no reason given}"
    case $reason in
    EKIMU_SHARED* | EKIMU_TESTS=*) ;;
    *) bad=1 ;;
    esac
done
for log in tests/unit/*.log; do
    [ -e "$log" ] || {
        echo "skipped: the unit tests: no cmocka (package libcmocka-dev)"
        bad=1
        break
    }
    sed -n "s|^\[  SKIPPED \] \([a-z].*\)|skipped: ${log%.log}: \1|p" "$log" |
        sort -u
done
[ "$failed" = 0 ] || exit 1
[ "$strict" = no ] || exit $bad
