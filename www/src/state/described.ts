import { describeOnce } from '../engine/describe-once.ts';
import {
  type Description,
  type Engine,
  type Failure,
  isFailure,
  type Listed,
} from '../engine/types.ts';

/** The rulebooks that keep a ledger, each described once for every version that is asked. */
export class Described {
  /** Those rulebooks. */
  readonly listed: Listed[];
  /** Why something could not be described, where that was so. */
  failure: Failure | undefined;

  constructor(readonly engine: Pick<Engine, 'describe' | 'list'>) {
    const answer = engine.list();
    this.failure = isFailure(answer) ? answer : undefined;
    this.listed = isFailure(answer) ? [] : answer.rulebooks.filter((one) => one.simulates);
  }

  /** The rulebook as of today's law, or as of a day; the nearest version, where there is none. */
  of(rulebook: string, day?: string): Description | undefined {
    const versions = this.listed.find((one) => one.rulebook === rulebook)?.versions ?? [];
    const version = day && (versions.findLast((from) => from <= day) ?? versions[0]);
    const answer = describeOnce(this.engine, rulebook, version);
    if (!isFailure(answer)) return answer;
    this.failure = answer;
    return undefined;
  }
}
