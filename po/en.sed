# SPDX-License-Identifier: Apache-2.0
# The typographic form of English: quotation marks, the apostrophe, the dash of
# a range.
/^msgstr /{
    s/\\"\([^"]*\)\\"/“\1”/g
    s/\([A-Za-z]\)'\([a-z]\)/\1’\2/g
    s/\([^A-Za-z]\)'\([^']*\)'/\1“\2”/g
    s/'/’/g
    s/%1-%2/%1–%2/g
    s/^msgstr "-%1"/msgstr "–%1"/
}
