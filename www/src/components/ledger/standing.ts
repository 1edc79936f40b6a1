import type { Status } from '../../engine/types.ts';
import type { Words } from '../../i18n/words.ts';
import type { Counted } from './columns.ts';

/** Where an account stands, in a few words, as far as the rules count points and strikes. */
export function standingOf(
  say: Words,
  { open, points, strikes }: Status,
  counted: Pick<Counted, 'points' | 'strikes'>,
): string {
  return [
    say(open ? 'standing-open' : 'standing-closed'),
    ...(counted.points ? [say('standing-points', { points })] : []),
    ...(counted.strikes ? [say('standing-strikes', { strikes })] : []),
  ].join(say('clause-separator'));
}
