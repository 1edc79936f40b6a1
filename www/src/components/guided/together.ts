import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../../state/answers.ts';
import type { View } from '../view.ts';

interface Together {
  facts: string[];
  /** What is ticked so far. */
  ticked: Set<string>;
  tick: (fact: string, on: boolean) => void;
  give: (answers: Answers) => void;
  /** Asks them one after the other instead. */
  apart: () => void;
}

/** Several questions as one: to which of these is the answer yes? One tap says to none, or to all. */
export function together(
  view: View,
  { facts, ticked, tick, give, apart }: Together,
): TemplateResult {
  // With nothing ticked one tap says of all what is usual.
  const usual = view.facts.get(facts[0] ?? '')?.undisputed === true;
  const unticked = ticked.size === 0;
  const says = unticked ? (usual ? 'guided-all' : 'guided-none') : 'guided-these';
  const all = () =>
    give(Object.fromEntries(facts.map((fact) => [fact, unticked ? usual : ticked.has(fact)])));
  return html`<div role="group" aria-labelledby="guided-ask" aria-describedby="guided-hint" class="ticks">
      ${facts.map((fact) => {
        const hint = view.law.maybe(`fact/${fact}/hint`);
        return html`<label class="answer" data-fact=${fact}>
          <input
            type="checkbox"
            .checked=${ticked.has(fact)}
            @change=${(event: Event) => tick(fact, (event.target as HTMLInputElement).checked)}
          />
          <span>${view.law.say(`fact/${fact}/ask`)}${hint ? html`<small>${hint}</small>` : nothing}</span>
        </label>`;
      })}
    </div>
    <div class="picks">
      <button type="button" class="pick" data-all @click=${all}>
        ${view.say(says)}
      </button>
      <button type="button" class="pick" data-apart @click=${apart}>${view.say('guided-apart')}</button>
    </div>`;
}
