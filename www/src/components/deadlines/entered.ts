import type { Deadline } from '../../engine/types.ts';
import { isDay } from '../../i18n/dates.ts';
import { safeDay } from '../../state/safe-day.ts';
import type { View } from '../view.ts';

/** The deadlines that a calendar can hold: those with a day that are not done yet. */
export function entered(view: View, items: Deadline[]): Deadline[] {
  const isDone = (fact: string | null) => fact !== null && isDay(view.answers[fact]);
  return items.filter((item) => safeDay(item) !== null && !isDone(item.done));
}
