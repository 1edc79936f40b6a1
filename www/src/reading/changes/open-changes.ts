import type { ComparingEngine } from '../../engine/comparing.ts';
import type { CompareRequest, Comparison, Failure } from '../../engine/types.ts';
import { WorkerLine } from '../worker-line.ts';
import { type ChangesDesk, HereChanges } from './desk.ts';

/** A desk in a worker. */
class WorkerChanges implements ChangesDesk {
  constructor(private readonly line: WorkerLine) {}

  compare(request: CompareRequest): Promise<Comparison | Failure> {
    return this.line.call('compare', [request]);
  }

  close(): void {
    this.line.close();
  }
}

/**
 * A desk to compare days: in a worker, or on this thread with the engine that is there, where none
 * can be made. A comparison takes a tenth of a second on a desk, and half of one on a phone.
 */
export async function openChanges(
  engine: ComparingEngine,
  base: string | undefined,
): Promise<ChangesDesk> {
  const line = await WorkerLine.open('changes', base);
  return line ? new WorkerChanges(line) : new HereChanges(engine);
}
