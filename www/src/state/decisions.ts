import type { DecidingEngine } from '../engine/deciding.ts';
import type { Opening } from '../engine/opening.ts';
import { type DecideRequest, type Decision, type Failure, isFailure } from '../engine/types.ts';

/** What is asked: of which rules, on which day, with which answers. */
type Asked = Pick<DecideRequest, 'rulebook' | 'asOf' | 'facts'>;

/**
 * What the engine makes of answers: of the issue that is looked at at once, of the others when it
 * is told to go on, so that nobody waits for what is not looked at.
 */
export class Decisions {
  /** On the issue looked at alone, with the questions that still matter for it. */
  alone: Decision | undefined;
  /** On all issues: the one looked at as it is now, while `late` the others as they were before. */
  all: Decision | undefined;
  /** Why there is no answer. */
  failure: Failure | undefined;
  /** Whether the others are still to be decided anew. */
  late = false;
  /** On all issues, as they were decided last. */
  whole: Decision | undefined;
  /** What was asked then. */
  private decided: { rulebook: string; text: string } | undefined;
  private request: DecideRequest | undefined;
  /** Whether something is answered on which nothing can be decided yet, for want of an engine. */
  waits = false;
  /** What was said last of an issue looked at, and to what. */
  private looked: { text: string; answer: Decision | Failure } | undefined;

  /** Takes up what the engine says where nothing is answered, until it is there itself. */
  begin({ all, first }: Opening, asOf: string): void {
    this.waits = false;
    this.all = { ...all, asOf };
    this.alone = { ...first, asOf };
  }

  /** Takes back the verdicts with which it began: they are of other answers. */
  wait(): void {
    if (!this.all || this.waits) return;
    this.waits = true;
    const open = { verdict: null, possible: [], settled: false };
    const issues = this.all.issues.map((answer) => ({ ...answer, ...open }));
    this.all = { ...this.all, issues, warnings: [] };
  }

  /**
   * Decides on the issue looked at, and on the others too where nothing is known of them, or none
   * is looked at more than the others.
   */
  ask(engine: DecidingEngine, asked: Asked, looked: string | undefined): void {
    this.waits = false;
    this.request = { ...asked, mend: true };
    this.late = JSON.stringify(this.request) !== this.decided?.text;
    if (!this.whole || this.decided?.rulebook !== asked.rulebook) this.goOn(engine);
    if (!this.failure || this.late) this.lookAt(engine, this.request, looked);
  }

  /** Decides on all that was left for later. */
  goOn(engine: DecidingEngine): void {
    const { request } = this;
    if (!this.late || !request) return;
    this.take(request, engine.decide(request));
  }

  private lookAt(engine: DecidingEngine, request: DecideRequest, looked: string | undefined): void {
    if (looked === undefined) {
      this.goOn(engine);
      this.alone = this.whole;
      return;
    }
    const asked: DecideRequest = { ...request, issues: [looked] };
    const text = JSON.stringify(asked);
    const answer = this.looked?.text === text ? this.looked.answer : engine.decide(asked);
    this.looked = { text, answer };
    // What speaks against the answers speaks against them whatever is asked.
    if (isFailure(answer)) {
      this.take(request, answer);
      return;
    }
    this.alone = answer;
    this.failure = undefined;
    this.all = this.late ? this.together(answer) : this.whole;
  }

  /** What was decided last, with the issue looked at and all that hangs on no issue as of now. */
  private together(alone: Decision): Decision | undefined {
    const { whole } = this;
    if (!whole) return undefined;
    const now = new Map(alone.issues.map((one) => [one.issue, one]));
    const issues = whole.issues.map((one) => now.get(one.issue) ?? one);
    return { ...alone, issues, next: whole.next, together: whole.together };
  }

  private take(request: DecideRequest, answer: Decision | Failure): void {
    this.decided = { rulebook: request.rulebook, text: JSON.stringify(request) };
    this.late = false;
    this.failure = isFailure(answer) ? answer : undefined;
    this.whole = isFailure(answer) ? undefined : answer;
    this.all = this.whole;
    if (this.failure) this.alone = undefined;
  }
}
