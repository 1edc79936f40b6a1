import type { Facts } from '../engine/types.ts';
import type { Answers } from './answers.ts';
import type { Draft } from './draft.ts';

/** What a link to a decision carries: the day, the issue looked at, the answers. */
export interface DecisionState {
  /** The day as of which the law is applied; a link that lost it names none. */
  asOf?: string;
  issue?: string;
  /** The day from which the days left are counted, if it is not today. */
  counted?: string;
  /** Whether one question is asked at a time. */
  guided?: boolean;
  answers: Answers;
}

/** What is compared, as a link carries it. */
export interface ChangesState {
  rulebook: string;
  from: string;
  to: string;
  /** A draft that never was law, held against the law of one day: both days are the same. */
  against?: string | undefined;
  /** Somebody's answers, who asks whether the change concerns them. */
  facts?: Facts;
}

/** Which decided cases are shown, as a link carries it; what is left out is not asked. */
export interface CasesState {
  /** Words that have to occur. */
  text?: string;
  rulebook?: string;
  /** The issue behind its rulebook, as in `cn/complaint/notice`. */
  issue?: string;
  /** The verdict behind its issue. */
  verdict?: string;
  /** The year; `none` for one that was not verified. */
  year?: string;
  /** Whether the rules agree; `none` for cases that cannot be compared. */
  agreement?: string;
}

/** What a link to the checks of sellers carries; the list itself never goes along. */
export interface VerificationState {
  /** The day as of which is asked, if it is not today. */
  asOf?: string;
  /** So many days ahead count as due. */
  within?: number;
}

/** What is asked of a table of cases, as a link carries it; the table itself never goes along. */
export interface ManyState {
  rulebook?: string | undefined;
  issue?: string | undefined;
  /** The day as of which is asked, if it is not today. */
  asOf?: string | undefined;
  /** The second day, against which the cases are held. */
  to?: string | undefined;
  /** A draft that never was law, in place of a second day. */
  against?: string | undefined;
}

/** Which duties are shown, as a link carries it. */
export interface DutiesState {
  rulebook: string;
  who?: string;
  to?: string;
  in?: string;
  force?: string;
  every?: string;
  /** Under which headings they stand, if not by phase. */
  by?: 'force';
}

/** Which lesson is shown, or which quiz, as a link carries it. */
export interface LessonsState {
  lesson?: string;
  /** The path on which it stands. */
  path?: string;
  /** The lessons of a quiz, in their order. */
  quiz?: string[];
  /** What the quiz is called. */
  title?: string;
}

/** The answers to a quiz, as a result code holds them. */
export interface QuizResult {
  quiz: string[];
  title?: string;
  /** Who answered, as they call themselves. */
  by?: string;
  /** By lesson. */
  answers: Record<string, string>;
}

/** What was typed and stands in no link unless the user says so, by name: JSON values. */
export type Drafts = Record<string, unknown>;

/** A finding half entered, as it is kept: the fields that say something. */
export type FindingDrafts = {
  finding?: { rulebook: string; draft: Partial<Draft> };
};

/** Under this name is kept what was typed for a calendar; ids of documents have no hyphen. */
export const CALENDAR = 'calendar-file';

/** What was typed into documents: by document, then by field. */
export type PaperDrafts = Record<string, Record<string, string>>;
