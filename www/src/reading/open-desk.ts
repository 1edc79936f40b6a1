import ledgers from 'virtual:engine-texts/simulating';
import { loadSimulating } from '../engine/simulating.ts';
import type { Desk } from './types.ts';
import { WorkerDesk } from './worker-desk.ts';
import { WorkerLine } from './worker-line.ts';

/**
 * A desk to read at: in a worker, or, where none can be made (a page of another origin or a
 * strict policy), on this thread, which the reading then leaves free between portions. The
 * worker has what it needs once the promise holds: reading a file then fetches nothing, but
 * for the library that opens workbooks.
 */
export async function openDesk(base: string | undefined): Promise<Desk> {
  const line = await WorkerLine.open('findings', base);
  if (line) return new WorkerDesk(line);
  const { HereDesk } = await import('./desk.ts');
  // A table may be in either language.
  const engine = await loadSimulating({ texts: [ledgers], langs: ['zh', 'en'], base });
  return new HereDesk(engine);
}
