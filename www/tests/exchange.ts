import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../src/engine/types.ts';
import type { Read, ReadOptions } from '../src/exchange/types.ts';

const embed = new URL('../dist/embed/', import.meta.url);
const file = (name: string) => readFileSync(fileURLToPath(new URL(name, embed)));

type Exchange = typeof import('../src/exchange/index.ts');

/** The built entry of the package, as a script in Node loads it. */
export const exchange = async (): Promise<Exchange> => import(new URL('exchange.js', embed).href);

let ready: Promise<Engine> | undefined;

/** The built engine, with the words of both languages. */
export function engine(): Promise<Engine> {
  ready ??= (async () => {
    const { createEngine } = (await import(
      new URL('engine.js', embed).href
    )) as typeof import('../src/engine/index.ts');
    return createEngine({
      wasm: file('zhengpin_bg.wasm'),
      texts: {
        zh: JSON.parse(file('texts.zh.json').toString()),
        en: JSON.parse(file('texts.en.json').toString()),
      },
    });
  })();
  return ready;
}

/** The bytes of a table of `tests/exchange`: invented rows, in the shapes that back ends write. */
export function table(name: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`exchange/${name}`, import.meta.url)));
}

/** Reads a table under the rules of Taobao, unless another rulebook is named. */
export async function read(
  source: Uint8Array | string,
  options: Partial<ReadOptions> = {},
): Promise<Read> {
  const { readFindings } = await exchange();
  return readFindings(source, {
    engine: await engine(),
    rulebook: 'taobao/counterfeit',
    asOf: '2026-11-28',
    ...options,
  });
}

/** What the columns were taken for, in order. */
export const kinds = ({ columns }: Read) => columns.map(({ is }) => is);

/** The codes of what is wrong, by row. */
export const faults = ({ refused }: Read) =>
  Object.fromEntries(refused.map(({ row, reasons }) => [row, reasons.map(({ code }) => code)]));

/** The same numbers on every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
