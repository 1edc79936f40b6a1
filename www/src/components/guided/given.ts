import { html, nothing, type TemplateResult } from 'lit';
import { answerInWords, type View } from '../view.ts';

interface Given {
  /** Unfolded: where answers contradict each other. */
  open: boolean;
  change: (fact: string) => void;
}

/** What was answered, each line with the way to change it; all others stay as they are. */
export function given(view: View, { open, change }: Given): TemplateResult | typeof nothing {
  const said = Object.keys(view.answers).filter((fact) => view.facts.has(fact));
  if (said.length === 0) return nothing;
  return html`<details class="fold given" ?open=${open}>
    <summary>${view.say('guided-given', { count: said.length })}</summary>
    <ul>
      ${said.map((fact) => {
        const ask = view.law.say(`fact/${fact}/ask`);
        return html`<li data-fact=${fact}>
          <span>${ask}</span>
          <b>${answerInWords(view, fact, view.answers[fact])}</b>
          <button
            type="button"
            class="link"
            aria-label=${view.say('guided-change-of', { ask })}
            @click=${() => change(fact)}
          >
            ${view.say('guided-change')}
          </button>
        </li>`;
      })}
    </ul>
  </details>`;
}
