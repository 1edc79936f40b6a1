/**
 * What a column holds. Besides the kinds named here, each rulebook brings its own:
 * `circumstance/<id>` (yes or no), `label/<id>` (the right, the complainant), `amount/<id>`
 * (yuan).
 */
export type ColumnId =
  /** The day of the finding, alone or with a time. */
  | 'day'
  /** The time of day of the finding. */
  | 'time'
  | 'tier'
  /** Listings or times. */
  | 'items'
  /** Points that the platform took. Never the number of items. */
  | 'points'
  /** Whether the platform counted a strike. */
  | 'strike'
  /** What the platform did besides. */
  | 'measures'
  /** Whether it was appealed, and with what result. */
  | 'status'
  /** Yes or no: reversed on appeal. */
  | 'reversed'
  | 'exam'
  /** The platform's number of the finding. */
  | 'number'
  | 'listing'
  /** The seller, where a table has several. */
  | 'shop'
  /** When a penalty ended. Told apart so that it is not taken for the day. */
  | 'end'
  | 'ignored'
  | `circumstance/${string}`
  | `label/${string}`
  | `amount/${string}`;

/** Why a column was taken for what it is. */
export type Why =
  /** The caller said so. */
  | 'answered'
  /** Heading and values both say so. */
  | 'heading_and_values'
  /** The heading says so, and no value speaks against it. */
  | 'heading'
  /** The values say so. */
  | 'values'
  /** Nothing that a finding has stands in it. */
  | 'nothing_known'
  /** It is empty. */
  | 'empty'
  /** Another column of the table is better for what this one could be. */
  | 'other_column'
  /** It is still to be said: see the questions. */
  | 'asked';

/** A column of the table. */
export interface ColumnRead {
  /** Its place in a row, counted from 0. */
  place: number;
  /** Its heading; empty where there is none. */
  heading: string;
  /** The first values that differ, at most five. */
  examples: string[];
  /** How many rows have something in it. */
  filled: number;
  /** What it was taken for; nothing while that is asked. */
  is: ColumnId | undefined;
  why: Why;
  /** What else it could be, likeliest first. */
  also: ColumnId[];
}
