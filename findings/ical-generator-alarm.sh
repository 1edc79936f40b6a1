#!/usr/bin/env bash
# ical-generator 10.2.0 and 11.1.2: an alarm "after the event has started", as the description of
# `triggerAfter` has it, is written as RELATED=END: for an event of a whole day, nine hours after
# the start become nine in the morning of the next day. `relatesTo: 'START'`, given with the rest
# of the alarm as its type allows, changes nothing; only the method of that name does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import ical from 'ical-generator';

const nine = { type: 'display', triggerAfter: 9 * 3600 };
const when = (prepare) => {
  const calendar = ical();
  prepare(calendar.createEvent({ start: '2026-12-31', allDay: true, summary: 'last day' }));
  const event = new ICAL.Component(ICAL.parse(calendar.toString())).getFirstSubcomponent('vevent');
  const trigger = event.getFirstSubcomponent('valarm').getFirstProperty('trigger');
  const { startDate, endDate } = new ICAL.Event(event);
  const from = (trigger.getParameter('related') === 'END' ? endDate : startDate).clone();
  from.isDate = false;
  from.addDuration(trigger.getFirstValue());
  return from.toString();
};
const plain = when((event) => event.createAlarm(nine));
const given = when((event) => event.createAlarm({ ...nine, relatesTo: 'START' }));
const called = when((event) => event.createAlarm(nine).relatesTo('START'));
console.log(`nine hours after the start: ${plain}; given: ${given}; by the method: ${called}`);
assert.deepEqual(
  [plain, given, called],
  ['2027-01-01T09:00:00', '2027-01-01T09:00:00', '2026-12-31T09:00:00'],
);
JS
for version in 10.2.0 11.1.2; do
  npm install --silent --no-audit --no-fund "ical-generator@$version" ical.js@2.2.1
  echo "ical-generator $(node -p "JSON.parse(require('fs').readFileSync('./node_modules/ical-generator/package.json')).version")"
  node seen.mjs
done
