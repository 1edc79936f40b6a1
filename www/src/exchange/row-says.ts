import { told } from './says.ts';
import type { RowCode, Told } from './types.ts';

/** What is said of each thing that can be wrong with a row. */
const SAYS: Record<RowCode, string> = {
  no_day: 'row-no_day',
  no_tier: 'row-no_tier',
  not_a_day: 'row-not_a_day',
  no_such_day: 'row-no_such_day',
  not_a_time: 'row-not_a_time',
  no_such_time: 'row-no_such_time',
  times_differ: 'row-times_differ',
  order_open: 'row-order_open',
  not_a_tier: 'row-not_a_tier',
  tier_open: 'row-tier_open',
  no_tier_fits: 'row-no_tier_fits',
  not_a_count: 'row-not_a_count',
  not_points: 'row-not_points',
  items_open: 'row-items_open',
  shop_open: 'row-shop_open',
  not_a_status: 'row-not_a_status',
  not_yes_or_no: 'row-not_yes_or_no',
  not_a_sum: 'row-not_a_sum',
  not_an_exam: 'row-not_an_exam',
  quote_open: 'row-quote_open',
  quote_wrong: 'row-quote_wrong',
  too_many_cells: 'row-too_many_cells',
  column_open: 'row-column_open',
  bad_bytes: 'row-bad_bytes',
  cell_failed: 'row-cell_failed',
  answers_differ: 'row-answers_differ',
  not_json: 'row-not_json',
  key_twice: 'row-key_twice',
  no_request: 'row-no_request',
  other_rulebook: 'row-other_rulebook',
};

/** How much of a cell is told. */
const SHORT = 60;

/** What is said of a fault: about a cell, and with what else the message names. */
export function said(code: RowCode, about: Record<string, string | number> = {}): Told {
  const short = (value: string | number) =>
    typeof value === 'string' && value.length > SHORT ? `${value.slice(0, SHORT)}…` : value;
  const variables = Object.entries(about).map(([name, value]) => [name, short(value)]);
  return told(SAYS[code], Object.fromEntries(variables));
}
