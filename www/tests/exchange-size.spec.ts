import { expect, test } from '@playwright/test';
import type { Progress } from '../src/exchange/types.ts';
import { read } from './exchange.ts';

/** A table of so many rows, in the shape of a seller's back end. */
function large(rows: number): string {
  const lines = Array.from({ length: rows }, (_, place) => {
    const day = new Date(Date.UTC(2017, 2, 1) + (place % 1_500) * 86_400_000);
    const tier = ['信息层面判断', '实际出售', '情节严重'][place % 3];
    const points = [2, 12, 24][place % 3];
    return `${20190610000000 + place},出售假冒商品-${tier},${points},未申诉,${day.toISOString().slice(0, 10)} 14:03:22,"鞋, ""${place}"""`;
  });
  return ['违规编号,违规名称,扣分,申诉状态,违规时间,商品名称', ...lines].join('\r\n');
}

// Source: issue 8: 100,000 rows, with progress and cancel.
test('a hundred thousand rows are read, with progress at every stage', async () => {
  const told: Progress[] = [];
  const { findings, refused, most } = await read(new TextEncoder().encode(large(100_000)), {
    progress: (progress) => told.push(progress),
  });
  expect(findings).toHaveLength(100_000);
  expect(refused).toEqual([]);
  expect(most).toBe(10_000);
  expect(new Set(findings.map(({ finding }) => finding.id)).size).toBe(100_000);
  const stages = [...new Set(told.map(({ stage }) => stage))];
  expect(stages).toEqual(['decoding', 'lines', 'columns', 'rows', 'rules']);
  for (const stage of stages) {
    const done = told.filter((one) => one.stage === stage).map((one) => one.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  }
});

test('a reading that is called off ends with the reason, and tells no more', async () => {
  const control = new AbortController();
  let after = 0;
  const reading = read(large(20_000), {
    signal: control.signal,
    progress: ({ stage }) => {
      if (control.signal.aborted) after += 1;
      if (stage === 'rows') control.abort(new Error('enough'));
    },
  });
  await expect(reading).rejects.toThrow('enough');
  expect(after).toBe(0);
});

// Source: cases/break.md: a cell of 200 KB of brackets froze the page. In quadratic time a cell
// of a million does not come to its end before the test's own.
test('cells of a million brackets are read to their end', async () => {
  const long = '('.repeat(1_000_000);
  for (const text of [
    `日期,类别,权利\n2019-01-02,实际出售,${long}\n`,
    `日期,类别\n2019-01-02,${long}\n`,
    `日期,类别\n${long},实际出售\n`,
    `日期,类别,数量,扣分,申诉状态\n2019-01-02,实际出售,${long},${long},${long}\n`,
    `日期,${long}\n2019-01-02,实际出售\n`,
  ]) {
    const { findings, refused } = await read(text);
    expect(findings.length + refused.length).toBeGreaterThan(0);
  }
});

test('the same answers for the same file give the same result', async () => {
  const text = large(50);
  expect(await read(text)).toEqual(await read(text));
});
