import { handOver } from '../../state/handover.ts';
import type { HeldTool } from '../../state/matter/types.ts';
import type { Step } from '../../state/matter/ways.ts';
import { isObject } from '../../state/shape.ts';
import { get, put } from '../../state/storage.ts';

/** The page of a tool, which stands beside that of the matters, in the same language and colours. */
export function pageOf(tool: HeldTool, matters: string): string {
  const url = new URL(`${tool}.html`, new URL(matters, document.baseURI));
  url.search = location.search;
  return url.href;
}

/** Under this name the tab keeps to which step the tool that is opened next is to go. */
const STEP = 'matter-step';

/** Has the tool that is opened next begin where a step is taken. */
export function layReady(step: Step): void {
  const { tool, issue } = step;
  put('tab', STEP, step);
  if (tool && issue !== undefined) handOver(tool, { facts: {}, fields: {}, issue });
}

/** To which step a tool that was opened is to go, once. */
export function laidReady(tool: HeldTool): Pick<Step, 'name'> | undefined {
  const step = get('tab', STEP);
  if (step !== undefined) put('tab', STEP, undefined);
  return isObject(step) && step.tool === tool ? (step as unknown as Step) : undefined;
}
