import type { Description, Rules } from '../engine/types.ts';
import { bothDays } from './both-days.ts';

/**
 * One description for the law and a draft that would have changed it. What the law has stands in
 * the law's words; the draft adds what only it has.
 */
export function besideDraft(law: Description, draft: Description): Description {
  const both = bothDays(draft, law);
  const known = new Set(law.provisions.map(({ id }) => id));
  const texts = Object.entries(law.texts).map(([lang, own]) => [
    lang,
    { ...draft.texts[lang], ...own },
  ]);
  return {
    ...both,
    provisions: [...law.provisions, ...draft.provisions.filter(({ id }) => !known.has(id))],
    texts: Object.fromEntries(texts),
  };
}

/** Rules without the provisions of these instruments. */
export function withoutProvisionsOf(
  instruments: string[],
  { provisions }: Description,
  rules: Rules,
): Rules {
  const own = new Set(
    provisions.filter(({ instrument }) => instruments.includes(instrument)).map(({ id }) => id),
  );
  return { ...rules, provisions: rules.provisions.filter(({ provision }) => !own.has(provision)) };
}

/** What a rule says in the law, and what it would have said. */
export interface Reworded {
  /** The rule, as `kind/ID`. */
  key: string;
  /** Its words in the law, and in the draft: those that differ. */
  law: string[];
  draft: string[];
}

/** What a text of a rule can be. */
const WORDS = ['title', 'says', 'note', 'reading'];

/** The words of a rule that differ between law and draft, in one language. */
export function reworded(
  key: string,
  law: Record<string, string>,
  draft: Record<string, string>,
): Reworded {
  const differ = WORDS.map((word) => `${key}/${word}`).filter((text) => law[text] !== draft[text]);
  const of = (texts: Record<string, string>) =>
    differ.map((text) => texts[text]).filter((text) => text !== undefined);
  return { key, law: of(law), draft: of(draft) };
}

/** The verdicts that both know, of which the draft says something else. */
export function rewordedVerdicts(law: Description, draft: Description, lang: string): Reworded[] {
  const texts = [law.texts[lang] ?? {}, draft.texts[lang] ?? {}] as const;
  const known = new Set(verdictsOf(draft));
  return verdictsOf(law)
    .filter((key) => known.has(key))
    .map((key) => reworded(key, ...texts))
    .filter(({ law: before, draft: after }) => before.length + after.length > 0);
}

function verdictsOf({ issues }: Description): string[] {
  return issues.flatMap(({ id, verdicts }) =>
    verdicts.map((verdict) => `verdict/${id}/${verdict.id}`),
  );
}
