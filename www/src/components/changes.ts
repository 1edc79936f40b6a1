import { html, nothing, type TemplateResult } from 'lit';
import type { Change, IssueAnswer, Value } from '../engine/types.ts';
import { sign } from './marks.ts';
import { answerInWords, type View, verdictOf } from './view.ts';

/** More changes than this are folded. */
const FIRST = 4;

/** Open questions that a change needs answered are folded if there are more than this. */
const MOST_NEEDED = 3;

/** Changes of the same facts to the same verdict, told as one: this value or that one. */
interface Turn {
  to: string;
  reach: Reach;
  facts: Map<string, Value[]>;
}

type Reach = 'acting' | 'evidence' | 'out';

const REACH: Record<Reach, string> = {
  acting: 'change-by-acting',
  evidence: 'change-by-evidence',
  out: 'change-out-of-reach',
};

/** The smallest changes that lead to another verdict, those within reach first. */
export function changes(view: View, answer: IssueAnswer): TemplateResult | typeof nothing {
  const turns = told(view, answer.issue, answer.changes);
  if (turns.length === 0) return nothing;
  const seen = new Set(turns.map((turn) => shownOf(view, turn)));
  const first = turns.filter((turn) => seen.delete(shownOf(view, turn))).slice(0, FIRST);
  const rest = turns.filter((turn) => !first.includes(turn));
  const items = (some: Turn[]) =>
    html`<ul class="changes">${some.map((turn) => one(view, answer.issue, turn))}</ul>`;
  return html`<section class="part">
    <h3>${view.say(answer.settled ? 'changes-title' : 'changes-open-title')}</h3>
    ${items(first)}
    ${
      rest.length > 0
        ? html`<details class="fold">
            <summary>${view.say('changes-more', { count: rest.length })}</summary>
            ${items(rest)}
          </details>`
        : nothing
    }
  </section>`;
}

/** The changes, those within reach first, and among them those to a better verdict. */
function told(view: View, issue: string, all: Change[]): Turn[] {
  const reaches: Reach[] = ['acting', 'evidence', 'out'];
  const weights = ['clear', 'caution', 'severe'];
  const rank = ({ to, reach }: Turn) =>
    reaches.indexOf(reach) * weights.length +
    weights.indexOf(verdictOf(view, issue, to)?.weight ?? 'severe');
  const turns = new Map<string, Turn>();
  for (const change of all) {
    const facts = Object.entries(change.facts);
    const reach = reachOf(view, change);
    // Only where a single fact turns can its values stand for each other.
    const same = facts.length === 1 ? facts[0]?.[0] : JSON.stringify(facts);
    const key = `${change.to} ${reach} ${same}`;
    const turn = turns.get(key) ?? { to: change.to, reach, facts: new Map() };
    for (const [fact, value] of facts) {
      turn.facts.set(fact, [...(turn.facts.get(fact) ?? []), value]);
    }
    turns.set(key, turn);
  }
  return [...turns.values()].sort((a, b) => rank(a) - rank(b));
}

/** What of a change is seen while the questions it needs answered are folded. */
function shownOf(view: View, { to, reach, facts }: Turn): string {
  const all = [...facts];
  const seen = folds(view, all) ? all.filter((fact) => !isOpen(view, fact)) : all;
  return JSON.stringify([to, reach, seen]);
}

function isOpen(view: View, [fact]: [string, Value[]]): boolean {
  return (view.answers[fact] ?? null) === null;
}

function folds(view: View, facts: [string, Value[]][]): boolean {
  return facts.filter((fact) => isOpen(view, fact)).length > MOST_NEEDED;
}

function reachOf(view: View, { actionable, facts }: Change): Reach {
  if (!actionable) return 'out';
  const byActing = Object.keys(facts).every((fact) => view.facts.get(fact)?.change === 'yes');
  return byActing ? 'acting' : 'evidence';
}

function one(view: View, issue: string, { to, reach, facts }: Turn): TemplateResult {
  const weight = verdictOf(view, issue, to)?.weight ?? 'open';
  const all = [...facts];
  const needed = all.filter((fact) => isOpen(view, fact));
  const fold = folds(view, all);
  return html`<li class="change">
    ${steps(view, fold ? all.filter((fact) => !isOpen(view, fact)) : all)}
    ${
      fold
        ? html`<details class="fold">
            <summary>${view.say('change-needs', { count: needed.length })}</summary>
            ${steps(view, needed)}
          </details>`
        : nothing
    }
    <p class="change-to">
      <span aria-hidden="true">→</span> ${sign(weight)}
      <span>${view.law.say(`verdict/${issue}/${to}/title`)}</span>
      <small>${view.say(REACH[reach])}</small>
    </p>
  </li>`;
}

function steps(view: View, facts: [string, Value[]][]): TemplateResult {
  return html`<ul class="steps">
    ${facts.map(
      ([fact, values]) => html`<li>
        ${view.law.say(`fact/${fact}/ask`)} <span class="turn">${step(view, fact, values)}</span>
      </li>`,
    )}
  </ul>`;
}

function step(view: View, fact: string, values: Value[]): TemplateResult {
  const now = view.answers[fact];
  const words = values.map((value) => answerInWords(view, fact, value));
  const next = html`<b>${words.join(view.say('change-or'))}</b>`;
  return now === undefined || now === null
    ? next
    : html`${view.say('change-turn-from', { from: answerInWords(view, fact, now) })} ${next}`;
}
