/**
 * The record of a ledger and what stands around it: the readings that matter to it, what may
 * come, what would be different. Loaded apart from the tool, for an empty ledger has none.
 */
import '../i18n/words-record.ts';

export { appealOf } from '../components/ledger/appeal.ts';
export { ledgerCited } from '../components/ledger/cited.ts';
export { ledgerDifference } from '../components/ledger/difference.ts';
export { ledgerEndings } from '../components/ledger/endings.ts';
export { ledgerNext } from '../components/ledger/next.ts';
export { outcome } from '../components/ledger/outcome.ts';
export { ledgerOutlook } from '../components/ledger/outlook.ts';
export { premises } from '../components/ledger/premises.ts';
export { ledgerReadings } from '../components/ledger/readings.ts';
export { ledgerStatus } from '../components/ledger/status.ts';
export { ledgerSuppose } from '../components/ledger/suppose.ts';
export { ledgerTable } from '../components/ledger/table.ts';
export { ledgerWarnings } from '../components/ledger/warnings.ts';
export { default as css } from '../styles/record.css?inline';
