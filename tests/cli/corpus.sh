#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every contract of the corpus gets a result: nothing is unread but what is in
# an unsupported language, nothing gives up, and the same bytes in another order.
set -eu
program=${EKIMU:-$PWD/ekimu}
if [ ! -d "${EKIMU_SHARED-}/corpus/dev" ]; then
    echo "skipped: EKIMU_SHARED does not name a folder with a corpus"
    exit 77
fi
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
dev=$EKIMU_SHARED/corpus/dev
status=0
"$program" scan --quiet --format ndjson "$dev" >"$room/once" 2>"$room/said" ||
    status=$?
bad=0
if [ $status != 0 ] && [ $status != 3 ]; then
    echo "status $status"
    bad=1
fi
grep -v ': error: language not supported' "$room/said" && bad=1
if grep -o '"kind":"gave-up"' "$room/once"; then
    bad=1
fi
documents=$(wc -l <"$room/once")
wanted=$(find "$dev" -name '*.md' -o -name '*.txt' | wc -l)
if [ "$documents" != "$wanted" ]; then
    echo "$documents results for $wanted documents"
    bad=1
fi
# Some of them alone, and with EKIMU_TESTS=all each.
part=8
[ "${EKIMU_TESTS-}" = all ] && part=1
find "$dev" -name '*.md' -o -name '*.txt' | sort -r |
    awk -v part=$part 'NR % part == 0' >"$room/paths"
tr '\n' '\0' <"$room/paths" |
    xargs -0 "$program" scan --quiet --format ndjson >"$room/twice" \
        2>/dev/null || :
sort "$room/once" >"$room/all"
sort "$room/twice" >"$room/some"
if [ "$(wc -l <"$room/some")" != "$(wc -l <"$room/paths")" ] ||
    [ -n "$(LC_ALL=C comm -13 "$room/all" "$room/some")" ]; then
    echo "another order of documents gives other results"
    bad=1
fi
echo "$documents documents"
exit $bad
