import { html, nothing, type TemplateResult } from 'lit';
import type { CasesSeen } from '../../reading/many/types.ts';
import { sign } from '../marks.ts';
import type { View } from '../view.ts';
import type { ManyPart } from './many-part.ts';
import { standingName, standingSign } from './words.ts';

/** How many cases stand how: each count shows those cases alone. */
export function standingCounts(
  view: View,
  issue: string,
  { counts, all }: CasesSeen,
  { wanted, want }: ManyPart,
): TemplateResult {
  const { say } = view;
  const button = (standing: string | undefined, words: unknown, count: number) => html`<li>
    <button
      type="button"
      data-standing=${standing ?? 'all'}
      aria-pressed=${wanted.standing === standing}
      @click=${() => want({ standing })}
    >
      ${words} <b>${count}</b>
    </button>
  </li>`;
  return html`<ul class="stands" aria-label=${say('many-filter')}>
    ${button(undefined, html`<span>${say('many-all')}</span>`, all)}
    ${counts.map(([standing, count]) =>
      button(
        standing,
        html`${sign(standingSign(view, issue, standing))}<span>${standingName(view, issue, standing)}</span>`,
        count,
      ),
    )}
  </ul>`;
}

/** What is missing most often, and which questions would settle most of the open cases. */
export function whatIsMissing(
  view: View,
  { missing, ask, open }: CasesSeen,
  part: ManyPart,
): TemplateResult | typeof nothing {
  if (missing.length + ask.length === 0) return nothing;
  return html`<div class="beside">
    ${missing.length === 0 ? nothing : missingList(view, missing, part)}
    ${ask.length === 0 ? nothing : askList(view, ask, open)}
  </div>`;
}

function missingList(
  { say, law }: View,
  missing: CasesSeen['missing'],
  { wanted, want }: ManyPart,
): TemplateResult {
  return html`<section class="part often">
    <h3>${say('many-missing-title')}</h3>
    <ul>
      ${missing.map(
        ({ element, missing: count, unknown }) => html`<li>
          <button
            type="button"
            class="link"
            data-missing=${element}
            aria-pressed=${wanted.missing === element}
            @click=${() => want({ missing: wanted.missing === element ? undefined : element })}
          >
            ${law.say(`element/${element}/title`)}
          </button>
          <span class="quiet">${say('many-missing-count', { count, unknown })}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}

function askList({ say, law }: View, ask: CasesSeen['ask'], open: number): TemplateResult {
  return html`<section class="part often">
    <h3>${say('many-ask-title', { count: open })}</h3>
    <ol>
      ${ask.map(
        ({ fact, bears, settles }) => html`<li data-fact=${fact}>
          <span>${law.say(`fact/${fact}/ask`)}</span>
          <span class="quiet">${say('many-ask-count', { bears, settles })}</span>
        </li>`,
      )}
    </ol>
  </section>`;
}
