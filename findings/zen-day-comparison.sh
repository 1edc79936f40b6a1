#!/usr/bin/env bash
# @gorules/zen-engine 0.54.0: midnight and eight o'clock of one day, compared by the unit
# "day", are neither the same, nor is the first before or after the second. The unit "month"
# does compare months: 28 and 2 November are the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @gorules/zen-engine@0.54.0
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { evaluateExpressionSync as evaluate } from '@gorules/zen-engine';

const two = (name, unit, other) => `d("2026-11-28").${name}(d("${other}"), "${unit}")`;
const seen = Object.fromEntries(
  [
    ...['isSame', 'isBefore', 'isAfter', 'isSameOrBefore'].map((name) =>
      two(name, 'day', '2026-11-28T08:00:00'),
    ),
    two('isSame', 'day', '2026-11-28'),
    two('isSame', 'month', '2026-11-02'),
  ].map((text) => [text, evaluate(text, {})]),
);
console.table(seen);
assert.deepEqual(Object.values(seen), [false, false, false, false, true, true]);
JS
echo "@gorules/zen-engine $(node -p "require('./node_modules/@gorules/zen-engine/package.json').version")"
node seen.mjs
