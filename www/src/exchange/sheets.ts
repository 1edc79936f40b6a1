import type { Line } from './cut.ts';

/** A sheet of a workbook, or a table of a web page. */
export interface Sheet {
  name: string;
  lines: Line[];
  /** Days between the first day from which its numbers count days and that of most workbooks. */
  since?: number;
}
