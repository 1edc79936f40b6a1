import {
  type Description,
  type Engine,
  type Failure,
  isFailure,
  type Simulation,
} from '../../engine/types.ts';
import { fits } from '../answers.ts';
import { inOrder } from '../findings.ts';
import { FIRST, type Ledger, type LedgerState, toLedgerRequest } from '../ledger.ts';
import { isObject } from '../shape.ts';
import { CALENDAR } from '../states.ts';
import { type MatterFile, pointer, type Reason, shortened } from './file.ts';
import { GROUPS, RULEBOOKS } from './places.ts';
import type { HeldTool, Part } from './types.ts';

/** What is asked whether the rulebooks know what a file says. */
export interface Judges {
  deciding: Pick<Engine, 'describe' | 'list'>;
  simulating: Pick<Engine, 'describe' | 'list' | 'simulate'>;
}

/** Every version of a rulebook. */
function versionsOf(engine: Judges['deciding'], rulebook: string): Description[] {
  const listed = engine.list();
  if (isFailure(listed)) return [];
  const days = listed.rulebooks.find((one) => one.rulebook === rulebook)?.versions ?? [];
  return days
    .map((asOf) => engine.describe({ rulebook, asOf }))
    .filter((one): one is Description => !isFailure(one));
}

/**
 * What of a file no version of the rulebooks knows, or the engine refuses; nothing, where all of
 * it can be shown. A fact that only another day's law asks is kept: the day may be changed.
 */
export function judged({ parts }: MatterFile, judges: Judges): Reason[] {
  const reasons: Reason[] = [];
  for (const [tool, rulebooks] of Object.entries(RULEBOOKS)) {
    const part = parts[tool as HeldTool];
    if (part) reasons.push(...decision(tool, part, rulebooks, judges));
  }
  if (parts.penalties) {
    const { state, drafts } = parts.penalties;
    if (state) reasons.push(...ledger(state, judges));
    if (drafts) reasons.push(...half(drafts, judges));
  }
  for (const [tool, part] of Object.entries(parts)) reasons.push(...declined(tool, part));
  return reasons;
}

/** A finding that is half typed, for a ledger that there is none of. */
function half(drafts: Record<string, unknown>, { simulating }: Judges): Reason[] {
  const rulebook = isObject(drafts.finding) ? drafts.finding.rulebook : undefined;
  if (typeof rulebook !== 'string') return [];
  const described = simulating.describe({ rulebook });
  if (!isFailure(described) && described.ledger) return [];
  const path = pointer(['parts', 'penalties', 'drafts', 'finding', 'rulebook']);
  return [{ code: 'rulebook', path, found: shortened(rulebook) }];
}

/** What was taken back at a place that the tool does not have. */
function declined(tool: string, part: Part): Reason[] {
  const places = GROUPS.flatMap((group) => group.places).filter((one) => one.tool === tool);
  return Object.keys(part.declined ?? {})
    .filter((id) => !places.some((one) => one.id === id))
    .map((id) => ({
      code: 'fact',
      path: pointer(['parts', tool, 'declined', id]),
      found: shortened(id),
    }));
}

function decision(tool: string, part: Part, rulebooks: string[], { deciding }: Judges): Reason[] {
  const versions = rulebooks.flatMap((rulebook) => versionsOf(deciding, rulebook));
  const reasons: Reason[] = [];
  const at = (...keys: string[]) => pointer(['parts', tool, ...keys]);
  const { asOf, issue, answers } = part.state ?? {};
  if (typeof asOf === 'string') {
    const told = rulebooks.map((rulebook) => deciding.describe({ rulebook, asOf }));
    const failed = told.filter(isFailure);
    const [first] = failed;
    if (first && failed.length === told.length) {
      reasons.push({
        code: 'day',
        path: at('state', 'asOf'),
        found: asOf,
        says: first.error.message,
      });
    }
  }
  const known = (some: (version: Description) => boolean) => versions.some(some);
  // Of several rulebooks the one that is looked at stands in place of the issue.
  const isLooked = (id: string) =>
    rulebooks.length > 1
      ? rulebooks.includes(id)
      : known(({ issues }) => issues.some((one) => one.id === id));
  if (typeof issue === 'string' && !isLooked(issue)) {
    reasons.push({ code: 'fact', path: at('state', 'issue'), found: shortened(issue) });
  }
  for (const [fact, value] of Object.entries(isObject(answers) ? answers : {})) {
    const asked = versions.flatMap(({ facts }) => facts.filter(({ id }) => id === fact));
    const path = at('state', 'answers', fact);
    if (asked.length === 0) reasons.push({ code: 'fact', path, found: shortened(fact) });
    else if (!asked.some((one) => fits(one, value))) {
      reasons.push({ code: 'answer', path, found: shortened(value) });
    }
  }
  for (const [document, typed] of Object.entries(part.drafts ?? {})) {
    if (document === CALENDAR) continue;
    const drawn = versions.flatMap(({ documents }) =>
      documents.filter(({ id }) => id === document),
    );
    if (drawn.length === 0) {
      reasons.push({ code: 'document', path: at('drafts', document), found: shortened(document) });
      continue;
    }
    for (const field of Object.keys(isObject(typed) ? typed : {})) {
      if (drawn.some(({ fields }) => fields.some(({ id }) => id === field))) continue;
      reasons.push({ code: 'field', path: at('drafts', document, field), found: shortened(field) });
    }
  }
  return reasons;
}

function ledger(given: Record<string, unknown>, { simulating }: Judges): Reason[] {
  const { rulebook = FIRST, base, ...own } = given as unknown as LedgerState;
  const at = ['parts', 'penalties', 'state'];
  const described = simulating.describe({ rulebook });
  const clock = isFailure(described) ? undefined : described.ledger;
  if (!clock)
    return [{ code: 'rulebook', path: pointer([...at, 'rulebook']), found: shortened(rulebook) }];
  const ask = (one: Ledger, keys: string[]): Reason[] => {
    const answer: Simulation | Failure = simulating.simulate({
      rulebook,
      ...toLedgerRequest(one, clock),
      forecast: false,
    });
    if (!isFailure(answer)) return [];
    // The engine is asked in order of time; the file has an order of its own.
    const asked = inOrder(one.findings, clock);
    const inFile = (path: string) =>
      path.replace(/^\/findings\/(\d+)/, (whole, place: string) => {
        const finding = asked[Number(place)];
        return finding ? `/findings/${one.findings.indexOf(finding)}` : whole;
      });
    return [answer.error, ...answer.error.more].map(({ path, message }) => ({
      code: 'engine',
      path: `${pointer([...at, ...keys])}${inFile(path)}`,
      says: message,
    }));
  };
  return [...ask(own, []), ...(base ? ask(base, ['base']) : [])];
}
