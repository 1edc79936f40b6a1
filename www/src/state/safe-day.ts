import type { Deadline } from '../engine/types.ts';

/** The day by which to act under every reading; nothing, where no day can be told. */
export function safeDay({ range, due }: Pick<Deadline, 'range' | 'due'>): string | null {
  return range === null ? due : (range.counted ?? range.earliest);
}
