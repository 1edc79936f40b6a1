#!/usr/bin/env bash
# binaryen 132.0.0: memory that has grown detaches the buffer that JavaScript held of it, says
# the JavaScript interface of WebAssembly. What `wasm2js` writes copies the bytes into a new
# buffer and leaves the old one as it was, with its length: a view of it goes on to be written
# to, and the program does not see it. Glue that looks at the length of its view to know that it
# has to take another one, as that of wasm-bindgen does, is told nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund binaryen@132.0.0
cat >grow.wat <<'WAT'
(module
  (memory (export "memory") 1 10)
  (func (export "grow") (result i32) (memory.grow (i32.const 1)))
  (func (export "first") (result i32) (i32.load8_u (i32.const 0))))
WAT
tools=node_modules/.bin
"$tools/wasm-as" grow.wat -o grow.wasm
"$tools/wasm2js" grow.wasm -o grow.mjs
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as script from './grow.mjs';

const { instance } = await WebAssembly.instantiate(readFileSync('grow.wasm'));
const told = ({ memory, grow, first }) => {
  const view = new Uint8Array(memory.buffer);
  grow();
  const length = view.byteLength;
  view[0] = 9;
  return { length, first: first() };
};
const seen = { wasm: told(instance.exports), wasm2js: told(script) };
console.table(seen);
assert.deepEqual(seen, { wasm: { length: 0, first: 0 }, wasm2js: { length: 65536, first: 0 } });
JS
echo "binaryen $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/binaryen/package.json')).version"), Node $(node -v)"
node seen.mjs
