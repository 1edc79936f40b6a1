#!/usr/bin/env bash
# ics 3.12.0: a duration in days or weeks ends with the "T" that begins the part for hours:
# P1DT, P1WT. RFC 5545, section 3.3.6, has no "T" without a time after it, and after a number
# of weeks nothing at all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ics@3.12.0
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import { createEvent } from 'ics';

// dur-date, dur-time and dur-week of RFC 5545, section 3.3.6.
const time = 'T(\\d+H(\\d+M(\\d+S)?)?|\\d+M(\\d+S)?|\\d+S)';
const valid = new RegExp(`^P(\\d+D(${time})?|${time}|\\d+W)$`);
const told = (duration) => {
  const { value } = createEvent({ title: 'last day', start: [2026, 12, 31], duration });
  return /DURATION:(\S+)/.exec(value)[1];
};
const seen = [{ days: 1 }, { weeks: 1 }, { hours: 2 }].map(told);
for (const text of seen) console.log(text, valid.test(text) ? 'valid' : 'not valid');
assert.deepEqual(seen, ['P1DT', 'P1WT', 'PT2H']);
assert.deepEqual(seen.map((text) => valid.test(text)), [false, false, true]);
JS
echo "ics $(node -p "require('./node_modules/ics/package.json').version")"
node seen.mjs
