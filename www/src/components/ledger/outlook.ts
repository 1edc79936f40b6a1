import { html, nothing, type TemplateResult } from 'lit';
import type { Simulation } from '../../engine/types.ts';
import { instantInWords } from '../../i18n/dates.ts';
import type { View } from '../view.ts';
import { ledgerAppeals } from './appeals.ts';
import { ledgerEndings } from './endings.ts';
import { ledgerNext } from './next.ts';
import { ledgerWays } from './ways.ts';

/** What may come: one more finding, the next thresholds, what runs out, what appeals restore. */
export function ledgerOutlook(
  view: View,
  simulation: Simulation,
  premises: TemplateResult,
): TemplateResult | typeof nothing {
  const { forecast, status } = simulation;
  if (!forecast) return nothing;
  const { say } = view;
  return html`<section class="outlook" aria-labelledby="outlook-title">
    <h2 id="outlook-title">${say('outlook-title')}</h2>
    <p class="quiet">${say('outlook-lead', { at: instantInWords(forecast.at, say.lang) })}</p>
    ${premises} ${ledgerNext(view, simulation)} ${ledgerWays(view, forecast, status)}
    ${ledgerEndings(view, forecast)} ${ledgerAppeals(view, forecast.appeals, simulation)}
  </section>`;
}
