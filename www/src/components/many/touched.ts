import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LawDraft } from '../../engine/drafts.ts';
import type { Apart, CasesSeen, Touched, TouchedGroup } from '../../reading/many/types.ts';
import { sign } from '../marks.ts';
import type { View } from '../view.ts';
import type { ManyPart } from './many-part.ts';
import { standingName, standingSign, traitAnswer } from './words.ts';

/** More files than this are counted and not named. */
const FILES = 3;

/** The ways in which a second side is chosen. */
export interface SideChoice {
  issue: string;
  /** The second day, where one is asked. */
  to: string | undefined;
  /** The drafts that would have changed the rulebook, and the one that is asked. */
  drafts: LawDraft[];
  against: string | undefined;
  chooseDay: (day: string | null) => void;
  chooseDraft: (draft: string | undefined) => void;
}

/** Which cases another day or other rules would touch. */
export function whoIsTouched(
  view: View,
  seen: CasesSeen,
  part: ManyPart,
  choice: SideChoice,
): TemplateResult {
  const { say } = view;
  return html`<section class="touched">
    <h2 id="touched-title">${say('touched-title')}</h2>
    <p class="quiet">${say('touched-lead')}</p>
    ${sides(view, part, choice)}
    ${seen.touched === undefined ? nothing : result(view, seen.touched, part, choice.issue)}
  </section>`;
}

function sides(
  { say }: View,
  part: ManyPart,
  { to, drafts, against, chooseDay, chooseDraft }: SideChoice,
): TemplateResult {
  const { own } = part;
  const named = (names: string[]) =>
    names.length > FILES
      ? say('touched-own-files', { count: names.length })
      : names.join(say('list-separator'));
  return html`<div class="sides">
    <zhengpin-date-field
      quiet
      lang=${say.lang}
      .value=${own || against !== undefined ? null : (to ?? null)}
      .label=${say('touched-day')}
      @day=${(event: CustomEvent<string | null>) => chooseDay(event.detail)}
    ></zhengpin-date-field>
    ${
      drafts.length === 0
        ? nothing
        : html`<p class="side">
            <label for="touched-draft">${say('touched-draft')}</label>
            <select
              id="touched-draft"
              @change=${(event: Event) =>
                chooseDraft((event.target as HTMLSelectElement).value || undefined)}
            >
              <option value="" .selected=${live(against === undefined)}>${say('touched-no-draft')}</option>
              ${drafts.map(
                ({ rulebook, title }) =>
                  html`<option value=${rulebook} .selected=${live(rulebook === against)}>${title[say.lang]}</option>`,
              )}
            </select>
          </p>`
    }
    <p class="side">
      <label for="touched-own">${say('touched-own')}</label>
      <label class="file">
        <input
          id="touched-own"
          class="unseen"
          type="file"
          multiple
          accept=".yaml,.yml,.json"
          @change=${(event: Event) => {
            const field = event.target as HTMLInputElement;
            void part.readOwn([...(field.files ?? [])]);
            field.value = '';
          }}
        />
        <span class="button">${say('import-file')}</span>
      </label>
      ${
        own
          ? html`<span class="quiet">${named(own.names)}</span>
              <button type="button" class="link" data-leave-own @click=${() => part.readOwn([])}>
                ${say('touched-own-leave')}
              </button>`
          : nothing
      }
    </p>
  </div>`;
}

function result(
  view: View,
  touched: NonNullable<CasesSeen['touched']>,
  part: ManyPart,
  issue: string,
): TemplateResult {
  const { say } = view;
  if ('says' in touched)
    return html`<p class="wrong side-wrong" role="alert">${touched.says[say.lang]}</p>`;
  const { groups, same, undecided, why } = touched;
  return html`<p class="sum" data-touched=${touched.touched}>
      ${say('touched-sum', { touched: touched.touched, same })}
    </p>
    ${
      undecided === 0
        ? nothing
        : html`<p class="quiet">${say('touched-undecided', { count: undecided })}${say('gap')}${why?.[say.lang]}</p>`
    }
    <ul class="turns">
      ${groups.map((group) => turn(view, group, touched, part, issue))}
    </ul>`;
}

function turn(
  view: View,
  { from, to, count, apart }: TouchedGroup,
  { same }: Touched,
  { wanted, want }: ManyPart,
  issue: string,
): TemplateResult {
  const { say } = view;
  const id = `${from}>${to}`;
  const named = (standing: string) =>
    html`<span class="stand">${sign(standingSign(view, issue, standing))}<span>${standingName(view, issue, standing)}</span></span>`;
  const chosen = wanted.turn === id;
  return html`<li data-turn=${id}>
    <p class="turn">
      ${named(from)}
      <span class="arrow" role="img" aria-label=${say('touched-becomes')}>→</span>
      ${named(to)}
      <b>${say('touched-count', { count })}</b>
      <button
        type="button"
        class="link"
        aria-pressed=${chosen}
        @click=${() => want({ turn: chosen ? undefined : id })}
      >
        ${say('touched-show')}
      </button>
    </p>
    ${same === 0 ? html`<p class="quiet">${say('touched-all')}</p>` : html`<ul class="aparts">${apart.map((one) => pattern(view, one))}</ul>`}
  </li>`;
}

/** What the touched have in common and no other case has. */
function pattern(view: View, { traits, count }: Apart): TemplateResult {
  const { say, law } = view;
  if (traits.length === 0)
    return html`<li class="quiet">${say('touched-no-pattern', { count })}</li>`;
  return html`<li>
    ${traits.map(
      (trait, place) => html`<p class="criterion">
        <span>${place > 0 ? say('touched-and') : ''}${law.say(`fact/${trait.fact}/ask`)}</span>${say('gap')}<b>${traitAnswer(view, trait)}</b>
      </p>`,
    )}
    <p class="quiet">${say('touched-count', { count })}</p>
  </li>`;
}
