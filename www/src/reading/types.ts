import type { Entry, Told as Problem, Status } from '../engine/types.ts';
import type {
  Answers,
  ColumnRead,
  FileRead,
  Found,
  Passing,
  Progress,
  Question,
  Read,
  Refused,
  Remark,
  TakenFinding,
} from '../exchange/types.ts';
import type { Ledger } from '../state/ledger.ts';

/** Days between which findings are taken over, both included. */
export interface Span {
  from?: string;
  to?: string;
}

/** What a file is looked at with. */
export interface Look {
  rulebook: string;
  /** Today. */
  asOf: string;
  answers: Answers;
  /** The findings that stay beside those of the file. */
  present: TakenFinding[];
  /** What the ledger says besides: until when it runs, readings, sums. */
  state: Omit<Ledger, 'findings'>;
  span: Span;
  /** From which of the rows that could not be read on they are shown. */
  from: number;
}

/** What the ledger would be. */
export interface Outcome {
  /** Where the account would stand. */
  status?: Status;
  /** What the first findings would lead to, by id. */
  entries?: Record<string, Entry>;
  /** What the engine has against the findings together. */
  failure?: Problem;
}

/** What is seen of a file, before anything is taken over. */
export interface Seen {
  file: FileRead;
  columns: ColumnRead[];
  questions: Question[];
  /** How many findings can be taken over. */
  count: number;
  /** How many more there are outside the span of days. */
  outside: number;
  /** The most that the engine takes at once. */
  most: number;
  /** The first of them. */
  first: Found[];
  /** The rows that cannot be read, or not yet: those of one page. */
  refused: Refused[];
  refusedCount: number;
  /** How many of them one page shows. */
  shown: number;
  passed: Partial<Record<Passing, number>>;
  remarks: Partial<Record<Remark, number>>;
  outcome?: Outcome;
  request?: NonNullable<Read['request']>;
}

/** How a reading is followed and ended. */
export interface Telling {
  progress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Where a file is read: in a worker, or on the page's own thread. */
export interface Desk {
  /** Lays a file on the desk. */
  open(bytes: Uint8Array | string): Promise<void>;
  /** Reads it, and shows what would come of it. Fails where it was cancelled. */
  look(look: Look, telling?: Telling): Promise<Seen>;
  /** The findings last seen; they count as taken over from now on. */
  take(): Promise<TakenFinding[]>;
  /** Every row that could not be read. */
  refused(): Promise<Refused[]>;
  /** Clears the desk. */
  close(): void;
}
