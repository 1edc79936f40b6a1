import type { Value } from '../engine/types.ts';

/** A fact with another answer; `undefined` where it is not known. */
export interface OtherFact {
  fact: string;
  was: Value | undefined;
  /** Whether what it was is not stated, but taken for undisputed. */
  presumed: boolean;
  is: Value | undefined;
}

/** What is otherwise with a finding. */
export type OtherFinding =
  | { part: 'tier'; was: string; is: string }
  | { part: 'issued'; was: string; is: string }
  | { part: 'items'; was: number; is: number }
  | { part: 'circumstance'; circumstance: string; is: boolean }
  | { part: 'reversed'; is: boolean }
  | { part: 'left_out' };

/**
 * What separates a wrong option from the truth: under it, and all else as it is, the option
 * would be right. Of an option that names a finding or a fact, it is what would come of it.
 */
export type Apart =
  | { kind: 'reading'; reading: string; choice: string; chosen: string }
  | ({ kind: 'finding'; finding: string } & OtherFinding)
  | { kind: 'years'; years: number }
  | { kind: 'facts'; facts: OtherFact[] }
  | { kind: 'version'; day: string }
  | { kind: 'then'; outcome: string };
