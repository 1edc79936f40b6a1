#!/usr/bin/env bash
# feelin 8.2.0: a quantifier takes an unknown for no, a list function does not.
# FEEL defines `every` and `some` by the three-valued `and` and `or`; null and true is null.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund feelin@8.2.0
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { evaluate } from 'feelin';

const seen = Object.fromEntries(
  [
    'every x in [true, null] satisfies x',
    'all([true, null])',
    'some x in [false, null] satisfies x',
    'any([false, null])',
    'true and null',
    'false or null',
  ].map((text) => [text, evaluate(text, {}).value]),
);
console.table(seen);
assert.deepEqual(Object.values(seen), [false, null, false, null, null, null]);
JS
echo "feelin $(node -p "require('./node_modules/feelin/package.json').version")"
node seen.mjs
