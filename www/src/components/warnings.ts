import { html, nothing, type TemplateResult } from 'lit';
import type { Warning } from '../engine/types.ts';
import { dayInWords } from '../i18n/dates.ts';
import { notes } from './citation.ts';
import type { View } from './view.ts';

/** Asks for the law of another day. */
export type AskAsOf = (day: string) => void;

/** What a reader has to know besides the verdict. */
export function warnings(
  view: View,
  items: Warning[],
  askAsOf?: AskAsOf,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section class="part warnings">
    <h3>${view.say('warnings-title')}</h3>
    <ul>
      ${items.map(
        (warning) => html`<li class="noted" data-warning=${warning.code}>
          <div>${said(view, warning, askAsOf)}</div>
          ${notes(view, warning.citations)}
        </li>`,
      )}
    </ul>
  </section>`;
}

function said(view: View, warning: Warning, askAsOf: AskAsOf | undefined): TemplateResult {
  const { code, about, from } = warning;
  switch (code) {
    case 'alert':
      return html`<p class="warning-name">${view.law.say(`alert/${about}/title`)}</p>
        <p>${view.law.say(`alert/${about}/says`)}</p>`;
    case 'split':
      return html`<p class="warning-name">
          ${view.say('warning-split', { about: nameOf(view, about) })}
        </p>
        <p>${view.law.maybe(`element/${about}/split`) ?? ''}</p>`;
    case 'confidence':
      return html`<p class="warning-name">
          ${view.say('warning-confidence', { about: nameOf(view, about) })}
        </p>
        ${reading(view, about)}`;
    case 'later_version':
      return html`<p class="warning-name">
          ${view.say('warning-later', { day: from ? dayInWords(from, view.say.lang) : '' })}
        </p>
        ${
          from && askAsOf
            ? html`<button type="button" class="link" @click=${() => askAsOf(from)}>
                ${view.say('warning-later-ask')}
              </button>`
            : nothing
        }`;
  }
}

/** What a warning is about: an element, a tier, a window, an issue. */
function nameOf(view: View, about: string | null): string {
  const kinds = ['element', 'issue', 'tier', 'window', 'measure', 'circumstance', 'closure'];
  for (const kind of kinds) {
    const title =
      view.law.maybe(`${kind}/${about}/title`) ?? view.law.maybe(`${kind}/${about}/says`);
    if (title) return title;
  }
  return view.say('warning-this');
}

function reading(view: View, about: string | null): TemplateResult | typeof nothing {
  for (const kind of ['element', 'tier', 'window', 'node']) {
    const text = view.law.maybe(`${kind}/${about}/reading`);
    if (text) return html`<p>${text}</p>`;
  }
  return nothing;
}
