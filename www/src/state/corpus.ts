import type { DecidingEngine } from '../engine/deciding.ts';
import {
  type CaseDescription,
  type Description,
  type Failure,
  isFailure,
  type Precedent,
} from '../engine/types.ts';
import type { CasesState } from './states.ts';

/** How a case came out on one issue, beside what the rules say of it. */
export interface Outcome {
  issue: string;
  precedent: Precedent;
}

/** A decided case of a rulebook. */
export interface Entry {
  rulebook: string;
  id: string;
  described: CaseDescription;
  outcomes: Outcome[];
  /** All that is said of it in both languages, as it is searched. */
  text: string;
}

/** All decided cases, and the rulebooks in which they stand. */
export interface Corpus {
  /** The day by whose rules the cases are measured. */
  asOf: string;
  entries: Entry[];
  rulebooks: Map<string, Description>;
  /** Why a part of them could not be had. */
  failure: Failure | undefined;
}

/** The most cases that one request tells. */
const MOST = 1000;

/** Width, case and spelling of letters do not matter to a search. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The decided cases of every rulebook, each held against the rules of a day. Yields after every
 * piece of work: all of it keeps a slow machine busy for a second.
 */
export function* gathering(engine: DecidingEngine, asOf: string): Generator<void, Corpus> {
  const corpus: Corpus = { asOf, entries: [], rulebooks: new Map(), failure: undefined };
  const listed = engine.list();
  if (isFailure(listed)) return { ...corpus, failure: listed };
  for (const { rulebook, issues } of listed.rulebooks) {
    if (issues.length === 0) continue;
    const description = engine.describe({ rulebook, asOf });
    if (isFailure(description)) corpus.failure ??= description;
    else if (description.cases.length > 0) {
      corpus.rulebooks.set(rulebook, description);
      const outcomes = yield* outcomesOf(engine, description, corpus);
      for (const described of description.cases) {
        const { id } = described;
        const own = outcomes.get(id) ?? [];
        corpus.entries.push({
          rulebook,
          id,
          described,
          outcomes: own,
          text: searched(description, described, own),
        });
      }
    }
  }
  return corpus;
}

/** All of it at once. */
export function corpusOf(engine: DecidingEngine, asOf: string): Corpus {
  const steps = gathering(engine, asOf);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* outcomesOf(
  engine: DecidingEngine,
  { rulebook, asOf, issues }: Description,
  corpus: Corpus,
): Generator<void, Map<string, Outcome[]>> {
  const outcomes = new Map<string, Outcome[]>();
  for (const { id: issue } of issues) {
    const found = engine.precedents({ rulebook, issue, asOf, facts: {}, most: MOST });
    if (isFailure(found)) {
      corpus.failure ??= found;
      continue;
    }
    yield;
    for (const precedent of found.nearest) {
      const known = outcomes.get(precedent.case) ?? [];
      outcomes.set(precedent.case, [...known, { issue, precedent }]);
    }
  }
  return outcomes;
}

function searched(
  { rulebook, texts }: Description,
  { id, year, dockets, facts }: CaseDescription,
  outcomes: Outcome[],
): string {
  const keys = [`case/${id}/name`, `case/${id}/court`, `case/${id}/holding`];
  for (const [fact, value] of Object.entries(facts)) {
    keys.push(`fact/${fact}/ask`);
    for (const choice of [value].flat()) keys.push(`fact/${fact}/choice/${choice}`);
  }
  for (const { issue, precedent } of outcomes) {
    keys.push(`issue/${issue}/title`);
    for (const verdict of precedent.held) keys.push(`verdict/${issue}/${verdict}/title`);
  }
  const said = Object.values(texts).flatMap((own) => keys.map((key) => own[key] ?? ''));
  const numbers = dockets.map(({ number }) => number);
  return plain([...said, rulebook, id, year ?? '', ...numbers].join('\n'));
}

/** The year of a case as a filter names it; a year that was not verified has a name, too. */
export const yearOf = ({ described }: Entry): string => `${described.year ?? 'none'}`;

/** Whether the rules agree with a case on an issue; `none`, where they cannot be compared. */
export type Agreeing = Precedent['agreement'] | 'none';

/** The outcomes of a case that a filter on issue, verdict and agreement lets pass. */
function passing(entry: Entry, { issue, verdict, agreement }: CasesState): boolean {
  if (agreement === 'none') return entry.outcomes.length === 0 && !issue && !verdict;
  if (!issue && !verdict && !agreement) return true;
  const name = (outcome: Outcome) => `${entry.rulebook}/${outcome.issue}`;
  return entry.outcomes.some(
    (outcome) =>
      (!issue || issue === name(outcome)) &&
      (!verdict || outcome.precedent.held.some((held) => verdict === `${name(outcome)}/${held}`)) &&
      (!agreement || agreement === outcome.precedent.agreement),
  );
}

/** The cases that a filter lets pass, in their order: newest first, unverified years last. */
export function filtered(entries: Entry[], filter: CasesState): Entry[] {
  const words = plain(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return entries
    .filter(
      (entry) =>
        (!filter.rulebook || filter.rulebook === entry.rulebook) &&
        (!filter.year || filter.year === yearOf(entry)) &&
        passing(entry, filter) &&
        words.every((word) => entry.text.includes(word)),
    )
    .sort((one, other) => (other.described.year ?? 0) - (one.described.year ?? 0));
}

/** How many outcomes agree, are open and contradict, and how many cases cannot be compared. */
export function counted(entries: Entry[]): Record<Agreeing, number> {
  const counts = { agrees: 0, open: 0, contradicts: 0, none: 0 };
  for (const { outcomes } of entries) {
    if (outcomes.length === 0) counts.none += 1;
    for (const { precedent } of outcomes) counts[precedent.agreement] += 1;
  }
  return counts;
}

/** What of a filter names something that there is, and how much of it does not. */
export function fitting(
  { entries, rulebooks }: Corpus,
  filter: CasesState,
): { kept: CasesState; lost: number } {
  const issues = [...rulebooks].flatMap(([rulebook, { issues }]) =>
    issues.map((issue) => [`${rulebook}/${issue.id}`, issue] as const),
  );
  const there: Record<Exclude<keyof CasesState, 'text'>, Set<string>> = {
    rulebook: new Set(rulebooks.keys()),
    issue: new Set(issues.map(([name]) => name)),
    verdict: new Set(
      issues.flatMap(([name, { verdicts }]) => verdicts.map(({ id }) => `${name}/${id}`)),
    ),
    year: new Set(entries.map(yearOf)),
    agreement: new Set(['agrees', 'open', 'contradicts', 'none'] satisfies Agreeing[]),
  };
  const given = Object.entries(filter) as [keyof CasesState, string][];
  const kept = given.filter(([name, value]) => name === 'text' || there[name].has(value));
  return { kept: Object.fromEntries(kept), lost: given.length - kept.length };
}
