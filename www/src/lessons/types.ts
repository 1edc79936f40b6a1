import type { Facts, Finding, Lang } from '../engine/types.ts';

/** A text in both languages. */
export type Bilingual = Record<Lang, string>;

/** What a lesson on a ledger asks to predict; findings are named by their ids. */
export type LedgerAsk =
  /** How many points a finding costs. */
  | { what: 'points'; of: string }
  /** How many points, or strikes, the account has at the end. */
  | { what: 'balance' | 'strikes' }
  /** Whether the account is closed, and by what. */
  | { what: 'closure' }
  /** The day on which a measure that a finding brought ends. */
  | { what: 'ends'; of: string; measure: string }
  /** Which finding has to be reversed for the account to be open. */
  | { what: 'appeal' };

/** What a lesson on facts asks to predict. */
export type CaseAsk =
  /** The verdict on an issue. */
  | { what: 'verdict'; of: string }
  /** The last day of a deadline. */
  | { what: 'due'; of: string }
  /** Which single fact, had it been otherwise, would lead to another verdict; the best, if none is named. */
  | { what: 'saves'; of: string; to?: string };

/** What every lesson says. */
interface Told {
  /** The name of its file. */
  id: string;
  title: Bilingual;
  /** What happened, in words; what the engine is asked stands beside it. */
  story: Bilingual;
  /** What is learned, told with the answer. */
  teaches: Bilingual;
  /** The provisions that it teaches, in force on its day. */
  cite: string[];
  rulebook: string;
  /**
   * What may be changed to find wrong options, the most instructive first: beginnings of the
   * paths of alterations, such as `readings` or `findings/b/tier`. All others come after these.
   */
  vary?: string[];
}

/** A lesson on findings in a ledger. */
export interface LedgerLesson extends Told {
  findings: Finding[];
  until?: string;
  amounts?: Record<string, number>;
  ask: LedgerAsk;
}

/** A lesson on facts to be decided. */
export interface CaseLesson extends Told {
  asOf: string;
  facts: Facts;
  presume?: boolean;
  ask: CaseAsk;
}

/** A scenario, what to predict of it, and what it teaches. */
export type Lesson = LedgerLesson | CaseLesson;

/** A path through lessons, for one kind of user. */
export interface Path {
  id: string;
  title: Bilingual;
  /** Whom it is for. */
  says: Bilingual;
  /** Its lessons, in their order. */
  lessons: string[];
}

/** All lessons, and the paths through them. */
export interface Course {
  paths: Path[];
  lessons: Lesson[];
}

/** Whether a lesson is on a ledger. */
export function isLedger(lesson: Lesson): lesson is LedgerLesson {
  return 'findings' in lesson;
}
