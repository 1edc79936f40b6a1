import type { ComparingEngine } from '../engine/comparing.ts';
import { describeOnce } from '../engine/describe-once.ts';
import { type Description, type Failure, isFailure, type Listed } from '../engine/types.ts';
import { dayBefore, today } from '../i18n/dates.ts';

/** A version of a rulebook beside the one before it. */
export interface Turn {
  /** Its first day. */
  day: string;
  /** The day before. */
  before: string;
  /** Whether some verdict differs between the two. */
  differs: boolean;
}

/** The rulebooks and their versions, of which the engine is asked once. */
export class Versions {
  /** Why some of it could not be had. */
  failed: Failure | undefined;
  private all: Listed[] | undefined;
  private readonly turned = new Map<string, Turn[]>();

  constructor(private readonly engine: ComparingEngine) {}

  get listed(): Listed[] {
    this.all ??= this.list();
    return this.all;
  }

  private list(): Listed[] {
    const listed = this.engine.list();
    if (!isFailure(listed)) return listed.rulebooks;
    this.failed = listed;
    return [];
  }

  /** The rulebook that is shown at first: one that decides. */
  get first(): string | undefined {
    const first = this.listed.find(({ issues }) => issues.length > 0) ?? this.listed[0];
    return first?.rulebook;
  }

  /** The first day of the newest version that changes a verdict, or of the newest of all. */
  latest(rulebook: string): string {
    const turns = this.turnsOf(rulebook);
    const turn = turns.findLast(({ differs }) => differs) ?? turns.at(-1);
    return turn?.day ?? today();
  }

  /** A rulebook as of a day. */
  describe(rulebook: string, asOf: string): Description | undefined {
    const answer = describeOnce(this.engine, rulebook, asOf);
    return isFailure(answer) ? undefined : answer;
  }

  /** Every version but the first, with whether some verdict differs from the day before. */
  turnsOf(rulebook: string): Turn[] {
    return this.turned.get(rulebook) ?? [...this.turning(rulebook)];
  }

  /** The same, one after the other: finding one takes a while. */
  *turning(rulebook: string | undefined): Generator<Turn> {
    if (rulebook === undefined) return;
    const listed = this.listed.find((one) => one.rulebook === rulebook);
    const turns: Turn[] = [];
    for (const day of listed?.versions.slice(1) ?? []) {
      const before = dayBefore(day);
      const answer = this.engine.compare({ rulebook, from: before, to: day, limit: 0 });
      if (isFailure(answer)) this.failed = answer;
      const issues = isFailure(answer) ? [] : answer.issues;
      const turn: Turn = {
        day,
        before,
        differs: issues.some(({ concerned }) => concerned !== 'no'),
      };
      turns.push(turn);
      yield turn;
    }
    this.turned.set(rulebook, turns);
  }
}
