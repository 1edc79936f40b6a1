import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { Difference } from '../../state/matter/fill.ts';
import { toolName } from './said.ts';
import type { StripParts } from './strip-parts.ts';
import { asked, paperName, saidThere } from './taken.ts';

const HOLDS = {
  mine: 'matter-hold-mine',
  theirs: 'matter-hold-theirs',
  both: 'matter-hold-both',
} as const;

/** What is said otherwise elsewhere in the matter: both sides, and what is to hold. */
export function differing(say: Words, one: StripParts): TemplateResult | typeof nothing {
  const view = one.holder.view?.();
  if (!view || one.differing.length === 0 || one.standing !== 'kept') return nothing;
  const row = (it: Difference) => {
    const { here, there, mine, theirs } = it;
    const where =
      there.tool === one.tool
        ? say('matter-in-tool', { tool: view.law.maybe(`document/${there.document}/title`) ?? '' })
        : say('matter-in-tool', { tool: toolName(say, there.tool) });
    const ask = asked(view, here);
    const button = (name: keyof typeof HOLDS, go: (it: Difference) => void) => html`<button
      type="button"
      data-do=${name}
      @click=${() => go(it)}
    >
      ${say(HOLDS[name])}<span class="unseen"> ${ask}</span>
    </button>`;
    return html`<li data-differs=${here.id}>
      <p><b>${paperName(view, here)}${ask}</b></p>
      <p>
        ${say('matter-differs', {
          mine: saidThere(view, here, mine),
          where,
          theirs: saidThere(view, here, theirs),
        })}
      </p>
      <div class="commands">
        ${button('mine', one.sayThere)} ${button('theirs', one.sayHere)} ${button('both', one.leaveApart)}
      </div>
    </li>`;
  };
  return html`<div class="matter-asks">
    <p>${say('matter-differ', { count: one.differing.length })}</p>
    <ul>${one.differing.map(row)}</ul>
  </div>`;
}
