import type { Line } from './cut.ts';

/** A sheet of a workbook, or a table of a web page. */
export interface Sheet {
  name: string;
  lines: Line[];
}
