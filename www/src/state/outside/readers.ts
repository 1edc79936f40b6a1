import { array, boolean, nullable, number, picklist, string } from 'valibot';
import type { Draft } from '../draft.ts';
import type { Ledger, LedgerState } from '../ledger.ts';
import type {
  CasesState,
  ChangesState,
  DecisionState,
  Drafts,
  DutiesState,
  FindingDrafts,
  LessonsState,
  ManyState,
  PaperDrafts,
  QuizResult,
  VerificationState,
} from '../states.ts';
import { entries, having, items, type Parts, parts, type Reader, whole } from './reader.ts';
import * as schemas from './schemas.ts';

const text = whole(string());
const day = whole(schemas.day);
const texts = entries(text);

const decisionParts = parts<DecisionState>({
  asOf: day,
  issue: text,
  counted: day,
  guided: whole(boolean()),
  answers: entries(whole(schemas.answer)),
});

/** A case to be decided. A link that names no day at all lacks a part, too. */
const decision: Reader<DecisionState> = (value) => {
  const found = decisionParts(value);
  if (!found) return undefined;
  const { answers = {}, ...rest } = found.kept;
  const dayless = Object(value).asOf === undefined ? 1 : 0;
  return { kept: { ...rest, answers }, lost: found.lost + dayless };
};

const changes: Reader<ChangesState> = having(
  parts<ChangesState>({
    rulebook: text,
    from: text,
    to: text,
    against: text,
    facts: entries(whole(schemas.value)),
  }),
  'rulebook',
  'from',
  'to',
);

const cases: Reader<CasesState> = parts<CasesState>({
  text,
  rulebook: text,
  issue: text,
  verdict: text,
  year: text,
  agreement: text,
});
const verification = parts<VerificationState>({ asOf: day, within: whole(number()) });
const many = parts<ManyState>({ rulebook: text, issue: text, asOf: day, to: day, against: text });
const duties: Reader<DutiesState> = having(
  parts<DutiesState>({
    rulebook: text,
    who: text,
    to: text,
    in: text,
    force: text,
    every: text,
    by: whole(picklist(['force'])),
  }),
  'rulebook',
);

const lessons = parts<LessonsState>({ lesson: text, path: text, quiz: items(text), title: text });

/** The answers to a quiz, from a code that somebody sent. */
const quizResult: Reader<QuizResult> = having(
  parts<QuizResult>({ quiz: items(text), title: text, by: text, answers: texts }),
  'quiz',
  'answers',
);

const ledgerParts: Parts<Ledger> = {
  findings: items(whole(schemas.finding)),
  until: day,
  reading: texts,
  amounts: entries(whole(number())),
};

/** The ledger with which one is compared; an empty one, if it has no findings. */
const base: Reader<Ledger> = (value) => {
  const found = parts<Ledger>(ledgerParts)(value);
  return found && { ...found, kept: { ...found.kept, findings: found.kept.findings ?? [] } };
};

const ledger: Reader<LedgerState> = having(
  parts<LedgerState>({ ...ledgerParts, rulebook: text, base }),
  'findings',
);

const draft: Parts<Draft> = {
  id: text,
  day: whole(nullable(schemas.day)),
  time: text,
  tier: text,
  items: text,
  circumstances: items(text),
  labels: texts,
  amounts: texts,
  exam: whole(picklist(['', 'passed', 'failed'])),
  examDay: whole(nullable(schemas.day)),
  examTime: text,
  reversed: whole(boolean()),
  takenPoints: text,
  takenStrike: whole(picklist(['', 'yes', 'no'])),
  takenMeasures: whole(array(string())),
};

/** A finding half entered, and for which rulebook. */
const findingDrafts: Reader<FindingDrafts> = parts<FindingDrafts>({
  finding: having(
    parts<Required<FindingDrafts>['finding']>({ rulebook: text, draft: parts<Draft>(draft) }),
    'rulebook',
    'draft',
  ),
});

const paperDrafts: Reader<PaperDrafts> = entries(texts);

const noDrafts: Reader<Drafts> = parts<Drafts>({});

/** How a tool reads what it did not write itself: a link, the storage of the browser. */
export interface Reads<State, Typed extends Drafts> {
  state: Reader<State>;
  drafts: Reader<Typed>;
}

/**
 * Readers of all that comes from outside. What has the form is kept and the rest counted; what
 * it says, the tools and the engine judge.
 */
export const readers = {
  decision,
  changes,
  cases,
  verification,
  many,
  duties,
  lessons,
  quizResult,
  ledger,
  findingDrafts,
  paperDrafts,
  noDrafts,
};

export type Readers = typeof readers;
