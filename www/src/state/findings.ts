import type { Finding as Judged, LedgerDescription } from '../engine/types.ts';

/** What the platform booked for a finding, each as far as it is known. */
export interface Taken {
  points?: number;
  strike?: boolean;
  /** The measures, by id. */
  measures?: string[];
}

/** A finding as the user enters it. */
export interface Finding {
  id: string;
  /** The day, `2017-04-01`. */
  day: string;
  /** The time of day, `12:00` or `12:00:45`; the rulebook's, if left out. */
  time?: string;
  tier: string;
  items?: number;
  /** The circumstances that apply, by id. */
  circumstances?: string[];
  /** What it names besides, by label: the right, who complained. */
  labels?: Record<string, string>;
  /** Sums of money in yuan, by amount. */
  amounts?: Record<string, number>;
  /** When the exam it called for was passed, `2018-01-05`, perhaps with a time; `false`, if not. */
  exam?: string | false;
  /** Whether it was reversed on appeal. */
  reversed?: boolean;
  /** What the platform booked for it. */
  taken?: Taken;
}

/** How a rulebook counts time. */
export type Clock = Pick<LedgerDescription, 'timeOfDay' | 'offset'>;

/** When a finding was issued, as text that sorts by time. */
export function instantOf({ day, time }: Pick<Finding, 'day' | 'time'>, clock: Clock): string {
  return `${day}T${time ?? clock.timeOfDay}`;
}

/** The findings in order of time; those of one time in the order in which they were entered. */
export function inOrder(findings: Finding[], clock: Clock): Finding[] {
  return [...findings].sort((a, b) => instantOf(a, clock).localeCompare(instantOf(b, clock)));
}

/** The finding as the engine reads it. */
export function toRequest(finding: Finding, { offset }: Clock): Judged {
  const { id, day, time, tier, items, circumstances = [], labels, amounts, exam, taken } = finding;
  return {
    id,
    issued: time === undefined ? day : `${day}T${time}${offset}`,
    tier,
    ...(items === undefined ? {} : { items }),
    ...Object.fromEntries(circumstances.map((circumstance) => [circumstance, true])),
    ...labels,
    ...(amounts === undefined ? {} : { amounts }),
    ...(exam === undefined ? {} : { exam }),
    ...(finding.reversed ? { reversed: true } : {}),
    ...(taken === undefined ? {} : { taken }),
  };
}

/**
 * The time of day that a text names, as `09:05`, or `09:05:30` where it has seconds; nothing for
 * a text that names none. The day ends at 23:59:59: `24:00` would be another day's.
 */
export function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const [, hours = '', minutes = '', seconds = '00'] =
    /^(\d{1,2}):?(\d{2})$/.exec(plain) ??
    /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(plain) ??
    /^(\d{2})(\d{2})(\d{2})$/.exec(plain) ??
    [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return undefined;
  }
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return seconds === '00' ? time : `${time}:${seconds}`;
}

/** The sum that a text names in yuan: `1,000.50`, `¥39.9`, `2000元`; nothing for any other text. */
export function readYuan(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥元]|cny|rmb/gi, '')
    .trim();
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined;
}
