import type { LedgerDescription } from '../engine/types.ts';
import type { Words } from '../i18n/words.ts';
import { type Finding, readTime, readYuan, type Taken } from './findings.ts';

/** A finding while it is being entered: what stands in the fields. */
export interface Draft {
  /** The finding that is being changed, or nothing for a new one. */
  id: string | undefined;
  day: string | null;
  time: string;
  tier: string;
  items: string;
  circumstances: string[];
  labels: Record<string, string>;
  amounts: Record<string, string>;
  /** What is said of the exam; nothing yet, if empty. */
  exam: '' | 'passed' | 'failed';
  examDay: string | null;
  /** The time of day that stands with that day, from `T` on, if any. */
  examTime: string;
  reversed: boolean;
  /** The points that the platform took, as they are written. */
  takenPoints: string;
  /** Whether it counted a strike; nothing yet, if empty. */
  takenStrike: '' | 'yes' | 'no';
  /** The measures that it took, from a finding that states them. */
  takenMeasures: string[] | undefined;
}

/** What is wrong with a draft, by field: messages to show. A sum's field is `amount/<id>`. */
export type DraftTroubles = Partial<Record<string, string>>;

/** Fields in which nothing stands yet. */
export const EMPTY: Draft = {
  id: undefined,
  day: null,
  time: '',
  tier: '',
  items: '1',
  circumstances: [],
  labels: {},
  amounts: {},
  exam: '',
  examDay: null,
  examTime: '',
  reversed: false,
  takenPoints: '',
  takenStrike: '',
  takenMeasures: undefined,
};

/** The fields that a finding would fill. */
export function draftOf(finding: Finding): Draft {
  const { id, day, time = '', tier, items = 1, circumstances = [], labels = {}, exam } = finding;
  const { amounts = {}, reversed = false, taken = {} } = finding;
  return {
    id,
    day,
    time,
    tier,
    items: `${items}`,
    circumstances,
    labels,
    amounts: Object.fromEntries(Object.entries(amounts).map(([of, sum]) => [of, `${sum}`])),
    exam: exam === undefined ? '' : exam === false ? 'failed' : 'passed',
    examDay: exam ? exam.slice(0, 10) : null,
    examTime: exam ? exam.slice(10) : '',
    reversed,
    takenPoints: taken.points === undefined ? '' : `${taken.points}`,
    takenStrike: taken.strike === undefined ? '' : taken.strike ? 'yes' : 'no',
    takenMeasures: taken.measures,
  };
}

/** What the fields say of what the platform booked; nothing, where they say nothing. */
function takenIn({ takenPoints, takenStrike, takenMeasures }: Draft): Taken | undefined {
  const digits = takenPoints.normalize('NFKC').trim();
  const taken = {
    ...(digits === '' ? {} : { points: Number(digits) }),
    ...(takenStrike === '' ? {} : { strike: takenStrike === 'yes' }),
    ...(takenMeasures === undefined ? {} : { measures: takenMeasures }),
  };
  return Object.keys(taken).length > 0 ? taken : undefined;
}

/** The draft as a finding named `id`, or what is wrong with it. */
export function readDraft(
  draft: Draft,
  ledger: LedgerDescription,
  id: string,
  say: Words,
): Finding | DraftTroubles {
  const { day, tier, reversed, examDay } = draft;
  const circumstances = draft.circumstances.filter((id) => ledger.circumstances.includes(id));
  const wrong: DraftTroubles = {};
  if (day === null) wrong.day = say('finding-day-missing');
  const time = draft.time.trim() === '' ? undefined : readTime(draft.time);
  if (draft.time.trim() !== '' && time === undefined) wrong.time = say('finding-time-wrong');
  const described = ledger.tiers.find((one) => one.id === tier);
  if (!described) wrong.tier = say('finding-tier-missing');
  const counts = described !== undefined && described.per !== 'finding';
  const digits = draft.items.normalize('NFKC').trim();
  const items = /^\d+$/.test(digits) ? Number(digits) : 0;
  const { leastBooked: least, mostBooked: most } = described ?? { leastBooked: 1, mostBooked: 1 };
  if (counts && (items < least || items > most)) {
    wrong.items = say('finding-items-wrong', { least, most });
  }
  const amounts: Record<string, number> = {};
  for (const [of, text] of Object.entries(draft.amounts)) {
    if (text.trim() === '') continue;
    const sum = readYuan(text);
    if (sum === undefined) wrong[`amount/${of}`] = say('amount-wrong');
    else amounts[of] = sum;
  }
  if (!/^\d{0,9}$/.test(draft.takenPoints.normalize('NFKC').trim())) {
    wrong['taken-points'] = say('taken-points-wrong');
  }
  if (draft.exam === 'passed' && examDay === null) wrong.exam = say('exam-day-missing');
  if (day === null || Object.keys(wrong).length > 0) return wrong;
  const named = Object.entries(draft.labels)
    .map(([label, text]) => [label, text.trim()] as const)
    .filter(([, text]) => text !== '');
  const taken = takenIn(draft);
  return {
    id,
    day,
    tier,
    ...(time === undefined ? {} : { time }),
    ...(counts ? { items } : {}),
    ...(circumstances.length > 0 ? { circumstances } : {}),
    ...(named.length > 0 ? { labels: Object.fromEntries(named) } : {}),
    ...(Object.keys(amounts).length > 0 ? { amounts } : {}),
    ...(draft.exam === ''
      ? {}
      : { exam: draft.exam === 'passed' && `${examDay}${draft.examTime}` }),
    ...(reversed ? { reversed } : {}),
    ...(taken === undefined ? {} : { taken }),
  };
}

/** The field of the draft that a place in the request belongs to: `/findings/3/items`. */
export function fieldAt(path: string): string {
  const [, key = '', of] = /^\/findings\/\d+\/(\w+)(?:\/([\w/]+))?$/.exec(path) ?? [];
  if (key === 'amounts') return `amount/${of}`;
  if (key === 'issued') return 'day';
  if (key === 'taken') return 'taken-points';
  return ['items', 'tier', 'exam'].includes(key) ? key : key === '' ? 'day' : 'circumstances';
}
