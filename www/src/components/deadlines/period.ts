import type { Count } from '../../engine/types.ts';
import type { Words } from '../../i18n/words.ts';

/** How long a time is, in words. */
export function period(say: Words, count: Count): string {
  if (count === 'no_number') return say('period-no-number');
  if ('days' in count) return say('period-days', { count: count.days });
  if ('working_days' in count) return say('period-working-days', { count: count.working_days });
  return say('period-months', { count: count.months });
}
