import type { Comparison, Count, Description, Facts } from '../../engine/types.ts';

/** What a draft is asked. */
export interface DraftAsked {
  /** The law that it would have amended. */
  rulebook: string;
  /** The day on which the law stands, `YYYY-MM-DD`. */
  day: string;
  /** Somebody's answers, who asks whether it would have concerned them. */
  facts: Facts;
  /** How many patterns are told for one pair of verdicts. */
  limit: number;
}

/** A draft held against the law. */
export interface Weighed {
  comparison: Comparison;
  /** The draft put together with the law, as of the day. */
  described: Description;
  /** The instruments that never were in force. */
  never: string[];
  /** How long its deadlines are, by id. */
  counts: Record<string, Count>;
}
