import type { Simulation } from '../../engine/types.ts';
import type { Handed } from '../../state/handover.ts';
import type { View } from '../view.ts';
import { differences, grounds } from './entry.ts';

/** The issue that says how an appeal is made, and the document that makes it. */
const [ISSUE, DOCUMENT] = ['appeal', 'appeal'];

/**
 * What the page of appeals begins with: what is known of a finding for which the platform took
 * too much. Nothing is said of what is not known, such as the day on which the notice arrived.
 */
export function appealOf(view: View, { entries, audit }: Simulation, id: string): Handed {
  const entry = entries.find((one) => one.id === id);
  if (!entry?.audit) return { facts: {}, fields: {} };
  const { points } = entry.audit;
  const told = differences(view, entry.audit).slice(points && points.by > 0 ? 1 : 0);
  const provision = grounds(view, entry.audit);
  const fields = {
    found_on: entry.issued.slice(0, 10),
    ...(points && points.by > 0
      ? { points_taken: `${points.taken}`, points_due: `${points.due}` }
      : {}),
    ...(provision === '' ? {} : { provision }),
    ...(told.length === 0
      ? {}
      : { more: told.map((text) => view.say('sentence', { text })).join('\n') }),
  };
  // An account that is open now may have been closed before: only what is certain is said.
  const closed = audit?.status.open === false ? { account_closed: true } : {};
  return {
    facts: { stage: 'after_penalty', ...closed },
    fields: { [DOCUMENT]: fields },
    issue: ISSUE,
  };
}
