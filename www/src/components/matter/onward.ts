import { handOver } from '../../state/handover.ts';
import type { HeldTool } from '../../state/matter/types.ts';
import type { Step } from '../../state/matter/ways.ts';

/** The page of a tool, which stands beside that of the matters, in the same language and colours. */
export function pageOf(tool: HeldTool, matters: string): string {
  const url = new URL(`${tool}.html`, new URL(matters, document.baseURI));
  url.search = location.search;
  return url.href;
}

/** Has the tool that is opened next begin where a step is taken. */
export function layReady({ tool, issue }: Step): void {
  if (tool && issue !== undefined) handOver(tool, { facts: {}, fields: {}, issue });
}
