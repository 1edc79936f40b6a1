import { html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Dated, datedOf, dueDays } from '../components/duties/due-days.ts';
import { dutyList, type Progress } from '../components/duties/duty-list.ts';
import { everyInWords, forceInWords, inShort } from '../components/duties/duty-words.ts';
import { aboutRules } from '../components/sources.ts';
import { tick } from '../components/tick.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { type Duties, type DutyAnswer, isFailure } from '../engine/types.ts';
import { dayInWords, today } from '../i18n/dates.ts';
import '../i18n/words-duties.ts';
import type { DutiesState } from '../state/states.ts';
import choice from '../styles/choice.css?inline';
import sheet from '../styles/duties.css?inline';
import { tool } from '../styles/tool.ts';
import { FILTERS, type Filter, ListedTool, shownOf } from './listed-tool.ts';

/** How many duties are named in a sentence; more are counted. */
const NAMED = 4;

/** What the calendar file warns: so many days before, at this hour. */
const WARNING = { days: 3, hour: 9 };

/** How many duties are drawn at once while the page opens. */
const DRAWN_AT_ONCE = 6;

/** What an input of the filter offers. */
interface Choice {
  label: string;
  all: string[];
  word: (value: string) => string;
}

/**
 * `<zhengpin-duties>`: who has to do what by when, as a guide or a notice lists it, with what
 * binds beside it; to be ticked off.
 */
export class ZhengpinDuties extends ListedTool {
  static readonly tag = 'zhengpin-duties';
  static override styles = [...tool, unsafeCSS(choice + sheet)];

  /** How many duties are drawn, until all are. */
  private drawn = DRAWN_AT_ONCE;

  protected override drawMore(): boolean {
    const { asked } = this;
    const answer = asked && this.duties(asked);
    this.drawn += DRAWN_AT_ONCE;
    const isAll = !answer || isFailure(answer) || this.drawn >= answer.duties.length;
    if (isAll) this.drawn = Number.POSITIVE_INFINITY;
    return isAll;
  }

  protected renderTool(): TemplateResult {
    const { asked } = this;
    const description = asked && this.describe(asked.rulebook);
    if (!asked || !description) {
      return html`${this.failed ? troubles(this.words, this.failed) : nothing}`;
    }
    const answer = this.duties(asked);
    if (isFailure(answer)) return troubles(this.words, answer);
    const view = makeView(description, {}, this.words, this.wide, this.reference);
    const duties = shownOf(asked, answer);
    const progress = this.progressOf(asked.rulebook);
    const days = datedOf(duties);
    return html`<div class="columns duties-columns">
        <div class="choice" part="questions">${this.renderBooks(view, asked)} ${this.renderFilters(view, asked)}</div>
        <section class="result" part="answer" aria-labelledby="result-title">
          <h2 id="result-title">${view.law.say('title')}</h2>
          <p class="quiet">${view.law.say('summary')}</p>
          ${history(view, answer)}
          <p class="sum">${this.sum(view, asked, duties)}</p>
          ${dutyList(view, duties.slice(0, this.drawn), asked.by ?? 'group', progress)}
          ${this.drawn < duties.length ? nothing : dueDays(view, days, duties)}
        </section>
      </div>
      ${this.renderKeeping(view, asked.rulebook)}
      ${this.renderCommands(this.renderFiles(view, duties, days, progress))} ${aboutRules(view)}`;
  }

  /** The answer to what was chosen, in a sentence. */
  private sum(view: View, asked: DutiesState, duties: DutyAnswer[]): string {
    const { say } = view;
    const count = duties.length;
    if (count === 0) return say('duties-none');
    const chosen = FILTERS.some((filter) => asked[filter] !== undefined);
    if (!chosen || count > NAMED) return say('duties-sum', { count });
    const list = duties.map((duty) => inShort(view, duty)).join(say('duties-and'));
    return say('duties-answer', { count, list });
  }

  private renderBooks(view: View, { rulebook }: DutiesState): TemplateResult {
    return html`<h2>${view.say('duties-list')}</h2>
      <ul class="books">
        ${this.books.map((book) => {
          const title = this.describe(book)?.texts[view.say.lang]?.title;
          return html`<li>
            <button
              type="button"
              data-rulebook=${book}
              aria-pressed=${book === rulebook}
              @click=${() => this.choose({ rulebook: book })}
            >
              ${title ?? book}
            </button>
          </li>`;
        })}
      </ul>`;
  }

