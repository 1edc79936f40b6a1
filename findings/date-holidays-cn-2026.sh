#!/usr/bin/env bash
# date-holidays 3.37.0: China in 2026. The regulation in force since 2025-01-01 gives four days
# at Spring Festival (16 to 19 February 2026, from New Year's Eve) and two at Labour Day (1 and
# 2 May); Youth Day (4 May) is half a day for some. Seen: three days, one day, and 4 May as a
# public holiday for all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund date-holidays@3.37.0
cat >seen.mjs <<'JS'
import assert from 'node:assert/strict';
import Holidays from 'date-holidays';

const days = (month) =>
  new Holidays('CN', { languages: 'en' })
    .getHolidays(2026)
    .filter(({ date, type }) => type === 'public' && date.startsWith(`2026-${month}`))
    .flatMap(({ start, end }) => {
      const count = Math.round((end - start) / 86_400_000);
      const shift = (n) => new Date(start.getTime() + n * 86_400_000 + 12 * 3_600_000);
      return Array.from({ length: count }, (_, n) => shift(n).toISOString().slice(0, 10));
    });
const seen = { february: days('02'), may: days('05') };
console.log(seen);
assert.deepEqual(seen, JSON.parse(process.env.SEEN));
JS
echo "date-holidays $(node -p "require('./node_modules/date-holidays/package.json').version")"
SEEN='{"february":["2026-02-16","2026-02-17","2026-02-18"],"may":["2026-05-01","2026-05-04"]}' TZ=Asia/Shanghai node seen.mjs
