#!/usr/bin/env bash
# ical-generator 10.2.0 and 11.1.2: the name of a calendar is written without the escapes that
# RFC 5545, section 3.3.11, asks for in a text; the title of an event has them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import ical from 'ical-generator';

const text = 'first, second; C:\\new';
const calendar = ical({ name: text });
calendar.createEvent({ start: '2026-12-31', allDay: true, summary: text });
const written = calendar.toString();
console.log(written.split('\r\n').filter((line) => line.includes('first')).join('\n'));
assert.ok(written.includes('\r\nNAME:first, second; C:\\new\r\n'));
assert.ok(written.includes('\r\nSUMMARY:first\\, second\\; C:\\\\new\r\n'));
JS
for version in 10.2.0 11.1.2; do
  npm install --silent --no-audit --no-fund "ical-generator@$version"
  echo "ical-generator $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/ical-generator/package.json')).version")"
  node seen.mjs
done
