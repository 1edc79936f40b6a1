import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Simulation } from '../engine/types.ts';
import type { View } from './view.ts';

/** The drawing's unit is a sixteenth of a rem, so that it grows with the text around it. */
const UNIT = 16;

/** The form beside the ledger and the gap between them, in rem. */
const FORM = 24;

const HEIGHT = 168;
const TOP = 20;
const BASE = 120;
const SIDE = 34;
const DAY = 86_400_000;

/** Labels closer than this would run into each other. */
const APART = 26;

/** How wide a day in digits is. */
const LABEL = 68;

interface Step {
  at: number;
  ledger: number;
}

/**
 * The ledger as a line that climbs with every finding and falls at the turn of a year, with
 * its limit above, the strikes on the ground and the measures under it. A picture of the
 * table: everything in it can be read there.
 */
export function ledgerChart(
  view: View,
  simulation: Simulation,
  width: number,
  until: string | undefined,
): TemplateResult | typeof nothing {
  const room = UNIT * (view.wide ? width - FORM : width);
  const limit = simulation.forecast?.pointsLimit ?? null;
  const steps = stepsOf(simulation);
  const [first] = steps;
  if (!first || limit === null || room < 200) return nothing;
  const measures = spansOf(simulation);
  const moments = [
    ...simulation.entries.map(({ issued }) => issued),
    ...measures.map((measure) => measure.until),
    ...(until ? [until] : []),
  ].sort((a, b) => Date.parse(a) - Date.parse(b));
  const last = moments.at(-1) ?? '';
  const from = first.at - DAY;
  const to = Math.max(Date.parse(last), ...steps.map(({ at }) => at)) + 2 * DAY;
  const x = (time: number) => SIDE + ((time - from) / (to - from)) * (room - 2 * SIDE);
  const top = Math.max(limit, ...steps.map(({ ledger }) => ledger));
  const y = (points: number) => BASE - (points / top) * (BASE - TOP);
  const line = steps.map(({ at, ledger }) => `H${x(at)}V${y(ledger)}`).join('');
  return html`<figure class="chart">
    <svg viewBox="0 0 ${room} ${HEIGHT}" role="img" aria-label=${view.say('chart-label')}>
      <path class="limit" d="M${SIDE} ${y(limit)}H${room - SIDE}" />
      <text class="side" x=${SIDE - 8} y=${y(limit) + 4}>${limit}</text>
      <text class="side" x=${SIDE - 8} y=${BASE + 4}>0</text>
      <path class="ground" d="M${SIDE} ${BASE}H${room - SIDE}" />
      ${turns(from, to).map((turn) => yearMark(turn, x(turn)))}
      <path class="steps" d="M${x(from)} ${BASE}${line}H${room - SIDE}" />
      ${values(steps, x, y)}
      ${simulation.entries
        .filter(({ strike }) => strike)
        .map(
          ({ issued }) =>
            svg`<rect class="strike" x=${x(Date.parse(issued)) - 3} y=${BASE + 6} width="6" height="6" />`,
        )}
      ${measures.map((one) => {
        const start = x(Date.parse(one.from));
        return svg`<path class="measure" d="M${start} ${BASE + 22}H${Math.max(x(Date.parse(one.until)), start + 2)}" />`;
      })}
      <text class="foot" x=${x(first.at)} y=${HEIGHT - 6}>${moments[0]?.slice(0, 10)}</text>
      ${
        x(Date.parse(last)) - x(first.at) > 2 * LABEL
          ? svg`<text class="foot end" x=${x(Date.parse(last))} y=${HEIGHT - 6}>${last.slice(0, 10)}</text>`
          : nothing
      }
    </svg>
    <figcaption>${view.say('chart-caption')}</figcaption>
  </figure>`;
}

/** The times during which measures run; those that are final have no end to draw. */
function spansOf({ entries }: Simulation): { from: string; until: string }[] {
  return entries
    .flatMap(({ measures }) => measures)
    .flatMap(({ from, until }) => (until === null ? [] : [{ from, until }]));
}

/** What the ledger stands at, from each moment at which that changes. */
function stepsOf({ entries, yearEnds, status }: Simulation): Step[] {
  const [main] = status.books;
  const inMain = entries.filter(({ book }) => book === main?.book);
  return [
    ...inMain.map(({ issued, ledger }) => ({ at: Date.parse(issued), ledger })),
    ...yearEnds.map(({ year, pointsAfter }) => ({ at: turnOf(year), ledger: pointsAfter })),
  ].sort((a, b) => a.at - b.at);
}

function turnOf(year: number): number {
  return Date.parse(`${year + 1}-01-01T00:00:00Z`);
}

function turns(from: number, to: number): number[] {
  const first = new Date(from).getUTCFullYear();
  const last = new Date(to).getUTCFullYear();
  return Array.from({ length: last - first }, (_, place) => turnOf(first + place));
}

function yearMark(turn: number, x: number): SVGTemplateResult {
  return svg`<path class="turn" d="M${x} ${TOP}V${BASE}" />
    <text class="foot middle" x=${x} y=${TOP - 8}>${new Date(turn).getUTCFullYear()}</text>`;
}

function values(
  steps: Step[],
  x: (time: number) => number,
  y: (points: number) => number,
): SVGTemplateResult[] {
  let last = Number.NEGATIVE_INFINITY;
  return steps.flatMap(({ at, ledger }, place) => {
    const rises = ledger > (steps[place - 1]?.ledger ?? 0);
    if (!rises || x(at) - last < APART) return [];
    last = x(at);
    return [svg`<text class="value" x=${x(at)} y=${y(ledger) - 6}>${ledger}</text>`];
  });
}
