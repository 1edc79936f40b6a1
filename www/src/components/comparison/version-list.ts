import { html, nothing, type TemplateResult } from 'lit';
import type { Description } from '../../engine/types.ts';
import { dayBefore, dayInWords } from '../../i18n/dates.ts';
import type { Turn } from '../../state/versions.ts';
import { joined, type View } from '../view.ts';

/** The versions, newest first; each is compared with the day before it. */
export function versionList(
  view: View,
  turns: Turn[],
  { from, to, today }: { from: string; to: string; today: string },
  choose: (turn: Turn) => void,
): TemplateResult {
  return html`<ol class="versions">
    ${turns.toReversed().map(
      (turn) => html`<li>
        <button
          type="button"
          aria-pressed=${turn.day === to && turn.before === from}
          data-day=${turn.day}
          data-differs=${turn.differs ? '' : nothing}
          @click=${() => choose(turn)}
        >
          <span class="version-head">
            <span class="version-day">${dayInWords(turn.day, view.say.lang)}</span>
            ${turn.differs ? html`<small>${view.say('compare-differs')}</small>` : nothing}
          </span>
          <span class="version-says">${says(view, turn.day, today)}</span>
        </button>
      </li>`,
    )}
  </ol>`;
}

/** The instruments that a version is about, and whether it is still to come. */
function says(view: View, day: string, today: string): string {
  const future = day > today ? [view.say('compare-future')] : [];
  const names = instruments(view, day);
  return [...(names.length > 0 ? [joined(view, names)] : []), ...future].join(view.say('dot'));
}

/** The instruments of which something begins on a day; failing that, of which something ends. */
function instruments({ description, law }: View, day: string): string[] {
  const last = dayBefore(day);
  const begun = named(description, ({ from }) => from === day);
  const turned = begun.length > 0 ? begun : named(description, ({ to }) => to === last);
  return turned.map((id) => law.say(`instrument/${id}/short`));
}

function named(
  { provisions }: Description,
  wanted: (provision: Description['provisions'][number]) => boolean,
): string[] {
  return [...new Set(provisions.filter(wanted).map(({ instrument }) => instrument))];
}
