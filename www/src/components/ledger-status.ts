import { html, nothing, type TemplateResult } from 'lit';
import type { Simulation } from '../engine/types.ts';
import { instantInDigits } from '../i18n/dates.ts';
import { countedIn } from './ledger-columns.ts';
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
export function ledgerStatus(view: View, simulation: Simulation): TemplateResult {
  const { status, forecast } = simulation;
  const { say, law } = view;
  const others = status.books.slice(1).filter(({ points }) => points > 0);
  const left = status.open ? forecast : null;
  const counted = countedIn(simulation);
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
    ${
      counted.points
        ? figure(view, say('status-points'), status.points, forecast?.pointsLimit, left?.pointsLeft)
        : nothing
    }
    ${
      counted.strikes
        ? figure(
            view,
            say('status-strikes'),
            status.strikes,
            forecast?.strikesLimit,
            left?.strikesLeft,
          )
        : nothing
    }
    ${others.map(({ book, points }) => figure(view, law.say(`book/${book}/title`), points))}
  </section>`;
}

function figure(
  view: View,
  name: string,
  value: number,
  limit: number | null = null,
  left: number | null = null,
): TemplateResult {
  return html`<div class="status-figure">
    <p class="status-name">${name}</p>
    <p class="big">${value}${limit === null ? nothing : html`<small> / ${limit}</small>`}</p>
    ${left === null ? nothing : html`<p class="quiet">${view.say('status-left', { left })}</p>`}
  </div>`;
}
