import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../../state/corpus.ts';
import { confidenceInWords } from '../citation.ts';
import type { View } from '../view.ts';
import { agreement, caseSources, courtLine, factLines, outcome } from './decided.ts';

/** What a page does with a case. */
interface Deed {
  /** The tool with the facts of the case filled in; nothing, where there is no such page. */
  tool: string | undefined;
  /** Makes that link, once the facts are unfolded. */
  unfolded: () => void;
  /** Whether the address of the page may name the case. */
  linked: boolean;
}

/** The place of a case on the page. */
export const placeOf = ({ rulebook, id }: Pick<Entry, 'rulebook' | 'id'>): string =>
  `case-${rulebook.replace('/', '-')}-${id}`;

/** A decided case: court, holding, how it came out and what the rules say of it, facts, sources. */
export function entry(view: View, one: Entry, { tool, unfolded, linked }: Deed): TemplateResult {
  const { say, law } = view;
  const { id, described, outcomes, rulebook } = one;
  const key = `case/${id}`;
  const facts = Object.keys(described.facts);
  const by = described.overruledBy;
  return html`<article class="decided" id=${placeOf(one)} tabindex="-1" aria-labelledby=${`${placeOf(one)}-name`}>
    <h3 id=${`${placeOf(one)}-name`}>${law.say(`${key}/name`)}</h3>
    <p class="case-beside" lang=${say.lang === 'zh' ? 'en' : 'zh-CN'}>${law.beside(`${key}/name`) ?? nothing}</p>
    <p class="case-court">
      ${courtLine(view, described)}${say('dot')}${law.say('title')}${say('dot')}${confidenceInWords(view, described.confidence)}
    </p>
    <p class="case-holding">${law.say(`${key}/holding`)}</p>
    ${by === null ? nothing : html`<p class="note-rank">${say('case-overruled', { by: law.say(`case/${by}/name`) })}</p>`}
    ${
      outcomes.length === 0
        ? html`<p class="quiet" data-agreement="none">${say('cases-no-outcome')}</p>`
        : html`<ul class="outcomes">
            ${outcomes.map(
              ({ issue, precedent }) => html`<li>
                <span class="outcome-issue">${law.say(`issue/${issue}/title`)}</span>
                ${outcome(view, issue, precedent.held)} ${agreement(view, issue, precedent)}
              </li>`,
            )}
          </ul>`
    }
    ${
      facts.length === 0
        ? nothing
        : html`<details
            class="fold"
            @toggle=${(event: Event) => {
              if ((event.currentTarget as HTMLDetailsElement).open) unfolded();
            }}
          >
            <summary>${say('cases-facts', { count: facts.length })}</summary>
            ${factLines(view, facts, described.facts)}
            ${tool === undefined ? nothing : html`<p><a class="in-tool" href=${tool}>${say('cases-in-tool')}</a></p>`}
          </details>`
    }
    ${caseSources(view, id)}
    ${linked ? html`<p class="case-link"><a href=${`#case=${rulebook}/${id}`}>${say('cases-link')}</a></p>` : nothing}
  </article>`;
}
