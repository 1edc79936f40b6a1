import texts from 'virtual:engine-texts/listing';
import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Dated, datedOf, dueDays } from '../components/duties/due-days.ts';
import { dutyList, type Progress } from '../components/duties/duty-list.ts';
import { everyInWords, forceInWords, inShort } from '../components/duties/duty-words.ts';
import { aboutRules } from '../components/sources.ts';
import { tick } from '../components/tick.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { type ListingEngine, loadListing } from '../engine/listing.ts';
import {
  type Description,
  type Duties,
  type DutyAnswer,
  type Failure,
  isFailure,
} from '../engine/types.ts';
import { dayInWords, today } from '../i18n/dates.ts';
import { ToolElement } from './tool-element.ts';
import '../i18n/words-duties.ts';
import { withNote } from '../state/notes.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { DutiesShown } from '../state/shown.ts';
import type { DutiesState, PaperDrafts } from '../state/states.ts';
import sheet from '../styles/duties.css?inline';
import { tool } from '../styles/tool.ts';

/** What a list can be narrowed to. */
const FILTERS = ['who', 'to', 'in', 'force', 'every'] as const;
type Filter = (typeof FILTERS)[number];

/** How many duties are named in a sentence; more are counted. */
const NAMED = 4;

/** What the calendar file warns: so many days before, at this hour. */
const WARNING = { days: 3, hour: 9 };

/** What an input of the filter offers. */
interface Choice {
  label: string;
  all: string[];
  word: (value: string) => string;
}

/** The duties that are shown of those the engine tells. */
function shownOf({ every }: DutiesState, { duties }: Duties): DutyAnswer[] {
  return duties.filter((duty) => every === undefined || duty.every === every);
}

/**
 * `<zhengpin-duties>`: who has to do what by when, as a guide or a notice lists it, with what
 * binds beside it; to be ticked off.
 *
 * Attribute: `rulebook`, the list shown at first; the first that there is, if left out.
 */
export class ZhengpinDuties extends ToolElement<DutiesState, ListingEngine, PaperDrafts> {
  static readonly tag = 'zhengpin-duties';
  static override styles = [...tool, unsafeCSS(sheet)];
  static override properties = {
    rulebook: {},
    asked: { state: true },
    noted: { state: true },
  };

  declare rulebook: string | undefined;
  declare private asked: DutiesState | undefined;
  /** What was ticked and remarked: by rulebook, then `duty/done` and `duty/remark`. */
  declare private noted: PaperDrafts;

  protected readonly key = 'duties';
  protected readonly load = loadListing;
  protected readonly texts = [texts];
  protected readonly reads = ({ duties, paperDrafts }: Readers) => ({
    state: duties,
    drafts: paperDrafts,
  });
  private readonly described = new Map<string, Description>();
  /** Why nothing can be shown. */
  private failed: Failure | undefined;

  constructor() {
    super();
    this.noted = {};
  }

  protected snapshot(): DutiesState | undefined {
    const { asked } = this;
    return JSON.stringify(asked) === JSON.stringify(this.first()) ? undefined : asked;
  }

  protected restore({ rulebook, by, ...filters }: DutiesState): number {
    if (!this.books.includes(rulebook)) {
      this.asked = this.first();
      return 1;
    }
    const offered = this.offers(rulebook);
    const asked: DutiesState = { rulebook };
    let gone = 0;
    for (const filter of FILTERS) {
      const value = filters[filter];
      if (value === undefined) continue;
      if (offered?.[filter].includes(value)) asked[filter] = value;
      else gone += 1;
    }
    if (by !== undefined) asked.by = by;
    this.asked = asked;
    return gone;
  }

  protected get answerShown(): DutiesShown | Failure | undefined {
    const { asked } = this;
    if (!asked || !this.described.has(asked.rulebook)) return this.failed;
    const answer = this.duties(asked);
    return isFailure(answer) ? answer : { ...answer, duties: shownOf(asked, answer) };
  }

