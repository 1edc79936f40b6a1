import { type RowsOptions, readRows } from '../read-rows.ts';
import { assignSellers, sellerKinds } from './columns.ts';
import { readSeller } from './rows.ts';
import type { SellerAnswers, SellerColumn, SellersRead } from './types.ts';

/** The longest list that is read. */
const MOST_SELLERS = 200_000;

/** What a list is read with. */
export interface SellerOptions extends RowsOptions {
  answers: SellerAnswers;
}

const DATED: (SellerColumn | undefined)[] = ['verified', 'admitted', 'deregistered'];

/** Reads a list of sellers from a file or a pasted text. */
export async function readSellers(
  source: Uint8Array | string,
  options: SellerOptions,
): Promise<SellersRead> {
  const { rows: sellers, ...read } = await readRows(source, options, {
    most: MOST_SELLERS,
    headings: sellerKinds(),
    assign: (headings, seen) => assignSellers(headings, seen, options.answers),
    isDated: (column) => DATED.includes(column?.is),
    row: (line, reading) => readSeller(line, reading, options.asOf),
  });
  return { ...read, sellers };
}
