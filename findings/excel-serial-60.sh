#!/usr/bin/env bash
# hucre 1.0.0, read-excel-file 9.3.17, exceljs 4.4.0: the first two months of 1900 in the date
# system of 1900, where serial 1 is 1 January 1900 and serial 60 a 29 February that there never
# was. Read as a plain day, 60 becomes 28 February: in hucre the same day as 59, in the other
# two each day before it is one too early as well. Serial 61, 1 March, is right in all three.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$(dirname "$0")/support/workbook.mjs" "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund read-excel-file@9.3.17 hucre@1.0.0 exceljs@4.4.0 fflate@0.8.2
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import { workbook } from './workbook.mjs';

const serials = [1, 59, 60, 61];
const bytes = workbook((row) =>
  serials.map((serial, at) => `<c r="${'ABCD'[at]}${row}" s="1"><v>${serial}</v></c>`).join(''),
);
writeFileSync('seen.xlsx', bytes);
const file = new ExcelJS.Workbook();
await file.xlsx.readFile('seen.xlsx');
const day = (value) => value.toISOString().slice(0, 10);
const seen = {
  hucre: (await readXlsx(bytes)).sheets[0].rows[0].map(day),
  'read-excel-file': (await readSheet('seen.xlsx'))[0].map(day),
  exceljs: ['A1', 'B1', 'C1', 'D1'].map((cell) => day(file.worksheets[0].getCell(cell).value)),
};
for (const [name, days] of Object.entries(seen)) {
  console.log(`${name}: ${serials.map((serial, at) => `${serial} is ${days[at]}`).join(', ')}`);
}
assert.deepEqual(seen.hucre, ['1900-01-01', '1900-02-28', '1900-02-28', '1900-03-01']);
for (const name of ['read-excel-file', 'exceljs']) {
  assert.deepEqual(seen[name], ['1899-12-31', '1900-02-27', '1900-02-28', '1900-03-01']);
}
JS
for name in hucre read-excel-file exceljs; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/$name/package.json')).version")"
done
node seen.mjs
