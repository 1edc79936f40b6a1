import { html, type TemplateResult } from 'lit';
import type { IssueAnswer } from '../../engine/types.ts';
import { type Place, shortOf } from '../../state/places.ts';
import { lookOf, verdictMark } from '../verdict.ts';
import type { View } from '../view.ts';

const NAMES: Record<Place, string> = {
  'eu/parallel-import': 'place-eu',
  'us/parallel-import': 'place-us',
  'jp/parallel-import': 'place-jp',
  'hk/parallel-import': 'place-hk',
};

/** What is decided for a place; nothing, where its rules say nothing of the day. */
export interface Placed {
  place: Place;
  view: View | undefined;
  answer: IssueAnswer | undefined;
}

/** The verdicts of all places side by side, each to be looked at in detail. */
export function places(
  { say }: View,
  placed: Placed[],
  current: Place,
  choose: (place: Place) => void,
): TemplateResult {
  return html`<ul class="overview" part="verdicts" aria-label=${say('places-title')}>
    ${placed.map(({ place, view, answer }) => {
      const look = view && answer ? lookOf(view, answer) : undefined;
      return html`<li data-place=${shortOf(place)} data-sign=${look?.sign ?? 'open'} data-verdict=${answer?.verdict ?? ''}>
        <button
          type="button"
          data-choose=${place}
          ?disabled=${!view}
          aria-pressed=${place === current}
          @click=${() => choose(place)}
        >
          <span class="overview-issue">${say(NAMES[place])}</span>
          <span class="overview-verdict">${look ? verdictMark(look) : say('place-not-then')}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}
