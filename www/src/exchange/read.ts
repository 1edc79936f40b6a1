import type { TierDescription } from '../engine/types.ts';
import type { Words } from '../i18n/words.ts';
import { type Finding, readYuan } from '../state/findings.ts';
import { readCount, readYes } from './cells.ts';
import type { Column } from './columns.ts';
import { type Order, readClock, readMoment } from './moments.ts';
import { named } from './plain.ts';
import type { Row } from './table.ts';

/** What is needed to read a table as findings. */
export interface Reading {
  /** For each place in a row the column it is, if any. */
  places: (Column | undefined)[];
  /** The names of the tiers, in both languages. */
  tiers: [string, string][];
  /** Tiers that the user has named for texts that name none. */
  chosen: Record<string, string>;
  offset: string;
  order: Order | undefined;
  say: Words;
}

/** What is wrong with a cell. */
export interface Trouble {
  row: number;
  /** The place in the row; none, where a column is missing. */
  place: number | undefined;
  says: string;
}

/** The tier that a cell names. */
export function tierOf(cell: string, { tiers, chosen }: Pick<Reading, 'tiers' | 'chosen'>) {
  return chosen[cell] ?? named(cell, tiers);
}

/** The names by which tiers are known: their ids and their titles. */
export function tierNames(
  tiers: TierDescription[],
  titles: ((id: string) => string)[],
): [string, string][] {
  return tiers.flatMap(({ id }) => [
    [id, id] as [string, string],
    ...titles.map((title): [string, string] => [id, title(id)]),
  ]);
}

/** The columns without which there is no finding, and what is said where one is missing. */
const MISSING = [
  ['day', 'column-missing-day'],
  ['tier', 'column-missing-tier'],
] as const;

/** A row as a finding, or what is wrong with its cells. */
export function readRow(row: Row, id: string, reading: Reading): Finding | Trouble[] {
  const { places, offset, order, say } = reading;
  const troubles: Trouble[] = [];
  const finding: Partial<Finding> = { id };
  const wrong = (place: number | undefined, says: string) =>
    troubles.push({ row: row.number, place, says });
  for (const [place, column] of places.entries()) {
    const cell = row.cells[place] ?? '';
    if (!column || (cell === '' && !['day', 'tier'].includes(column.kind))) continue;
    const [, name = ''] = column.id.split('/');
    switch (column.kind) {
      case 'day': {
        const moment = readMoment(cell, offset, order);
        if (!moment) wrong(place, say(cell === '' ? 'cell-empty' : 'cell-day'));
        else {
          finding.day = moment.day;
          if (moment.time !== undefined) finding.time ??= moment.time;
        }
        break;
      }
      case 'time': {
        const time = readClock(cell);
        if (time === undefined) wrong(place, say('cell-time'));
        else finding.time = time;
        break;
      }
      case 'tier': {
        const tier = tierOf(cell, reading);
        if (tier === undefined) wrong(place, say(cell === '' ? 'cell-empty' : 'cell-tier'));
        else finding.tier = tier;
        break;
      }
      case 'items': {
        const items = readCount(cell);
        if (items === undefined) wrong(place, say('cell-count'));
        else finding.items = items;
        break;
      }
      case 'yuan': {
        const sum = readYuan(cell);
        if (sum === undefined) wrong(place, say('cell-yuan'));
        else finding.amounts = { ...finding.amounts, [name]: sum };
        break;
      }
      case 'text':
        finding.labels = { ...finding.labels, [name]: cell };
        break;
      case 'exam': {
        const moment = readMoment(cell, offset, order);
        const yes = readYes(cell);
        if (moment) finding.exam = moment.day;
        else if (yes === false) finding.exam = false;
        else wrong(place, say('cell-exam'));
        break;
      }
      case 'yes': {
        const yes = readYes(cell);
        if (yes === undefined) wrong(place, say('cell-yes-or-no'));
        else if (yes && column.id === 'reversed') finding.reversed = true;
        else if (yes) finding.circumstances = [...(finding.circumstances ?? []), name];
        break;
      }
    }
  }
  for (const [kind, message] of MISSING) {
    if (!places.some((column) => column?.kind === kind)) wrong(undefined, say(message));
  }
  return troubles.length > 0 ? troubles : (finding as Finding);
}
