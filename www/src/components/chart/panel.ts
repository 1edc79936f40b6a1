import type { ScaleTime } from 'd3-scale';
import { scaleLinear } from 'd3-scale';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { apart } from './apart.ts';
import type { Step } from './events.ts';

/** What is drawn of one book. */
export interface Panel {
  steps: Step[];
  windows: { from: number; to: number }[];
  limit: number | null;
  nodes: number[];
  /** What stands above it, where there are several. */
  title: string | undefined;
}

/** Labels closer than this would run into each other. */
const APART = 26;

/** The points of a book as a line of steps, with its limit, its nodes and its windows. */
export function bookPanel(
  { steps, windows, limit, nodes, title }: Panel,
  x: ScaleTime<number, number>,
  top: number,
  height: number,
): SVGTemplateResult {
  const [left = 0, right = 0] = x.range();
  const most = Math.max(limit ?? 0, ...nodes, ...steps.map(({ points }) => points), 1);
  const y = scaleLinear([0, most], [top + height, top]);
  const [first, last] = x.domain();
  // The points stay as they are up to the day on which they change.
  const turns = [...steps, { at: last?.getTime() ?? 0, points: steps.at(-1)?.points ?? 0 }];
  const path = turns.map(({ at, points }) => `H${short(x(at))}V${short(y(points))}`).join('');
  const levels = legible([limit ?? 0, ...nodes.toReversed()], y);
  return svg`
    ${apart(windows, ({ from, to }) => `${Math.round(x(from))} ${Math.round(x(to))}`).map(
      ({ from, to }) => {
        const start = Math.max(left, x(from));
        const width = Math.min(right, x(to)) - start;
        return svg`<rect class="window" x=${start} y=${top} width=${Math.max(2, width)} height=${height} />
        <path class="turn" d="M${start} ${top}v${height}" />`;
      },
    )}
    ${nodes.map((node) => svg`<path class="node" d="M${left} ${y(node)}H${right}" />`)}
    ${limit === null ? nothing : svg`<path class="limit" d="M${left} ${y(limit)}H${right}" />`}
    ${levels.map((level) => svg`<text class="side" x=${left - 8} y=${y(level) + 4}>${level}</text>`)}
    <text class="side" x=${left - 8} y=${y(0) + 4}>0</text>
    <path class="ground" d="M${left} ${y(0)}H${right}" />
    ${title === undefined ? nothing : svg`<text class="title" x=${left} y=${top - 24}>${title}</text>`}
    <path class="steps" d=${`M${short(x(first?.getTime() ?? 0))} ${y(0)}${path}`} />
    ${values(steps, x, y)}`;
}

/** A place in the picture, to the thousandth of a pixel. */
const short = (place: number) => Number(place.toFixed(3));

/** Of these levels, gravest first, those whose labels do not run into each other. */
function legible(levels: number[], y: (points: number) => number): number[] {
  const kept = [0];
  for (const level of levels) {
    if (kept.every((other) => Math.abs(y(other) - y(level)) >= 14)) kept.push(level);
  }
  return kept.slice(1);
}

/** What the book holds, where it rises. */
function values(
  steps: Step[],
  x: (at: number) => number,
  y: (points: number) => number,
): SVGTemplateResult[] {
  let last = Number.NEGATIVE_INFINITY;
  return steps.flatMap(({ at, points }, place) => {
    const rises = points > (steps[place - 1]?.points ?? 0);
    if (!rises || x(at) - last < APART) return [];
    last = x(at);
    return [svg`<text class="value" x=${x(at)} y=${y(points) - 6}>${points}</text>`];
  });
}
