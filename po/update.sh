#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# update.sh [DIR]: the texts of the .def files into ekimu.pot, and from there
# into the .po files of DIR (of this folder when there is none). A new text is
# empty in ja.po; en.po gives each its typographic form: “ ” ’ and the en dash.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
into=$(cd "${1:-$here}" && pwd)
LC_ALL=C
export LC_ALL
cd "$here/.."

# Which argument of a row is the text; "c" marks the one that tells which of
# several meanings it has.
xgettext --language=C --omit-header --no-wrap --add-location=file \
    --sort-by-file --output="$into/ekimu.pot" --keyword \
    --keyword=EK_WORD:2 --keyword=EK_WORD_IN:2c,3 \
    --keyword=EK_REASON:2 --keyword=EK_SHORT:2 --keyword=EK_FORMAT:2 \
    --keyword=EK_MESSAGE:2 --keyword=EK_OPTION:6 \
    --keyword=EK_DIAG:3 --keyword=EK_LEVEL:2 \
    --keyword=EK_WHAT:2 --keyword=EK_WHY:2 --keyword=EK_APART:2 \
    --keyword=EK_CAUSE:1c,2 --keyword=EK_ERROR_TEXT:1c,2 \
    --keyword=EK_MONTH:1 --keyword=EK_DATE:2c,3 \
    --keyword=EK_VALUE:2 --keyword=EK_QUALITY:3 \
    --keyword=EK_LIMIT:3 --keyword=EK_SHOW:2 \
    src/base/*.def src/cli/messages.def src/cli/options.def \
    src/read/limits.def src/report/catalogue*.def src/show.def

while read -r language; do
    po=$into/$language.po
    msgmerge --quiet --no-fuzzy-matching --no-wrap --add-location=file \
        "$po" "$into/ekimu.pot" --output-file="$po.new"
    msgattrib --no-obsolete --no-wrap "$po.new" --output-file="$po"
    rm -f "$po.new"
done <"$into/LINGUAS"
msgen --no-wrap "$into/en.po" | sed -f "$here/en.sed" >"$into/en.po.new"
mv -f "$into/en.po.new" "$into/en.po"
