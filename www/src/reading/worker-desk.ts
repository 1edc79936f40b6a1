import type { Refused, TakenFinding } from '../exchange/types.ts';
import type { Desk, Look, Seen, Telling } from './types.ts';
import type { WorkerLine } from './worker-line.ts';

/** A desk in a worker. */
export class WorkerDesk implements Desk {
  constructor(private readonly line: WorkerLine) {}

  open(bytes: Uint8Array | string): Promise<void> {
    return this.line.call('open', [bytes]);
  }

  look(look: Look, telling?: Telling): Promise<Seen> {
    return this.line.call('look', [look], telling);
  }

  take(): Promise<TakenFinding[]> {
    return this.line.call('take', []);
  }

  refused(): Promise<Refused[]> {
    return this.line.call('refused', []);
  }

  close(): void {
    this.line.close();
  }
}
