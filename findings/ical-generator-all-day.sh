#!/usr/bin/env bash
# ical-generator 10.2.0: an event of a whole day, given as midnight of 31 December by the local
# clock. East of Greenwich the file says 30 December, because its day is taken in UTC where the
# calendar has no time zone; with one, the day is right there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@10.2.0
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import ical from 'ical-generator';

const told = (settings) => {
  const calendar = ical({ name: 'deadlines', ...settings });
  calendar.createEvent({ start: new Date(2026, 11, 31), allDay: true, summary: 'last day' });
  return /DTSTART;VALUE=DATE:(\d+)/.exec(calendar.toString())[1];
};
const plain = told({});
const zoned = told({ timezone: 'Asia/Shanghai' });
console.log(`31 December 2026 in Shanghai: ${plain}; with a time zone: ${zoned}`);
assert.equal(plain, '20261230');
assert.equal(zoned, '20261231');
JS
echo "ical-generator $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/ical-generator/package.json')).version")"
TZ=Asia/Shanghai node seen.mjs
