import type { Deadline } from '../../engine/types.ts';
import type { Answers, FileRead, Passing, Question } from '../../exchange/types.ts';
import type { UnreadRow } from '../row-faults.ts';

/** What a column of a list of sellers holds. */
export type SellerColumn =
  | 'name'
  | 'number'
  /** The day of the last verification. */
  | 'verified'
  /** The day of admission, on which sellers are verified for the first time. */
  | 'admitted'
  /** The day of deregistration, or whether there was one. */
  | 'deregistered'
  | 'ignored';

/** What was said of a file. */
export type SellerAnswers = Answers<SellerColumn>;

/** A column of the list. */
export interface SellerColumnRead {
  place: number;
  heading: string;
  /** The first values that differ, at most five. */
  examples: string[];
  /** What it was taken for; nothing while that is asked. */
  is: SellerColumn | undefined;
}

/** A seller as the list has it. */
export interface Seller {
  /** The line that it came from, counted from 1. */
  row: number;
  name: string;
  number: string;
  verified?: string;
  admitted?: string;
  /** The day of deregistration; true, where only that there was one is known. */
  deregistered?: string | true;
}

/** What was read of a file. */
export interface SellersRead {
  file: FileRead;
  columns: SellerColumnRead[];
  questions: Question[];
  sellers: Seller[];
  refused: UnreadRow[];
  passed: Partial<Record<Passing, number>>;
  /** The most rows that are read, where the list has more. */
  tooMany?: number;
}

/** How a seller stands, the gravest first. */
export const STATUSES = ['deregistered', 'overdue', 'never', 'due', 'open', 'later'] as const;

/**
 * - `deregistered`: the seller no longer exists, whenever it was verified.
 * - `never`: no verification is on record, and no day of admission.
 * - `due`: within the days asked.
 * - `open`: no day can be told, or whether it has passed.
 */
export type Status = (typeof STATUSES)[number];

/** A seller, and when the next verification is due. */
export interface Checked extends Seller {
  status: Status;
  /** The day by which to verify, under every reading. */
  due?: string;
  /** Whether that time is over for certain. */
  over?: boolean;
  /** Whether it was counted from the admission, for want of a later verification. */
  sinceAdmission?: boolean;
}

/** In which order sellers are shown. */
export type Sorting = 'due' | 'name' | 'row';

/** What is looked at. */
export interface SellersLook {
  /** Today, or the day as of which is asked. */
  asOf: string;
  /** So many days ahead count as due. */
  within: number;
  answers: SellerAnswers;
  /** Only those who stand so. */
  status?: Status;
  /** Only those whose name or number holds this. */
  text: string;
  sorting: Sorting;
  /** From which of them on they are shown. */
  from: number;
}

/** What is seen of a list. */
export interface SellersSeen extends Omit<SellersRead, 'sellers' | 'refused'> {
  /** Whether it is not known yet what the columns hold, so that nothing can be told. */
  blocked: boolean;
  counts: Record<Status, number>;
  /** Of those deregistered, the ones whose verification was overdue as well. */
  lapsed: number;
  /** How many sellers stand in the list more than once. */
  again: number;
  all: number;
  /** How many fit what is looked for. */
  found: number;
  /** Those of one page. */
  rows: Checked[];
  /** The first of those that cannot be read. */
  refused: UnreadRow[];
  refusedCount: number;
  /** The deadline as it was told of one seller: what it rests on. */
  rule?: Deadline;
}

/** A day on which verifications are due. */
export interface DueDay {
  day: string;
  count: number;
  /** The first of the sellers. */
  names: string[];
  rule: Deadline;
}

/** The words of a table that is written. */
export interface TableWords {
  /** Line, name, number, verified, admitted, deregistered, due, how it stands. */
  headings: string[];
  statuses: Record<Status, string>;
  /** Beside a deregistration: that verification was overdue, that it was verified after it. */
  late: string;
  after: string;
  /** What stands between two of these. */
  and: string;
  /** That there was a deregistration whose day is not known. */
  yes: string;
}
