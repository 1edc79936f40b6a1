import type {
  DecideRequest,
  Decision,
  Description,
  Facts,
  Failure,
  IssueAnswer,
} from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import type { CaseAsk, CaseLesson } from './types.ts';

/** The engine as lessons on facts ask it. */
export interface CaseEngine {
  decide(request: DecideRequest): Decision | Failure;
  describe(request: { rulebook: string; asOf?: string }): Description | Failure;
  list(): { rulebooks: { rulebook: string; versions: string[] }[] } | Failure;
}

/** What a decision on a lesson is asked with. */
export interface CaseFacts {
  asOf: string;
  facts: Facts;
}

/** Decides a lesson's case, as it is or altered. */
export function decided(
  engine: CaseEngine,
  { rulebook, asOf, facts, presume, ask }: CaseLesson,
  altered: Partial<CaseFacts> = {},
): Decision | Failure {
  return engine.decide({
    rulebook,
    asOf,
    facts,
    presume: presume === true,
    // Deadlines are told whatever is asked.
    ...(ask.what === 'due' ? {} : { issues: [ask.of] }),
    ...altered,
  });
}

/** The verdict on an issue; `open` while it is not settled. */
export function verdictIn({ verdict, settled }: IssueAnswer): string {
  return settled && verdict !== null ? verdict : 'open';
}

/** What came of a decision, as far as it is asked; nothing where the engine does not say it. */
export function cameOf(decision: Decision | Failure, ask: CaseAsk): string | undefined {
  if (isFailure(decision)) return undefined;
  if (ask.what === 'due') {
    const deadline = decision.deadlines.find(({ id }) => id === ask.of);
    if (!deadline) return undefined;
    if (deadline.applies === 'no') return 'none';
    return deadline.due ?? undefined;
  }
  const answer = decision.issues.find(({ issue }) => issue === ask.of);
  return answer && verdictIn(answer);
}
