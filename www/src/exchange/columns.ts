import type { Lang, LedgerDescription } from '../engine/types.ts';
import type { Legal } from '../i18n/legal.ts';
import { words } from '../i18n/words.ts';
import { named } from './plain.ts';

/** What a column can hold. */
export type Kind = 'day' | 'time' | 'tier' | 'items' | 'yes' | 'text' | 'yuan' | 'exam';

/** A column that a table of findings can have. */
export interface Column {
  /** `day`, or `circumstance/<id>`, `label/<id>`, `amount/<id>`. */
  id: string;
  kind: Kind;
  /** What it is called in either language; the first is what we write. */
  names: Record<Lang, string[]>;
}

const OWN: [string, Kind][] = [
  ['day', 'day'],
  ['time', 'time'],
  ['tier', 'tier'],
  ['items', 'items'],
];
const LAST: [string, Kind][] = [
  ['exam', 'exam'],
  ['reversed', 'yes'],
];

/** The columns that a table of findings can have under a rulebook, in order. */
export function columnsOf(
  { circumstances, labels, amounts }: LedgerDescription,
  law: Record<Lang, Legal>,
): Column[] {
  const own = ([id, kind]: [string, Kind]): Column => ({
    id,
    kind,
    names: { zh: ownNames('zh', id), en: ownNames('en', id) },
  });
  const of =
    (what: string, kind: Kind) =>
    (id: string): Column => {
      const key = `${what}/${id}/ask`;
      return {
        id: `${what}/${id}`,
        kind,
        names: { zh: [law.zh.say(key), id], en: [law.en.say(key), id] },
      };
    };
  const sums = amounts.filter((amount) => amount.of === 'finding').map(({ id }) => id);
  return [
    ...OWN.map(own),
    ...sums.map(of('amount', 'yuan')),
    ...labels.map(of('label', 'text')),
    ...circumstances.map(of('circumstance', 'yes')),
    ...LAST.map(own),
  ];
}

const NAMES: Record<string, string> = {
  day: 'column-day',
  time: 'column-time',
  tier: 'column-tier',
  items: 'column-items',
  exam: 'column-exam',
  reversed: 'column-reversed',
};

function ownNames(lang: Lang, id: string): string[] {
  return [...words(lang)(NAMES[id] ?? '').split('|'), id];
}

/** Which column each heading of a table names; none twice. */
export function guessed(headings: string[], columns: Column[]): (string | undefined)[] {
  const names = columns.flatMap(({ id, names: { zh, en } }) =>
    [...zh, ...en].map((name): [string, string] => [id, name]),
  );
  const taken = new Set<string>();
  return headings.map((heading) => {
    const id = named(
      heading,
      names.filter(([one]) => !taken.has(one)),
    );
    if (id !== undefined) taken.add(id);
    return id;
  });
}
