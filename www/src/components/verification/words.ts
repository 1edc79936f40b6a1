/** The messages of the checks of sellers by what they tell. */
import type { SellerColumn, Status } from '../../reading/sellers/types.ts';
import type { Sign } from '../marks.ts';

export const STANDS: Record<Status, string> = {
  deregistered: 'stands-deregistered',
  overdue: 'stands-overdue',
  never: 'stands-never',
  due: 'stands-due',
  open: 'stands-open',
  later: 'stands-later',
};

/** The shape beside each word. */
export const SHAPES: Record<Status, Sign> = {
  deregistered: 'severe',
  overdue: 'severe',
  never: 'open',
  due: 'caution',
  open: 'open',
  later: 'clear',
};

export const COLUMNS: Record<SellerColumn, string> = {
  name: 'sellers-column-name',
  number: 'sellers-column-number',
  verified: 'sellers-column-verified',
  admitted: 'sellers-column-admitted',
  deregistered: 'sellers-column-deregistered',
  ignored: 'mapping-ignore',
};
