#!/usr/bin/env bash
# @goplasmatic/datalogic 4.0.14: package.json says "type": "module", and its condition for
# Node leads to wasm-pack's CommonJS glue. Node then has no `exports` in it: the package can
# be neither imported nor required by its name. The entry "./web" works in Node.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @goplasmatic/datalogic@4.0.14
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const said = await import('@goplasmatic/datalogic').then(
  () => 'imported',
  (error) => `${error.name}: ${error.message.split('\n')[0]}`,
);
console.log('by its name:', said);
assert.match(said, /^ReferenceError: exports is not defined/);
const web = await import('@goplasmatic/datalogic/web');
const wasm = 'node_modules/@goplasmatic/datalogic/web/datalogic_wasm_bg.wasm';
await web.default({ module_or_path: readFileSync(wasm) });
assert.equal(web.evaluate('{"+": [1, 2]}', '{}', false), '3');
console.log('by "./web": works');
JS
echo "@goplasmatic/datalogic $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/@goplasmatic/datalogic/package.json')).version"), Node $(node -v)"
node seen.mjs