  protected clear(): void {
    this.asked = this.first();
    this.noted = {};
  }

  protected override drafts(): PaperDrafts | undefined {
    return Object.keys(this.noted).length > 0 ? this.noted : undefined;
  }

  protected override takeDrafts(drafts: PaperDrafts | undefined): void {
    this.noted = drafts ?? {};
  }

  /** The rulebooks that list duties. */
  private get books(): string[] {
    const listed = this.engine?.list();
    if (listed && isFailure(listed)) this.failed = listed;
    if (!listed || isFailure(listed)) return [];
    return listed.rulebooks.filter(({ duties }) => duties).map(({ rulebook }) => rulebook);
  }

  private first(): DutiesState | undefined {
    const { books } = this;
    const rulebook = books.find((book) => book === this.rulebook) ?? books[0];
    return rulebook === undefined ? undefined : { rulebook };
  }

  /** A rulebook, described once however often it is shown. */
  private describe(rulebook: string): Description | undefined {
    const known = this.described.get(rulebook);
    if (known) return known;
    const answer = this.engine?.describe({ rulebook });
    if (answer && isFailure(answer)) this.failed = answer;
    if (!answer || isFailure(answer)) return undefined;
    this.described.set(rulebook, answer);
    return answer;
  }

  private duties({ rulebook, who, to, in: occasion, force }: DutiesState): Duties | Failure {
    const { engine } = this;
    if (!engine) throw new Error('no engine');
    return engine.duties({
      rulebook,
      asOf: today(),
      ...(who === undefined ? {} : { who }),
      ...(to === undefined ? {} : { to }),
      ...(occasion === undefined ? {} : { in: occasion }),
      ...(force === undefined ? {} : { force: force as DutyAnswer['force'] }),
    });
  }

  /** What each filter can be set to: what some duty of the rulebook says. */
  private offers(rulebook: string): Record<Filter, string[]> | undefined {
    const all = this.duties({ rulebook });
    if (isFailure(all)) return undefined;
    const { duties } = all;
    const those = (known: string[], used: (duty: DutyAnswer) => readonly (string | null)[]) =>
      known.filter((one) => duties.some((duty) => used(duty).includes(one)));
    return {
      who: those(all.parties, (duty) => duty.who),
      to: those(all.parties, (duty) => duty.to),
      in: those(all.occasions, (duty) => duty.in),
      force: those(['must', 'should', 'may'], (duty) => [duty.force]),
      every: those(['once', 'week', 'month'], (duty) => [duty.every]),
    };
  }

  protected override willUpdate(properties: PropertyValues): void {
    if (properties.has('engine') && !this.asked) this.asked = this.first();
  }

  private choose(next: DutiesState): void {
    this.asked = next;
    this.changed();
    void this.updateComplete.then(() => {
      const sum = this.shadowRoot?.querySelector('.sum')?.textContent;
      if (sum) this.announce(sum.trim());
    });
  }

  private narrow(filter: Filter, value: string): void {
    const { asked } = this;
    if (!asked) return;
    const { [filter]: _, ...rest } = asked;
    this.choose(value === '' ? rest : { ...rest, [filter]: value });
  }

  /** Notes something of a duty, or takes it back. */
  private noteDown(rulebook: string, name: string, text: string): void {
    this.noted = withNote(this.noted, rulebook, name, text);
    this.typed();
  }

  private progressOf(rulebook: string): Progress {
    const own = this.noted[rulebook] ?? {};
    return {
      done: (duty) => own[`${duty}/done`],
      remark: (duty) => own[`${duty}/remark`] ?? '',
      tick: (duty, done) => this.noteDown(rulebook, `${duty}/done`, done ? today() : ''),
      note: (duty, text) => this.noteDown(rulebook, `${duty}/remark`, text),
    };
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
          ${dutyList(view, duties, asked.by ?? 'group', progress)} ${dueDays(view, days, duties)}
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
