import type {
  Comparison,
  Decision,
  Duties,
  Facts,
  Precedent,
  SimulateRequest,
  Simulation,
} from '../engine/types.ts';

/**
 * What the elements tell the page that shows them by `zhengpin-answer`: what the engine said, in
 * the engine's own terms, and what it was asked with.
 */

/** A decision, with the facts that it rests on; what is not known is not among them. */
export interface DecisionShown extends Decision {
  facts: Facts;
}

/** The decision of the place looked at, and those of all places. */
export interface AbroadShown extends DecisionShown {
  places: DecisionShown[];
}

/** A ledger, with what is entered in it. */
export interface LedgerShown
  extends Simulation,
    Pick<SimulateRequest, 'findings' | 'until' | 'reading' | 'amounts'> {
  /** The day up to which it runs; `null`, while it is empty. */
  asOf: string | null;
  /** The version of the rules on that day. */
  version: string;
}

/** Two days compared, with the facts of whoever asks whether the change concerns them. */
export interface ChangesShown extends Comparison {
  facts: Facts;
}

/** The decided cases that are shown. */
export interface CasesShown {
  asOf: string;
  /** How many there are, shown or not. */
  all: number;
  cases: {
    rulebook: string;
    case: string;
    /** How it came out, by issue, beside what the rules say of it. */
    outcomes: { issue: string; precedent: Precedent }[];
  }[];
}

/** The duties that are shown. */
export type DutiesShown = Duties;

/** The lesson or quiz that is shown, and what was predicted. */
export interface LessonsShown {
  /** The path in which it stands. */
  path?: string;
  lesson?: string | undefined;
  /** The lessons of the quiz that is shown. */
  quiz?: string[];
  title?: string;
  /** The option chosen, once it was sent. */
  prediction?: string | undefined;
}

/** Where a list of sellers stands, in numbers; no seller is named. */
export interface VerificationShown {
  rulebook: string;
  asOf: string;
  version: string;
  /** So many days ahead count as due. */
  within: number;
  /** Whether it is not known yet what the columns hold. Nothing of this, while there is no list. */
  blocked?: boolean | undefined;
  /** How many sellers stand how. */
  counts?: Record<string, number> | undefined;
  lapsed?: number | undefined;
  again?: number | undefined;
  all?: number | undefined;
  refusedCount?: number | undefined;
}

/** How many matters the device keeps; nothing else of them is told. */
export interface MattersShown {
  matters: number;
}

/** Where a table of cases stands, in numbers; no case is told. */
export interface ManyShown {
  rulebook: string;
  issue: string;
  asOf: string;
  version: string;
  /** Whether it is not known yet what the columns hold. Nothing of this, while there is no table. */
  blocked?: boolean | undefined;
  /** How many cases stand how: by verdict, `open` where it is not settled. */
  counts?: Record<string, number> | undefined;
  all?: number | undefined;
  open?: number | undefined;
  refusedCount?: number | undefined;
}