  private renderFilters(view: View, asked: DutiesState): TemplateResult | typeof nothing {
    const { say, law } = view;
    const offered = this.offers(asked.rulebook);
    if (!offered) return nothing;
    const titled = (kind: string) => (value: string) => law.say(`${kind}/${value}/title`);
    const choices: Record<Filter, Choice> = {
      who: { label: 'duties-who', all: offered.who, word: titled('party') },
      to: { label: 'duties-to', all: offered.to, word: titled('party') },
      in: { label: 'duties-in', all: offered.in, word: titled('occasion') },
      force: {
        label: 'duties-force',
        all: offered.force,
        word: (force) => forceInWords(view, force as DutyAnswer['force']),
      },
      every: {
        label: 'duties-due',
        all: offered.every,
        word: (every) => everyInWords(view, every as 'once'),
      },
    };
    return html`<h2>${say('duties-narrow')}</h2>
      <form class="fields" autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
        ${FILTERS.filter((filter) => choices[filter].all.length > 1).map((filter) => {
          const { label, all, word } = choices[filter];
          const options: [string, string][] = all.map((value) => [value, word(value)]);
          const change = (value: string) => this.narrow(filter, value);
          return select(filter, say(label), say('duties-any'), options, asked[filter], change);
        })}
        ${select(
          'by',
          say('duties-by'),
          say('duties-by-phase'),
          [['force', say('duties-by-force')]],
          asked.by,
          (value) => {
            const { by: _, ...rest } = asked;
            this.choose(value === 'force' ? { ...rest, by: 'force' } : rest);
          },
        )}
      </form>`;
  }

  /** Where ticks and remarks are kept, and the way to keep them longer. */
  private renderKeeping({ say }: View, rulebook: string): TemplateResult {
    const onDevice = this.onDevice(rulebook);
    const where = onDevice ? 'duties-kept-device' : 'duties-kept-tab';
    return html`<div class="keeping duties-keeping">
      <p class="quiet">${say(this.draftsKept ? where : 'duties-kept-nowhere')}</p>
      ${
        this.draftsKept
          ? tick(say('duties-keep'), undefined, onDevice, (on) => this.setOnDevice(rulebook, on))
          : nothing
      }
    </div>`;
  }

  /** The list as files. */
  private renderFiles(
    view: View,
    duties: DutyAnswer[],
    days: Dated[],
    progress: Progress,
  ): TemplateResult {
    const { say } = view;
    const save = async (kind: 'csv' | 'ics') => {
      const files = await import('../lazy/calendar.ts');
      const name = files.fileName(view.law.say('title'), today(), kind);
      if (kind === 'csv') {
        files.download(name, 'text/csv', files.dutyTable(view, duties, progress));
      } else {
        const entries = files.dutyEntries(view, days);
        const file = files.calendarFile(entries, {
          made: new Date(),
          ...WARNING,
          lang: say.lang,
        });
        files.download(name, 'text/calendar;charset=utf-8', file);
      }
      this.notice = { id: 'duties-saved' };
    };
    return html`<button type="button" ?disabled=${duties.length === 0} @click=${() => save('csv')}>
        ${say('duties-csv')}
      </button>
      ${
        days.length === 0
          ? nothing
          : html`<button type="button" @click=${() => save('ics')}>${say('duties-ics')}</button>`
      }`;
  }
}

/** That none of it is in force any more. */
function history({ say }: View, { duties }: Duties): TemplateResult | typeof nothing {
  const [first] = duties;
  const over = duties.length > 0 && duties.every(({ standing }) => standing === 'lapsed');
  if (!over || !first?.until) return nothing;
  return html`<p class="history">
    ${say(first.about ? 'duties-over-about' : 'duties-over', { day: dayInWords(first.until, say.lang) })}
  </p>`;
}

function select(
  name: string,
  label: string,
  none: string,
  options: [string, string][],
  chosen: string | undefined,
  change: (value: string) => void,
): TemplateResult {
  return html`<label class="field" data-field=${name}>
    <span>${label}</span>
    <select @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      <option value="" .selected=${live(chosen === undefined)}>${none}</option>
      ${options.map(
        ([value, word]) =>
          html`<option value=${value} .selected=${live(value === chosen)}>${word}</option>`,
      )}
    </select>
  </label>`;
}
