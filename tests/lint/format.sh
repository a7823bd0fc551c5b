#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What clang-format and shellcheck would change, where they are installed.
set -eu
cd "${srcdir:-.}"
bad=0
if command -v clang-format >/dev/null 2>&1; then
    find src tests fuzz -name '*.[ch]' -print0 |
        xargs -0 clang-format --dry-run --Werror || bad=1
else
    echo "skipped: no clang-format"
fi
if command -v shellcheck >/dev/null 2>&1; then
    shellcheck -s sh -e SC2016 bootstrap .ci/run tests/golden/run tests/lint/python \
        tests/*/*.sh fuzz/*.sh po/*.sh src/*.sh || bad=1
else
    echo "skipped: no shellcheck"
fi
exit $bad
