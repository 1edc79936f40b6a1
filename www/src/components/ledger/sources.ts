import { html, type TemplateResult } from 'lit';
import type { Citation, Entry } from '../../engine/types.ts';
import { dayInWords, instantInDigits } from '../../i18n/dates.ts';
import { note } from '../citation.ts';
import type { View } from '../view.ts';
import { whenOpen } from '../when-open.ts';

/** Provisions as notes side by side. */
export function cited(view: View, citations: Citation[]): TemplateResult {
  return html`<div class="notes">${citations.map((citation) => note(view, citation))}</div>`;
}

/** The version by which a finding was judged, how its rules were read, and the provisions. */
export function entrySources(view: View, entry: Entry): TemplateResult {
  const { say, law } = view;
  const read = [
    law.maybe(`tier/${entry.tier}/reading`),
    entry.window && law.maybe(`window/${entry.window.id}/reading`),
  ];
  return html`<details class="fold">
    <summary>${say('ledger-sources')}<span class="unseen"> ${instantInDigits(entry.issued)}</span></summary>
    ${whenOpen(
      () => html`<p class="remark">${say('ledger-version', { day: dayInWords(entry.version, say.lang) })}</p>
        ${read.filter(Boolean).map((text) => html`<p class="remark">${text}</p>`)}
        ${cited(view, entry.citations)}`,
    )}
  </details>`;
}
