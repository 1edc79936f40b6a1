import { isFailure } from '../engine/types.ts';
import { readFindings } from '../exchange/index.ts';
import type { Found, Read, Reader, ReadOptions, TakenFinding } from '../exchange/types.ts';
import { inOrder } from '../state/findings.ts';
import { toLedgerRequest } from '../state/ledger.ts';
import type { Desk, Look, Outcome, Seen, Span, Telling } from './types.ts';

// One part of the program reads both kinds of lists.
export { HereSellers } from './sellers/desk.ts';

/** How many rows that could be read are shown before they are added. */
const FIRST = 8;

/** How many rows that could not be read are shown at once. */
const REFUSED = 20;

/** Whether a finding was issued within a span of days. */
function within({ from, to }: Span, { day }: TakenFinding): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/**
 * A desk on this thread: it holds one file, reads it anew for every answer, and shows what
 * would come of it. Rows that were taken over are not shown again.
 */
export class HereDesk implements Desk {
  private bytes: Uint8Array | string = '';
  private read: Read | undefined;
  private span: Span = {};
  private readonly taken = new Set<number>();

  constructor(private readonly engine: Reader) {}

  async open(bytes: Uint8Array | string): Promise<void> {
    this.bytes = bytes;
    this.read = undefined;
    this.taken.clear();
  }

  async look(look: Look, { progress, signal }: Telling = {}): Promise<Seen> {
    const { rulebook, asOf, answers, present, span, from } = look;
    const options: ReadOptions = { engine: this.engine, rulebook, asOf, answers, present };
    if (progress) options.progress = progress;
    if (signal) options.signal = signal;
    const read = await readFindings(this.bytes, options);
    this.read = read;
    this.span = span;
    const all = this.untaken();
    const found = all.filter(({ finding }) => within(span, finding));
    const refused = read.refused.filter(({ row }) => !this.taken.has(row));
    const outcome = this.outcome(look, found);
    return {
      file: read.file,
      columns: read.columns,
      questions: read.questions,
      count: found.length,
      outside: all.length - found.length,
      most: read.most,
      first: found.slice(0, FIRST),
      refused: refused.slice(from, from + REFUSED),
      refusedCount: refused.length,
      shown: REFUSED,
      passed: countBy(read.passed.map(({ why }) => why)),
      remarks: countBy(found.flatMap(({ remarks }) => remarks)),
      ...(outcome === undefined ? {} : { outcome }),
      ...(read.request === undefined ? {} : { request: read.request }),
    };
  }

  async take(): Promise<TakenFinding[]> {
    const found = this.untaken().filter(({ finding }) => within(this.span, finding));
    for (const { row } of found) this.taken.add(row);
    return found.map(({ finding }) => finding);
  }

  async refused(): Promise<Read['refused']> {
    return (this.read?.refused ?? []).filter(({ row }) => !this.taken.has(row));
  }

  close(): void {
    this.bytes = '';
    this.read = undefined;
  }

  private untaken(): Found[] {
    return (this.read?.findings ?? []).filter(({ row }) => !this.taken.has(row));
  }

  /** What the ledger would be, where the engine takes that many findings at once. */
  private outcome({ rulebook, present, state }: Look, found: Found[]): Outcome | undefined {
    if (found.length === 0 || present.length + found.length > (this.read?.most ?? 0))
      return undefined;
    const described = this.engine.describe({ rulebook });
    const ledger = isFailure(described) ? null : described.ledger;
    if (!ledger) return undefined;
    const findings = inOrder([...present, ...found.map(({ finding }) => finding)], ledger);
    const request = toLedgerRequest({ ...state, findings }, ledger);
    const answer = this.engine.simulate({ rulebook, ...request, forecast: false });
    if (isFailure(answer)) return { failure: answer.error };
    const shown = new Set(found.slice(0, FIRST).map(({ finding }) => finding.id));
    const entries = answer.entries.filter(({ id }) => shown.has(id));
    return {
      status: answer.status,
      entries: Object.fromEntries(entries.map((entry) => [entry.id, entry])),
    };
  }
}

function countBy<T extends string>(words: T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
