import { breathe } from '../state/breathe.ts';
import type { Progress, ReadOptions } from './types.ts';

/** After so many milliseconds others get their turn. */
const TURN = 12;
/** How many steps pass between two looks at the clock. */
const STEPS = 64;

/**
 * What a long reading calls at every step: now and then it tells how far it is, lets others have
 * their turn, and ends the reading where that is wanted.
 */
export function pacer({ signal, progress }: Pick<ReadOptions, 'signal' | 'progress'>) {
  let last = 0;
  let steps = 0;
  let before: Progress['stage'] | undefined;
  return async (stage: Progress['stage'], done: number, all: number): Promise<void> => {
    steps += 1;
    if (stage === before && stage !== 'rules' && steps % STEPS !== 0) return;
    const now = performance.now();
    if (stage === before && done < all && now - last < TURN) return;
    before = stage;
    signal?.throwIfAborted();
    progress?.({ stage, done, all });
    await breathe();
    signal?.throwIfAborted();
    last = performance.now();
  };
}
