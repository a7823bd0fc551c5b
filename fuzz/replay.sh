#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every seed goes through its target, whole and cut short, with any compiler.
set -eu
seeds=${srcdir:-.}/fuzz/seeds
cut=$(mktemp -d)
trap 'rm -rf "$cut"' EXIT
for target in scan result; do
    for seed in "$seeds/$target"/*; do
        half=$(($(wc -c <"$seed") / 2))
        head -c "$half" "$seed" >"$cut/$target-head-${seed##*/}"
        tail -c "$half" "$seed" >"$cut/$target-tail-${seed##*/}"
    done
    "fuzz/replay_$target" "$seeds/$target"/* "$cut/$target"-*
done
