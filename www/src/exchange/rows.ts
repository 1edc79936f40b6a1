import { judgeTier } from './amounts.ts';
import type { Line } from './cut.ts';
import { readCell } from './fields.ts';
import { faultOf } from './line-fault.ts';
import { answerTo, isOurTable, type Reading } from './reading.ts';
import { type Draft, type Met, wrong } from './row-draft.ts';
import { said } from './row-says.ts';
import { freed, isFailed } from './spelling.ts';
import type { ColumnId, Found, Passing, Reason, TakenFinding } from './types.ts';

/** What came of a row. */
export type RowRead =
  | { found: Omit<Found, 'remarks'> & { remarks: Found['remarks'] }; met: Met[] }
  | { reasons: Reason[]; met: Met[] }
  | { passed: Passing; met: Met[] };

/** Reads a row as a finding, or says what is wrong with it. */
export function readRow(line: Line, reading: Reading): RowRead {
  const { columns } = reading;
  const draft: Draft = { finding: {}, found: {}, remarks: [], reasons: [], met: [] };
  const { row, cells } = line;
  const day = columns.findIndex(({ is }) => is === 'day');
  const fault = faultOf(line, columns.length, day, reading.separator);
  if (fault) wrong(draft, fault, undefined, '');
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    draft.reasons.push({
      code: 'too_many_cells',
      says: said('too_many_cells', { count: cells.length }),
    });
  }
  for (const { place, is } of columns) {
    const cell = cells[place] ?? '';
    if (is === undefined) {
      const says = said('column_open', { number: place + 1 });
      if (cell.trim() !== '') draft.reasons.push({ code: 'column_open', place, says });
    } else if (isFailed(cell) && is !== 'ignored') wrong(draft, 'cell_failed', place, cell);
    else readCell(freed(cell), is, place, draft, reading);
  }
  finish(draft, reading);
  if (draft.passed) return { passed: draft.passed, met: draft.met };
  if (draft.reasons.length > 0) return { reasons: draft.reasons, met: draft.met };
  const finding = draft.finding as TakenFinding;
  return { found: { ...draft.found, finding, row, remarks: draft.remarks }, met: draft.met };
}

/** What follows from several cells of the row together. */
function finish(draft: Draft, reading: Reading): void {
  const { finding, found, timeOfDay, reversed, status } = draft;
  const has = (kind: ColumnId) => reading.columns.some(({ is }) => is === kind);
  const open = reading.columns.some(({ is }) => is === undefined);
  if (timeOfDay) {
    const { time, cell, place } = timeOfDay;
    const known = finding.time;
    if (known !== undefined && !known.startsWith(time) && !time.startsWith(known)) {
      wrong(draft, 'times_differ', place, cell);
    }
    finding.time = known !== undefined && known.length > time.length ? known : time;
  }
  if (status) found.status = status.status;
  if (reversed && status && reversed.yes !== (status.status === 'upheld')) {
    const says = said('answers_differ', { status: status.cell, reversed: reversed.cell });
    draft.reasons.push({ code: 'answers_differ', says });
  }
  if (reversed?.yes || status?.status === 'upheld') finding.reversed = true;
  if (!has('day') && !open) wrong(draft, 'no_day', undefined, '');
  if (!has('tier') && !open) wrong(draft, 'no_tier', undefined, '');
  const shop = answerTo(reading.answers, 'shop', '');
  if (shop !== undefined && found.shop !== undefined && found.shop !== shop) {
    draft.passed = 'other_shop';
  } else if (shop === undefined ? reading.shops : has('shop') && found.shop === undefined) {
    // A blank cell, or one merged into that above it, belongs to nobody in particular.
    wrong(draft, 'shop_open', undefined, '');
  }
  if (finding.day !== undefined && !draft.passed) judgeTier(draft, reading, finding.day);
  giveBack(draft, reading);
}

/**
 * A record shows what was booked when the finding was issued, also after an appeal against it
 * was upheld: it then tells nothing of what still stands. Our own tables say "reversed".
 */
function giveBack({ finding, remarks }: Draft, reading: Reading): void {
  if (!finding.reversed || finding.taken === undefined || isOurTable(reading)) return;
  delete finding.taken;
  remarks.push('given_back');
}
