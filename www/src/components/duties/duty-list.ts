import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CitedProvision, DutyAnswer } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { citationLink, confidenceInWords, standingInWords } from '../citation.ts';
import { tick } from '../tick.ts';
import type { View } from '../view.ts';
import { everyInWords, forceInWords, partiesInWords, standsInWords } from './duty-words.ts';

/** What was noted of duties: the day on which one was ticked, a remark. */
export interface Progress {
  done: (duty: string) => string | undefined;
  remark: (duty: string) => string;
  tick: (duty: string, done: boolean) => void;
  note: (duty: string, text: string) => void;
}

/** Under which headings duties stand: by phase, or by force. */
export type Headings = 'group' | 'force';

/** Duties under headings, each to be ticked and remarked on. */
export function dutyList(
  view: View,
  duties: DutyAnswer[],
  by: Headings,
  progress: Progress,
): TemplateResult {
  const headings = [...new Set(duties.map((duty) => duty[by]))];
  const order: string[] = by === 'force' ? ['must', 'should', 'may'] : headings;
  return html`${order
    .filter((heading) => headings.includes(heading as DutyAnswer['force']))
    .map((heading) => {
      const own = duties.filter((duty) => duty[by] === heading);
      const done = own.filter(({ id }) => progress.done(id) !== undefined).length;
      const title =
        by === 'force'
          ? forceInWords(view, heading as DutyAnswer['force'])
          : view.law.say(`group/${heading}/title`);
      const note = by === 'group' ? view.law.maybe(`group/${heading}/note`) : undefined;
      return html`<section class="duty-group" aria-labelledby=${`duties-${heading}`}>
        <header>
          <h3 id=${`duties-${heading}`}>${title}</h3>
          <span class="count">${view.say('duties-done-of', { done, all: own.length })}</span>
        </header>
        ${note ? html`<p class="quiet">${note}</p>` : nothing}
        <ul class="duties">
          ${own.map((duty) => one(view, duty, progress))}
        </ul>
      </section>`;
    })}`;
}

function one(view: View, duty: DutyAnswer, progress: Progress): TemplateResult {
  const { say, law } = view;
  const { id } = duty;
  const done = progress.done(id);
  const reading = law.maybe(`duty/${id}/reading`);
  const hint = done && say('duties-ticked', { day: dayInWords(done, say.lang) });
  return html`<li data-duty=${id} data-force=${duty.force} data-standing=${duty.standing}>
    ${tick(law.say(`duty/${id}/title`), hint, done !== undefined, (on) => progress.tick(id, on))}
    <div class="duty">
      <p><b class="force">${forceInWords(view, duty.force)}</b> ${law.say(`duty/${id}/says`)}</p>
      ${reading ? html`<p class="quiet">${reading}</p>` : nothing} ${facts(view, duty)}
      ${provisions(view, 'duties-listed-by', duty.citations)}
      ${
        duty.counterparts.length > 0
          ? provisions(view, 'duties-binding', duty.counterparts)
          : html`<p class="quiet">${say('duties-nothing-beside')}</p>`
      }
      ${remark(view, id, progress)}
    </div>
  </li>`;
}

/** Who, to whom, how often, how sure. */
function facts(view: View, duty: DutyAnswer): TemplateResult {
  const { say } = view;
  const rows: [string, string][] = [['duties-who', partiesInWords(view, duty.who)]];
  if (duty.to.length > 0) rows.push(['duties-to', partiesInWords(view, duty.to)]);
  if (duty.every !== null) {
    const days = duty.days.length;
    const often = everyInWords(view, duty.every);
    const none = duty.every === 'week' && days === 0;
    rows.push(['duties-due', none ? say('duties-no-weekday', { often }) : often]);
  }
  if (duty.confidence !== 'high') {
    rows.push(['duties-attested', confidenceInWords(view, duty.confidence)]);
  }
  return html`<dl class="duty-facts">
    ${rows.map(([name, value]) => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

function provisions(view: View, title: string, cited: CitedProvision[]): TemplateResult {
  return html`<div class="beside-duty">
    <p class="label">${view.say(title)}</p>
    <ul class="sources">
      ${cited.map(
        (one) => html`<li data-standing=${one.standing}>
          <span>${citationLink(view, one.provision)}</span>
          <span class="note-rank">
            ${standingInWords(view, one)}${view.say('dot')}${standsInWords(view, one)}
          </span>
        </li>`,
      )}
    </ul>
  </div>`;
}

function remark(view: View, duty: string, progress: Progress): TemplateResult {
  const text = progress.remark(duty);
  return html`<details class="fold remark" ?open=${text !== ''}>
    <summary>${view.say('duties-remark')}</summary>
    <input
      maxlength="1000"
      aria-label=${view.say('duties-remark-on', { what: view.law.say(`duty/${duty}/title`) })}
      .value=${live(text)}
      @input=${(event: Event) => progress.note(duty, (event.target as HTMLInputElement).value)}
    />
  </details>`;
}
