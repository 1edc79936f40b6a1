import type { Failure } from '../../engine/types.ts';
import { WorkerLine } from '../worker-line.ts';
import type { DraftsDesk } from './desk.ts';
import type { DraftAsked, Weighed } from './types.ts';

/** A desk in a worker. */
class WorkerDrafts implements DraftsDesk {
  constructor(private readonly line: WorkerLine) {}

  weigh(draft: string, asked: DraftAsked): Promise<Weighed | Failure> {
    return this.line.call('weigh', [draft, asked]);
  }

  close(): void {
    this.line.close();
  }
}

/**
 * A desk to hold drafts against the law: in a worker, or on this thread, where none can be made.
 * A draft is compiled as it is asked, which takes a second or more.
 */
export async function openDrafts(base: string | undefined): Promise<DraftsDesk> {
  const line = await WorkerLine.open('drafts', base);
  if (line) return new WorkerDrafts(line);
  const { HereDrafts, loadAuthor } = await import('./drafts-desk.ts');
  return new HereDrafts(await loadAuthor({ texts: [], langs: [], base }), base);
}
