import { html, nothing, type TemplateResult } from 'lit';
import type { DecidingEngine } from '../../engine/deciding.ts';
import { type Description, isFailure } from '../../engine/types.ts';
import { knownFacts } from '../../state/answers.ts';
import { bothDays, turningFacts } from '../../state/both-days.ts';
import { MOST_PATTERNS } from '../../state/patterns.ts';
import { makeView, type View } from '../view.ts';
import { comparison } from './comparison.ts';
import type { Asks } from './criterion.ts';

/** What is asked about a later version and the answers given. */
export interface ForYou {
  engine: DecidingEngine;
  /** The issue looked at. */
  issue: string;
  /** The rulebook as of the version that the later one follows, and as of the later one. */
  before: Description;
  after: Description;
  asks: Asks;
  /** The address at which the page of changes shows a state; nothing, if there is none (yet). */
  whole: (state: unknown) => string | undefined;
}

/** What a later version changes for the answers given, and the way to the whole change. */
export function forYou(view: View, asked: ForYou): TemplateResult | typeof nothing {
  const { engine, issue, before, after, asks, whole } = asked;
  const { rulebook } = view.description;
  const facts = knownFacts(view.answers, before.facts);
  const told = engine.compare({
    rulebook,
    from: before.asOf,
    to: after.asOf,
    facts,
    issues: [issue],
    limit: MOST_PATTERNS,
  });
  if (isFailure(told)) return nothing;
  const days: [Description, Description] = [before, after];
  const both = {
    ...view,
    ...makeView(bothDays(...days), view.answers, view.say, view.wide, view.reference),
  };
  const turning = turningFacts(engine, told, days, issue);
  const address = whole({ rulebook, from: told.from.asOf, to: told.to.asOf, facts });
  return html`${told.issues.map((one) =>
    comparison(both, { told: one, turning, given: true, asks }),
  )}
  ${address === undefined ? nothing : html`<p><a class="whole" href=${address}>${view.say('compare-whole')}</a></p>`}`;
}
