import { loadSimulating } from '../engine/simulating.ts';
import { type Decoded, decodeState, LinkError } from '../state/codec.ts';
import { Described } from '../state/described.ts';
import { FIRST, type LedgerState, toLedgerRequest } from '../state/ledger.ts';
import type { Kept } from '../state/outside/reader.ts';
import { readers } from '../state/outside/readers.ts';
import type { Offered } from './types.ts';

/** What a link of a tool gives an element. */
export interface Given {
  element: Offered;
  attributes: Record<string, string>;
  /** How many answers or findings are among it. */
  count: number;
  /** Whether the link holds something that no attribute takes, such as the day it runs to. */
  more: boolean;
  /** How many parts of it could not be read. */
  lost: number;
}

/**
 * Why a link gives nothing: it is none of a tool, later pages wrote it, it cannot be read, no
 * element takes what it holds, or a file that reads it could not be had.
 */
export type NoLink = 'none' | 'newer' | 'broken' | 'unusable' | 'missing';

type Parts = Pick<Given, 'attributes' | 'count' | 'more'>;

/** What is given, without what is not there. */
const filled = (some: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;

/** Values as JSON; nothing where there is none. */
const json = (some: object): string | undefined =>
  Object.keys(some).length > 0 ? JSON.stringify(some) : undefined;

function decision(state: unknown): Kept<Parts> | undefined {
  const read = readers.decision(state);
  if (!read) return undefined;
  const { asOf, answers, issue, counted } = read.kept;
  const attributes = filled({ 'as-of': asOf, facts: json(answers) });
  const more = issue !== undefined || counted !== undefined;
  return { lost: read.lost, kept: { attributes, count: Object.keys(answers).length, more } };
}

function changes(state: unknown): Kept<Parts> | undefined {
  const read = readers.changes(state);
  if (!read) return undefined;
  const { rulebook, from, to, against, facts = {} } = read.kept;
  const attributes = filled({ rulebook, from, to, facts: json(facts) });
  const count = Object.keys(facts).length;
  return { lost: read.lost, kept: { attributes, count, more: against !== undefined } };
}

async function ledger(state: unknown): Promise<Kept<Parts> | undefined> {
  const read = readers.ledger(state);
  if (!read) return undefined;
  const { rulebook = FIRST, findings, until, reading, amounts, base } = read.kept as LedgerState;
  const engine = await loadSimulating({ texts: [], langs: [] });
  const tables = new Described(engine).of(rulebook)?.ledger;
  if (!tables) return undefined;
  const request = toLedgerRequest({ findings }, tables);
  const attributes = filled({ rulebook, findings: json(request.findings) });
  const more = [until, reading, amounts, base].some((part) => part !== undefined);
  return { lost: read.lost, kept: { attributes, count: findings.length, more } };
}

function duties(state: unknown): Kept<Parts> | undefined {
  const read = readers.duties(state);
  if (!read) return undefined;
  const { rulebook, ...filter } = read.kept;
  const more = Object.keys(filter).length > 0;
  return { lost: read.lost, kept: { attributes: { rulebook }, count: 0, more } };
}

/** What reads the state of each tool of which an element takes something. */
const READ: Record<
  string,
  (state: unknown) => Kept<Parts> | undefined | Promise<Kept<Parts> | undefined>
> = {
  abroad: decision,
  appeal: decision,
  changes,
  complaint: decision,
  duties,
  finding: ledger,
  'parallel-import': decision,
  penalties: ledger,
};

/** The entry of a tool in a link: its name, and its state as it is packed. */
function entryOf(link: string, offered: readonly Offered[]) {
  const [, ...fragments] = link.trim().split('#');
  for (const entry of fragments.join('#').split('&')) {
    const [, name, packed] = /^([a-z-]+)(?:\.[^=]*)?=(.+)$/.exec(entry) ?? [];
    const element = offered.find((one) => one.name === name);
    if (element && packed !== undefined) return { element, packed };
  }
  return undefined;
}

/**
 * What a link that a tool made gives its element. Nothing of it is judged here: the element and
 * the engine do that, and leave out what does not fit.
 */
export async function fromLink(link: string, offered: readonly Offered[]): Promise<Given | NoLink> {
  const entry = entryOf(link, offered);
  if (!entry) return 'none';
  const { element, packed } = entry;
  const read = READ[element.name];
  if (!read) return 'unusable';
  let decoded: Decoded;
  try {
    decoded = await decodeState(packed);
  } catch (error) {
    return error instanceof LinkError && error.reason === 'newer' ? 'newer' : 'broken';
  }
  const found = await Promise.resolve(read(decoded.state)).catch(() => 'missing' as const);
  if (found === 'missing') return found;
  if (!found) return 'broken';
  const { damaged } = decoded;
  const cut = damaged ? Math.max(1, (damaged.all ?? 0) - damaged.read) : 0;
  return { element, ...found.kept, lost: found.lost + cut };
}
