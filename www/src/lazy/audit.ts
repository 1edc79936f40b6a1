/**
 * What a platform booked beside what the rules give. Loaded apart from the record, for most
 * ledgers state nothing of it.
 */
import '../i18n/words-audit.ts';

export { auditedAppeal } from '../components/audit/appeal.ts';
export { ledgerAudit } from '../components/audit/audit.ts';
export { auditRemarks, takenCell } from '../components/audit/entry.ts';
export { default as css } from '../styles/audit.css?inline';
