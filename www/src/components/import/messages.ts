/** The messages of the import by what they tell: each named in full, none left out. */
import type {
  AppealStatus,
  Order,
  Passing,
  Progress,
  Remark,
  Topic,
  Why,
} from '../../exchange/types.ts';

/** What is asked. */
export const ASKS: Record<Topic, string> = {
  sheet: 'ask-sheet',
  encoding: 'ask-encoding',
  column: 'ask-column',
  which: 'ask-which',
  order: 'ask-order',
  tier: 'ask-tier',
  status: 'ask-status',
  yes: 'ask-yes',
  measure: 'ask-measure',
  items: 'ask-items',
  shop: 'ask-shop',
};

export const ORDERS: Record<Order, string> = {
  ymd: 'order-ymd',
  dmy: 'order-dmy',
  mdy: 'order-mdy',
};

/** How an appeal stands, or whether something holds. */
export const STATUSES: Record<AppealStatus | 'yes' | 'no', string> = {
  none: 'status-none',
  pending: 'status-pending',
  upheld: 'status-upheld',
  rejected: 'status-rejected',
  yes: 'status-yes',
  no: 'status-no',
};

/** Why a column was taken for what it is. */
export const REASONS: Record<Why, string> = {
  answered: 'why-answered',
  heading_and_values: 'why-heading_and_values',
  heading: 'why-heading',
  values: 'why-values',
  nothing_known: 'why-nothing_known',
  empty: 'why-empty',
  other_column: 'why-other_column',
  asked: 'why-asked',
};

/** A remark on a finding, and on all that have it together. */
export const REMARKS: Record<Remark, { one: string; all: string }> = {
  tier_by_points: { one: 'remark-tier_by_points', all: 'remarks-tier_by_points' },
  items_by_points: { one: 'remark-items_by_points', all: 'remarks-items_by_points' },
  after_as_of: { one: 'remark-after_as_of', all: 'remarks-after_as_of' },
  same_number: { one: 'remark-same_number', all: 'remarks-same_number' },
  again: { one: 'remark-again', all: 'remarks-again' },
};

/** Lines that hold no finding; those that everybody expects are not told. */
export const PASSED: Partial<Record<Passing, string>> = {
  title: 'passed-title',
  total: 'passed-total',
  other_shop: 'passed-other_shop',
  ignored: 'passed-ignored',
  repeated_headings: 'passed-repeated_headings',
};

/** What is being done. */
export const STAGES: Record<Progress['stage'], string> = {
  decoding: 'progress-decoding',
  lines: 'progress-lines',
  columns: 'progress-columns',
  rows: 'progress-rows',
  rules: 'progress-rules',
};

/** What a column can hold, by its id or the first part of it. */
export const HOLDS: Record<string, string> = {
  day: 'holds-day',
  time: 'holds-time',
  tier: 'holds-tier',
  items: 'holds-items',
  points: 'holds-points',
  strike: 'holds-strike',
  measures: 'holds-measures',
  status: 'holds-status',
  reversed: 'holds-reversed',
  number: 'holds-number',
  listing: 'holds-listing',
  shop: 'holds-shop',
  end: 'holds-end',
  circumstance: 'holds-circumstance',
  label: 'holds-label',
  amount: 'holds-amount',
  exam: 'holds-exam',
};
