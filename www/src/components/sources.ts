import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, IssueAnswer } from '../engine/types.ts';
import { citationLink, citationName, officialText, standingInWords } from './citation.ts';
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

/**
 * Provisions with their rank and how well they are attested, a line each, and the way to the
 * official text.
 */
export function sourceList(view: View, citations: Citation[]): TemplateResult {
  return html`<ul class="sources">
    ${citations.map(
      (citation) => html`<li>
        <span>${citationLink(view, citation.provision)}</span>
        <span class="note-rank">${standingInWords(view, citation)}</span>
        ${official(view, citation)}
      </li>`,
    )}
  </ul>`;
}

/** Leaves the page, once it is clicked; the name of the provision says what it leads to. */
function official(view: View, { provision }: Citation): TemplateResult | typeof nothing {
  const address = officialText(view, provision);
  if (address === undefined) return nothing;
  const name = view.say('source-official-of', { name: citationName(view, provision) });
  return html`<a href=${address} rel="noreferrer" aria-label=${name}>${view.say('source-official')}</a>`;
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
