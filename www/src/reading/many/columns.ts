import { looksLikeDay } from '../../exchange/days.ts';
import { type Kind, namedBy } from '../../exchange/kinds.ts';
import { plain } from '../../exchange/spelling.ts';
import { examplesOf, mostly, type SeenColumn } from '../seen-columns.ts';
import { readCell } from './cell.ts';
import type { CaseFact, CasesLaw } from './law.ts';
import type { CaseAnswers, CaseColumn, CaseColumnRead, ColumnWhy } from './types.ts';

/** How long a heading has to be, at least, to be known as a part of a question. */
const LEAST = { han: 4, other: 10 };

interface Guess {
  is: CaseColumn | undefined;
  why: ColumnWhy;
}

/**
 * What each column holds: by what was said of it, or by its heading. A column that nothing names
 * goes along as it stands. Of several that would tell one fact none is taken: it is asked.
 */
export function assignCases(
  headings: string[],
  seen: SeenColumn[],
  law: CasesLaw,
  issue: string,
  { columns: said = {} }: CaseAnswers,
): CaseColumnRead[] {
  const guesses = seen.map((column) => guessed(column, headings[column.place] ?? '', law, issue));
  const answered = new Set(Object.values(said));
  return seen.map((column) => {
    const { place } = column;
    const read = { place, heading: headings[place] ?? '', examples: examplesOf(column) };
    const own = said[place];
    if (own !== undefined) return { ...read, is: own, why: 'answered' };
    const { is, why } = guesses[place] ?? { is: 'kept', why: 'unknown' };
    if (is === 'kept' || is === undefined) return { ...read, is, why };
    // What was said of one column leaves the others of that name to go along.
    if (answered.has(is)) return { ...read, is: 'kept', why: 'unknown' };
    const rivals = guesses.filter((other, at) => other.is === is && said[at] === undefined);
    return rivals.length > 1 ? { ...read, is: undefined, why: 'asked' } : { ...read, is, why };
  });
}

function guessed(
  column: SeenColumn,
  heading: string,
  { kinds, facts }: CasesLaw,
  issue: string,
): Guess {
  const all = namedBy(heading, kinds);
  // Of questions that are put alike, the one that is asked for what is decided.
  const own = all.filter(({ id }) => facts.get(id.slice('fact/'.length))?.issues.has(issue));
  const named = all.length > 1 && own.length === 1 ? own : all;
  const [first] = named;
  if (first && named.length === 1) return { is: first.id, why: 'name' };
  if (named.length > 1) return { is: undefined, why: 'asked' };
  const parted = partOf(heading, kinds).filter(({ id }) => fits(column, facts, id));
  const [only] = parted;
  return only && parted.length === 1
    ? { is: only.id, why: 'part' }
    : { is: 'kept', why: 'unknown' };
}

/** The kinds of whose names a heading is a part. */
function partOf(heading: string, kinds: Kind<CaseColumn>[]): Kind<CaseColumn>[] {
  const wanted = plain(heading);
  const least = /\p{Script=Han}/u.test(wanted) ? LEAST.han : LEAST.other;
  if (wanted.length < least) return [];
  return kinds.filter(
    ({ id, names }) =>
      id !== 'day' && [...names.zh, ...names.en].some((name) => plain(name).includes(wanted)),
  );
}

/** Whether most of what stands in a column answers the question. */
function fits(column: SeenColumn, facts: Map<string, CaseFact>, id: CaseColumn): boolean {
  const fact = facts.get(id.slice('fact/'.length));
  if (!fact) return false;
  const reading = { answers: {}, order: undefined, year: 0, since: 0 };
  return mostly(column, (value) => {
    if (fact.kind === 'date' && looksLikeDay(value)) return true;
    const read = readCell(value, fact, reading);
    return read === 'unknown' || 'value' in read;
  });
}
