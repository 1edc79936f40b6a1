import type { Facts } from '../../engine/types.ts';
import { isSo } from './traits.ts';
import type { Apart, Trait } from './types.ts';

/** No pattern of more traits is looked for. */
export const MOST_TRAITS = 3;

/** After so many patterns the rest of a group is told as one. */
const MOST_PATTERNS = 12;

/** Rows as bits: one for each case. */
type Bits = Uint32Array;

const bits = (length: number): Bits => new Uint32Array(Math.ceil(length / 32));

function counted(one: Bits): number {
  let count = 0;
  for (const word of one) {
    // The bits of a word, added up in pairs, in fours and in eights.
    const pairs = word - ((word >>> 1) & 0x55555555);
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    count += Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

const both = (one: Bits, other: Bits): Bits => one.map((word, at) => word & (other[at] ?? 0));

function meets(one: Bits, other: Bits): boolean {
  return one.some((word, at) => (word & (other[at] ?? 0)) !== 0);
}

/** Cases as bits over what can be so of them. */
export class Cases {
  private readonly has: Bits[];
  readonly length: number;

  constructor(
    all: Facts[],
    readonly traits: Trait[],
  ) {
    this.length = all.length;
    this.has = traits.map((trait) => {
      const one = bits(all.length);
      for (const [at, facts] of all.entries()) if (isSo(trait, facts)) mark(one, at);
      return one;
    });
  }

  /** The places of cases as bits. */
  of(places: Iterable<number>): Bits {
    const one = bits(this.length);
    for (const at of places) mark(one, at);
    return one;
  }

  /**
   * The smallest patterns that together hold of the cases `inside` and of none `outside`, as far
   * as few traits do. Each is the one of the fewest traits, and of these the one that holds of
   * most that no pattern before it holds of; no trait of it can be left out. What is left has no
   * pattern of so few traits.
   */
  async apart(inside: Bits, outside: Bits, pause: () => Promise<void>): Promise<Apart[]> {
    const found: Apart[] = [];
    let left = inside;
    while (counted(left) > 0 && found.length < MOST_PATTERNS) {
      const best = await this.smallest(left, outside, pause);
      if (!best) break;
      found.push({
        traits: best.pattern.map((at) => this.traits[at]).filter((one) => one !== undefined),
        count: best.count,
      });
      const told = best.holds;
      left = left.map((word, at) => word & ~(told[at] ?? 0));
    }
    const rest = counted(left);
    return rest > 0 ? [...found, { traits: [], count: rest }] : found;
  }

  /** The smallest pattern that holds of some inside and of none outside, of most first. */
  private async smallest(inside: Bits, outside: Bits, pause: () => Promise<void>) {
    // What no case inside has cannot be part of it, and what holds of all adds nothing.
    const useful = this.traits.map((_, at) => at).filter((at) => meets(this.at(at), inside));
    let open: { pattern: number[]; inside: Bits; outside: Bits }[] = [
      { pattern: [], inside, outside },
    ];
    for (let size = 1; size <= MOST_TRAITS; size += 1) {
      let best: { pattern: number[]; holds: Bits; count: number } | undefined;
      const wider: typeof open = [];
      for (const way of open) {
        await pause();
        for (const at of useful) {
          if (at <= (way.pattern.at(-1) ?? -1)) continue;
          const trait = this.at(at);
          const kept = both(way.inside, trait);
          const count = counted(kept);
          if (count === 0 || count <= (best?.count ?? 0)) continue;
          const others = both(way.outside, trait);
          const pattern = [...way.pattern, at];
          if (!others.some((word) => word !== 0)) best = { pattern, holds: kept, count };
          else if (size < MOST_TRAITS) wider.push({ pattern, inside: kept, outside: others });
        }
      }
      if (best) return best;
      open = wider;
    }
    return undefined;
  }

  private at(place: number): Bits {
    return this.has[place] ?? bits(this.length);
  }
}

function mark(one: Bits, at: number): void {
  const word = at >> 5;
  one[word] = ((one[word] ?? 0) | (1 << (at & 31))) >>> 0;
}
