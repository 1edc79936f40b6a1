import { html, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { HeldTool } from '../../state/matter/types.ts';

/** What a tool is called, as the navigation calls it. */
export function toolName(say: Words, tool: HeldTool): string {
  return say(`nav-${tool}`);
}

/** That an answer was given in another tool of the matter. */
export function saidElsewhere(say: Words, from: HeldTool): TemplateResult {
  return html`<p class="said-elsewhere">${say('matter-said-in', { tool: toolName(say, from) })}</p>`;
}
