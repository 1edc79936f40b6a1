import { said } from './row-says.ts';
import type {
  AppealStatus,
  Asked,
  ColumnId,
  Found,
  Passing,
  Reason,
  RowCode,
  TakenFinding,
  Topic,
} from './types.ts';

/** A question that a row has met: it is asked once for all rows that meet it. */
export interface Met extends Omit<Asked, 'count' | 'rows'> {
  id: string;
  topic: Topic;
  place?: number;
  column?: ColumnId;
  blocks: boolean;
}

/** A row while it is read. */
export interface Draft {
  finding: Partial<TakenFinding>;
  found: Partial<Found>;
  remarks: Found['remarks'];
  reasons: Reason[];
  met: Met[];
  tierCell?: { cell: string; place: number };
  pointsCell?: { cell: string; place: number };
  reversed?: { yes: boolean; cell: string };
  status?: { status: AppealStatus; cell: string };
  timeOfDay?: { time: string; cell: string; place: number };
  passed?: Passing;
}

/** Notes what is wrong with a cell. */
export function wrong(draft: Draft, code: RowCode, place: number | undefined, cell: string): void {
  const says = said(code, { cell });
  draft.reasons.push({ code, ...(place === undefined ? {} : { place }), says });
}
