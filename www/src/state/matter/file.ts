import {
  array,
  boolean,
  custom,
  exactOptional,
  type GenericSchema,
  literal,
  nullable,
  number,
  picklist,
  safeParse,
  strictObject,
  string,
} from 'valibot';
import { answer, day, finding, value } from '../outside/schemas.ts';
import { isObject } from '../shape.ts';
import { FORMAT } from './store.ts';
import { HELD, type HeldTool, type Matter, type Part, type Parts } from './types.ts';

/**
 * The longest file in signs that is read or written: more than browsers keep of a site, which is
 * five million, so that whatever was kept can be read again.
 */
export const MOST_SIGNS = 6_000_000;

/** So many reasons are told at most; the others are counted. */
export const MOST_REASONS = 20;

/** A matter as a file holds it. */
export interface MatterFile {
  zhengpin: 'matter';
  format: number;
  id: string;
  name: string;
  made: string;
  apart: string[];
  parts: Parts;
}

/** Why a file is refused: by message, with the place in it and what stands there. */
export interface Reason {
  /** With `matter-file-` before it, the message. */
  code:
    | 'large'
    | 'json'
    | 'foreign'
    | 'newer'
    | 'form'
    | 'fact'
    | 'answer'
    | 'document'
    | 'field'
    | 'engine'
    | 'rulebook'
    | 'day'
    | 'unjudged';
  /** Where in the file, as a JSON pointer. */
  path: string;
  /** What stands there, shortened. */
  found?: string;
  /** The words of the engine, in both languages. */
  says?: Record<'zh' | 'en', string>;
}

/** The text of a file that holds a matter. */
export function writeFile({ id, name, made, apart, stored }: Matter): string {
  const parts = Object.fromEntries(
    HELD.flatMap((tool) => {
      const one = stored[tool];
      return one ? [[tool, one.part]] : [];
    }),
  );
  const file: MatterFile = { zhengpin: 'matter', format: FORMAT, id, name, made, apart, parts };
  const text = `${JSON.stringify(file, null, 2)}\n`;
  return text.length > MOST_SIGNS ? JSON.stringify(file) : text;
}

/** A map with keys of any name, each value of one kind: what is wrong is told by key. */
const texts = custom<Record<string, string>>(
  (given) => isObject(given) && Object.values(given).every((one) => typeof one === 'string'),
);
const mapOf = <T>(schema: GenericSchema<unknown, T>) =>
  custom<Record<string, T>>(
    (given) =>
      isObject(given) && Object.values(given).every((one) => safeParse(schema, one).success),
  );

const decision = strictObject({
  asOf: day,
  issue: exactOptional(string()),
  counted: exactOptional(day),
  guided: exactOptional(boolean()),
  answers: mapOf(answer),
});

const ledgerParts = {
  findings: array(finding),
  until: exactOptional(day),
  reading: exactOptional(texts),
  amounts: exactOptional(mapOf(number())),
};

const ledger = strictObject({
  ...ledgerParts,
  rulebook: exactOptional(string()),
  base: exactOptional(strictObject(ledgerParts)),
});

const draft = strictObject({
  id: exactOptional(string()),
  day: exactOptional(nullable(day)),
  time: exactOptional(string()),
  tier: exactOptional(string()),
  items: exactOptional(string()),
  circumstances: exactOptional(array(string())),
  labels: exactOptional(texts),
  amounts: exactOptional(texts),
  exam: exactOptional(picklist(['', 'passed', 'failed'])),
  examDay: exactOptional(nullable(day)),
  examTime: exactOptional(string()),
  reversed: exactOptional(boolean()),
  takenPoints: exactOptional(string()),
  takenStrike: exactOptional(picklist(['', 'yes', 'no'])),
  takenMeasures: exactOptional(array(string())),
});

const declined = exactOptional(mapOf(value));
const decided = exactOptional(
  strictObject({
    state: exactOptional(decision),
    drafts: exactOptional(mapOf(texts)),
    declined,
  }),
);

const matterFile = strictObject({
  zhengpin: literal('matter'),
  format: literal(FORMAT),
  id: custom<string>((given) => typeof given === 'string' && /^[0-9a-f]{24}$/.test(given)),
  name: custom<string>((given) => typeof given === 'string' && nameOf(given) === given),
  made: day,
  apart: array(string()),
  parts: strictObject({
    penalties: exactOptional(
      strictObject({
        state: exactOptional(ledger),
        drafts: exactOptional(
          strictObject({ finding: exactOptional(strictObject({ rulebook: string(), draft })) }),
        ),
        declined,
      }),
    ),
    appeal: decided,
    complaint: decided,
    'parallel-import': decided,
    abroad: decided,
  }),
});

/** A name as it is kept: in one line, at most a hundred signs; empty, where nothing is left. */
export function nameOf(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return [...line].slice(0, 100).join('').trim();
}

/** What a value looks like, in a few signs. */
export function shortened(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
  const signs = [...text.replace(/[\p{C}\s]+/gu, ' ')];
  return signs.length > 60 ? `${signs.slice(0, 60).join('')}…` : signs.join('');
}

/** The keys to a place, as a JSON pointer. */
export function pointer(keys: (string | number)[]): string {
  return keys.map((key) => `/${`${key}`.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/**
 * Reads the text of a file, or tells every reason why it is none. What it says of facts and
 * findings has still to be held against the rulebooks.
 */
export function readFile(text: string): MatterFile | Reason[] {
  if (text.length > MOST_SIGNS) return [{ code: 'large', path: '' }];
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return [{ code: 'json', path: '', found: shortened(text.slice(0, 200)) }];
  }
  if (!isObject(given) || given.zhengpin !== 'matter') {
    return [{ code: 'foreign', path: '/zhengpin', found: shortened(Object(given).zhengpin) }];
  }
  if (Number.isSafeInteger(given.format) && Number(given.format) > FORMAT) {
    return [{ code: 'newer', path: '/format', found: shortened(given.format) }];
  }
  const { success, output, issues } = safeParse(matterFile, given);
  if (success) return output as MatterFile;
  return issues.map(({ path = [], input }) => ({
    code: 'form',
    path: pointer(path.map(({ key }) => `${key}`)),
    found: shortened(input),
  }));
}

/** The parts of a file as the device keeps them. Their days have to be counted first. */
export function partsOf({
  parts,
}: MatterFile): Partial<Record<HeldTool, { part: Part; basis: string }>> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([tool, part]) => (part ? [[tool, { part, basis: '' }]] : [])),
  );
}
