import type { ColumnId } from './column-types.ts';

/** How the bytes of a text were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

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
export interface Answers<Column extends string = ColumnId> {
  sheet?: string;
  encoding?: Encoding;
  /** What sets the cells apart. */
  separator?: string;
  /** The line of the headings, counted from 1; 0 where there are none. */
  headings?: number;
  /** What the columns hold, by place. */
  columns?: Record<string, Column>;
  /** Answers to all other questions, by the id of the question and the key of the value. */
  values?: Record<string, Record<string, string>>;
  /** Cells written anew, by row and place: `{"4:2": "2017-02-28"}`. */
  cells?: Record<string, string>;
}
