import { expect, test } from '@playwright/test';
import { isClock, readClock } from '../src/exchange/clock.ts';
import { isMoment, ordersOf, readMoment } from '../src/exchange/days.ts';
import type { Order } from '../src/exchange/types.ts';
import { read, table } from './exchange.ts';

const CLOCK = { offset: '+08:00', year: 2026 };
const moment = (cell: string, order?: Order) => readMoment(cell, { ...CLOCK, order });

/** Every day of four years, one of them a leap year, and those that do not exist beside them. */
function* calendar(): Generator<{ year: number; month: number; day: number; iso: string }> {
  for (let year = 2017; year <= 2020; year += 1) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const two = (number: number) => `${number}`.padStart(2, '0');
        yield { year, month, day, iso: `${year}-${two(month)}-${two(day)}` };
      }
    }
  }
}

/** The days of a month by the rule of the Gregorian calendar. */
function lengthOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;
}

// Source: the Gregorian calendar; cases/README.md, "30 February … 2 March".
test('a day is read as itself or refused, in every spelling: nothing is rolled over', () => {
  const wrong: string[] = [];
  for (const { year, month, day, iso } of calendar()) {
    const exists = day >= 1 && day <= lengthOf(year, month);
    for (const text of [
      iso,
      iso.replaceAll('-', ''),
      `${year}/${month}/${day}`,
      `${year}.${month}.${day}`,
      `${year}年${month}月${day}日`,
      `${iso}T10:00+08:00`,
      `${iso} 10:00:00`,
      `${iso.replaceAll('-', '')}100000`,
    ]) {
      const found = moment(text);
      if ((isMoment(found) ? found.day : found) !== (exists ? iso : 'no_such_day'))
        wrong.push(text);
    }
  }
  expect(wrong).toEqual([]);
});

// Source: ECMA-376, 18.17.4.1: serial 1 is 1 January 1900, and 1900 counts as a leap year.
test('serial numbers are days of the calendar, one after the other, and their fractions times', () => {
  const wrong: string[] = [];
  let serial = 42_736;
  for (const { month, day, year, iso } of calendar()) {
    if (month < 1 || day < 1 || day > lengthOf(year, month)) continue;
    const whole = moment(`${serial}`);
    const noon = moment(`${serial}.5`);
    if (!isMoment(whole) || whole.day !== iso || whole.time !== undefined) wrong.push(iso);
    if (!isMoment(noon) || noon.day !== iso || noon.time !== '12:00') wrong.push(`${iso} noon`);
    serial += 1;
  }
  for (let second = 1; second < 86_400; second += 7) {
    const found = moment(`42829${(second / 86_400).toFixed(12).slice(1)}`);
    const time = isMoment(found) && found.time ? found.time.split(':').map(Number) : [];
    const [hours = 0, minutes = 0, rest = 0] = time;
    if ((hours * 60 + minutes) * 60 + rest !== second) wrong.push(`${second}`);
  }
  expect(wrong).toEqual([]);
});

