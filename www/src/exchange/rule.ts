import type { Finding as Judged } from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import type { Law } from './law.ts';
import type { Reader } from './types.ts';

/** How many days before a finding an earlier one is tried. */
const APART = [400, 60, 8, 1];

/**
 * What the rule of a day gives for findings, asked of the engine and remembered: one finding
 * alone, under the readings of the rulebook.
 */
export class Rule {
  private readonly known = new Map<string, number | undefined>();

  constructor(
    private readonly engine: Reader,
    private readonly law: Law,
  ) {}

  /**
   * The points of a finding of a tier with so many items that stands alone; nothing, where the
   * engine takes none such on that day.
   */
  points(tier: string, items: number, day: string, circumstances: string[] = []) {
    return this.ask(tier, items, day, circumstances, undefined);
  }

  /**
   * The numbers of items, times or points with which a finding of the tier gives these points:
   * none, exactly one, or all from the first on (`open`), where a cap leaves it open.
   */
  itemsFor(tier: string, points: number, day: string, circumstances: string[] = []): ItemsFor {
    const given = (items: number) => this.points(tier, items, day, circumstances) ?? 0;
    // Points do not fall as items are added, so halving finds the first number that gives enough.
    let [low, high] = [1, 1];
    while (given(high) < points && high < this.law.maxItems) {
      low = high + 1;
      high = Math.min(high * 2, this.law.maxItems);
    }
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (given(middle) < points) low = middle + 1;
      else high = middle;
    }
    if (given(high) !== points) return { first: undefined, open: false };
    const more = high < this.law.maxItems && given(high + 1) === points;
    return { first: high, open: more };
  }

  /**
   * Whether a finding of the tier can cost so many points on that day: alone or as a later one,
   * under the rulebook's readings or another choice of one of them.
   */
  canCost(tier: string, points: number, day: string, circumstances: string[] = []): boolean {
    if (this.law.tiers.get(tier) !== 'finding') {
      if (this.itemsFor(tier, points, day, circumstances).first !== undefined) return true;
    }
    if (this.ask(tier, 1, day, circumstances, undefined) === points) return true;
    if (this.later(tier, day, circumstances).includes(points)) return true;
    return this.law.readings.some(({ id, choices }) =>
      choices.some((choice) => this.ask(tier, 1, day, circumstances, { [id]: choice }) === points),
    );
  }

  private ask(
    tier: string,
    items: number,
    day: string,
    circumstances: string[],
    reading: Record<string, string> | undefined,
  ): number | undefined {
    const key = JSON.stringify([
      this.law.versionOf(day),
      tier,
      items,
      circumstances.toSorted(),
      reading,
    ]);
    if (!this.known.has(key)) {
      const one = finding('a', tier, items, day, circumstances);
      this.known.set(key, this.run([one], reading));
    }
    return this.known.get(key);
  }

  /**
   * The points of a finding of the tier on a right that an earlier one names: where the first is
   * forgiven or costs less, later ones cost otherwise.
   */
  private later(tier: string, day: string, circumstances: string[]): (number | undefined)[] {
    const { known } = this;
    return APART.map((days) => {
      const circumstanced = circumstances.toSorted();
      const shared = JSON.stringify(['later', this.law.versionOf(day), days, tier, circumstanced]);
      // Where there is no earlier day under these rules, another day of the version may have one.
      const own = JSON.stringify(['later', day, days, tier, circumstanced]);
      if (known.has(shared)) return known.get(shared);
      if (known.has(own)) return undefined;
      const before = new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000);
      const label = this.law.labels.includes('right') ? { right: 'a' } : {};
      const points = this.run(
        [
          { ...finding('a', tier, 1, before.toISOString().slice(0, 10), []), ...label },
          { ...finding('b', tier, 1, day, circumstances), ...label },
        ],
        undefined,
      );
      known.set(points === undefined ? own : shared, points);
      return points;
    });
  }

  private run(findings: Judged[], reading: Record<string, string> | undefined) {
    const answer = this.engine.simulate({
      rulebook: this.law.rulebook,
      findings,
      forecast: false,
      ...(reading ? { reading } : {}),
    });
    return isFailure(answer) ? undefined : answer.entries.at(-1)?.points;
  }
}

/** Which numbers of items give the points taken. */
export interface ItemsFor {
  /** The first number that does; nothing, if none does. */
  first: number | undefined;
  /** Whether the next one does as well. */
  open: boolean;
}

function finding(
  id: string,
  tier: string,
  items: number,
  issued: string,
  circumstances: string[],
): Judged {
  return {
    id,
    issued,
    tier,
    items,
    ...Object.fromEntries(circumstances.map((one) => [one, true])),
  };
}
