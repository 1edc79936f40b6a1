#!/usr/bin/env bash
# chinese-days 1.5.7: holds the arrangements of 2004 to 2026, as its README says. Asked about a
# day of another year, it answers all the same: every Monday to Friday is a working day, the
# National Day of 2027 among them, and nothing in the answer says that the year is not known.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chinese-days@1.5.7
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import days from 'chinese-days';

for (const day of ['2026-10-01', '2027-10-01', '2003-10-01']) {
  const { name } = days.getDayDetail(day);
  console.log(`${day}: working day ${days.isWorkday(day)}, holiday ${days.isHoliday(day)}, ${name}`);
}
console.log('one working day after 30 September 2027:', days.findWorkday(1, '2027-09-30'));
assert.equal(days.isWorkday('2026-10-01'), false);
assert.equal(days.isWorkday('2027-10-01'), true);
assert.equal(days.isWorkday('2003-10-01'), true);
assert.equal(days.findWorkday(1, '2027-09-30'), '2027-10-01');
JS
echo "chinese-days $(node -p "require('./node_modules/chinese-days/package.json').version")"
node seen.mjs
