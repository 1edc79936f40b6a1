import { html, nothing, type TemplateResult } from 'lit';
import type { MeasureEntry, Simulation } from '../../engine/types.ts';
import { instantInWords } from '../../i18n/dates.ts';
import { sign } from '../marks.ts';
import { seal } from '../verdict.ts';
import type { View } from '../view.ts';
import { countedIn } from './columns.ts';
import { measureList } from './measures.ts';

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
          ? standing(view, simulation)
          : html`<p>${seal(say('status-closed'))}</p>
              <p class="quiet">
                ${status.closedBy ? say(CLOSED[status.closedBy]) : ''}
                ${status.closedAt ? html`<br />${instantInWords(status.closedAt, say.lang)}` : ''}
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

/** That the account is open, which says nothing of the measures that run against it. */
function standing(view: View, simulation: Simulation): TemplateResult {
  const groups = running(simulation);
  return html`<p class="plain-verdict">
      ${sign(groups.length > 0 ? 'caution' : 'clear')}<span>${view.say('status-open')}</span>
    </p>
    ${
      groups.length === 0
        ? nothing
        : html`<div class="quiet running">
            <p>${view.say('status-running')}</p>
            ${measureList(view, groups)}
          </div>`
    }`;
}

/** The measures that run when the ledger ends: those with an end to come, or an exam to pass. */
function running({ entries, forecast }: Simulation): MeasureEntry[] {
  const now = (forecast?.at ?? entries.at(-1)?.issued ?? '').slice(0, 16);
  return entries
    .flatMap(({ measures }) => measures)
    .filter(({ from, until, replaced, exam }) => {
      const end = replaced ?? until;
      const goesOn = end === null ? exam !== null : end.slice(0, 16) > now;
      return from.slice(0, 16) <= now && goesOn;
    });
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
