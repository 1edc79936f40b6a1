import complaint from 'virtual:engine-texts/cn/complaint';
import imports from 'virtual:engine-texts/cn/parallel-import';
import deciding from 'virtual:engine-texts/deciding';
import ledgers from 'virtual:engine-texts/simulating';
import findings from 'virtual:engine-texts/taobao/findings';
import type { TextFiles } from '../engine/load.ts';

/** The rulebooks of which most lessons are; the others come with all that decide. */
const ALONE: Record<string, TextFiles> = {
  'cn/complaint': complaint,
  'cn/parallel-import': imports,
  'taobao/findings': findings,
};

/** The words of law that a lesson over a ledger needs. */
export const ofLedgers: TextFiles[] = [ledgers];

/** The words of law that a lesson on a decision needs. */
export function ofDecisions(rulebook: string): TextFiles[] {
  return [ALONE[rulebook] ?? deciding];
}
