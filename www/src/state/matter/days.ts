/** The days of a matter by which something is due, and whether they still follow from what is said. */
import { isDay } from '../../i18n/dates.ts';
import { fingerprint } from '../fingerprint.ts';
import { isObject } from '../shape.ts';
import { textOf } from './alike.ts';
import { fill } from './fill.ts';
import { HELD, type HeldTool, type Matter, type Part, type Parts } from './types.ts';

/** The answers of a tool from which its days are counted, with those that it takes from others. */
function counting(tool: HeldTool, parts: Parts): Record<string, unknown> {
  const { [tool]: own = {}, ...others } = parts;
  const fits = ({ fact }: { fact: string | undefined }) => fact !== undefined;
  const { part } = fill(own, { tool, others, platform: undefined, day: '', fits });
  const { asOf, counted, answers } = part.state ?? {};
  return { asOf, counted, answers };
}

/** What the days of a tool are counted from: another text once any of it changes. */
export function basisOf(tool: HeldTool, parts: Parts): string {
  return fingerprint(textOf(counting(tool, parts)));
}

/** The parts of a matter as the device keeps them. */
export function partsIn(stored: Matter['stored']): Parts {
  const all = HELD.flatMap((tool): [HeldTool, Part][] => {
    const one = stored[tool];
    return one ? [[tool, one.part]] : [];
  });
  return Object.fromEntries(all);
}

/**
 * The days that a tool counted, earliest first; nothing, where what they were counted from has
 * changed since in another tool or was read from a file, so that they have to be counted anew.
 */
export function daysOf(tool: HeldTool, stored: Matter['stored']): string[] | undefined {
  const one = stored[tool];
  if (!one) return [];
  const parts = partsIn(stored);
  // What was kept before this was noted is taken as it stands.
  if (one.basis === undefined || one.basis === basisOf(tool, parts)) return one.due;
  const { answers } = counting(tool, parts);
  const isDated = isObject(answers) && Object.values(answers).some(isDay);
  return one.due.length > 0 || isDated ? undefined : [];
}

/** The tools whose days have to be counted anew, but for one that counts now. */
export function uncounted(stored: Matter['stored'], but?: HeldTool): HeldTool[] {
  return HELD.filter((tool) => tool !== but && daysOf(tool, stored) === undefined);
}
