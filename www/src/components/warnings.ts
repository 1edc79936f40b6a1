import { html, nothing, type TemplateResult } from 'lit';
import type { Warning } from '../engine/types.ts';
import { dayInWords } from '../i18n/dates.ts';
import { notes } from './citation.ts';
import { joined, type View } from './view.ts';

/** Asks for the law of another day. */
export type AskAsOf = (day: string) => void;

/** A later version that touches the answers. */
export interface LaterVersion {
  /** Its first day. */
  day: string;
  /** The version against which it is held, or the day asked about. */
  after: string;
  /** Whether verdicts or what they rest on differ; only remarks do, if not. */
  decides: boolean;
  /** The remarks that it adds, by title. */
  remarks: string[];
}

/** All of them, in order, and what more is told of each. */
export interface LaterVersions {
  versions: LaterVersion[];
  tell: (version: LaterVersion) => TemplateResult;
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
    case 'later_version':
      return later
        ? html`${later.versions.map((one) => laterVersion(view, one, askAsOf, later.tell))}`
        : html`<p class="warning-name">
            ${view.say('warning-later', { day: from ? dayInWords(from, view.say.lang) : '' })}
          </p>`;
  }
}

function laterVersion(
  view: View,
  version: LaterVersion,
  askAsOf: AskAsOf | undefined,
  tell: LaterVersions['tell'],
): TemplateResult {
  const { decides, remarks } = version;
  const day = dayInWords(version.day, view.say.lang);
  return html`<p class="warning-name" data-version=${version.day}>
      ${view.say(decides ? 'warning-later' : 'warning-later-remarks', { day })}
    </p>
    ${remarks.length > 0 ? html`<p>${view.say('warning-later-adds', { remarks: joined(view, remarks) })}</p>` : nothing}
    ${
      askAsOf
        ? html`<button type="button" class="link" @click=${() => askAsOf(version.day)}>
            ${view.say('warning-later-ask')}
          </button>`
        : nothing
    }
    ${tell(version)}`;
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
