#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The pages in a browser: what a reader does with them, and with hostile ones.
set -eu
. "${srcdir:-.}/tests/browser/tools.sh"
CHROMIUM=$(command -v chromium || command -v chromium-browser) || {
    echo "skipped: no Chromium (package chromium)"
    exit 77
}
export CHROMIUM
exec node "$here/pages.mjs" "$@"
