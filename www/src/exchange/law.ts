import type { Description, Lang, LedgerDescription, Per } from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import { type Legal, legal } from '../i18n/legal.ts';
import type { Reader } from './types.ts';

/** What a rulebook's ledger knows in any of its versions: a table holds findings of many days. */
export interface Law {
  rulebook: string;
  offset: string;
  timeOfDay: string;
  /** The most findings in one request. */
  most: number;
  maxItems: number;
  /** The tiers of all versions, gravest first, with what their points are taken for. */
  tiers: Map<string, Per>;
  circumstances: string[];
  labels: string[];
  /** Sums that stand with a finding. */
  amounts: string[];
  measures: string[];
  /** Readings of the newest version, with their choices. */
  readings: LedgerDescription['readings'];
  /** The words of law, in either language. */
  words: Record<Lang, Legal>;
  /** The version that a day falls into; nothing before the first one. */
  versionOf(day: string): string | undefined;
}

/** The rulebook has no ledger, or there is no such rulebook. */
export class NoLedger extends Error {
  constructor(readonly rulebook: string) {
    super(`\`${rulebook}\` keeps no ledger; expected a rulebook that does`);
  }
}

/** Gathers what the versions of a rulebook say. */
export function lawOf(engine: Reader, rulebook: string): Law {
  const list = engine.list();
  const listed = isFailure(list)
    ? undefined
    : list.rulebooks.find((one) => one.rulebook === rulebook && one.simulates);
  if (!listed) throw new NoLedger(rulebook);
  const described = listed.versions
    .map((asOf) => engine.describe({ rulebook, asOf }))
    .filter((one): one is Description => !isFailure(one));
  const ledgers = described.flatMap(({ ledger }) => (ledger ? [ledger] : []));
  const newest = ledgers.at(-1);
  if (!newest) throw new NoLedger(rulebook);
  const texts = (lang: Lang) => Object.assign({}, ...described.map((one) => one.texts[lang] ?? {}));
  const all = { texts: { zh: texts('zh'), en: texts('en') } };
  // Those of the newest version first: they stand in the order of the rulebook.
  const union = (of: (ledger: LedgerDescription) => string[]) => [
    ...new Set([newest, ...ledgers].flatMap(of)),
  ];
  const tiers = new Map<string, Per>();
  for (const { tiers: some } of [newest, ...ledgers]) {
    for (const { id, per } of some) if (!tiers.has(id)) tiers.set(id, per);
  }
  return {
    rulebook,
    offset: newest.offset,
    timeOfDay: newest.timeOfDay,
    most: newest.maxFindings,
    maxItems: newest.maxItems,
    tiers,
    circumstances: union((ledger) => ledger.circumstances),
    labels: union((ledger) => ledger.labels),
    amounts: union(({ amounts }) =>
      amounts.filter((one) => one.of === 'finding').map(({ id }) => id),
    ),
    measures: union((ledger) => ledger.measures),
    readings: newest.readings,
    words: { zh: legal(all, 'zh'), en: legal(all, 'en') },
    versionOf: (day) => listed.versions.findLast((from) => from <= day),
  };
}
