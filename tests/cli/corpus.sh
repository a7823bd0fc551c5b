#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every contract of the corpus gets a result: nothing is unread but what is in
# an unsupported language, nothing gives up, and twice gives the same bytes.
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
"$program" scan --quiet --format ndjson "$dev" >"$room/twice" 2>/dev/null || :
if ! cmp "$room/once" "$room/twice"; then
    bad=1
fi
echo "$documents documents"
exit $bad
