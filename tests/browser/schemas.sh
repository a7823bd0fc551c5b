#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SARIF against its official schema, JSON and NDJSON against ours.
set -eu
. "${srcdir:-.}/tests/browser/tools.sh"
exec node "$here/schemas.mjs"
