import type { Engine } from '../../engine/types.ts';
import type { UnreadRow } from '../row-faults.ts';
import type { Telling } from '../types.ts';
import { WorkerLine } from '../worker-line.ts';
import type { SellersDesk } from './desk.ts';
import type { DueDay, SellersLook, SellersSeen, TableWords } from './types.ts';

/** A desk in a worker. */
class WorkerSellers implements SellersDesk {
  constructor(private readonly line: WorkerLine) {}

  open(bytes: Uint8Array | string): Promise<void> {
    return this.line.call('open', [bytes]);
  }

  look(look: SellersLook, telling?: Telling): Promise<SellersSeen> {
    return this.line.call('look', [look], telling);
  }

  table(words: TableWords): Promise<string> {
    return this.line.call('table', [words]);
  }

  days(): Promise<DueDay[]> {
    return this.line.call('days', []);
  }

  refused(): Promise<UnreadRow[]> {
    return this.line.call('refused', []);
  }

  close(): void {
    this.line.close();
  }
}

/** A desk for lists of sellers: in a worker, or on this thread, where none can be made. */
export async function openSellers(
  engine: Pick<Engine, 'schedule'>,
  base: string | undefined,
): Promise<SellersDesk> {
  const line = await WorkerLine.open('sellers', base);
  if (line) return new WorkerSellers(line);
  const { HereSellers } = await import('../desk.ts');
  return new HereSellers(engine);
}
