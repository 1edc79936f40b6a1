import type { Decision, Description, Simulation } from '../engine/types.ts';
import type { Option } from './alteration.ts';
import type { CaseEngine } from './case.ts';
import type { LedgerEngine } from './ledger.ts';

/** The engines that lessons are set by. */
export interface Engines {
  simulating: LedgerEngine;
  deciding: CaseEngine;
}

/** What comes out of a lesson, what else might be thought, and what both were read from. */
export interface Found {
  truth: string;
  /** The truth among wrong ones, in an order that does not tell them apart. */
  options: Option[];
  description: Description;
  /** The run of the ledger, or the decision, that the truth was read from. */
  simulation?: Simulation;
  decision?: Decision;
}
