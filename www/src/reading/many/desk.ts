import type { AuthorEngine } from '../../engine/author.ts';
import type { DecidingEngine } from '../../engine/deciding.ts';
import { pacer } from '../../exchange/pace.ts';
import { encodeState } from '../../state/codec.ts';
import { placeOf } from '../../state/places.ts';
import type { DecisionState } from '../../state/states.ts';
import { PAGE } from '../page-size.ts';
import type { UnreadRow } from '../row-faults.ts';
import type { Telling } from '../types.ts';
import { missingIn, questionsIn, standingsOf } from './counts.ts';
import { type DecidedCase, type DecidedCases, decideAll, OPEN } from './decide.ts';
import { type CasesLaw, casesLaw } from './law.ts';
import { type Other, OtherRefused, otherSide } from './other.ts';
import { readCases } from './read.ts';
import { writeCases } from './table.ts';
import { type Compared, compareAll } from './touched.ts';
import type {
  CaseColumnRead,
  CaseShown,
  CasesLook,
  CasesRead,
  CasesSeen,
  CaseTableWords,
  OtherSide,
  OtherTrouble,
} from './types.ts';

/** How many rows that cannot be read are shown. */
const REFUSED = 20;

/** How many kept cells name a case. */
const NAMES = 2;

/** Where tables of cases are read and decided. */
export interface CasesDesk {
  open(bytes: Uint8Array | string): Promise<void>;
  /** Reads and decides the table, and shows one page of it. Fails where it was cancelled. */
  look(look: CasesLook, telling?: Telling): Promise<CasesSeen>;
  /** All rows as they were decided last, or those that were looked for, as a table. */
  table(words: CaseTableWords, only: 'all' | 'found'): Promise<string>;
  /** Every row that could not be read or decided. */
  refused(): Promise<UnreadRow[]>;
  close(): void;
}

/** Something that is worked out once for what it is worked out from. */
interface Held<T> {
  key: string;
  value: T;
}

/** A desk on this thread: what was read and decided is kept until it would be another. */
export class HereCases implements CasesDesk {
  private source: Uint8Array | string = '';
  private law: Held<CasesLaw> | undefined;
  private read: Held<CasesRead> | undefined;
  private decided: Held<DecidedCases> | undefined;
  private other: Held<Other> | undefined;
  private compared: Held<Compared> | undefined;
  private found: DecidedCase[] = [];
  private shownBy: CasesLook | undefined;

  constructor(
    private readonly engine: Pick<DecidingEngine, 'decide' | 'compare' | 'describe' | 'list'>,
    /** Loads the engine that takes drafts and rulebooks of one's own. */
    private readonly author: () => Promise<AuthorEngine>,
    private readonly base: string | undefined,
  ) {}

  async open(bytes: Uint8Array | string): Promise<void> {
    this.close();
    this.source = bytes;
  }

  async look(look: CasesLook, telling: Telling = {}): Promise<CasesSeen> {
    const { rulebook, issue, asOf, answers, other, from } = look;
    const readKey = JSON.stringify([rulebook, issue, asOf, answers]);
    if (this.law?.key !== rulebook) {
      this.law = { key: rulebook, value: casesLaw(this.engine, rulebook) };
    }
    const law = this.law.value;
    if (this.read?.key !== readKey) {
      const value = await readCases(this.source, { law, issue, asOf, answers, ...telling });
      this.read = { key: readKey, value };
    }
    const { cases, refused: unread, ...read } = this.read.value;
    const blocked = isBlocked(read);
    const decidedKey = JSON.stringify([readKey, blocked]);
    if (this.decided?.key !== decidedKey) {
      const rows = blocked ? [] : cases;
      const value = await decideAll(this.engine, rows, read.columns, look, pacer(telling));
      this.decided = { key: decidedKey, value };
    }
    const decided = this.decided.value;
    const touched =
      other && !blocked ? await this.compare(decidedKey, look, other, telling) : undefined;
    if (!touched) this.compared = undefined;
    this.shownBy = look;
    this.found = sorted(
      decided.cases.filter((one) => this.fits(one, look, read.columns)),
      look,
    );
    const refused = this.refusedRows();
    return {
      ...read,
      blocked,
      all: decided.cases.length,
      counts: standingsOf(decided.cases),
      missing: missingIn(decided.cases),
      ask: questionsIn(decided.cases),
      open: decided.cases.filter(({ standing }) => standing === OPEN).length,
      found: this.found.length,
      rows: await Promise.all(
        this.found.slice(from, from + PAGE).map((one) => this.shown(one, look, read.columns)),
      ),
      refused: (blocked ? [] : refused).slice(0, REFUSED),
      refusedCount: refused.length,
      ...(touched ? { touched } : {}),
    };
  }

