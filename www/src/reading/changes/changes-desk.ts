/** What compares days, in one part: loaded by a worker, which is handed all rulebooks. */
import all from 'virtual:engine-texts/all';
import { loadComparing } from '../../engine/comparing.ts';
import { HereChanges } from './desk.ts';

/** A desk with an engine of its own, whose files stand at `base`; it needs no words of law. */
export async function changesDesk(base: string | undefined): Promise<HereChanges> {
  return new HereChanges(await loadComparing({ texts: [all], langs: [], base }));
}
