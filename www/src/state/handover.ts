import type { Facts } from '../engine/types.ts';
import { get, put } from './storage.ts';

/** What one tool gives another to begin with. */
export interface Handed {
  /** Answers, by fact of the other tool's rulebook. */
  facts: Facts;
  /** What to write into documents: by document, then by field. */
  fields: Record<string, Record<string, string>>;
  /** The day as of which the law is applied; today, if left out. */
  asOf?: string;
  /** The issue to look at. */
  issue?: string;
}

/** The name under which the tab keeps what was laid ready for a tool. */
export const handedName = (tool: string) => `handed:${tool}`;

/**
 * Lays something ready for a tool that is opened next in this tab, under the tool's key such
 * as `appeal`. It is taken once, by the first such tool that starts. Returns whether the
 * browser keeps it; where it does not, the tool starts as usual.
 *
 * ```ts
 * if (handOver('appeal', { facts: { level: 'heavy' }, fields: { appeal: { shop: '…' } } })) {
 *   location.assign(page);
 * }
 * ```
 */
export function handOver(tool: string, handed: Handed): boolean {
  return put('tab', handedName(tool), handed);
}

/** What was laid ready for a tool, once; whoever takes it reads it. */
export function takeOver(tool: string): unknown {
  const handed = get('tab', handedName(tool));
  if (handed !== undefined) put('tab', handedName(tool), undefined);
  return handed;
}
