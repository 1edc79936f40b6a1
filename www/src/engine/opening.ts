import { fetched } from './load.ts';
import type { Decision, Description, Engine, Lang, Listed } from './types.ts';

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

/** What it says of a ledger in which nothing is entered, and of the others to choose from. */
export interface LedgerOpening {
  description: Description;
  listed: Listed[];
  /** What each of these is called. */
  titles: Record<string, string>;
}

/** The openings of a version of a rulebook, one in each language. */
export interface OpeningOf {
  /** The first day of the version. */
  from: string;
  /** The first day of the version after it, if there is one. */
  until: string | null;
  files: Record<Lang, { file: string; integrity: string }>;
}

/** The openings of the version in force on a day; nothing, where the build asked for none of it. */
export function openingOf<Of extends Pick<OpeningOf, 'from' | 'until'>>(
  openings: readonly Of[],
  asOf: string,
): Of | undefined {
  return openings.find(({ from, until }) => from <= asOf && (until === null || asOf < until));
}

/** The opening on a day, in a language; nothing, where the build asked for none of that day. */
export async function openingOn<Opened extends { description: Description }>(
  openings: readonly OpeningOf[],
  asOf: string,
  lang: Lang,
  base: string | undefined,
): Promise<Opened | undefined> {
  const own = openingOf(openings, asOf);
  if (!own) return undefined;
  const opened: Opened = await (await fetched(base, own.files[lang])).json();
  return { ...opened, description: { ...opened.description, asOf } };
}

/** What lists and describes in the place of an engine that runs ledgers, until that is there. */
export function standIn(
  { description, listed, titles }: LedgerOpening,
  lang: Lang,
): Pick<Engine, 'list' | 'describe'> {
  return {
    list: () => ({ rulebooks: listed }),
    describe: ({ rulebook }) =>
      rulebook === description.rulebook
        ? description
        : {
            ...description,
            rulebook,
            ledger: null,
            texts: { [lang]: { title: titles[rulebook] ?? rulebook } },
          },
  };
}
