import type { Finding as Judged, LedgerDescription } from '../engine/types.ts';

/** A finding as the user enters it. */
export interface Finding {
  id: string;
  /** The day, `2017-04-01`. */
  day: string;
  /** The time of day, `12:00`; the rulebook's, if left out. */
  time?: string;
  tier: string;
  items?: number;
  /** The circumstances that apply, by id. */
  circumstances?: string[];
  /** Whether it was reversed on appeal. */
  reversed?: boolean;
}

/** The findings in order of time; those of one time in the order in which they were entered. */
export function inOrder(findings: Finding[], ledger: LedgerDescription): Finding[] {
  const instant = ({ day, time }: Finding) => `${day}T${time ?? ledger.timeOfDay}`;
  return [...findings].sort((a, b) => instant(a).localeCompare(instant(b)));
}

/** The finding as the engine reads it. */
export function toRequest(finding: Finding, ledger: LedgerDescription): Judged {
  const { id, day, time, tier, items, circumstances = [], reversed } = finding;
  return {
    id,
    issued: time === undefined ? day : `${day}T${time}${ledger.offset}`,
    tier,
    ...(items === undefined ? {} : { items }),
    ...Object.fromEntries(circumstances.map((circumstance) => [circumstance, true])),
    ...(reversed ? { reversed } : {}),
  };
}

/** Whether what a link carries still is a finding under this ledger. */
export function isFinding(value: unknown, ledger: LedgerDescription): value is Finding {
  if (typeof value !== 'object' || value === null) return false;
  const { id, day, time, tier, items, circumstances = [], reversed } = value as Partial<Finding>;
  return (
    typeof id === 'string' &&
    typeof day === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    (time === undefined || readTime(time) === time) &&
    ledger.tiers.some((known) => known.id === tier) &&
    (items === undefined || Number.isSafeInteger(items)) &&
    Array.isArray(circumstances) &&
    circumstances.every((circumstance) => ledger.circumstances.includes(circumstance)) &&
    (reversed === undefined || typeof reversed === 'boolean')
  );
}

/** The time of day that a text names, as `09:05`; nothing for a text that names none. */
export function readTime(text: string): string | undefined {
  const [, hours = '', minutes = ''] =
    /^(\d{1,2}):?(\d{2})$/.exec(text.normalize('NFKC').trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
