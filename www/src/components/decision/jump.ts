import { html, type TemplateResult } from 'lit';
import type { View } from '../view.ts';

/** Jumps to the question about a fact. */
export type Jump = (fact: string) => void;

/** The id of a question in its tool, for jumping to it. */
export const questionId = (fact: string) => `fact-${fact}`;

/** A link to a question, in the question's own words. */
export function jumpLink(view: View, fact: string, jump: Jump): TemplateResult {
  return html`<a
    class="jump"
    href="#${questionId(fact)}"
    @click=${(event: Event) => {
      event.preventDefault();
      jump(fact);
    }}
    >${view.law.say(`fact/${fact}/ask`)}</a
  >`;
}
