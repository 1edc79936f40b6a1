import { scaleUtc } from 'd3-scale';
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Simulation } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { countedIn } from '../ledger/columns.ts';
import type { View } from '../view.ts';
import { apart } from './apart.ts';
import { timeAxis } from './axis.ts';
import { bandsOf, inRows, levelsOf, moment, stepsOf, turnOf, windowsOf } from './events.ts';
import { bookPanel } from './panel.ts';

/** The drawing's unit is a sixteenth of a rem, so that it grows with the text around it. */
const UNIT = 16;
const SIDE = 34;
const DAY = 86_400_000;
const MAIN = 112;
const OTHER = 48;
const ROW = 8;

/**
 * The ledger over time: each book as steps that climb with every finding and fall where
 * points lapse, with its limit and nodes as lines and its windows shaded; the strikes on the
 * ground, the measures as bands under them, and the day up to which the ledger runs. A
 * picture of the table: everything in it can be read there.
 */
export function ledgerChart(
  view: View,
  simulation: Simulation,
  width: number,
  until: string | undefined,
): TemplateResult | typeof nothing {
  const { say, law } = view;
  const { entries, status } = simulation;
  const room = UNIT * width;
  const counted = countedIn(simulation);
  if (room < 200 || entries.length === 0 || !(counted.points || counted.strikes)) return nothing;
  const tiers = view.description.ledger?.tiers ?? [];
  const bookOf = (tier: string) => tiers.find(({ id }) => id === tier)?.book;
  const drawn = status.books.filter(
    ({ book }, place) => place === 0 || entries.some((entry) => entry.book === book),
  );
  const rows = inRows(bandsOf(entries));
  const [from, to] = span(simulation, until);
  const x = scaleUtc([from, to], [SIDE, room - SIDE]);
  let height = drawn.length > 1 ? 36 : 16;
  const panels = drawn.map(({ book }, place) => {
    const size = place === 0 ? MAIN : OTHER;
    const top = height;
    height += size + (place < drawn.length - 1 ? 48 : 0);
    const panel = {
      steps: stepsOf(simulation, book),
      windows: windowsOf(entries, book),
      ...levelsOf(simulation, book, bookOf),
      title: drawn.length > 1 ? law.say(`book/${book}/title`) : undefined,
    };
    return bookPanel(panel, x, top, size);
  });
  const ground = height;
  const lanes = ground + 22;
  const foot = lanes + rows.length * ROW + 2;
  const whole = foot + 26;
  return html`<figure class="chart" part="chart">
    <svg viewBox="0 0 ${room} ${whole}" role="img" aria-label=${label(view, simulation)}>
      ${turns(from, to).map((turn) => svg`<path class="turn" d="M${x(turn)} 8V${foot}" />`)}
      ${panels}
      ${apart(
        entries.filter(({ strike }) => strike),
        ({ issued, closes }) => `${Math.round(x(moment(issued)))} ${closes}`,
      ).map(
        ({ issued, closes }) =>
          svg`<rect class=${closes ? 'strike closes' : 'strike'} x=${x(moment(issued)) - 3} y=${ground + 7} width="6" height="6" />`,
      )}
      ${rows.flatMap((row, place) =>
        apart(row, (band) => `${Math.round(x(band.from))} ${Math.round(x(band.to ?? to))}`).map(
          (band) => {
            const [start, end] = [x(band.from), x(band.to ?? to)];
            return svg`<path class="measure" d="M${start} ${lanes + place * ROW}H${Math.max(end, start + 2)}" />`;
          },
        ),
      )}
      ${closing(simulation, x, ground)}
      ${until === undefined ? nothing : upTo(x(moment(until) + DAY), foot, until, room)}
      ${timeAxis(x, foot, say.lang)}
    </svg>
    <figcaption>${say(until === undefined ? 'chart-caption' : 'chart-caption-until')}</figcaption>
  </figure>`;
}

/** The time that is drawn: a little more than all that happens. */
function span(
  { entries, lapses, status }: Simulation,
  until: string | undefined,
): [number, number] {
  const moments = [
    ...entries.map(({ issued }) => moment(issued)),
    ...bandsOf(entries).flatMap(({ to }) => to ?? []),
    ...lapses.map(({ at }) => moment(at)),
    ...(status.closedAt === null ? [] : [moment(status.closedAt)]),
    ...(until === undefined ? [] : [moment(until) + DAY]),
  ];
  const first = moments.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const last = moments.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const margin = Math.max(DAY / 2, (last - first) / 40);
  return [first - margin, Math.max(last, first + 2 * DAY) + margin];
}

function turns(from: number, to: number): number[] {
  const first = new Date(from).getUTCFullYear();
  const last = new Date(to).getUTCFullYear();
  return Array.from({ length: last - first }, (_, place) => turnOf(first + place));
}

/** The moment at which the account was closed. */
function closing(
  { status }: Simulation,
  x: (at: number) => number,
  ground: number,
): SVGTemplateResult | typeof nothing {
  if (status.closedAt === null) return nothing;
  return svg`<path class="closed" d="M${x(moment(status.closedAt))} 8V${ground}" />`;
}

/** The day up to which the ledger runs. */
function upTo(x: number, foot: number, day: string, room: number): SVGTemplateResult {
  const end = x > room / 2;
  return svg`<path class="until" d="M${x} 8V${foot}" />
    <text class=${end ? 'day end' : 'day'} x=${end ? x - 5 : x + 5} y="15">${day}</text>`;
}

/** The picture in a sentence. */
function label({ say }: View, { entries, status, forecast }: Simulation): string {
  const [first, last] = [entries[0], entries.at(-1)];
  return say('chart-label', {
    from: first ? dayInWords(first.issued, say.lang) : '',
    to: last ? dayInWords(last.issued, say.lang) : '',
    points: status.points,
    strikes: status.strikes,
    limit: forecast?.pointsLimit ?? say('chart-no-limit'),
  });
}
