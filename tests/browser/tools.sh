# SPDX-License-Identifier: Apache-2.0
# Sourced by the tests here: goes to where the modules are, or says what lacks.
if [ "${EKIMU_TESTS-}" = fast ]; then
    echo "skipped: EKIMU_TESTS=fast"
    exit 77
fi
command -v node >/dev/null 2>&1 || {
    echo "skipped: no Node.js (package nodejs)"
    exit 77
}
here=${srcdir:-.}/tests/browser
[ -d "$here/node_modules" ] || {
    echo "skipped: no node_modules (npm ci --ignore-scripts in tests/browser)"
    exit 77
}
