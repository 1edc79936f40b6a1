import type { Task } from './task.ts';

/** The answer of somebody who does not know. */
export const UNSURE = 'unsure';

/** What an answer is worth; `none` for one that is missing, `void` for one that is no option. */
export type Mark = 'right' | 'wrong' | 'unsure' | 'none' | 'void';

/** Marks an answer to a lesson. */
export function markOf({ truth, options }: Task, answer: string | undefined): Mark {
  if (answer === undefined) return 'none';
  if (answer === UNSURE) return 'unsure';
  if (!options.some(({ key }) => key === answer)) return 'void';
  return answer === truth ? 'right' : 'wrong';
}
