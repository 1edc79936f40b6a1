import type { Code, Engine, Lang } from '../engine/types.ts';
import type { Finding } from '../state/findings.ts';
import type { LedgerState } from '../state/ledger.ts';

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

/** How the bytes of a text were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

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

/** In which order the parts of a date are written. */
export type Order = 'ymd' | 'dmy' | 'mdy';

/** What can be said of an appeal. */
export type AppealStatus = 'none' | 'pending' | 'upheld' | 'rejected';

/** What a question is about, and so what its options are. */
export type Topic =
  /** Which sheet of a workbook is read: names of sheets. */
  | 'sheet'
  /** How the bytes are read: encodings. */
  | 'encoding'
  /** What a column holds: ids of columns. */
  | 'column'
  /** Which of several columns is one thing: their places, or `none`. */
  | 'which'
  /** How the dates of a column are written: orders. */
  | 'order'
  /** What the words of a column mean as tiers: ids of tiers, or `ignored`. */
  | 'tier'
  /** What the words of a column mean as statuses. */
  | 'status'
  /** What the words of a column mean: `yes` or `no`, or a status for a column of results. */
  | 'yes'
  /** What the words of a column mean as measures: ids of measures, or `ignored`. */
  | 'measure'
  /**
   * How many items or times a finding of the tier `value` counts, where the points leave it open:
   * the first numbers that can be; any whole number is taken.
   */
  | 'items'
  /** Which seller is read: names of sellers. */
  | 'shop';

/** One of the values that a question is about, and what it can mean. */
export interface Asked {
  /** The key under which it is answered. */
  key: string;
  /** The value as it stands in the cells. */
  value: string;
  /** How many rows have it. */
  count: number;
  /** The first rows that have it, at most three. */
  rows: number[];
  /** The points that the platform took in these rows, where they bear on the answer. */
  points?: number;
  /** What it can mean. */
  options: string[];
}

/** A question that the table leaves open. One answer holds for all equal cells of the column. */
export interface Question {
  /** Its id, the same for the same table. */
  id: string;
  topic: Topic;
  /** The column asked about. */
  place?: number;
  /** The thing asked for, where several columns could be it. */
  column?: ColumnId;
  /** What is asked, one by one; a single one with an empty value where it is the column itself. */
  values: Asked[];
  /** Whether rows wait for the answer. Where not, they are read without it. */
  blocks: boolean;
}

/**
 * What the caller has said about a file; plain JSON. The same answers for the same file give
 * the same result, and those for places that another file lacks change nothing.
 */
export interface Answers {
  sheet?: string;
  encoding?: Encoding;
  /** What sets the cells apart. */
  separator?: string;
  /** The line of the headings, counted from 1; 0 where there are none. */
  headings?: number;
  /** What the columns hold, by place. */
  columns?: Record<string, ColumnId>;
  /** Answers to all other questions, by the id of the question and the key of the value. */
  values?: Record<string, Record<string, string>>;
  /** Cells written anew, by row and place: `{"4:2": "2017-02-28"}`. */
  cells?: Record<string, string>;
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
  | 'again';

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
  | 'points_differ'
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
  | 'not_a_finding'
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
