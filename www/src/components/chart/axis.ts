import type { ScaleTime } from 'd3-scale';
import { type nothing, type SVGTemplateResult, svg } from 'lit';
import type { Lang } from '../../engine/types.ts';

type Format = (at: Date) => string;

const FORMATS: Record<Lang, Record<'year' | 'month' | 'day', Format>> = {
  zh: {
    year: (at) => `${at.getUTCFullYear()}年`,
    month: (at) => `${at.getUTCMonth() + 1}月`,
    day: (at) => `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`,
  },
  en: {
    year: (at) => `${at.getUTCFullYear()}`,
    month: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format,
    day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
      .format,
  },
};

/** How much room a label takes with what keeps it apart from the next one. */
const LABEL = 76;

/**
 * Days as many as asked for or fewer, so many that their labels do not run into each other: round
 * ones, or of those that stand too close only some.
 */
function spaced(x: ScaleTime<number, number>, most: number): Date[] {
  const days = (count: number) => x.ticks(count).filter((at) => at.getUTCHours() === 0);
  const apart = (ticks: Date[]) => {
    let last = Number.NEGATIVE_INFINITY;
    return ticks.filter((at) => {
      const room = x(at) - last >= LABEL;
      if (room) last = x(at);
      return room;
    });
  };
  for (let count = most; count > 1; count -= 1) {
    const ticks = days(count);
    if (ticks.length > 1 && apart(ticks).length === ticks.length) return ticks;
  }
  return apart(days(most));
}

const isTurn = (at: Date) => at.getUTCMonth() === 0 && at.getUTCDate() === 1;

/**
 * The days, months or years along the foot; the turn of each year says which it is, or the first
 * of them where no year turns.
 */
export function timeAxis(
  x: ScaleTime<number, number>,
  y: number,
  lang: Lang,
): (SVGTemplateResult | typeof nothing)[] {
  const [left = 0, right = 0] = x.range();
  const ticks = spaced(x, Math.max(2, Math.floor((right - left) / LABEL)));
  const formats = FORMATS[lang];
  const years = ticks.every(isTurn);
  const turned = ticks.some(isTurn);
  const months = ticks.every((at) => at.getUTCDate() === 1);
  const kind = years ? 'year' : months ? 'month' : 'day';
  const words = (at: Date, first: boolean) => {
    if (isTurn(at)) return formats.year(at);
    const parts = first && !turned ? [formats.year(at), formats[kind](at)] : [formats[kind](at)];
    return lang === 'zh' ? parts.join('') : parts.toReversed().join(' ');
  };
  return ticks.map((at, number) => {
    const place = x(at);
    return svg`<path class="tick" d="M${place} ${y}v5" />
      <text class="foot" x=${place} y=${y + 18}>${words(at, number === 0)}</text>`;
  });
}
