import { html, nothing, type TemplateResult } from 'lit';
import { dayInWords } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/words.ts';
import { daysOf } from '../../state/matter/days.ts';
import * as store from '../../state/matter/store.ts';
import type { HeldTool } from '../../state/matter/types.ts';
import { HELD } from '../../state/matter/types.ts';
import { holding, isBegun, isTaken, type Step, wayOf } from '../../state/matter/ways.ts';
import { differing } from './differing.ts';
import { dueDays } from './holder.ts';
import { layReady, pageOf } from './onward.ts';
import { toolName } from './said.ts';
import type { Standing, StripParts } from './strip-parts.ts';
import { takenList } from './taken.ts';

/** Where the strip links to so that a screen reader can go on there. */
const TITLE = 'matter-title';

/** What matter this is, what it holds and what comes next; or which matters there are. */
export function strip(say: Words, one: StripParts): TemplateResult | typeof nothing {
  const { matter } = one;
  if (!matter) return others(say, one);
  return html`<section class="matter" aria-labelledby=${TITLE} data-standing=${one.standing}>
    <div class="matter-line">
      <h2 id=${TITLE}>${say('matter-this', { name: matter.name })}</h2>
      ${way(say, one)}
    </div>
    ${uncounted(say, one)} ${standing(say, one)} ${differing(say, one)}
    <details class="fold matter-more">
      <summary>${say('matter-holds')}</summary>
      <ul class="matter-parts">${HELD.map((tool) => part(say, one, tool))}</ul>
      ${takenList(say, one)}
      <p class="quiet">${say('matter-kept')}</p>
      <div class="commands">
        <a href=${one.page + location.search}>${say('matter-all')}</a>
        <button type="button" @click=${one.save}>${say('matter-save')}</button>
        <button type="button" data-leave @click=${() => one.open(undefined)}>${say('matter-leave')}</button>
      </div>
    </details>
  </section>`;
}

/** The matters of the device, none of which this tab is about. */
function others(say: Words, one: StripParts): TemplateResult | typeof nothing {
  const kept = store.list().filter((it) => 'name' in it);
  if (kept.length === 0) return nothing;
  return html`<section class="matter" aria-labelledby=${TITLE}>
    <details class="fold matter-more">
      <summary id=${TITLE}>${say('matter-others', { count: kept.length })}</summary>
      <ul class="matter-list">
        ${kept.map(
          ({ id, name }) => html`<li>
            <button type="button" class="link" data-open=${id} @click=${() => one.open(id)}>${name}</button>
          </li>`,
        )}
      </ul>
      <p class="quiet">${say('matter-open-what')}</p>
      <p><a href=${one.page + location.search}>${say('matter-all')}</a></p>
    </details>
  </section>`;
}

/** The steps of the matter, each a link, with the next one marked. */
function way(say: Words, one: StripParts): TemplateResult {
  const { parts, due } = one;
  const steps = wayOf(parts, one.tool);
  const next = steps.find((step) => !isTaken(step, parts, due));
  return html`<ol class="matter-way">
    ${steps.map((step) => {
      const done = isTaken(step, parts, due);
      const label = html`${say(STEP_SAYS[step.name])}${much(say, one, step)}`;
      return html`<li data-step=${step.name} data-done=${done ? '' : nothing} data-next=${step === next ? '' : nothing}>
        ${done ? html`<span class="unseen">${say('matter-done')}</span>` : nothing}
        ${step === next ? html`<b>${say('matter-next')}</b>` : nothing}
        ${link(one, step, label)}
      </li>`;
    })}
  </ol>`;
}

/** How much there is of a step: findings, or the nearest day. */
function much(say: Words, { parts, due }: StripParts, { name }: Step): string {
  const { findings } = holding(parts.penalties);
  const [day] = due;
  if (name === 'findings' && findings > 0) return say('matter-count', { count: findings });
  return name === 'days' && day !== undefined
    ? say('matter-day', { day: dayInWords(day, say.lang) })
    : '';
}

