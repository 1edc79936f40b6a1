#!/usr/bin/env bash
# binaryen 132.0.0: `wasm2js` takes the conversions of floating-point numbers that saturate, and
# writes them as those that wrap: 3e9 becomes -1294967296 where wasm gives 2147483647. It says
# nothing. Lowered by `wasm-opt --llvm-nontrapping-fptoint-lowering` before, small numbers
# stay right, and what does not fit becomes the smallest one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund binaryen@132.0.0
cat >convert.wat <<'WAT'
(module (func (export "whole") (param f64) (result i32) (i32.trunc_sat_f64_s (local.get 0))))
WAT
tools=node_modules/.bin
feature=--enable-nontrapping-float-to-int
"$tools/wasm-as" convert.wat -o convert.wasm "$feature"
"$tools/wasm2js" convert.wasm "$feature" -o convert.mjs
"$tools/wasm-opt" convert.wasm "$feature" --llvm-nontrapping-fptoint-lowering -o lowered.wasm
"$tools/wasm2js" lowered.wasm -o lowered.mjs
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { whole as script } from './convert.mjs';
import { whole as lowered } from './lowered.mjs';

const { instance } = await WebAssembly.instantiate(readFileSync('convert.wasm'));
const { whole: wasm } = instance.exports;
const seen = [7.9, 3e9, -3e9].map((n) => ({
  n,
  wasm: wasm(n),
  wasm2js: script(n),
  lowered: lowered(n),
}));
console.table(seen);
assert.deepEqual(
  seen.map(({ wasm: a, wasm2js: b }) => [a, b]),
  [
    [7, 7],
    [2147483647, -1294967296],
    [-2147483648, 1294967296],
  ],
);
assert.equal(lowered(7.9), 7);
JS
echo "binaryen $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/binaryen/package.json')).version"), Node $(node -v)"
node seen.mjs
