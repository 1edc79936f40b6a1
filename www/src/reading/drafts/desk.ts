import type { OwnRulebook } from '../../engine/author.ts';
import { DRAFTS } from '../../engine/drafts.ts';
import { fetched } from '../../engine/load.ts';
import type { AuthorEngine } from '../../engine/own.ts';
import { type Count, type Failure, isFailure } from '../../engine/types.ts';
import type { DraftAsked, Weighed } from './types.ts';

/** Where drafts are held against the law: in a worker, or on the page's own thread. */
export interface DraftsDesk {
  /** Holds a draft against the law, or says what the engine has against it. */
  weigh(draft: string, asked: DraftAsked): Promise<Weighed | Failure>;
  close(): void;
}

/** What is looked at of a draft put together with the law, besides by the engine. */
interface Whole {
  instruments?: Record<string, { never_in_force?: boolean }>;
  deadlines?: Record<string, { count: Count }>;
}

/** A desk on this thread. */
export class HereDrafts implements DraftsDesk {
  private readonly wholes = new Map<string, Promise<Whole & OwnRulebook>>();

  constructor(
    private readonly engine: AuthorEngine,
    /** Where the files stand; beside the modules, if nothing. */
    private readonly base: string | undefined,
  ) {}

  async weigh(draft: string, asked: DraftAsked): Promise<Weighed | Failure> {
    const whole = await this.whole(draft);
    const { rulebook, day, facts, limit } = asked;
    const request = { with: [whole], rulebook, against: draft, from: day, to: day, facts, limit };
    const comparison = this.engine.compare(request);
    if (isFailure(comparison)) return comparison;
    const described = this.engine.describe({ with: [whole], rulebook: draft, asOf: day });
    if (isFailure(described)) return described;
    const instruments = Object.entries(whole.instruments ?? {});
    const deadlines = Object.entries(whole.deadlines ?? {});
    return {
      comparison,
      described,
      never: instruments.filter(([, one]) => one.never_in_force).map(([id]) => id),
      counts: Object.fromEntries(deadlines.map(([id, { count }]) => [id, count])),
    };
  }

  close(): void {
    this.wholes.clear();
  }

  /** A draft put together with the law, fetched once. */
  private whole(draft: string): Promise<Whole & OwnRulebook> {
    const known = this.wholes.get(draft);
    if (known) return known;
    const file = DRAFTS.find(({ rulebook }) => rulebook === draft);
    if (!file) return Promise.reject(new Error(`no draft ${draft}`));
    const whole = fetched(this.base, file).then((response) => response.json());
    this.wholes.set(draft, whole);
    whole.catch(() => this.wholes.delete(draft));
    return whole;
  }
}
