import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { cut, separatorOf } from '../src/exchange/cut.ts';
import { writeTable } from '../src/exchange/table.ts';
import { dice } from './exchange.ts';

const PARTS = ['a', '甲', '"', ',', ';', '\n', '\r\n', ' ', "'", '=', '""', '', '1'];

/** Random cells, made of what is hard to cut. */
function cells(roll: (below: number) => number): string[][] {
  const width = 2 + roll(4);
  return Array.from({ length: 1 + roll(6) }, () =>
    Array.from({ length: width }, () =>
      Array.from({ length: roll(6) }, () => PARTS[roll(PARTS.length)] ?? '').join(''),
    ),
  );
}

// Source: RFC 4180; the oracle is papaparse 5.7.1.
test('what is well formed is cut as by an independent parser', () => {
  for (let seed = 1; seed <= 2_000; seed += 1) {
    const roll = dice(seed);
    const separator = [',', '\t', ';', '|'][roll(4)] ?? ',';
    const newline = roll(2) === 0 ? '\n' : '\r\n';
    const rows = cells(roll);
    const text = Papa.unparse(rows, { delimiter: separator, newline, quotes: roll(2) === 0 });
    const other = Papa.parse<string[]>(text, { delimiter: separator, newline });
    expect(other.errors).toEqual([]);
    const own = [...cut(text, separator)];
    expect(own.map((line) => line.cells)).toEqual(other.data);
    expect(own.some(({ fault }) => fault)).toBe(false);
  }
});

test('what we write an independent parser reads, and no cell begins a formula', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const rows = cells(dice(seed));
    const [first = [], ...rest] = rows;
    const text = writeTable(first, rest).replace(/^\uFEFF/, '');
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
    expect(errors).toEqual([]);
    expect(data.slice(0, -1).map((line) => line.length)).toEqual(rows.map((line) => line.length));
    expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  }
});

test('rows carry the number of their first line, whatever ends the lines', () => {
  const text = 'a,b\r\n"1\n2\r\n3",x\ry,"z"\n\nlast,1';
  expect([...cut(text, ',')].map(({ row }) => row)).toEqual([1, 2, 5, 6, 7]);
});

// Source: cases/README.md: a quotation mark at the beginning of a cell made three of four rows vanish.
test('a mark that closes nowhere, or in the middle, stands for itself and is told', () => {
  const lines = [...cut('1,"NIKE"商标,x\n2,"NIKE商标,y\n3,z,z\n', ',')];
  expect(lines.map((line) => line.cells)).toEqual([
    ['1', '"NIKE"商标', 'x'],
    ['2', '"NIKE商标', 'y'],
    ['3', 'z', 'z'],
  ]);
  expect(lines.map(({ fault }) => fault)).toEqual(['quote_wrong', 'quote_open', undefined]);
});

// In quadratic time a text as long as this does not come to its end before the test's own.
test('a text of a million marks is cut to its end, and nothing of it is lost', () => {
  for (const part of ['"', '"",', '"a,', ',"', '""x,', '\n"', '"\n,']) {
    let lines = 0;
    for (const _ of cut(part.repeat(1_000_000), ',')) lines += 1;
    expect(lines, JSON.stringify(part)).toBeGreaterThan(0);
  }
});

test('the separator is what gives most rows the same number of cells', () => {
  expect(separatorOf('说明，说明，说明\n日期,类别\n2019-01-01,a\n2019-01-02,b\n')).toBe(',');
  expect(separatorOf('a;b;c\n1,5;2,5;x\n')).toBe(';');
  expect(separatorOf('sep=|\na,b|c\n')).toBe('|');
  expect(separatorOf('one\ntwo\n')).toBeUndefined();
});
