import type { Reader } from '../exchange/types.ts';
import type { Desk } from './types.ts';
import { WorkerDesk } from './worker-desk.ts';

/**
 * A desk with a file on it: in a worker, or, where none can be made (a page of another origin
 * or a strict policy), on this thread, which the reading then leaves free between portions.
 */
export async function openDesk(
  bytes: Uint8Array | string,
  engine: Reader,
  base: string | undefined,
): Promise<Desk> {
  const worker = inWorker(base);
  try {
    await worker?.open(bytes);
    if (worker) return worker;
  } catch {
    worker?.close();
  }
  const { HereDesk } = await import('./desk.ts');
  const desk = new HereDesk(engine);
  await desk.open(bytes);
  return desk;
}

function inWorker(base: string | undefined): WorkerDesk | undefined {
  try {
    return new WorkerDesk(base);
  } catch {
    return undefined;
  }
}
