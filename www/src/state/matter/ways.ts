import { isObject } from '../shape.ts';
import { CALENDAR } from '../states.ts';
import type { HeldTool, Part, Parts } from './types.ts';

/** A step of a matter: where it is taken, and how it is known to have begun. */
export interface Step {
  /** With `matter-step-` before it, the message that names it. */
  name: 'findings' | 'appeal' | 'counter-notice' | 'notice' | 'import' | 'abroad' | 'days';
  /** Where it is taken; wherever days are counted, if nothing. */
  tool: HeldTool | undefined;
  issue?: string;
  document?: string;
}

const FINDINGS: Step = { name: 'findings', tool: 'penalties' };
const APPEAL: Step = { name: 'appeal', tool: 'appeal', issue: 'appeal', document: 'appeal' };
export const COUNTER_NOTICE: Step = {
  name: 'counter-notice',
  tool: 'complaint',
  issue: 'counter_notice',
  document: 'counter_notice',
};
const NOTICE: Step = { name: 'notice', tool: 'complaint', issue: 'notice', document: 'notice' };
const IMPORT: Step = { name: 'import', tool: 'parallel-import' };
const ABROAD: Step = { name: 'abroad', tool: 'abroad' };
const DAYS: Step = { name: 'days', tool: undefined };

/** All steps, for those who check that what they name is there. */
export const STEPS: readonly Step[] = [
  FINDINGS,
  APPEAL,
  COUNTER_NOTICE,
  NOTICE,
  IMPORT,
  ABROAD,
  DAYS,
];

/** What a part holds, in numbers. */
export interface Holding {
  findings: number;
  answers: number;
  /** Documents into which something was typed. */
  papers: string[];
  issue: string | undefined;
}

/** So much stands in a part. */
export function holding(part: Part | undefined): Holding {
  const { findings, answers, issue } = part?.state ?? {};
  const filled = Object.entries(part?.drafts ?? {}).filter(
    ([name, typed]) =>
      name !== CALENDAR &&
      isObject(typed) &&
      Object.values(typed).some((text) => typeof text === 'string' && text.trim() !== ''),
  );
  return {
    findings: Array.isArray(findings) ? findings.length : 0,
    answers: isObject(answers) ? Object.keys(answers).length : 0,
    papers: 'finding' in (part?.drafts ?? {}) ? [] : filled.map(([name]) => name),
    issue: typeof issue === 'string' ? issue : undefined,
  };
}

/** Whether anything stands in a part. */
export function isBegun(part: Part | undefined): boolean {
  const { findings, answers, papers } = holding(part);
  return findings + answers + papers.length > 0;
}

/** The steps of a matter, by what it holds and where one stands. */
export function wayOf(parts: Parts, at: HeldTool): Step[] {
  const begun = (tool: HeldTool) => isBegun(parts[tool]);
  const seller = begun('penalties') || begun('appeal');
  if (seller || at === 'penalties' || at === 'appeal') {
    return [FINDINGS, APPEAL, COUNTER_NOTICE, DAYS];
  }
  if (begun('abroad') || at === 'abroad') return [IMPORT, ABROAD, COUNTER_NOTICE, DAYS];
  if (begun('parallel-import') || at === 'parallel-import') return [IMPORT, COUNTER_NOTICE, DAYS];
  const { papers, issue } = holding(parts.complaint);
  const answers =
    papers.includes('counter_notice') || ['counter_notice', 'response'].includes(issue ?? '');
  return answers ? [COUNTER_NOTICE, DAYS] : [NOTICE, DAYS];
}

/** Whether a step has begun; `due` are the days by which something has to be done. */
export function isTaken(
  { tool, issue, document, name }: Step,
  parts: Parts,
  due: string[],
): boolean {
  if (name === 'days') return due.length > 0;
  const part = tool && parts[tool];
  if (document === undefined) return isBegun(part);
  const { papers, answers, issue: looked } = holding(part);
  if (tool === 'appeal') return isBegun(part);
  return papers.includes(document) || (answers > 0 && looked === issue);
}
