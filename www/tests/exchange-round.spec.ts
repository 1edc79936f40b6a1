import { expect, test } from '@playwright/test';
import { isFailure } from '../src/engine/types.ts';
import type { TakenFinding } from '../src/exchange/types.ts';
import { dice, engine, exchange } from './exchange.ts';

const AS_OF = '2026-11-28';

/** The rulebooks that have a ledger. */
async function rulebooks(): Promise<string[]> {
  const list = (await engine()).list();
  if (isFailure(list)) throw new Error(list.error.code);
  return list.rulebooks.filter(({ simulates }) => simulates).map(({ rulebook }) => rulebook);
}

/** Texts that tables spoil: separators, quotes, line breaks, formulas, marks, outer blanks. */
const TEXTS = [
  '甲, "乙"',
  '=1+1',
  "'=1",
  "''",
  '+86',
  '-1',
  '@a',
  '＝1',
  '`x`',
  '="001"',
  ' outer ',
  '\ttab',
  '　全角',
  'two\nlines',
  'two\r\nlines',
  'a;b|c，d',
  '"',
  '"NIKE"商标',
  'sep=;',
  '合计',
  '#N/A',
  '2019-01-01',
  '0',
  '否',
  "'tis",
  'x\ry',
];

/** A ledger with everything that findings of a rulebook can have, the same for the same seed. */
async function ledger(rulebook: string, seed: number): Promise<TakenFinding[]> {
  const roll = dice(seed);
  const wasm = await engine();
  const list = wasm.list();
  if (isFailure(list)) throw new Error(list.error.code);
  const listed = list.rulebooks.find((one) => one.rulebook === rulebook);
  const findings: TakenFinding[] = [];
  for (const version of listed?.versions ?? []) {
    const described = wasm.describe({ rulebook, asOf: version });
    if (isFailure(described) || !described.ledger) throw new Error(version);
    const { tiers, circumstances, labels, amounts, measures } = described.ledger;
    const some = <T>(all: T[]) => all.filter(() => roll(3) === 0);
    for (const { id: tier, leastBooked: least, mostBooked: most } of tiers) {
      const two = (below: number) => `${roll(below)}`.padStart(2, '0');
      const time = `${two(24)}:${two(60)}`;
      const seconds = roll(60);
      const stated = some(circumstances);
      const named = some(labels).map((label) => [label, TEXTS[roll(TEXTS.length)] ?? '']);
      const sums = some(amounts.filter(({ of }) => of === 'finding')).map(({ id }) => [
        id,
        roll(1_000_000) / 100,
      ]);
      const taken = {
        ...(roll(2) ? { points: roll(60) } : {}),
        ...(roll(3) ? {} : { strike: roll(2) === 0 }),
        ...(roll(3) ? {} : { measures: some(measures) }),
      };
      findings.push({
        id: `f${findings.length + 1}`,
        day: version,
        tier,
        // A tier with a published range has no number that could be left out.
        ...(least > 1 || roll(2) ? { items: least + roll(Math.min(20, most - least + 1)) } : {}),
        ...(roll(2) ? { time: seconds ? `${time}:${`${seconds}`.padStart(2, '0')}` : time } : {}),
        ...(stated.length ? { circumstances: stated } : {}),
        ...(named.length ? { labels: Object.fromEntries(named) } : {}),
        ...(sums.length ? { amounts: Object.fromEntries(sums) } : {}),
        ...(roll(4)
          ? {}
          : { exam: ([false, version, `${version}T${time}`] as const)[roll(3)] ?? false }),
        ...(roll(4) ? {} : { reversed: true }),
        ...(Object.keys(taken).length ? { taken } : {}),
      });
    }
  }
  return findings;
}

/** Findings without their ids, which are given anew, in an order that does not depend on them. */
const bare = (findings: TakenFinding[]) =>
  findings.map(({ id: _, ...rest }) => JSON.stringify(sorted(rest))).sort();

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.toSorted();
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

// Source: issue 8, "for every rulebook with a ledger, any findings, exported and imported, are the
// same findings"; property "out and in again" of tests/README.md.
for (const lang of ['zh', 'en'] as const) {
  test(`whatever is written in ${lang} is read back as the same findings`, async () => {
    const { readFindings, writeFindings } = await exchange();
    const wasm = await engine();
    for (const rulebook of await rulebooks()) {
      for (let seed = 1; seed <= 12; seed += 1) {
        const findings = await ledger(rulebook, seed);
        const text = writeFindings(findings, { engine: wasm, rulebook, lang });
        const bytes = new TextEncoder().encode(text);
        const back = await readFindings(bytes, { engine: wasm, rulebook, asOf: AS_OF });
        expect(back.questions, rulebook).toEqual([]);
        expect(back.refused, `${rulebook} ${seed}`).toEqual([]);
        expect(bare(back.findings.map(({ finding }) => finding)), `${rulebook} ${seed}`).toEqual(
          bare(findings),
        );
      }
    }
  });
}

// Source: cases/break.md, P1: titles that differ only in brackets were read as one another.
test('every title of a tier is read back as itself, in both languages', async () => {
  const { readFindings } = await exchange();
  const wasm = await engine();
  for (const rulebook of await rulebooks()) {
    const list = wasm.list();
    const versions = isFailure(list)
      ? []
      : (list.rulebooks.find((one) => one.rulebook === rulebook)?.versions ?? []);
    for (const asOf of versions) {
      const described = wasm.describe({ rulebook, asOf });
      if (isFailure(described)) throw new Error(asOf);
      for (const lang of ['zh', 'en'] as const) {
        const tiers = described.ledger?.tiers ?? [];
        const rows = tiers.map(({ id, leastBooked }) => {
          const title = described.texts[lang]?.[`tier/${id}/title`] ?? '';
          return `${asOf}\t${title}\t${leastBooked > 1 ? leastBooked : ''}`;
        });
        // The headings that we write: a tier that counts points is not asked for its number, but
        // where a range is published.
        const text = ['处罚下达日期\t认定为\t数量', ...rows].join('\n');
        const back = await readFindings(text, { engine: wasm, rulebook, asOf: AS_OF });
        expect(back.findings.map(({ finding }) => finding.tier)).toEqual(tiers.map(({ id }) => id));
      }
    }
  }
});

test('an empty ledger is written as a table with every column there can be', async () => {
  const { readFindings, writeFindings } = await exchange();
  const wasm = await engine();
  const rulebook = 'taobao/counterfeit';
  const text = writeFindings([], { engine: wasm, rulebook, lang: 'zh' });
  const back = await readFindings(text, { engine: wasm, rulebook, asOf: AS_OF });
  expect(back.columns.map(({ is }) => is)).toEqual([
    'day',
    'time',
    'tier',
    'items',
    'points',
    'strike',
    'measures',
    'label/complainant',
    'label/right',
    'circumstance/special',
    'circumstance/promoted',
    'exam',
    'reversed',
  ]);
});
