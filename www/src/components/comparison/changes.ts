import { html, nothing, type TemplateResult } from 'lit';
import type { Change, IssueAnswer, Value } from '../../engine/types.ts';
import { anyOf, quoted } from '../../i18n/lists.ts';
import { sign } from '../marks.ts';
import { answerInWords, either, type View, verdictOf } from '../view.ts';

/** More changes than this are folded. */
const FIRST = 4;

/** Open questions that a change needs answered are folded if there are more than this. */
const MOST_NEEDED = 3;

/** Changes of the same facts to the same verdict, told as one: this value or that one. */
interface Turn {
  to: string;
  kind: Kind;
  reach: Reach;
  facts: Map<string, Value[]>;
}

/**
 * How a change is told. What mends a settled verdict, and can be brought about; what answers to
 * open questions would settle; and what an answer already given would change if it were another.
 * The last is no advice: what was answered stays as it was answered.
 */
type Kind = 'mend' | 'open' | 'otherwise';

type Reach = 'acting' | 'evidence' | 'out';

const REACH: Record<Reach, string> = {
  acting: 'change-by-acting',
  evidence: 'change-by-evidence',
  out: 'change-out-of-reach',
};

const TITLES: Record<Kind, string> = {
  mend: 'changes-mend-title',
  open: 'changes-open-title',
  otherwise: 'changes-otherwise-title',
};

const WEIGHTS = ['clear', 'caution', 'severe'];

/** The smallest changes that lead to another verdict: mends first, and apart from the others. */
export function changes(view: View, answer: IssueAnswer): TemplateResult | typeof nothing {
  const turns = told(view, answer);
  if (turns.length === 0) return nothing;
  const kinds: Kind[] = ['mend', 'open', 'otherwise'];
  return html`${kinds.map((kind) => {
    const some = turns.filter((turn) => turn.kind === kind);
    return some.length === 0 ? nothing : part(view, answer.issue, kind, some);
  })}`;
}

