/** The ways in and out for whole ledgers: loaded apart from the tool, for few use them. */
import '../i18n/words-exchange.ts';
import '../i18n/words-table.ts';
import { LedgerImport } from '../components/import/ledger-import.ts';
import { register } from '../components/register.ts';

export type { Host, Imported } from '../components/import/host.ts';
export { exportRequest, exportTable } from '../exchange/export.ts';

/** Registers the element that this module brings. */
export function define(): void {
  register(LedgerImport);
}
