import type { Lang } from '../engine/types.ts';
import type { Law } from './law.ts';
import { listed, wordsOf } from './says.ts';
import { plain, withoutBrackets } from './spelling.ts';
import type { ColumnId } from './types.ts';

/** How much a heading says: the very name, or a part of it. */
export type Naming = 'name' | 'part';

/** A kind of column, with the headings by which it is known. */
export interface Kind<Column extends string = ColumnId> {
  id: Column;
  /** What it is called in either language; the first is what we write. */
  names: Record<Lang, string[]>;
  /** Endings and parts of headings that hint at it. */
  parts: string[];
}

/** Kinds with names of their own, in the order in which we write them. */
const OWN: [ColumnId, string, string?][] = [
  ['day', 'names-day', 'names-day-part'],
  ['time', 'names-time'],
  ['tier', 'names-tier', 'names-tier-part'],
  ['items', 'names-items'],
  ['points', 'names-points'],
  ['strike', 'names-strike'],
  ['measures', 'names-measures'],
];
const REST: [ColumnId, string, string?][] = [
  ['exam', 'names-exam'],
  ['reversed', 'names-reversed'],
  ['status', 'names-status'],
  ['number', 'names-number'],
  ['listing', 'names-listing'],
  ['shop', 'names-shop'],
  ['end', 'names-end', 'names-end-part'],
  ['ignored', 'names-ignored', 'names-ignored-part'],
];

/** Further headings of labels that rulebooks have, by the name of the label. */
const LABELS: Record<string, string> = {
  right: 'names-label-right',
  complainant: 'names-label-complainant',
};

/** The kinds that a table can have under a rulebook, in the order in which we write them. */
export function kindsOf(law: Law): Kind[] {
  const own = ([id, names, parts]: [ColumnId, string, string?]): Kind => ({
    id,
    names: { zh: [...listed('zh', names), id], en: [...listed('en', names), id] },
    parts: parts === undefined ? [] : wordsOf(parts),
  });
  const of =
    (what: 'circumstance' | 'label' | 'amount') =>
    (name: string): Kind => {
      const asked = `${what}/${name}/ask`;
      const more = what === 'label' ? LABELS[name] : undefined;
      const names = (lang: Lang) => [
        law.words[lang].say(asked),
        ...(more === undefined ? [] : listed(lang, more)),
        name,
      ];
      return { id: `${what}/${name}`, names: { zh: names('zh'), en: names('en') }, parts: [] };
    };
  return [
    ...OWN.map(own),
    ...law.amounts.map(of('amount')),
    ...law.labels.map(of('label')),
    ...law.circumstances.map(of('circumstance')),
    ...REST.map(own),
  ];
}

/** What a heading says a column holds: by name, or else by a part of the name. */
export function namedBy<Column extends string>(
  heading: string,
  kinds: Kind<Column>[],
): { id: Column; by: Naming }[] {
  const whole = plain(heading);
  if (whole === '') return [];
  const bare = plain(withoutBrackets(heading));
  const named = (wanted: string) =>
    kinds.filter(({ names }) => [...names.zh, ...names.en].some((name) => plain(name) === wanted));
  const exact = named(whole);
  const found = exact.length > 0 || bare === '' ? exact : named(bare);
  if (found.length > 0) return found.map(({ id }) => ({ id, by: 'name' as const }));
  const parted = kinds.filter(({ parts }) => parts.some((part) => whole.includes(plain(part))));
  return parted.map(({ id }) => ({ id, by: 'part' as const }));
}