/** The way to a step: on this page, where it is taken here. */
function link(one: StripParts, step: Step, label: unknown): TemplateResult {
  const { tool } = one;
  const to = step.tool ?? daysAt(one);
  if (to === tool) {
    return html`<button type="button" class="link" @click=${() => one.go(step)}>${label}</button>`;
  }
  return html`<a href=${pageOf(to, one.page)} @click=${() => layReady({ ...step, tool: to })}>${label}</a>`;
}

/** That the days of some tools follow no longer from what is said, with the way to count them. */
function uncounted(say: Words, one: StripParts): TemplateResult | typeof nothing {
  if (one.uncounted.length === 0) return nothing;
  const links = one.uncounted.map(
    (tool) =>
      html`<a href=${pageOf(tool, one.page)} data-uncounted=${tool}>${toolName(say, tool)}</a> `,
  );
  return html`<p class="quiet">${say('matter-uncounted')}${say('gap')}${links}</p>`;
}

/** Where days are counted: here, if they are; else where one is due, or what comes last. */
function daysAt({ tool, holder, matter, parts }: StripParts): HeldTool {
  if ((dueDays(holder)?.length ?? 0) > 0) return tool;
  const stored = matter?.stored ?? {};
  const due = HELD.find((it) => (daysOf(it, stored) ?? ['']).length > 0);
  if (due) return due;
  return holder.due ? tool : (wayOf(parts, tool).findLast((it) => it.tool)?.tool ?? tool);
}

/** What a part of the matter holds. */
function part(say: Words, one: StripParts, tool: HeldTool): TemplateResult | typeof nothing {
  const held = one.parts[tool];
  if (!isBegun(held)) return nothing;
  const { findings, answers, papers } = holding(held);
  const told = [
    ...(findings > 0 ? [say('matter-findings', { count: findings })] : []),
    ...(answers > 0 ? [say('matter-answers', { count: answers })] : []),
    ...(papers.length > 0 ? [say('matter-papers', { count: papers.length })] : []),
  ].join(say('list-separator'));
  const name = toolName(say, tool);
  return html`<li data-part=${tool}>
    ${tool === one.tool ? html`<b>${name}</b>` : html`<a href=${pageOf(tool, one.page)}>${name}</a>`}
    <span class="quiet">${told}</span>
  </li>`;
}

const STEP_SAYS: Record<Step['name'], string> = {
  findings: 'matter-step-findings',
  appeal: 'matter-step-appeal',
  'counter-notice': 'matter-step-counter-notice',
  notice: 'matter-step-notice',
  import: 'matter-step-import',
  abroad: 'matter-step-abroad',
  days: 'matter-step-days',
};

const STANDS = {
  apart: 'matter-is-apart',
  behind: 'matter-is-behind',
  gone: 'matter-is-gone',
  refused: 'matter-is-refused',
} as const;

const DOES = {
  show: 'matter-do-show',
  put: 'matter-do-put',
  apart: 'matter-do-apart',
  save: 'matter-do-save',
} as const;

/** What can be done where what is shown is not what the matter holds. */
const WAYS: Record<Exclude<Standing, 'kept'>, readonly ('show' | 'put' | 'apart' | 'save')[]> = {
  apart: ['put', 'show', 'apart'],
  behind: ['show', 'put', 'apart'],
  gone: ['apart', 'save'],
  refused: ['put', 'save'],
};

function standing(say: Words, one: StripParts): TemplateResult | typeof nothing {
  if (one.standing === 'kept') return nothing;
  const act = { show: one.showMatter, put: one.putIn, apart: one.keepApart, save: one.save };
  return html`<div class="matter-asks" role="alert">
    <p>${say(STANDS[one.standing])}</p>
    <div class="commands">
      ${WAYS[one.standing].map(
        (name) =>
          html`<button type="button" data-do=${name} @click=${act[name]}>
            ${say(name === 'put' && one.standing === 'refused' ? 'matter-again' : DOES[name])}
          </button>`,
      )}
    </div>
  </div>`;
}
