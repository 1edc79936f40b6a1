import { html, nothing, type TemplateResult } from 'lit';
import type { Warning } from '../engine/types.ts';
import { dayInWords } from '../i18n/dates.ts';
import { notes } from './citation.ts';
import type { View } from './view.ts';

/** Asks for the law of another day. */
export type AskAsOf = (day: string) => void;

/** Later versions, from the first that touches the answers on. */
export interface LaterVersions {
  /** The first days of all that touch them, of which the first is known. */
  days: (first: string) => string[];
  /** Tells what one changes that follows another; the day asked about, if it is the first. */
  tell: (day: string, after: string | undefined) => TemplateResult;
}

/** What a reader has to know besides the verdict. */
export function warnings(
  view: View,
  items: Warning[],
  askAsOf?: AskAsOf,
  later?: LaterVersions,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section class="part warnings">
    <h3>${view.say('warnings-title')}</h3>
    <ul>
      ${items.map((warning) => warningItem(view, warning, askAsOf, later))}
    </ul>
  </section>`;
}

/** One of them, with its provisions. */
export function warningItem(
  view: View,
  warning: Warning,
  askAsOf?: AskAsOf,
  later?: LaterVersions,
): TemplateResult {
  return html`<li class="noted" data-warning=${warning.code}>
    <div>${said(view, warning, askAsOf, later)}</div>
    ${notes(view, warning.citations)}
  </li>`;
}

function said(
  view: View,
  warning: Warning,
  askAsOf: AskAsOf | undefined,
  later: LaterVersions | undefined,
): TemplateResult {
  const { code, about, from } = warning;
  switch (code) {
    case 'alert':
      return html`<p class="warning-name">${view.law.say(`alert/${about}/title`)}</p>
        <p>${view.law.say(`alert/${about}/says`)}</p>`;
    case 'split':
      return html`<p class="warning-name">
          ${view.say('warning-split', { about: nameOf(view, about) })}
        </p>
        <p>${wordsOn(view, about, 'split') ?? ''}</p>`;
    case 'confidence':
      return html`<p class="warning-name">
          ${view.say('warning-confidence', { about: nameOf(view, about) })}
        </p>
        ${reading(view, about)}`;
    case 'later_version': {
      const days = from && later ? later.days(from) : [from];
      return html`${days.map((day, place) => laterVersion(view, day, askAsOf, later?.tell, days[place - 1]))}`;
    }
  }
}

function laterVersion(
  view: View,
  day: string | null | undefined,
  askAsOf: AskAsOf | undefined,
  tell: LaterVersions['tell'] | undefined,
  after: string | null | undefined,
): TemplateResult {
  return html`<p class="warning-name">
      ${view.say('warning-later', { day: day ? dayInWords(day, view.say.lang) : '' })}
    </p>
    ${
      day && askAsOf
        ? html`<button type="button" class="link" @click=${() => askAsOf(day)}>
            ${view.say('warning-later-ask')}
          </button>`
        : nothing
    }
    ${day && tell ? tell(day, after ?? undefined) : nothing}`;
}

/** The words on what a warning is about: an element, or a rule of a ledger by its kind. */
function wordsOn(view: View, about: string | null, word: string): string | undefined {
  const key = about?.includes('/') ? about : `element/${about}`;
  return view.law.maybe(`${key}/${word}`);
}

/** What a warning is about, in words. */
export function nameOf(view: View, about: string | null): string {
  const name = wordsOn(view, about, 'title') ?? wordsOn(view, about, 'ask');
  return name ?? view.say('warning-this');
}

function reading(view: View, about: string | null): TemplateResult | typeof nothing {
  const text = wordsOn(view, about, 'reading');
  return text ? html`<p>${text}</p>` : nothing;
}
