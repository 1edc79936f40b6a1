import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, IssueAnswer } from '../engine/types.ts';
import { citationLink, standingInWords } from './citation.ts';
import { rulebookPage } from './reference.ts';
import type { View } from './view.ts';

/** Every provision behind the verdict, in force on the day. */
export function sources(view: View, { citations }: IssueAnswer): TemplateResult | typeof nothing {
  if (citations.length === 0) return nothing;
  return html`<section class="part">
    <h3>${view.say('sources-title')}</h3>
    ${sourceList(view, citations)}
  </section>`;
}

/** Provisions with their rank and how well they are attested, a line each. */
export function sourceList(view: View, citations: Citation[]): TemplateResult {
  return html`<ul class="sources">
    ${citations.map(
      (citation) => html`<li>
        <span>${citationLink(view, citation.provision)}</span>
        <span class="note-rank">${standingInWords(view, citation)}</span>
      </li>`,
    )}
  </ul>`;
}

/** What the rulebook does not know or does not encode, and the way to all that it says. */
export function aboutRules(view: View): TemplateResult {
  const ids = view.description.gaps;
  const page = rulebookPage(view);
  return html`${
    ids.length === 0
      ? nothing
      : html`<details class="fold gaps">
          <summary>${view.say('gaps-title', { count: ids.length })}</summary>
          <ul>
            ${ids.map((id) => html`<li>${view.law.say(`gap/${id}`)}</li>`)}
          </ul>
        </details>`
  }
  ${
    page === undefined
      ? nothing
      : html`<p class="about-rules"><a href=${page}>${view.say('reference-rulebook')}</a></p>`
  }`;
}
