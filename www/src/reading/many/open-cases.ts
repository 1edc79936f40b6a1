import type { DecidingEngine } from '../../engine/deciding.ts';
import type { UnreadRow } from '../row-faults.ts';
import type { Telling } from '../types.ts';
import { WorkerLine } from '../worker-line.ts';
import type { CasesDesk } from './desk.ts';
import type { CasesLook, CasesSeen, CaseTableWords } from './types.ts';

/** A desk in a worker. */
class WorkerCases implements CasesDesk {
  constructor(private readonly line: WorkerLine) {}

  open(bytes: Uint8Array | string): Promise<void> {
    return this.line.call('open', [bytes]);
  }

  look(look: CasesLook, telling?: Telling): Promise<CasesSeen> {
    return this.line.call('look', [look], telling);
  }

  table(words: CaseTableWords, only: 'all' | 'found'): Promise<string> {
    return this.line.call('table', [words, only]);
  }

  refused(): Promise<UnreadRow[]> {
    return this.line.call('refused', []);
  }

  close(): void {
    this.line.close();
  }
}

/** A desk for tables of cases: in a worker, or on this thread, where none can be made. */
export async function openCases(
  engine: DecidingEngine,
  base: string | undefined,
): Promise<CasesDesk> {
  const line = await WorkerLine.open('cases', base);
  if (line) return new WorkerCases(line);
  const { HereCases, loadAuthor } = await import('./cases-desk.ts');
  return new HereCases(engine, () => loadAuthor({ texts: [], langs: [], base }), base);
}
