import { type Description, type IssueAnswer, isFailure, type Value } from '../engine/types.ts';
import {
  type Alteration,
  inOrder,
  LEAST_WRONG,
  MOST_WRONG,
  type Option,
  ranked,
  separated,
} from './alteration.ts';
import { type CaseEngine, type CaseFacts, cameOf, decided, verdictIn } from './case.ts';
import { alterations, together } from './case-alterations.ts';
import type { Found } from './found.ts';
import { refusal, type Trouble, trouble } from './trouble.ts';
import type { CaseAsk, CaseLesson } from './types.ts';
import { versionsOf } from './versions.ts';

/** Sets a lesson on facts: by decisions with one fact otherwise, or under other versions. */
export function caseTask(engine: CaseEngine, lesson: CaseLesson): Found | Trouble {
  const { rulebook, asOf, ask } = lesson;
  const decision = decided(engine, lesson);
  if (isFailure(decision)) return refusal(decision);
  const description = engine.describe({ rulebook, asOf });
  if (isFailure(description)) return refusal(description);
  const answer = decision.issues.find(({ issue }) => issue === ask.of);
  const near = [
    ...(answer?.because ?? []),
    ...(answer?.changes ?? []).flatMap(({ facts }) => Object.keys(facts)),
  ];
  const versions = versionsOf(engine, rulebook);
  const all = alterations(lesson, description, versions, decision.presumed, near);
  if (ask.what === 'saves') {
    if (!answer) return trouble('nothing_to_ask', '/ask', {});
    return { ...saving(engine, lesson, ask, answer, description, all), description, decision };
  }
  const truth = cameOf(decision, ask);
  if (truth === undefined) return trouble('nothing_to_ask', '/ask', {});
  const several = (answer?.changes ?? [])
    .filter(({ facts }) => Object.keys(facts).length > 1)
    .map(({ facts }) => together(lesson, facts, decision.presumed))
    .sort((a, b) => a.cost - b.cost);
  // That a verdict is open says something where what is stated is otherwise or not known; not
  // where a fact that nobody raised makes the engine ask on.
  const one = ranked(all, lesson.vary);
  const said = (altered: Partial<CaseFacts>) =>
    Object.keys(altered.facts ?? {}).every((fact) => fact in lesson.facts);
  const wrong = separated([...one, ...several], truth, (altered) => {
    const outcome = cameOf(decided(engine, lesson, altered), ask);
    return outcome === 'open' && !said(altered) ? undefined : outcome;
  });
  const options = inOrder([{ key: truth }, ...wrong], verdictsOf(description, ask.of));
  return { truth, options, description, decision };
}

function verdictsOf({ issues }: Description, issue: string): string[] {
  return issues.find(({ id }) => id === issue)?.verdicts.map(({ id }) => id) ?? [];
}

/** The best verdict: one that weighs nothing; of several, the last. */
function bestOf({ issues }: Description, issue: string): string {
  const verdicts = issues.find(({ id }) => id === issue)?.verdicts ?? [];
  const clear = verdicts.filter(({ weight }) => weight === 'clear');
  return (clear.at(-1) ?? verdicts.at(-1))?.id ?? '';
}

/** A fact with its other value, as an option is named. */
function keyOf(fact: string, is: Value | undefined): string {
  return `${fact}=${JSON.stringify(is)}`;
}

/** The fact and the value that such an option names. */
export function factIn(key: string): { fact: string; is: Value } {
  const at = key.indexOf('=');
  return { fact: key.slice(0, at), is: JSON.parse(key.slice(at + 1)) as Value };
}

/**
 * One change that leads to the verdict asked for, among changes of other facts that do not.
 */
function saving(
  engine: CaseEngine,
  lesson: CaseLesson,
  ask: CaseAsk & { what: 'saves' },
  answer: IssueAnswer,
  description: Description,
  all: Alteration<CaseFacts>[],
): Pick<Found, 'truth' | 'options'> | Trouble {
  const wanted = ask.to ?? bestOf(description, ask.of);
  if (verdictIn(answer) === wanted) {
    return trouble('settled_already', '/ask/to', { verdict: wanted });
  }
  let right: Option | undefined;
  const wrong = new Map<string, Option>();
  for (const { apart, case: altered } of ranked(all, lesson.vary)) {
    const [changed] = apart.kind === 'facts' ? apart.facts : [];
    if (changed?.is === undefined) continue;
    const { fact, is } = changed;
    // What the author did not name only fills up.
    const named = lesson.vary?.includes(`facts/${fact}`) ?? false;
    if (!named && right && wrong.size >= LEAST_WRONG) break;
    const outcome = cameOf(decided(engine, lesson, altered), ask);
    if (outcome === undefined) continue;
    if (outcome === wanted) right ??= { key: keyOf(fact, is) };
    else if (!wrong.has(fact)) {
      wrong.set(fact, { key: keyOf(fact, is), apart: { kind: 'then', outcome } });
    }
  }
  if (!right) return trouble('no_single_answer', '/ask', { count: 0 });
  const saved = factIn(right.key).fact;
  const others = [...wrong.values()].filter(({ key }) => factIn(key).fact !== saved);
  const order = description.facts.map(({ id }) => id);
  const options = [right, ...others.slice(0, MOST_WRONG)].sort(
    (a, b) => order.indexOf(factIn(a.key).fact) - order.indexOf(factIn(b.key).fact),
  );
  return { truth: right.key, options };
}
