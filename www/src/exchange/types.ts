import type { Code, Engine, Lang } from '../engine/types.ts';
import type { Finding } from '../state/findings.ts';
import type { LedgerState } from '../state/ledger.ts';
import type { Answers, AppealStatus, Encoding, Question } from './asking.ts';
import type { ColumnRead } from './column-types.ts';

export type * from './asking.ts';
export type * from './column-types.ts';

/** What the reading asks of the engine: any engine that simulates, and says what it knows. */
export type Reader = Pick<Engine, 'describe' | 'simulate' | 'list'>;

/** A text in both languages. */
export type Told = Record<Lang, string>;

/** What the platform booked for a finding, by its own account. */
export interface Taken {
  /** Points. */
  points?: number;
  /** Whether it counted a strike. */
  strike?: boolean;
  /** What it did besides, in its own words. */
  measures?: string[];
}

/** A finding with what the platform booked for it. */
export type TakenFinding = Finding & { taken?: Taken };

/** What a file is, whatever its name says. */
export type FileKind =
  /** A table as text, its cells set apart by a separator. */
  | 'csv'
  /** A workbook in Office Open XML. */
  | 'xlsx'
  /** A request to the engine, bare or as the page exports it. */
  | 'json'
  /** A web page with a table, as back ends name it `.xls`. */
  | 'html'
  /** Nothing, or nothing but blanks. */
  | 'empty'
  /** A text without a table in it. */
  | 'text'
  /** A workbook of Excel 97 to 2003, or another file of its kind. */
  | 'xls'
  /** A workbook or document that a password locks. */
  | 'locked'
  | 'ods'
  | 'numbers'
  | 'docx'
  | 'pdf'
  | 'image'
  | 'zip'
  | 'rar'
  | 'binary';

/** What a file was taken for. */
export interface FileRead {
  kind: FileKind;
  /** What it is and, where it cannot be read, the way to a table that can. */
  says: Told;
  /** Whether findings can be read from files of this kind. */
  readable: boolean;
  encoding?: Encoding;
  /** What sets its cells apart. */
  separator?: string;
  /** The sheets of a workbook that hold anything. */
  sheets?: string[];
  /** The sheet that was read. */
  sheet?: string;
  /** The line that the headings stand on, counted from 1; 0 where there are none. */
  headings?: number;
  /** How many lines or rows it has, headings and blank ones included. */
  lines?: number;
}

/** What is worth saying of a finding that was read. */
export type Remark =
  /** One word covers several tiers; the points taken leave this one. */
  | 'tier_by_points'
  /** The number of items follows from the points taken. */
  | 'items_by_points'
  /** Issued after the day as of which is read. */
  | 'after_as_of'
  /** Another row has the same number of the platform. */
  | 'same_number'
  /** Equal to a finding that is there already, or to an earlier row. */
  | 'again'
  /** Its appeal was upheld, so that what was booked at first tells nothing of what stands. */
  | 'given_back';

/** A finding that was read. */
export interface Found {
  finding: TakenFinding;
  /** The line or row that it came from, counted from 1; the place in a request. */
  row: number;
  /** The platform's number of it. */
  number?: string;
  listing?: string;
  shop?: string;
  /** What was said of an appeal. */
  status?: AppealStatus;
  remarks: Remark[];
}

/** What is wrong with a row. */
export interface Reason {
  /** Stable: one of ours, or the engine's. */
  code: RowCode | Code;
  /** The place in the row; none, where the row as a whole is refused. */
  place?: number;
  /**
   * Where: a JSON pointer, into the request where a request is read, into the finding of a row
   * that the engine refuses.
   */
  path?: string;
  says: Told;
}

/** What can be wrong with a row. */
export type RowCode =
  | 'no_day'
  | 'no_tier'
  | 'not_a_day'
  | 'no_such_day'
  | 'not_a_time'
  | 'no_such_time'
  | 'times_differ'
  | 'order_open'
  | 'not_a_tier'
  | 'tier_open'
  | 'no_tier_fits'
  | 'not_a_count'
  | 'not_points'
  | 'items_open'
  | 'shop_open'
  | 'not_a_status'
  | 'not_yes_or_no'
  | 'not_a_sum'
  | 'not_an_exam'
  | 'quote_open'
  | 'quote_wrong'
  | 'too_many_cells'
  | 'column_open'
  | 'bad_bytes'
  | 'cell_failed'
  | 'answers_differ'
  | 'not_json'
  | 'key_twice'
  | 'no_request'
  | 'other_rulebook';

/** A row that could not be read. */
export interface Refused {
  row: number;
  cells: string[];
  reasons: Reason[];
}

/** Why a line was passed over. */
export type Passing =
  | 'title'
  | 'headings'
  | 'separator'
  | 'blank'
  | 'total'
  | 'other_shop'
  | 'ignored'
  | 'repeated_headings';

/** A line that holds no finding. */
export interface Passed {
  row: number;
  cells: string[];
  why: Passing;
}

/** What was read. */
export interface Read {
  file: FileRead;
  columns: ColumnRead[];
  questions: Question[];
  /** Those that could be read, in the order of the file. */
  findings: Found[];
  refused: Refused[];
  passed: Passed[];
  /** The most findings that the engine takes at once; more are read, but not simulated together. */
  most: number;
  /** What a request states besides its findings; with `base`, what it is held against. */
  request?: Omit<LedgerState, 'findings'>;
}

/** How far the reading is. */
export interface Progress {
  stage: 'decoding' | 'lines' | 'columns' | 'rows' | 'rules';
  /** How many of `all` lines, rows or findings are done. */
  done: number;
  all: number;
}

/** What is read, and under which rules. */
export interface ReadOptions {
  engine: Reader;
  /** The rulebook whose ledger the findings belong to. */
  rulebook: string;
  /** The day as of which is read, `YYYY-MM-DD`: a page passes today. */
  asOf: string;
  answers?: Answers;
  /** Findings that are there already: new ones get other ids, and equal ones are remarked. */
  present?: TakenFinding[];
  /** Ends the reading: the promise fails with its reason. */
  signal?: AbortSignal;
  /** Told between portions of rows. */
  progress?: (progress: Progress) => void;
}
