import { type Engine, isFailure, type ScheduledDay } from '../../engine/types.ts';
import { pacer } from '../../exchange/pace.ts';
import { writeTable } from '../../exchange/table.ts';
import { safeDay } from '../../state/safe-day.ts';
import { PAGE } from '../page-size.ts';
import type { UnreadRow } from '../row-faults.ts';
import type { Telling } from '../types.ts';
import { DEADLINE } from './desk-rule.ts';
import { readSellers } from './read.ts';
import {
  type Checked,
  type DueDay,
  type Seller,
  type SellersLook,
  type SellersRead,
  type SellersSeen,
  STATUSES,
  type Status,
  type TableWords,
} from './types.ts';
import { verifiedAfter } from './verified-after.ts';

/** How many rows that cannot be read are shown. */
const REFUSED = 20;

/** For how many days the engine is asked at once: others get their turn in between. */
const PORTION = 100;

/** How many sellers a day of the calendar names. */
const NAMED = 50;

/** Where lists of sellers are read and checked. */
export interface SellersDesk {
  open(bytes: Uint8Array | string): Promise<void>;
  /** Reads the list, and shows one page of it. Fails where it was cancelled. */
  look(look: SellersLook, telling?: Telling): Promise<SellersSeen>;
  /** The list as it was seen last, as a table. */
  table(words: TableWords): Promise<string>;
  /** The days on which verifications are due from the day asked on. */
  days(): Promise<DueDay[]>;
  /** Every row that could not be read. */
  refused(): Promise<UnreadRow[]>;
  close(): void;
}

type Asked = Pick<Engine, 'schedule'>;

/** A desk on this thread: what was read and counted is kept until it would be another. */
export class HereSellers implements SellersDesk {
  private source: Uint8Array | string = '';
  private read: { key: string; list: SellersRead } | undefined;
  private counted: { key: string; days: Map<string, ScheduledDay> } | undefined;
  private found: Checked[] = [];
  private all: Checked[] = [];
  private asOf = '';

  constructor(private readonly engine: Asked) {}

  async open(bytes: Uint8Array | string): Promise<void> {
    this.close();
    this.source = bytes;
  }

  async look(look: SellersLook, telling: Telling = {}): Promise<SellersSeen> {
    const { asOf, answers, from } = look;
    const key = JSON.stringify([asOf, answers]);
    if (this.read?.key !== key) {
      const list = await readSellers(this.source, { asOf, answers, ...telling });
      this.read = { key, list };
    }
    const { sellers, refused, ...list } = this.read.list;
    const blocked = isBlocked(list);
    const days = blocked ? new Map() : await this.count(key, sellers, asOf, telling);
    this.asOf = asOf;
    this.all = blocked ? [] : sellers.map((seller) => checked(seller, look, days));
    this.found = sorted(this.all.filter(fitting(look)), look);
    const [told] = days.values();
    const rule = told?.deadline;
    return {
      ...list,
      blocked,
      counts: countsOf(this.all),
      lapsed: this.all.filter(({ status, over }) => status === 'deregistered' && over).length,
      again: repeated(sellers),
      all: sellers.length,
      found: this.found.length,
      rows: this.found.slice(from, from + PAGE),
      refused: refused.slice(0, REFUSED),
      refusedCount: refused.length,
      ...(rule ? { rule } : {}),
    };
  }

  async table({ headings, statuses, yes, late, after, and }: TableWords): Promise<string> {
    const rows = this.found.map((seller) => {
      const { row, name, number, verified, admitted, due, deregistered, status } = seller;
      const stands = [
        statuses[status],
        ...(status === 'deregistered' && seller.over ? [late] : []),
        ...(verifiedAfter(seller) ? [after] : []),
      ].join(and);
      const gone = deregistered === true ? yes : deregistered;
      const cells = [name, number, verified, admitted, gone, due, stands];
      return [`${row}`, ...cells.map((cell) => cell ?? '')];
    });
    return writeTable(headings, rows);
  }

  async days(): Promise<DueDay[]> {
    const found = new Map<string, DueDay>();
    const told = this.counted?.days ?? new Map<string, ScheduledDay>();
    for (const seller of this.all) {
      const { due, status, name, number } = seller;
      const rule = told.get(since(seller) ?? '')?.deadline;
      if (due === undefined || due < this.asOf || status === 'deregistered' || !rule) continue;
      const day = found.get(due) ?? { day: due, count: 0, names: [], rule };
      day.count += 1;
      if (day.names.length < NAMED) day.names.push(name || number);
      found.set(due, day);
    }
    return [...found.values()].sort((a, b) => compare(a.day, b.day));
  }

