import type { LedgerDescription } from '../engine/types.ts';
import type { Words } from '../i18n/words.ts';
import { type Finding, readTime } from './findings.ts';

/** A finding while it is being entered: what stands in the fields. */
export interface Draft {
  /** The finding that is being changed, or nothing for a new one. */
  id: string | undefined;
  day: string | null;
  time: string;
  tier: string;
  items: string;
  circumstances: string[];
  reversed: boolean;
}

/** What is wrong with a draft, by field: messages to show. */
export type DraftTroubles = Partial<Record<'day' | 'time' | 'tier' | 'items', string>>;

/** Fields in which nothing stands yet. */
export const EMPTY: Draft = {
  id: undefined,
  day: null,
  time: '',
  tier: '',
  items: '1',
  circumstances: [],
  reversed: false,
};

/** The fields that a finding would fill. */
export function draftOf(finding: Finding): Draft {
  const { id, day, time = '', tier, items = 1, circumstances = [], reversed = false } = finding;
  return { id, day, time, tier, items: `${items}`, circumstances, reversed };
}

/** The draft as a finding named `id`, or what is wrong with it. */
export function readDraft(
  draft: Draft,
  ledger: LedgerDescription,
  id: string,
  say: Words,
): Finding | DraftTroubles {
  const { day, tier, circumstances, reversed } = draft;
  const time = draft.time.trim() === '' ? undefined : readTime(draft.time);
  const described = ledger.tiers.find((one) => one.id === tier);
  const counts = described !== undefined && described.per !== 'finding';
  const digits = draft.items.normalize('NFKC').trim();
  const items = /^\d+$/.test(digits) ? Number(digits) : 0;
  const wrong: DraftTroubles = {};
  if (day === null) wrong.day = say('finding-day-missing');
  if (draft.time.trim() !== '' && time === undefined) wrong.time = say('finding-time-wrong');
  if (!described) wrong.tier = say('finding-tier-missing');
  if (counts && (items < 1 || items > ledger.maxItems)) {
    wrong.items = say('finding-items-wrong', { most: ledger.maxItems });
  }
  if (day === null || Object.keys(wrong).length > 0) return wrong;
  return {
    id,
    day,
    tier,
    ...(time === undefined ? {} : { time }),
    ...(counts ? { items } : {}),
    ...(circumstances.length > 0 ? { circumstances } : {}),
    ...(reversed ? { reversed } : {}),
  };
}
