import type { Sheet } from './sheets.ts';

/** The sheets of a workbook; nothing, if it cannot be opened. */
export async function readWorkbook(_bytes: Uint8Array): Promise<Sheet[] | undefined> {
  return undefined;
}
