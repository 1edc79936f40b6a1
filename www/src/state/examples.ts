import type { Lang } from '../engine/types.ts';
import type { Ledger } from './ledger.ts';

/** A ready-made ledger to look at: a published case, or one that shows a rule. */
export interface Example extends Ledger {
  id: string;
  rulebook: string;
  title: Record<Lang, string>;
  /** Where its facts were published, and what was not. */
  source: Record<Lang, string>;
}

/** The examples; their file is loaded beside the tool. */
export async function loadExamples(): Promise<Example[]> {
  const { default: examples } = await import('./examples.json');
  return examples as unknown as Example[];
}
