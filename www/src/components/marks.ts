import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Truth, Weight } from '../engine/types.ts';

/** How a verdict is drawn: by its weight, or as open. */
export type Sign = Weight | 'open';

const SIGNS: Record<Sign, SVGTemplateResult> = {
  clear: svg`<circle cx="8" cy="8" r="6" class="line" />`,
  caution: svg`<path d="M8 2.2 14.4 13.4H1.6Z" class="line" />`,
  severe: svg`<rect x="2" y="2" width="12" height="12" class="full" />`,
  open: svg`<circle cx="8" cy="8" r="6" class="line dashed" />`,
};

const STATES: Record<Truth, SVGTemplateResult> = {
  yes: svg`<path d="M2.5 8.5 6.5 12.5 13.5 4" class="line" />`,
  no: svg`<path d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5" class="line" />`,
  unknown: svg`<circle cx="8" cy="8" r="5" class="line dotted" />`,
};

function drawn(shape: SVGTemplateResult, name: string): TemplateResult {
  return html`<svg class="mark ${name}" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
}

/** The shape of a verdict. The word beside it says the same. */
export function sign(of: Sign): TemplateResult {
  return drawn(SIGNS[of], of);
}

/** The shape of a truth value. The word beside it says the same. */
export function stateMark(of: Truth): TemplateResult {
  return drawn(STATES[of], of);
}
