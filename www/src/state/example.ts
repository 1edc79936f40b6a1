import type { Facts, Lang } from '../engine/types.ts';
import type { Ledger } from './ledger.ts';

/** What any example says of itself. */
export interface Shown {
  id: string;
  rulebook: string;
  title: Record<Lang, string>;
  /** Where its facts were published, and what was not. */
  source: Record<Lang, string>;
}

/** A ready-made ledger to look at: a published case, or one that shows a rule. */
export interface Example extends Shown, Ledger {}

/** Ready-made answers to look at. */
export interface FactsExample extends Shown {
  /** The issue that they are about. */
  issue: string;
  /** The day whose law is applied, where it is not that of the page. */
  asOf?: string;
  facts: Facts;
}

/** The ledgers; their file is loaded beside the tool. */
export async function loadExamples(): Promise<Example[]> {
  const { default: examples } = await import('./examples.json');
  return examples as unknown as Example[];
}

/** The answers; their file is loaded beside the tool. */
export async function loadFactsExamples(): Promise<FactsExample[]> {
  const { default: examples } = await import('./facts-examples.json');
  return examples as unknown as FactsExample[];
}
