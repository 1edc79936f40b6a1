#!/usr/bin/env bash
# read-excel-file 9.3.17: a cell that shows #N/A (what a lookup that found nothing leaves) is
# read as null, like an empty one. hucre 1.0.0 and exceljs 4.4.0 tell the two apart.
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

const cells = (row) =>
  `<c r="A${row}"><v>7</v></c><c r="B${row}" t="e"><v>#N/A</v></c><c r="D${row}"><v>1</v></c>`;
const bytes = workbook(cells);
writeFileSync('seen.xlsx', bytes);
const file = new ExcelJS.Workbook();
await file.xlsx.readFile('seen.xlsx');
const seen = {
  'read-excel-file': (await readSheet('seen.xlsx'))[0].slice(1, 3),
  hucre: (await readXlsx(bytes)).sheets[0].rows[0].slice(1, 3),
  exceljs: ['B1', 'C1'].map((cell) => file.worksheets[0].getCell(cell).value),
};
for (const [name, [error, empty]] of Object.entries(seen)) {
  console.log(`${name}: #N/A is ${JSON.stringify(error)}, an empty cell ${JSON.stringify(empty)}`);
}
assert.deepEqual(seen['read-excel-file'], [null, null]);
assert.equal(seen.hucre[0], '#N/A');
assert.deepEqual(seen.exceljs[0], { error: '#N/A' });
JS
for name in hucre read-excel-file exceljs; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/$name/package.json')).version")"
done
node seen.mjs
