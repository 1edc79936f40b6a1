#!/usr/bin/env bash
# @gorules/zen-engine 0.54.0: `len` counts the bytes of UTF-8, so that a rule on the length of
# a Chinese text is off by three; `matches` in the same engine counts characters.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @gorules/zen-engine@0.54.0
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { evaluateExpressionSync as evaluate } from '@gorules/zen-engine';

const seen = Object.fromEntries(
  ['len("售假")', 'len("ab")', 'matches("售假", "^..$")'].map((text) => [text, evaluate(text, {})]),
);
console.table(seen);
assert.deepEqual(Object.values(seen), [6, 2, true]);
JS
echo "@gorules/zen-engine $(node -p "require('./node_modules/@gorules/zen-engine/package.json').version")"
node seen.mjs
