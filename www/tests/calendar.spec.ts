import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import chineseDays from 'chinese-days';
import { parse } from 'yaml';

interface Year {
  off: { from: string; to: string }[];
  work?: string[];
}

const file = new URL('../../src/rulebooks/calendars/china.yaml', import.meta.url);
const { calendars } = parse(readFileSync(fileURLToPath(file), 'utf8'));
const years: Record<string, Year> = calendars.china.years;

const older = new URL('../../tests/data/arranged-2008-2017.yaml', import.meta.url);
const arranged: Record<string, Year> = {
  ...parse(readFileSync(fileURLToPath(older), 'utf8')).years,
  ...years,
};

/** Every day of a year, as `2026-01-02`. */
function days(year: number): string[] {
  const first = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000;
  return Array.from({ length: count }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Whether our calendar makes a day a working day. */
function works(day: string): boolean {
  const all = Object.values(arranged);
  if (all.some(({ work = [] }) => work.includes(day))) return true;
  if (all.some(({ off }) => off.some(({ from, to }) => from <= day && day <= to))) return false;
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Ordered for one occasion, apart from the arrangement of the year, which the older years leave out. */
const APART = ['2015-09-03', '2015-09-04', '2015-09-06'];

// Source: chinese-days, which quotes the notice of the State Council for every year.
for (const year of Object.keys(arranged)) {
  test(`every day of ${year} is a working day or not as chinese-days has it`, () => {
    const differing = days(Number(year)).filter(
      (day) => works(day) !== chineseDays.getDayDetail(day).work,
    );
    expect(differing).toEqual(APART.filter((day) => day.startsWith(year)));
  });
}

// Source: notes counted with holiday-cn and chinesecalendar, which agree on every day.
test('the years have as many working days as others count', () => {
  const counted = Object.keys(years).map((year) => [year, days(Number(year)).filter(works).length]);
  expect(Object.fromEntries(counted)).toMatchObject({
    2019: 250,
    2020: 249,
    2021: 250,
    2022: 249,
    2023: 249,
    2024: 251,
    2025: 248,
    2026: 248,
  });
});
