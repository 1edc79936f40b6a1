import type { Deadline, FactDescription } from '../../engine/types.ts';
import type { Left } from '../../state/matter/types.ts';
import { safeDay } from '../../state/safe-day.ts';
import { entered } from '../deadlines/entered.ts';
import type { View } from '../view.ts';

/** A tool as its matter sees it. */
export interface Holder {
  /** What stands there. */
  left: () => Left;
  /** Shows something else instead; the state only if that is another one. */
  show: (left: Left, anew: boolean) => void;
  /** Lets go of the way back to what stood there before: it belongs to something else by now. */
  letGo: () => void;
  /** Says that a part of the program could not be fetched. */
  fail: () => void;
  /** Wears a style sheet. */
  adopt: (css: string) => void;
  /** Tells a screen reader something. */
  announce: (text: string) => void;
  /** What the tool asks, where it asks questions. */
  view?: () => View | undefined;
  /** The facts of which answers are kept, looked at now or not. */
  asks?: () => Map<string, FactDescription>;
  /** The day whose law is applied. */
  day?: () => string;
  /** Goes to a question. */
  jump?: (fact: string) => void;
  /** What is due, where days are counted; nothing, while they are not drawn. */
  due?: () => Deadline[] | undefined;
}

/** How what stands in a tool came there: kept in the tab, by a link, from another tool. */
export type Arrived = 'kept' | 'link' | 'handed' | undefined;

/** The days by which something is due and not done; nothing, while deadlines are not drawn. */
export function dueDays({ view, due }: Holder): string[] | undefined {
  const [shown, items] = [view?.(), due?.()];
  if (!shown || !items) return undefined;
  const days = entered(shown, items).flatMap((item) => safeDay(item) ?? []);
  return [...new Set(days)].sort();
}