  async table(words: CaseTableWords, only: 'all' | 'found'): Promise<string> {
    const all = only === 'all';
    return writeCases(
      {
        issue: this.shownBy?.issue ?? '',
        columns: this.read?.value.columns ?? [],
        cases: all ? (this.decided?.value.cases ?? []) : this.found,
        refused: all ? this.refusedRows() : [],
        beside: this.compared?.value.beside,
      },
      words,
    );
  }

  async refused(): Promise<UnreadRow[]> {
    return this.refusedRows();
  }

  close(): void {
    this.source = '';
    this.read = undefined;
    this.decided = undefined;
    this.compared = undefined;
    this.other?.value.close();
    this.other = undefined;
    this.found = [];
  }

  private refusedRows(): UnreadRow[] {
    const unread = this.read?.value.refused ?? [];
    const all = [...unread, ...(this.decided?.value.refused ?? [])];
    return all.sort((one, other) => one.row - other.row);
  }

  /** Holds what was decided against a second side, once. */
  private async compare(
    decided: string,
    look: CasesLook,
    side: OtherSide,
    telling: Telling,
  ): Promise<CasesSeen['touched']> {
    const { rulebook, issue, asOf } = look;
    const sideKey = JSON.stringify([side, rulebook, issue, asOf]);
    const key = JSON.stringify([decided, sideKey]);
    if (this.compared?.key === key) return this.compared.value.touched;
    this.compared = undefined;
    try {
      if (this.other?.key !== sideKey) {
        this.other?.value.close();
        this.other = undefined;
        const { engine, author, base } = this;
        const value = await otherSide(side, look, { engine, author, base });
        this.other = { key: sideKey, value };
      }
    } catch (error) {
      if (error instanceof OtherRefused) return { says: error.says } satisfies OtherTrouble;
      throw error;
    }
    const cases = this.decided?.value.cases ?? [];
    const facts = this.law?.value.facts ?? new Map();
    const value = await compareAll(cases, facts, this.other.value, asOf, pacer(telling));
    this.compared = { key, value };
    return value.touched;
  }

  private otherOf({ read }: DecidedCase): string | undefined {
    return this.compared?.value.beside.get(read.row)?.other;
  }

  private fits(one: DecidedCase, look: CasesLook, columns: CaseColumnRead[]): boolean {
    const { standing, missing, turn, text } = look;
    const { decided } = one;
    if (standing !== undefined && one.standing !== standing) return false;
    if (missing !== undefined) {
      if (![...decided.missing, ...decided.unknown].includes(missing)) return false;
    }
    if (turn !== undefined) {
      const to = this.otherOf(one);
      const touched = to !== undefined && to !== one.standing;
      if (turn === 'any' ? !touched : `${one.standing}>${to}` !== turn) return false;
    }
    const wanted = text.normalize('NFKC').trim().toLowerCase();
    if (wanted === '') return true;
    const kept = columns
      .filter(({ is }) => is === 'kept')
      .map(({ place }) => one.read.cells[place]);
    return kept.some((cell) => cell?.normalize('NFKC').toLowerCase().includes(wanted));
  }

  private async shown(
    one: DecidedCase,
    { rulebook, issue, asOf }: CasesLook,
    columns: CaseColumnRead[],
  ): Promise<CaseShown> {
    const { read, decided, standing } = one;
    const { row, cells, facts, day = asOf } = read;
    const kept = columns.filter(({ is }) => is === 'kept').map(({ place }) => cells[place] ?? '');
    const name = kept.filter((cell) => cell.trim() !== '').slice(0, NAMES);
    const state: DecisionState = { asOf: day, issue: placeOf(rulebook) ?? issue, answers: facts };
    const link = await encodeState(state).catch(() => '');
    const other = this.otherOf(one);
    return { ...decided, row, name, standing, link, ...(other === undefined ? {} : { other }) };
  }
}

/** Nothing is told of a table before it is known what its columns hold, and that one tells a fact. */
function isBlocked({ columns, questions }: Pick<CasesRead, 'columns' | 'questions'>): boolean {
  const open = columns.some(({ is }) => is === undefined);
  const facts = columns.some(({ is }) => is?.startsWith('fact/'));
  return open || !facts || questions.some(({ blocks }) => blocks);
}

function sorted(cases: DecidedCase[], { sorting }: CasesLook): DecidedCase[] {
  const byRow = (one: DecidedCase, other: DecidedCase) => one.read.row - other.read.row;
  const lacks = ({ decided }: DecidedCase) =>
    decided.missing.length * 1_000 + decided.unknown.length;
  if (sorting === 'missing') {
    return cases.sort((one, other) => lacks(other) - lacks(one) || byRow(one, other));
  }
  if (sorting === 'row') return cases.sort(byRow);
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return cases.sort((one, other) => compare(one.standing, other.standing) || byRow(one, other));
}
