import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { Taken } from '../../state/matter/fill.ts';
import type { Place } from '../../state/matter/places.ts';
import { answerInWords, type View } from '../view.ts';
import { toolName } from './said.ts';
import type { StripParts } from './strip-parts.ts';

/** What is asked at a place of the tool that is shown. */
export function asked({ law }: View, { fact, document, field }: Place): string {
  return fact === undefined
    ? (law.maybe(`document/${document}/field/${field}/ask`) ?? '')
    : (law.maybe(`fact/${fact}/ask`) ?? '');
}

/** What is said at a place, in words. */
export function saidThere(view: View, { fact }: Place, value: Taken['value'] | null): string {
  return fact === undefined ? `${value}` : answerInWords(view, fact, value);
}

/** What was put in because it was said elsewhere, each with the way to change it here. */
export function takenList(say: Words, one: StripParts): TemplateResult | typeof nothing {
  const view = one.holder.view?.();
  const taken = view ? [...one.taken.values()] : [];
  if (!view || taken.length === 0) return nothing;
  return html`<p>${say('matter-taken', { count: taken.length })}</p>
    <ul class="matter-taken">
      ${taken.map(({ place, value, from }) => {
        const ask = asked(view, place);
        return html`<li data-taken=${place.id}>
          <span>${paperName(view, place)}${ask}</span>
          <b>${saidThere(view, place, value)}</b>
          <span class="quiet">${say('matter-said-in', { tool: toolName(say, from) })}</span>
          <button
            type="button"
            class="link"
            aria-label=${say('matter-change-of', { ask })}
            @click=${() => one.change(place)}
          >
            ${say('matter-change')}
          </button>
        </li>`;
      })}
    </ul>`;
}

/** In which document a field stands. */
export function paperName({ law, say }: View, { document }: Place): string {
  if (document === undefined) return '';
  return say('matter-in-paper', { paper: law.maybe(`document/${document}/title`) ?? '' });
}