function part(view: View, issue: string, kind: Kind, turns: Turn[]): TemplateResult {
  const seen = new Set(turns.map((turn) => shownOf(view, turn)));
  const first = turns.filter((turn) => seen.delete(shownOf(view, turn))).slice(0, FIRST);
  const rest = turns.filter((turn) => !first.includes(turn));
  const items = (some: Turn[]) =>
    html`<ul class="changes">${some.map((turn) => one(view, issue, turn))}</ul>`;
  return html`<section class="part" data-changes=${kind}>
    <h3>${view.say(TITLES[kind])}</h3>
    ${kind === 'otherwise' ? html`<p class="quiet">${view.say('changes-otherwise-lead')}</p>` : nothing}
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
function told(view: View, answer: IssueAnswer): Turn[] {
  const { issue } = answer;
  const reaches: Reach[] = ['acting', 'evidence', 'out'];
  const rank = ({ to, reach }: Turn) =>
    reaches.indexOf(reach) * WEIGHTS.length + weightOf(view, issue, to);
  const turns = new Map<string, Turn>();
  for (const change of answer.changes) {
    const facts = Object.entries(change.facts);
    const reach = reachOf(view, change);
    // Only where a single fact turns can its values stand for each other.
    const same = facts.length === 1 ? facts[0]?.[0] : JSON.stringify(facts);
    const key = `${change.to} ${reach} ${same}`;
    const kind = kindOf(view, answer, change);
    const turn = turns.get(key) ?? { to: change.to, kind, reach, facts: new Map() };
    for (const [fact, value] of facts) {
      turn.facts.set(fact, [...(turn.facts.get(fact) ?? []), value]);
    }
    turns.set(key, turn);
  }
  const sorted = [...turns.values()].sort((a, b) => rank(a) - rank(b));
  return onlyTheBest(view, issue, sorted);
}

/** Of mends that turn the same answers, the one to the best verdict; the others mend less. */
function onlyTheBest(view: View, issue: string, turns: Turn[]): Turn[] {
  const turned = ({ facts }: Turn) =>
    [...facts.keys()].filter((fact) => (view.answers[fact] ?? null) !== null).join(' ');
  const best = new Map<string, number>();
  for (const turn of turns) {
    if (turn.kind !== 'mend') continue;
    const weight = weightOf(view, issue, turn.to);
    best.set(turned(turn), Math.min(weight, best.get(turned(turn)) ?? weight));
  }
  return turns.map((turn) =>
    turn.kind === 'mend' && weightOf(view, issue, turn.to) > (best.get(turned(turn)) ?? 0)
      ? { ...turn, kind: 'otherwise' }
      : turn,
  );
}

function weightOf(view: View, issue: string, verdict: string): number {
  return WEIGHTS.indexOf(verdictOf(view, issue, verdict)?.weight ?? 'severe');
}

/**
 * Whether a change mends: it leads to a better verdict, and all answers that it turns are what
 * is missing, and acts that can still be done.
 */
function kindOf(view: View, answer: IssueAnswer, { to, facts }: Change): Kind {
  const { issue, settled, verdict, missing } = answer;
  const turned = Object.keys(facts).filter((fact) => (view.answers[fact] ?? null) !== null);
  if (turned.length === 0) return 'open';
  const failing = new Set(missing.flatMap((item) => (item.state === 'no' ? item.facts : [])));
  const acts = turned.every((fact) => failing.has(fact) && view.facts.get(fact)?.change === 'yes');
  const better =
    settled && verdict !== null && weightOf(view, issue, to) < weightOf(view, issue, verdict);
  return acts && better ? 'mend' : 'otherwise';
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

function one(view: View, issue: string, turn: Turn): TemplateResult {
  const { to, kind, facts } = turn;
  const weight = verdictOf(view, issue, to)?.weight ?? 'open';
  const all = [...facts];
  const needed = all.filter((fact) => isOpen(view, fact));
  const fold = folds(view, all);
  return html`<li class="change">
    ${steps(view, kind, fold ? all.filter((fact) => !isOpen(view, fact)) : all)}
    ${
      fold
        ? html`<details class="fold">
            <summary>${view.say('change-needs', { count: needed.length })}</summary>
            ${steps(view, kind, needed)}
          </details>`
        : nothing
    }
    <p class="change-to">
      <span aria-hidden="true">→</span> ${sign(weight)}
      <span>${view.law.say(`verdict/${issue}/${to}/title`)} ${reachWord(view, issue, turn)}</span>
    </p>
  </li>`;
}

/**
 * How far a change is within reach. An open question is answered as it is, so that only what
 * leads to a verdict that does not hurt is said to be possible or to need proof.
 */
function reachWord(view: View, issue: string, { to, kind, reach }: Turn) {
  const helps = kind === 'mend' || (kind === 'open' && weightOf(view, issue, to) === 0);
  return helps || reach === 'out' ? html`<small>${view.say(REACH[reach])}</small>` : nothing;
}

function steps(view: View, kind: Kind, facts: [string, Value[]][]): TemplateResult {
  return html`<ul class="steps">
    ${facts.map(
      ([fact, values]) => html`<li>
        ${view.law.say(`fact/${fact}/ask`)}${view.say('gap')}<span class="turn">${step(view, kind, fact, values)}</span>
      </li>`,
    )}
  </ul>`;
}

function step(view: View, kind: Kind, fact: string, values: Value[]): TemplateResult {
  const now = view.answers[fact];
  const words = values.map((value) => answerInWords(view, fact, value));
  const next = html`<b>${either(view, words)}</b>`;
  if (now === undefined || now === null) return next;
  const from = answerInWords(view, fact, now);
  if (kind === 'mend') return html`${view.say('change-turn-from', { from })} ${next}`;
  const other = anyOf(view.say.lang, words.map(quoted));
  return html`${view.say('change-given', { from })}<b>${other}</b>`;
}
