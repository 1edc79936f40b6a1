#!/usr/bin/env bash
# ical.js 2.2.1: every line but the first of a folded one has 76 octets, because the space before
# it is not counted; RFC 5545, section 3.1, has lines of at most 75.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';

const event = new ICAL.Component('vevent');
event.addPropertyWithValue('description', 'a'.repeat(300));
const octets = event.toString().split('\r\n').map((line) => Buffer.byteLength(line));
console.log(octets.join(' '));
assert.equal(Math.max(...octets), 76);
JS
echo "ical.js $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/ical.js/package.json')).version")"
node seen.mjs
