import { html, nothing, type TemplateResult } from 'lit';
import type { LawDraft } from '../../engine/drafts.ts';
import type { Reason } from '../../engine/load.ts';
import type { Count, Description, Facts, Rules } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import type { Weighed } from '../../reading/drafts/types.ts';
import {
  besideDraft,
  type Reworded,
  reworded,
  rewordedVerdicts,
  withoutProvisionsOf,
} from '../../state/beside-draft.ts';
import { citationName, confidenceInWords } from '../citation.ts';
import { result, type Telling } from '../comparison/result.ts';
import { period } from '../deadlines/period.ts';
import { troubles } from '../troubles.ts';
import { REASONS } from '../unavailable.ts';
import { makeView, type View } from '../view.ts';
import type { Came } from './held.ts';

const TELLING: Telling = {
  sum: 'draft-sum',
  begun: 'draft-adds',
  ended: 'draft-drops',
  others: 'draft-others',
  nothing: 'draft-nothing',
};

/** What is shown of a draft. */
export interface DraftShown {
  draft: LawDraft;
  /** The law of the day, and how long its deadlines are. */
  law: Description;
  counts: Map<string, Count>;
  /** What came of holding it against the law; nothing, while that is not known. */
  came: Came | undefined;
  /** The facts on which the change of each issue turns. */
  turning: (weighed: Weighed) => Map<string, Set<string>>;
  facts: Facts | undefined;
  without: () => void;
  again: () => void;
}

/** What a draft that never was law would have changed. */
export function draftResult(view: View, shown: DraftShown): TemplateResult {
  const { say } = view;
  const { draft, law, came } = shown;
  return html`<h2 id="result-title">
      <span class="day">${dayInWords(law.asOf, say.lang)}</span>
      <span class="day">
        <span class="arrow" role="img" aria-label=${say('compare-and-then')}>→</span>
        ${draft.title[say.lang]}
      </span>
    </h2>
    <div class="never" role="note">
      <p class="warning-name">${say('draft-never-title')}</p>
      <p>${draft.never[say.lang]}</p>
      <p class="quiet">${say('draft-no-verdict')}</p>
    </div>
    ${
      came === undefined
        ? html`<p class="quiet weighing">${say('draft-weighing')}</p>`
        : 'reason' in came
          ? untold(view, came.reason, shown.again)
          : 'failure' in came
            ? troubles(say, came.failure)
            : weighed(view, shown, came.weighed)
    }`;
}

/** That the draft, or the engine that reads it, could not be had, and the way to try again. */
function untold({ say }: View, reason: Reason, again: () => void): TemplateResult {
  return html`<div class="troubles" role="alert">
    <p>${say(REASONS[reason])}</p>
    <button type="button" @click=${again}>${say('draft-again')}</button>
  </div>`;
}

function weighed(view: View, shown: DraftShown, told: Weighed): TemplateResult {
  const { law, turning, facts, without } = shown;
  const both = besideDraft(law, told.described);
  const own = makeView(both, view.answers, view.say, view.wide, view.reference);
  const bare = (rules: Rules) => withoutProvisionsOf(told.never, both, rules);
  const { begun, ended, issues } = told.comparison;
  const comparison = {
    ...told.comparison,
    issues: issues.map((one) => ({ ...one, begun: bare(one.begun), ended: bare(one.ended) })),
    begun: bare(begun),
    ended: bare(ended),
  };
  const more = html`${changed(own, shown, told)} ${provisions(own, told)}`;
  return result(own, { comparison, turning: turning(told), facts, without }, TELLING, more);
}

/** What law and draft both have, and does not mean or say the same. */
function changed(
  view: View,
  { law, counts }: DraftShown,
  { comparison, described, counts: theirs }: Weighed,
): TemplateResult | typeof nothing {
  const { lang } = view.say;
  const texts = [law.texts[lang] ?? {}, described.texts[lang] ?? {}] as const;
  const { elements = [], alerts = [], deadlines = [] } = comparison.against?.changed ?? {};
  const words = (kind: string, ids: string[]) =>
    ids.map((id) => rule(view, `${kind}/${id}`, reworded(`${kind}/${id}`, ...texts), []));
  const all = [
    ...words('element', elements),
    ...words('alert', alerts),
    ...deadlines.map((id) => {
      const key = `deadline/${id}`;
      return rule(view, key, reworded(key, ...texts), [counts.get(id), theirs[id]]);
    }),
    ...rewordedVerdicts(law, described, lang).map((one) => rule(view, one.key, one, [])),
  ];
  if (all.length === 0) return nothing;
  return html`<section class="part changed">
    <h3>${view.say('draft-changes')}</h3>
    ${all}
  </section>`;
}

/** A rule as the law and as the draft has it. */
function rule(
  view: View,
  key: string,
  { law, draft }: Reworded,
  [now, then]: (Count | undefined)[],
): TemplateResult {
  const { say } = view;
  const [kind, issue] = key.split('/');
  const name = view.law.say(`${key}/title`);
  const title =
    kind === 'verdict' ? `${view.law.say(`issue/${issue}/title`)}${say('dot')}${name}` : name;
  const longer = JSON.stringify(now) !== JSON.stringify(then);
  const time = (count: Count | undefined) =>
    longer && count ? html`<p class="period">${period(say, count)}</p>` : nothing;
  const bare = !longer && law.length + draft.length === 0;
  const side = (label: string, count: Count | undefined, texts: string[]) => html`<div>
    <dt>${say(label)}</dt>
    <dd>${time(count)} ${texts.map((text) => html`<p>${text}</p>`)}</dd>
  </div>`;
  return html`<section class="change" data-rule=${key}>
    <h4>${title}</h4>
    ${
      bare
        ? html`<p>${say('draft-conditions')}</p>`
        : html`<dl>
            ${side('draft-law-says', now, law)} ${side('draft-draft-says', then, draft)}
          </dl>`
    }
  </section>`;
}

/** The provisions of the draft, as far as they are known. */
function provisions(view: View, { described, never }: Weighed): TemplateResult {
  const { say, law } = view;
  return html`<section class="part draft-provisions">
    <h3>${say('draft-provisions')}</h3>
    ${never.map((instrument) => {
      const own = described.provisions.filter((one) => one.instrument === instrument);
      const note = law.maybe(`instrument/${instrument}/note`);
      return html`<p class="quiet">${law.say(`instrument/${instrument}/title`)}</p>
        ${note === undefined ? nothing : html`<p class="quiet">${note}</p>`}
        <ul>
          ${own.map(
            ({ id, confidence }) => html`<li data-provision=${id}>
              <p class="note-name">${citationName(view, id)}</p>
              <p>${law.say(`provision/${id}/says`)}</p>
              <p class="note-rank">
                ${[say('draft-never'), confidenceInWords(view, confidence)].join(say('dot'))}
              </p>
            </li>`,
          )}
        </ul>`;
    })}
  </section>`;
}
