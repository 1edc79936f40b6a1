#!/usr/bin/env bash
# @gorules/zen-engine 0.54.0: a duration in months is a number of seconds, 30.44 days each.
# Twelve of them are no year, and a month after 31 January 2026 is 2 March, 10:33:36.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @gorules/zen-engine@0.54.0
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { evaluateExpressionSync as evaluate } from '@gorules/zen-engine';

const month = evaluate('duration("1M")', {});
const year = evaluate('duration("12M") == duration("1y")', {});
const later = evaluate('date("2026-01-31") + duration("1M")', {});
console.table({ 'seconds of 1M': month, '12M == 1y': year, '31 January + 1M': new Date(later * 1000).toISOString() });
assert.equal(month, 2_630_016);
assert.equal(year, false);
assert.equal(new Date(later * 1000).toISOString(), '2026-03-02T10:33:36.000Z');
JS
echo "@gorules/zen-engine $(node -p "require('./node_modules/@gorules/zen-engine/package.json').version")"
node seen.mjs