  async refused(): Promise<UnreadRow[]> {
    return this.read?.list.refused ?? [];
  }

  close(): void {
    this.source = '';
    this.read = undefined;
    this.counted = undefined;
    this.found = [];
    this.all = [];
  }

  /** What the engine tells of every day from which a time runs, each asked once. */
  private async count(
    key: string,
    sellers: Seller[],
    asOf: string,
    telling: Telling,
  ): Promise<Map<string, ScheduledDay>> {
    if (this.counted?.key === key) return this.counted.days;
    const wanted = new Set(sellers.flatMap((seller) => since(seller) ?? []));
    const all = [...wanted].sort(compare);
    const days = new Map<string, ScheduledDay>();
    const pace = pacer(telling);
    for (let from = 0; from < all.length; from += PORTION) {
      await pace('rules', from, all.length);
      const answer = this.engine.schedule({
        ...DEADLINE,
        asOf,
        from: all.slice(from, from + PORTION),
      });
      if (isFailure(answer)) throw new Error(JSON.stringify(answer.error));
      for (const day of answer.days) days.set(day.from, day);
    }
    this.counted = { key, days };
    return days;
  }
}

/** Nothing is told of a list before it is known where the last verification stands. */
function isBlocked({ columns, questions }: Pick<SellersRead, 'columns' | 'questions'>): boolean {
  const has = (kind: string) => columns.some(({ is }) => is === kind);
  const open = columns.some(({ is }) => is === undefined);
  const named = has('name') || has('number');
  return open || !named || !has('verified') || questions.some(({ blocks }) => blocks);
}

/** The day from which the next verification is counted: the last one, or the one at admission. */
function since({ verified, admitted }: Seller): string | undefined {
  return [verified, admitted]
    .filter((day) => day !== undefined)
    .sort(compare)
    .at(-1);
}

function checked(
  seller: Seller,
  { asOf, within }: SellersLook,
  days: Map<string, ScheduledDay>,
): Checked {
  const from = since(seller);
  const told = from === undefined ? undefined : days.get(from);
  const due = told?.deadline ? (safeDay(told.deadline) ?? undefined) : undefined;
  const over = told?.over ?? undefined;
  return {
    ...seller,
    status: statusOf(seller, { asOf, within, due, over, told: from !== undefined }),
    ...(due === undefined ? {} : { due }),
    ...(over === undefined ? {} : { over }),
    ...(from !== undefined && from !== seller.verified ? { sinceAdmission: true } : {}),
  };
}

function statusOf(
  { deregistered }: Seller,
  one: {
    asOf: string;
    within: number;
    due: string | undefined;
    over: boolean | undefined;
    told: boolean;
  },
): Status {
  if (deregistered !== undefined) return 'deregistered';
  if (!one.told) return 'never';
  if (one.over) return 'overdue';
  if (one.due === undefined || one.over === undefined) return 'open';
  return one.due <= daysAfter(one.asOf, one.within) ? 'due' : 'later';
}

/** The day that lies so many days after another. */
function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function countsOf(sellers: Checked[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  for (const { status } of sellers) counts[status] += 1;
  return counts;
}

/** How many sellers stand there again: by their number, or by the name where there is none. */
function repeated(sellers: Seller[]): number {
  const keys = new Set(
    sellers.map(({ name, number }) => JSON.stringify(number === '' ? [name] : number)),
  );
  return sellers.length - keys.size;
}

function fitting({ status, text }: SellersLook): (seller: Checked) => boolean {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const holds = (cell: string) => cell.normalize('NFKC').toLowerCase().includes(wanted);
  return (seller) =>
    (status === undefined || seller.status === status) &&
    (wanted === '' || holds(seller.name) || holds(seller.number));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By what is due first, with those that no day can be told of before all; by name; as listed. */
function sorted(sellers: Checked[], { sorting }: SellersLook): Checked[] {
  if (sorting === 'row') return sellers;
  if (sorting === 'name') {
    const { compare: byName } = new Intl.Collator('zh-CN', { numeric: true });
    return sellers.sort((a, b) => byName(a.name || a.number, b.name || b.number) || a.row - b.row);
  }
  return sellers.sort((a, b) => compare(a.due ?? '', b.due ?? '') || a.row - b.row);
}