test('every time of a day is read, and none beyond it', () => {
  const wrong: string[] = [];
  for (let hours = 0; hours <= 30; hours += 1) {
    for (let minutes = 0; minutes <= 70; minutes += 7) {
      const two = (number: number) => `${number}`.padStart(2, '0');
      const read = readClock(`${hours}:${two(minutes)}:59`);
      const exists = hours <= 23 && minutes <= 59;
      if (read !== (exists ? `${two(hours)}:${two(minutes)}:59` : 'no_such_time')) {
        wrong.push(`${hours}:${minutes}`);
      }
      const half = readClock(`${hours}:${two(minutes)} pm`);
      if (isClock(half) !== (hours >= 1 && hours <= 12 && minutes <= 59)) {
        wrong.push(`${hours}:${minutes} pm`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

// Source: ISO 8601 and RFC 3339: an instant is one, whatever offset it is written with.
test('an instant is the same in every offset', () => {
  const at = Date.UTC(2019, 1, 28, 20, 3, 22);
  for (let minutes = -14 * 60; minutes <= 14 * 60; minutes += 30) {
    const sign = minutes < 0 ? '-' : '+';
    const two = (number: number) => `${Math.floor(Math.abs(number))}`.padStart(2, '0');
    const wall = new Date(at + minutes * 60_000).toISOString().slice(0, 19);
    for (const colon of [':', '']) {
      const own = `${sign}${two(minutes / 60)}${colon}${two(minutes % 60)}`;
      expect(moment(`${wall}${own}`)).toEqual({ day: '2019-03-01', time: '04:03:22' });
    }
  }
  for (const text of ['2019-02-28T20:03:22Z', `${at / 1000}`, `${at}`]) {
    expect(moment(text)).toEqual({ day: '2019-03-01', time: '04:03:22' });
  }
});

// Source: cases/README.md, `63-dates.csv` and "24:00, 25:10, 13:30 pm".
test('spellings that people use, and what is no day', async () => {
  const { findings, refused } = await read(table('63-dates.csv'));
  expect(refused).toEqual([]);
  const timed = { day: '2019-06-10', time: '14:03:22' };
  expect(
    findings.map(({ finding: { day, time } }) => ({ day, ...(time ? { time } : {}) })),
  ).toEqual([
    { day: '2019-06-10' },
    { day: '2019-06-10', time: '14:03' },
    ...Array(5).fill(timed),
    { day: '2019-06-10' },
    timed,
  ]);
  for (const [text, day, time] of [
    ['5-Apr-17', '2017-04-05'],
    ['April 5, 2017 3:00 PM', '2017-04-05', '15:00'],
    ['Mon, 10 Jun 2019', '2019-06-10'],
    ['2019年6月10日 星期一', '2019-06-10'],
    ['2019-06-10(周一) 下午3:30', '2019-06-10', '15:30'],
    ['２０１９／６／１０', '2019-06-10'],
    ['201906101403', '2019-06-10', '14:03'],
  ] as const) {
    expect(moment(text)).toEqual({ day, ...(time ? { time } : {}) });
  }
  for (const [text, fault] of [
    ['24:00', 'not_a_day'],
    ['25:10', 'not_a_day'],
    ['13:30 pm', 'not_a_day'],
    ['2019-06-10 24:00', 'no_such_time'],
    ['2019-06-10 13:30 pm', 'no_such_time'],
    ['2019-06-10T10:00+15:00', 'no_such_time'],
    ['2019年6月10日 星期二', 'no_such_day'],
    ['2019-06-10 x', 'not_a_day'],
    ['2019-06', 'not_a_day'],
    ['12', 'not_a_day'],
    ['', 'not_a_day'],
  ] as const) {
    expect(moment(text), text).toBe(fault);
  }
});

// In quadratic time a cell as long as this does not come to its end before the test's own.
test('a cell of a million brackets is no day', () => {
  for (const sign of ['(', '1', '-', ' ', '年', '上午']) {
    expect(moment(sign.repeat(1_000_000))).toBe('not_a_day');
    expect(readClock(sign.repeat(1_000_000))).toBe('not_a_time');
  }
});

// Source: spreadsheets and back ends write whole days as 2019/1/2 0:00:00.
test('a column whose times are all midnight names days; one other time, and they are times', async () => {
  const times = async (...cells: string[]) => {
    const { findings } = await read(`日期,类别\n${cells.map((cell) => `${cell},sale\n`).join('')}`);
    return findings.map(({ finding }) => finding.time);
  };
  expect(await times('2019/1/2 0:00:00', '2019/1/3 0:00:00')).toEqual([undefined, undefined]);
  expect(await times('2019/1/2 0:00:00', '2019/1/3 9:30')).toEqual(['00:00', '09:30']);
  expect(await times('2019-01-02T00:00:00+08:00')).toEqual(['00:00']);
});

test.describe('the order of a column', () => {
  const days = async (heading: string, ...cells: string[]) => {
    const lines = cells.map((cell) => `${cell},sale`);
    return read([`${heading},${heading === 'Date' ? 'Tier' : '认定为'}`, ...lines].join('\n'));
  };

  // Source: cases/README.md, `64-short-year.csv`: 21-03-14 was read as 21 March 2014.
  test('64: years of two digits stand first in a Chinese table', async () => {
    const { findings } = await read(table('64-short-year.csv'));
    expect(findings.map(({ finding }) => finding.day)).toEqual([
      '2021-03-14',
      '2021-05-18',
      '2022-06-20',
    ]);
  });

  test('elsewhere it is asked, unless one cell of the column tells it for all', async () => {
    expect((await days('Date', '21-03-14')).questions).toMatchObject([
      { topic: 'order', values: [{ options: ['ymd', 'dmy'] }] },
    ]);
    expect((await days('Date', '3/4/2017')).questions).toMatchObject([
      { topic: 'order', values: [{ options: ['dmy', 'mdy'] }] },
    ]);
    expect((await days('处罚时间', '3/4/2017')).questions).toHaveLength(1);
    const told = await days('Date', '3/4/2017', '3/14/2017');
    expect(told.questions).toEqual([]);
    expect(told.findings.map(({ finding }) => finding.day)).toEqual(['2017-03-04', '2017-03-14']);
  });

  test('where no one order fits all, it is asked, and what does not fit is refused', async () => {
    const open = await days('Date', '14/3/2017', '3/14/2017');
    expect(open.questions).toMatchObject([{ topic: 'order' }]);
    const answers = { values: { 'order/0': { '': 'dmy' } } };
    const { findings, refused } = await read('Date,Tier\n14/3/2017,sale\n3/14/2017,sale\n', {
      answers,
    });
    expect(findings.map(({ row }) => row)).toEqual([2]);
    expect(refused).toMatchObject([{ row: 3, reasons: [{ code: 'no_such_day' }] }]);
  });

  test('what an order cannot be is not offered', () => {
    expect(ordersOf('31-12-20', 2026)).toEqual(['dmy']);
    expect(ordersOf('12-31-20', 2026)).toEqual(['mdy']);
    expect(ordersOf('2019-06-10', 2026)).toBeUndefined();
  });
});
