#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every example of every pattern file gives what it says.
set -eu
"${EKIMU:-./ekimu}" patterns test --lang en
