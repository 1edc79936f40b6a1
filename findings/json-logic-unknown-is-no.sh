#!/usr/bin/env bash
# JsonLogic, three engines: does a variable that is missing equal false, or nought?
# json-logic-js (the reference, by JavaScript's ==): no. json-logic-engine 5.0.7 and
# @goplasmatic/datalogic 4.0.14: yes, so that what nobody stated is taken for a "no".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund json-logic-js@2.0.5 json-logic-engine@5.0.7 @goplasmatic/datalogic@4.0.14
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as datalogic from '@goplasmatic/datalogic/web';
import { LogicEngine } from 'json-logic-engine';
import reference from 'json-logic-js';

const wasm = 'node_modules/@goplasmatic/datalogic/web/datalogic_wasm_bg.wasm';
await datalogic.default({ module_or_path: readFileSync(wasm) });
const engine = new LogicEngine();
const ways = {
  'json-logic-js': (rule) => reference.apply(rule, {}),
  'json-logic-engine': (rule) => engine.run(rule, {}),
  'json-logic-engine, compiled': (rule) => engine.build(rule)({}),
  datalogic: (rule) => JSON.parse(datalogic.evaluate(JSON.stringify(rule), '{}', false)),
};
const seen = Object.fromEntries(
  Object.entries(ways).map(([name, run]) => [
    name,
    { 'missing == false': run({ '==': [{ var: 'x' }, false] }), 'missing == 0': run({ '==': [{ var: 'x' }, 0] }) },
  ]),
);
console.table(seen);
const told = Object.values(seen).map((row) => Object.values(row));
assert.deepEqual(told, [[false, false], [true, true], [true, true], [true, true]]);
JS
for name in json-logic-js json-logic-engine @goplasmatic/datalogic; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/$name/package.json')).version")"
done
node seen.mjs
