#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The table of exit statuses: each row is a status and the arguments that give
# it. Where several hold, the first of 2, 4, 3, 5, 1, 0 counts.
set -u
program=${EKIMU:-$PWD/ekimu}
samples=$(cd "${srcdir:-.}/corpora/samples" && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 1

mkdir broken mixed none
echo '<pack' >broken/pack.xml
printf '%s\n\n%s\n' '# Terms' \
    'We may look at your files at any time and for any purpose.' >may.md
printf '\177ELF\001\002\000\000\000\377\000\001' >binary.txt
: >empty.txt
echo 'U1 = list-controlled' >right.ini
echo 'U1 = blue' >wrong.ini
cp may.md mixed/a.md
cp binary.txt mixed/b.txt
chmod 000 none

rows=0 bad=0
row() {
    wanted=$1
    shift
    "$program" "$@" >out 2>err </dev/null
    got=$?
    rows=$((rows + 1))
    [ "$got" = "$wanted" ] && return
    echo "row $rows: ekimu $*: status $got, not $wanted"
    sed 's/^/    /' err | head -n 5
    bad=1
}

# 0: done
row 0 --help
row 0 --version
row 0 scan --help
row 0 scan may.md
row 0 scan --format json may.md
row 0 scan --format ndjson may.md
row 0 scan --summary "$samples/en-plumkite.md" "$samples/ja-suirei-vault.txt"
row 0 scan --show frames may.md
row 0 scan --show text may.md mixed/a.md
row 0 scan --fact U1=list-controlled may.md
row 0 scan -o written may.md
row 0 scan --bundle Both may.md mixed/a.md
row 0 scan --questions may.md
row 0 scan --profile right.ini may.md
row 0 facts
row 0 facts --format ini may.md
row 0 scan --format md --format csv -o folder may.md
row 0 scan --format ndjson -o saved may.md
row 0 report saved
row 0 report --format html -o folder saved
row 0 compare may.md Both=may.md,mixed/a.md
row 0 compare --format json may.md may.md
row 0 scan -- may.md
row 0 explain P12
row 0 patterns list
row 0 patterns check
row 0 evaluate "$samples"
# 1: an exception at or above --fail-on
row 1 scan --fail-on indicated may.md
row 1 scan --fail-on needs-review may.md
row 1 scan --fail-on not-addressed may.md
row 1 report --fail-on not-addressed saved
# 2: wrong usage
row 2
row 2 scan
row 2 dance
row 2 --dance
row 2 scan --dance may.md
row 2 scan --format pdf may.md
row 2 scan --format md --format csv may.md
row 2 scan --format html may.md may.md
row 2 report
row 2 report --format pdf saved
row 2 scan --bundle "" may.md
row 2 scan --questions --format json may.md
row 2 scan --profile wrong.ini may.md
row 2 scan --profile absent.ini may.md
row 2 facts --format json
row 2 compare may.md
row 2 compare may.md Name=,
row 2 compare --format ndjson may.md may.md
row 2 scan --format
row 2 scan --lang fr may.md
row 2 scan --fail-on sometimes may.md
row 2 scan --encoding ebcdic may.md
row 2 scan --fact U1=blue may.md
row 2 scan --fact nothing may.md
row 2 explain
row 2 explain P99
row 2 patterns
row 2 patterns dance
row 2 evaluate
# 3: some document could not be read
row 3 scan absent.md
row 3 scan binary.txt
row 3 scan empty.txt
row 3 scan mixed
row 3 scan --bundle Both may.md absent.md
row 3 compare may.md mixed
row 3 compare may.md absent.md
row 3 facts absent.md
row 3 scan may.md absent.md
row 3 scan -
row 3 report may.md
row 3 report absent saved
# 4: a rule or table is broken
row 4 scan --patterns broken may.md
row 4 scan --patterns absent may.md
row 4 patterns --patterns broken check
# several
row 3 scan --fail-on indicated may.md absent.md
row 4 scan --patterns broken absent.md
row 2 scan --format pdf --patterns broken absent.md
if [ "$(id -u)" != 0 ]; then
    row 3 scan none
fi
chmod 700 none

if [ "$("$program" scan may.md | wc -c)" != "$(wc -c <written)" ]; then
    echo "scan -o wrote another report than standard output got"
    bad=1
fi
if [ -c /dev/full ]; then
    "$program" scan may.md >/dev/full 2>err && {
        echo "a full disk went unnoticed"
        bad=1
    }
fi
echo "$rows rows"
exit $bad
