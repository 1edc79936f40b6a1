import type { Simulation } from '../../engine/types.ts';
import { sentence } from '../../i18n/sentence.ts';
import type { Handed } from '../../state/handover.ts';
import { appealOf } from '../ledger/appeal.ts';
import type { View } from '../view.ts';
import { differences, grounds } from './entry.ts';

/**
 * What the page of appeals begins with for a finding for which the platform took too much: the
 * finding, the points, the provision, and what else differs.
 */
export function auditedAppeal(view: View, simulation: Simulation, id: string): Handed {
  const { entries, audit } = simulation;
  const entry = entries.find((one) => one.id === id);
  if (!entry?.audit) return appealOf(view, simulation, id);
  const { points } = entry.audit;
  const told = differences(view, entry.audit).slice(points && points.by > 0 ? 1 : 0);
  const provision = grounds(view, entry.audit);
  const fields = {
    ...(points && points.by > 0
      ? { points_taken: `${points.taken}`, points_due: `${points.due}` }
      : {}),
    ...(provision === '' ? {} : { provision }),
    ...(told.length === 0 ? {} : { more: told.map((text) => sentence(view.say, text)).join('\n') }),
  };
  // An account that is open now may have been closed before: only what is certain is said.
  const closed = audit?.status.open === false ? { account_closed: true } : {};
  return appealOf(view, simulation, id, { facts: closed, fields: { appeal: fields } });
}
