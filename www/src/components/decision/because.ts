import { html, nothing, type TemplateResult } from 'lit';
import type { IssueAnswer } from '../../engine/types.ts';
import { answerInWords, type View } from '../view.ts';
import { type Jump, jumpLink } from './jump.ts';

/** The smallest set of answers that settles the verdict on its own. */
export function because(
  view: View,
  answer: IssueAnswer,
  jump: Jump,
): TemplateResult | typeof nothing {
  if (answer.because.length === 0) return nothing;
  return html`<section class="part">
    <h3>${view.say('because-title')}</h3>
    <ul class="because">
      ${answer.because.map(
        (fact) => html`<li>
          ${jumpLink(view, fact, jump)}${view.say('gap')}<b>${answerInWords(view, fact, view.answers[fact])}</b>
        </li>`,
      )}
    </ul>
  </section>`;
}
