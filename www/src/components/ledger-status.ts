import { html, nothing, type TemplateResult } from 'lit';
import type { Simulation } from '../engine/types.ts';
import { instantInDigits } from '../i18n/dates.ts';
import { sign } from './marks.ts';
import { seal } from './verdict.ts';
import type { View } from './view.ts';

const CLOSED = {
  points: 'closed-points',
  strikes: 'closed-strikes',
  both: 'closed-both',
  finding: 'closed-finding',
} as const;

/** Where the account stands and how far it is from closure. */
export function ledgerStatus(view: View, { status, forecast }: Simulation): TemplateResult {
  const { say } = view;
  return html`<section class="status" aria-label=${say('status-title')} data-open=${status.open}>
    <div class="status-word">
      ${
        status.open
          ? html`<p class="plain-verdict">${sign('clear')}<span>${say('status-open')}</span></p>`
          : html`<p>${seal(say('status-closed'))}</p>
              <p class="quiet">
                ${status.closedBy ? say(CLOSED[status.closedBy]) : ''}
                ${status.closedAt ? html`<br />${instantInDigits(status.closedAt)}` : ''}
              </p>`
      }
    </div>
    ${figure(view, 'status-points', status.points, forecast?.pointsLimit ?? null, status.open ? (forecast?.pointsLeft ?? null) : null)}
    ${figure(view, 'status-strikes', status.strikes, forecast?.strikesLimit ?? null, status.open ? (forecast?.strikesLeft ?? null) : null)}
  </section>`;
}

function figure(
  view: View,
  name: string,
  value: number,
  limit: number | null,
  left: number | null,
): TemplateResult {
  return html`<div class="status-figure">
    <p class="status-name">${view.say(name)}</p>
    <p class="big">${value}${limit === null ? nothing : html`<small> / ${limit}</small>`}</p>
    ${left === null ? nothing : html`<p class="quiet">${view.say('status-left', { left })}</p>`}
  </div>`;
}
