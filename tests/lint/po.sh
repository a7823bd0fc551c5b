#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Words for people: the catalogues hold every text of the .def files and no
# other, each translated and with the same places for arguments, and no
# Japanese stands in those files themselves.
set -eu
cd "${srcdir:-.}"
command -v xgettext >/dev/null 2>&1 || {
    echo "skipped: no gettext"
    exit 77
}
bad=0
say() {
    echo "$*"
    bad=1
}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

cp po/LINGUAS po/*.po po/ekimu.pot "$room"
chmod -R u+w "$room"
sh po/update.sh "$room"
for file in po/ekimu.pot po/*.po; do
    diff -u "$file" "$room/${file#po/}" || say "$file is old: make update-po"
done

while read -r language; do
    file=po/$language.po
    msgfmt --check -o /dev/null "$file" >"$room/said" 2>&1 || bad=1
    [ ! -s "$room/said" ] || say "$(cat "$room/said")"
    for kind in untranslated only-fuzzy only-obsolete; do
        msgattrib --$kind --no-wrap "$file" >"$room/said"
        [ ! -s "$room/said" ] || say "$file: $kind: $(cat "$room/said")"
    done
done <po/LINGUAS

# The places %1 and %2 of a line, in order and as often as they stand there.
for file in po/*.po; do
    LC_ALL=C awk -v file="$file" '
        function places(text,  n, i, all) {
            all = ""
            for (i = 1; i <= 9; i++) {
                n = gsub("%" i, "", text)
                all = all " " n
            }
            return all
        }
        /^#~/ { next }
        /^msgid / { id = $0; want = places($0) }
        /^msgstr / && id != "msgid \"\"" && places($0) != want {
            print file ":" NR ": other arguments than " id
            bad = 1
        }
        END { exit bad }' "$file" || bad=1
done

# What xgettext read is what it wrote the names of.
sed -n 's/^#: //p' po/ekimu.pot | tr ' ' '\n' | sort -u >"$room/read"
while IFS= read -r file; do
    if LC_ALL=C grep -n '[^ -~	]' "$file"; then
        say "$file: a text that is not English belongs in po/"
    fi
    sed -n 's/^\(EK_[A-Z_]*\)(.*".*/\1/p' "$file" >>"$room/rows"
done <"$room/read"
sort -u -o "$room/rows" "$room/rows"
while IFS= read -r row; do
    grep -q -e "--keyword=$row:" po/update.sh ||
        say "po/update.sh does not know the rows $row"
done <"$room/rows"

for file in $(find src -name '*.def' | sort); do
    grep -qxF "$file" "$room/read" && continue
    if grep -nE '^EK_(WORD|WORD_IN|MESSAGE)\([a-z_0-9]+, "' "$file"; then
        say "$file is not among the files of po/update.sh"
    fi
done

# What the code calls a cause it calls by the same words.
sed -n 's/^EK_CAUSE("cause", "\(.*\)")$/\1/p' src/base/cause.def |
    while IFS= read -r cause; do
        grep -rqF --include='*.c' "\"$cause\"" src ||
            echo "src/base/cause.def: nothing says \"$cause\""
    done >"$room/said"
[ ! -s "$room/said" ] || say "$(cat "$room/said")"
exit $bad
