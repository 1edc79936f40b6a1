import { type Engine, type FactDescription, isFailure, type Lang } from '../../engine/types.ts';
import type { Kind } from '../../exchange/kinds.ts';
import { plain } from '../../exchange/spelling.ts';
import { type Legal, legal } from '../../i18n/legal.ts';
import { casesSay } from './says.ts';
import type { CaseColumn } from './types.ts';

/** A fact as a cell can tell it, in any version: rows can have days of their own. */
export interface CaseFact extends Pick<FactDescription, 'id' | 'kind' | 'choices'> {
  /** The issues that it bears on, on any day. */
  issues: Set<string>;
  /** The choices that a word stands for, in either language. */
  said: Map<string, Set<string>>;
}

/** What a rulebook asks, and by which names its columns are known. */
export interface CasesLaw {
  facts: Map<string, CaseFact>;
  kinds: Kind<CaseColumn>[];
  words: Record<Lang, Legal>;
}

type Asked = Pick<Engine, 'describe' | 'list'>;

/** Gathers what the versions of a rulebook ask. */
export function casesLaw(engine: Asked, rulebook: string): CasesLaw {
  const list = engine.list();
  if (isFailure(list)) throw new Error(list.error.message.en);
  const versions = list.rulebooks.find((one) => one.rulebook === rulebook)?.versions ?? [];
  // The newest first: its facts stand in the order of its form.
  const described = [...versions].reverse().flatMap((asOf) => {
    const told = engine.describe({ rulebook, asOf });
    return isFailure(told) ? [] : [told];
  });
  const texts = (lang: Lang) =>
    Object.assign({}, ...[...described].reverse().map((one) => one.texts[lang] ?? {}));
  const all = { texts: { zh: texts('zh'), en: texts('en') } };
  const words = { zh: legal(all, 'zh'), en: legal(all, 'en') };
  const facts = new Map<string, CaseFact>();
  for (const { id, kind, choices, issues: on } of described.flatMap((one) => one.facts)) {
    const known = facts.get(id);
    const both = [...new Set([...(known?.choices ?? []), ...choices])];
    const issues = new Set([...(known?.issues ?? []), ...on]);
    facts.set(id, { id, kind, choices: both, issues, said: saidOf(id, both, words) });
  }
  const day: Kind<CaseColumn> = {
    id: 'day',
    names: { zh: casesSay.listed('zh', 'names-as-of'), en: casesSay.listed('en', 'names-as-of') },
    parts: [],
  };
  return { facts, kinds: [day, ...[...facts.keys()].map((id) => kindOf(id, words))], words };
}

function kindOf(id: string, words: CasesLaw['words']): Kind<CaseColumn> {
  const names = (lang: Lang) => {
    const own = ['ask', 'blank'].flatMap((key) => words[lang].maybe(`fact/${id}/${key}`) ?? []);
    return [...own, id];
  };
  return { id: `fact/${id}`, names: { zh: names('zh'), en: names('en') }, parts: [] };
}

function saidOf(id: string, choices: string[], words: CasesLaw['words']): CaseFact['said'] {
  const said: CaseFact['said'] = new Map();
  for (const choice of choices) {
    for (const lang of ['zh', 'en'] as const) {
      const word = plain(words[lang].maybe(`fact/${id}/choice/${choice}`) ?? choice);
      said.set(word, new Set([...(said.get(word) ?? []), choice]));
    }
  }
  return said;
}
