import type { Criterion, Facts, Lang } from '../../engine/types.ts';
import type { Answers, FileRead, Passing, Question, Told } from '../../exchange/types.ts';
import type { UnreadRow } from '../row-faults.ts';

/** What a column of a table of cases holds. */
export type CaseColumn =
  /** The day as of which the law is applied to the row. */
  | 'day'
  /** Nothing that is decided on; it goes along as it stands. */
  | 'kept'
  | `fact/${string}`;

/** What was said of a file. */
export type CaseAnswers = Answers<CaseColumn>;

/** Why a column was taken for what it is. */
export type ColumnWhy =
  | 'answered'
  /** Its heading is the name of a fact, its id, or its question. */
  | 'name'
  /** Its heading is part of one question only, and its values can answer it. */
  | 'part'
  /** Nothing that is asked has such a name. */
  | 'unknown'
  /** Several columns, or several facts, have that name: it is asked. */
  | 'asked';

/** A column of the table. */
export interface CaseColumnRead {
  place: number;
  heading: string;
  /** The first values that differ, at most five. */
  examples: string[];
  /** What it was taken for; nothing while that is asked. */
  is: CaseColumn | undefined;
  why: ColumnWhy;
}

/** A word of the table that could not be read, and can be said to mean something. */
export interface WordAsked {
  /** Under which id it is answered: `word/yes_no`, or `word/` and the fact. */
  id: string;
  /** The fact whose column it stands in; nothing, for all that are answered yes or no. */
  fact?: string;
  key: string;
  /** As it stands in the cell. */
  value: string;
  count: number;
  /** `yes` and `no`, or the choices of the fact; `unknown` and `none` may be among them. */
  options: string[];
}

/** A case as a row tells it. */
export interface CaseRow {
  /** The line that it came from, counted from 1. */
  row: number;
  cells: string[];
  facts: Facts;
  /** Its own day, where a column tells one. */
  day?: string;
}

/** What was read of a file. */
export interface CasesRead {
  file: FileRead;
  columns: CaseColumnRead[];
  questions: Question[];
  words: WordAsked[];
  cases: CaseRow[];
  refused: UnreadRow[];
  passed: Partial<Record<Passing, number>>;
  /** The most rows that are read, where the table has more. */
  tooMany?: number;
}

/** How an issue is answered for a row, in codes. */
export interface CaseDecided {
  version: string;
  /** The verdict that the rulebook names, also one for an open answer. */
  verdict: string | null;
  settled: boolean;
  possible: string[];
  /** A smallest set of facts that settles it. */
  because: string[];
  /** The elements that are not met, and those of which that is not known. */
  missing: string[];
  unknown: string[];
  provisions: string[];
  /** The facts to find out next. */
  next: string[];
  /** The facts that dates contradict. */
  disputed: string[];
}

/** How a verdict stands: its id, or `open` where it is not settled; `none`, if it does not arise. */
export type Standing = string;

/** With what the cases are held against a second time. */
export type OtherSide =
  | { kind: 'day'; day: string }
  /** A draft that never was law, on the same day. */
  | { kind: 'draft'; draft: string }
  /** A rulebook of one's own, as text of JSON or YAML, on the same day. */
  | { kind: 'own'; texts: string[] };

/** Something that is so of a case: a criterion, or that a fact is not known. */
export type Trait = Criterion | { fact: string; unknown: true };

/** What the touched of a group have in common and no untouched case has. */
export interface Apart {
  /** None, where no few facts set the touched apart. */
  traits: Trait[];
  /** How many of the group are so and in no pattern told before. */
  count: number;
}

/** Cases that go from one standing to another. */
export interface TouchedGroup {
  from: Standing;
  to: Standing;
  count: number;
  apart: Apart[];
}

/** Which cases the second side touches. */
export interface Touched {
  /** Those whose standing differs, most first. */
  groups: TouchedGroup[];
  touched: number;
  same: number;
  /** How many the second side does not decide, and why the first of them. */
  undecided: number;
  why?: Told;
}

/** What is wrong with the second side. */
export interface OtherTrouble {
  says: Told;
}

export type Sorting = 'row' | 'verdict' | 'missing';

/** What is looked at. */
export interface CasesLook {
  rulebook: string;
  issue: string;
  /** The day of all rows that tell none. */
  asOf: string;
  answers: CaseAnswers;
  other?: OtherSide;
  /** Only those that stand so. */
  standing?: Standing;
  /** Only those that miss this element, or of which it is not known. */
  missing?: string;
  /** Only those that go so, as `from>to`; `any` for all that are touched. */
  turn?: string;
  /** Only those whose kept cells hold this. */
  text: string;
  sorting: Sorting;
  /** From which of them on they are shown. */
  from: number;
}

/** A row as it is shown. */
export interface CaseShown extends CaseDecided {
  row: number;
  /** What tells the row apart for people: the first of the cells that are kept. */
  name: string[];
  standing: Standing;
  /** How it stands on the other side. */
  other?: Standing;
  /** What a link to the case carries. */
  link: string;
}

/** How often an element is missing. */
export interface MissingCount {
  element: string;
  missing: number;
  unknown: number;
}

/** What a question could do for the open cases. */
export interface QuestionCount {
  fact: string;
  /** In how many of them it can change the verdict. */
  bears: number;
  /** In how many of them it is the only one left, so that its answer settles them. */
  settles: number;
}

/** What is seen of a table. */
export interface CasesSeen extends Omit<CasesRead, 'cases' | 'refused'> {
  /** Whether it is not known yet what the columns hold, so that nothing can be told. */
  blocked: boolean;
  all: number;
  /** How many stand how. */
  counts: [standing: Standing, count: number][];
  /** What is missing most often. */
  missing: MissingCount[];
  /** Which questions would settle most of the open ones. */
  ask: QuestionCount[];
  /** How many are open. */
  open: number;
  found: number;
  rows: CaseShown[];
  refused: UnreadRow[];
  refusedCount: number;
  touched?: Touched | OtherTrouble;
}

/** The words of a table that is written. What they lack is written by its id. */
export interface CaseTableWords {
  lang: Lang;
  headings: Record<
    | 'row'
    | 'verdict'
    | 'settled'
    | 'because'
    | 'missing'
    | 'unknown'
    | 'provisions'
    | 'next'
    | 'refused'
    | 'other'
    | 'apart',
    string
  >;
  /** By verdict, also `open` and `none`. */
  standings: Record<string, string>;
  elements: Record<string, string>;
  /** Questions by fact. */
  facts: Record<string, string>;
  /** Choices by fact. */
  choices: Record<string, Record<string, string>>;
  provisions: Record<string, string>;
  /** Traits by their JSON. */
  traits: Record<string, string>;
  yes: string;
  no: string;
  /** An empty set. */
  nothing: string;
  /** Between a question and its answer, and between the items of a list. */
  is: string;
  and: string;
}
