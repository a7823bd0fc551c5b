#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every pattern file fits the schema, and the pack has no error.
set -eu
here=${srcdir:-.}
if [ "${XMLLINT:-xmllint}" = none ]; then
    echo "skipped: no xmllint (package libxml2-utils)"
    exit 77
fi
find "$here/patterns" -name '*.xml' -exec \
    "${XMLLINT:-xmllint}" --noout --nonet \
    --relaxng "$here/patterns/pack.rng" {} + >"pack-lint.$$" 2>&1 || {
    grep -v ' validates$' "pack-lint.$$" || :
    rm -f "pack-lint.$$"
    exit 1
}
echo "$(grep -c ' validates$' "pack-lint.$$") files validate"
rm -f "pack-lint.$$"
"${EKIMU:-./ekimu}" patterns check --lang en
