import { fetched } from './load.ts';
import type { Decision, Description, Lang } from './types.ts';

/**
 * What the engine says where nothing is answered yet, as the build asked it: enough to show the
 * questions while the engine is still on its way. What is read later is left out of it: reasons,
 * provisions, cases and documents, whose lists are empty.
 */
export interface Opening {
  description: Description;
  /** On all issues. */
  all: Decision;
  /** On the first issue alone. */
  first: Decision;
}

/** The openings of a version of a rulebook, one in each language. */
export interface OpeningOf {
  /** The first day of the version. */
  from: string;
  /** The first day of the version after it, if there is one. */
  until: string | null;
  files: Record<Lang, { file: string; integrity: string }>;
}

/** The opening on a day, in a language; nothing, where the build asked for none of that day. */
export async function openingOn(
  openings: readonly OpeningOf[],
  day: string,
  lang: Lang,
  base: string | undefined,
): Promise<Opening | undefined> {
  const own = openings.find(({ from, until }) => from <= day && (until === null || day < until));
  if (!own) return undefined;
  const response = await fetched(base ?? import.meta.url, own.files[lang]);
  const { description, all, first }: Opening = await response.json();
  const asOf = day;
  return {
    description: { ...description, asOf },
    all: { ...all, asOf },
    first: { ...first, asOf },
  };
}
