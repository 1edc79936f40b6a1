import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../state/example.ts';
import type { View } from './view.ts';

/** Examples to look at, with where they were published; folded once there is something else. */
export function exampleList<One extends Shown>(
  { say }: View,
  examples: One[],
  { folded, level }: { folded: boolean; level: 2 | 3 },
  show: (example: One) => void,
): TemplateResult | typeof nothing {
  if (examples.length === 0) return nothing;
  const list = html`<ul>
    ${examples.map(
      (example) => html`<li>
        <button type="button" class="link" data-example=${example.id} @click=${() => show(example)}>
          ${example.title[say.lang]}
        </button>
        <span class="example-source">${example.source[say.lang]}</span>
      </li>`,
    )}
  </ul>`;
  return folded
    ? html`<details class="fold examples">
        <summary>${say('examples-folded', { count: examples.length })}</summary>
        ${list}
      </details>`
    : html`<section class="examples" part="examples" aria-labelledby="examples-title">
        <p class="examples-title" role="heading" aria-level=${level} id="examples-title">
          ${say('examples-title')}
        </p>
        ${list}
      </section>`;
}
