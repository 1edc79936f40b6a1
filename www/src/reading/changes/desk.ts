import type { ComparingEngine } from '../../engine/comparing.ts';
import {
  type CompareRequest,
  type Comparison,
  type Failure,
  isFailure,
} from '../../engine/types.ts';
import { breathe } from '../../state/breathe.ts';

/** Where days are compared: in a worker, or on the page's own thread. */
export interface ChangesDesk {
  /** Compares two days, or says what the engine has against it. */
  compare(request: CompareRequest): Promise<Comparison | Failure>;
  close(): void;
}

/** A desk on this thread. */
export class HereChanges implements ChangesDesk {
  constructor(private readonly engine: Pick<ComparingEngine, 'compare'>) {}

  /**
   * Issue by issue, with a turn of the page between. What begins and ends of the rules is the same
   * whichever issues are asked.
   */
  async compare(request: CompareRequest): Promise<Comparison | Failure> {
    const { engine } = this;
    const all = engine.compare({ ...request, limit: 0 });
    if (isFailure(all)) return all;
    const issues: Comparison['issues'] = [];
    for (const { issue } of all.issues) {
      await breathe();
      const one = engine.compare({ ...request, issues: [issue] });
      if (isFailure(one)) return one;
      issues.push(...one.issues);
    }
    return { ...all, issues };
  }

  close(): void {}
}
