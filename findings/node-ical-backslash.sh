#!/usr/bin/env bash
# node-ical 0.25.6 and 0.27.2: a text with a backslash before an n, written as RFC 5545, section
# 3.3.11, asks (`C:\\new`), is read with the end of a line in it. ical.js reads it as written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const text = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//findings',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20261129T000000Z',
  'DTSTART;VALUE=DATE:20261231',
  'SUMMARY:C:\\\\new',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
const seen = nodeIcal.sync.parseICS(text)['1'].summary;
console.log(`node-ical: ${JSON.stringify(seen)}; ical.js: ${JSON.stringify(event.getFirstPropertyValue('summary'))}`);
assert.equal(event.getFirstPropertyValue('summary'), 'C:\\new');
assert.equal(seen, 'C:\\\new');
JS
for version in 0.25.6 0.27.2; do
  npm install --silent --no-audit --no-fund "node-ical@$version" ical.js@2.2.1 2>/dev/null
  echo "node-ical $(node -p "require('./node_modules/node-ical/package.json').version")"
  node seen.mjs
done
