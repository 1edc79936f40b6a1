import texts from 'virtual:engine-texts/deciding';
import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { entry, placeOf } from '../components/precedents/entry.ts';
import { filters } from '../components/precedents/filters.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { type DecidingEngine, loadDeciding } from '../engine/deciding.ts';
import type { Loader } from '../engine/load.ts';
import type { Failure } from '../engine/types.ts';
import { dayInWords, today } from '../i18n/dates.ts';
import '../i18n/words-cases.ts';
import '../i18n/words-comparison.ts';
import '../i18n/words-precedents.ts';
import { breathe } from '../state/breathe.ts';
import {
  type Corpus,
  corpusOf,
  counted,
  type Entry,
  filtered,
  fitting,
  gathering,
} from '../state/corpus.ts';
import { readFragment } from '../state/fragment.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { CasesShown } from '../state/shown.ts';
import type { CasesState } from '../state/states.ts';
import sheet from '../styles/cases.css?inline';
import compared from '../styles/comparison.css?inline';
import precedents from '../styles/precedents.css?inline';
import { tool } from '../styles/tool.ts';
import { ToolElement } from './tool-element.ts';

/** The tool that shows a rulebook, by the attribute that names its page. */
const TOOL_OF: Record<string, 'complaint' | 'parallelImport'> = {
  'cn/complaint': 'complaint',
  'cn/parallel-import': 'parallelImport',
};

/** Under this name such a tool keeps its state in the address. */
const ENTRY_OF = { complaint: 'complaint', parallelImport: 'parallel-import' };

/** The entry of the address that names a case. */
const CASE = 'case';

/** How many cases are drawn at once while the page opens, or others are asked for. */
const DRAWN_AT_ONCE = 12;

/**
 * `<zhengpin-cases>`: all decided cases, searched and filtered, each beside what the rules say
 * of it.
 *
 * Attributes: `as-of`, the day of the rules; today, if left out. `complaint` and
 * `parallel-import`, the pages that show these tools, to which the facts of a case then lead.
 */
export class ZhengpinCases extends ToolElement<CasesState, DecidingEngine> {
  static readonly tag = 'zhengpin-cases';
  static override styles = [...tool, unsafeCSS(compared + precedents + sheet)];
  static override properties = {
    asOf: { attribute: 'as-of' },
    complaint: {},
    parallelImport: { attribute: 'parallel-import' },
    filter: { state: true },
    choosing: { state: true },
  };

  declare asOf: string | undefined;
  declare complaint: string | undefined;
  declare parallelImport: string | undefined;
  declare private filter: CasesState;
  /** Whether the filter is unfolded where there is no room beside the cases. */
  declare private choosing: boolean;

  protected readonly key = 'cases';
  // Beside a case stands its name in the other language, and both are searched.
  protected readonly load: Loader<DecidingEngine> = (wanted) =>
    loadDeciding({ ...wanted, langs: ['zh', 'en'] });
  protected readonly texts = [texts];
  protected readonly reads = ({ cases, noDrafts }: Readers) => ({ state: cases, drafts: noDrafts });
  private corpus: Corpus | undefined;
  /** Links to tools, by case. */
  private readonly links = new Map<string, string>();
  /** How many cases are drawn, until all are. */
  private drawn = DRAWN_AT_ONCE;
  /** The case that the address named last. */
  private named: string | undefined;
  /** Whether that case is looked for once all are drawn. */
  private seeking = true;

  constructor() {
    super();
    this.filter = {};
    this.choosing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.findNamed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.findNamed);
  }

  protected snapshot(): CasesState | undefined {
    const asked = Object.entries(this.filter).filter(([, value]) => value);
    return asked.length === 0 ? undefined : Object.fromEntries(asked);
  }

  protected restore(state: CasesState): number {
    const corpus = this.lookUp();
    if (!corpus) return 0;
    const { kept, lost } = fitting(corpus, state);
    this.filter = kept;
    return lost;
  }

  protected get answerShown(): CasesShown | Failure | undefined {
    const { corpus, day: asOf } = this;
    if (!corpus) return undefined;
    if (corpus.failure && corpus.entries.length === 0) return corpus.failure;
    const cases = filtered(corpus.entries, this.filter);
    return {
      asOf,
      all: corpus.entries.length,
      cases: cases.map(({ rulebook, id, outcomes }) => ({ rulebook, case: id, outcomes })),
    };
  }

  protected clear(): void {
    this.filter = {};
  }

  private get day(): string {
    return this.asOf || today();
  }

  protected override async prepare(): Promise<void> {
    if (!this.engine) return;
    const steps = gathering(this.engine, this.day);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        this.corpus = step.value;
        return;
      }
      await breathe();
    }
  }

  protected override drawMore(): boolean {
    this.drawn += DRAWN_AT_ONCE;
    return this.drawn >= filtered(this.corpus?.entries ?? [], this.filter).length;
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (changes.has('asOf')) this.links.clear();
    if (changes.has('filter') && this.whole) {
      // A hundred cases that come back are drawn in pieces, as at first.
      this.drawn = DRAWN_AT_ONCE;
      this.whole = false;
    }
    this.lookUp();
  }

  /** All cases, once the engine is there. */
  private lookUp(): Corpus | undefined {
    const { engine, day } = this;
    if (engine && this.corpus?.asOf !== day) this.corpus = corpusOf(engine, day);
    return this.corpus;
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (!this.whole || !this.seeking) return;
    this.seeking = false;
    this.findNamed();
  }

  /** Shows the case that the address names, whatever the filter says. */
  private readonly findNamed = (): void => {
    const asked = this.fragment === 'off' ? undefined : readFragment(CASE);
    const found = this.corpus?.entries.find(({ rulebook, id }) => asked === `${rulebook}/${id}`);
    if (!found || !this.corpus) return;
    if (asked !== this.named && !filtered(this.corpus.entries, this.filter).includes(found)) {
      this.filter = {};
      this.seeking = true;
    }
    this.named = asked;
    if (this.seeking) return;
    void this.updateComplete.then(() => {
      const place = this.shadowRoot?.getElementById(placeOf(found));
      place?.scrollIntoView({ block: 'start' });
      place?.focus({ preventScroll: true });
    });
  };

  private readonly choose = (next: Partial<CasesState>): void => {
    this.filter = { ...this.filter, ...next };
    this.changed();
    void this.updateComplete.then(() => {
      const shown = this.shadowRoot?.querySelector('.shown')?.textContent;
      if (shown) this.announce(shown);
    });
  };

  protected renderTool(): TemplateResult {
    const { corpus, words: say } = this;
    if (!corpus) return html``;
    const views = new Map<string, View>();
    for (const [rulebook, description] of corpus.rulebooks) {
      views.set(rulebook, makeView(description, {}, say, this.wide, this.reference));
    }
    const shown = filtered(corpus.entries, this.filter);
    return html`${corpus.failure ? troubles(say, corpus.failure) : nothing}
      <p class="sum">${this.sum(corpus.entries)}</p>
      <p class="quiet">${say('cases-measure', { day: dayInWords(this.day, say.lang) })}</p>
      <div class="columns cases-columns">
        ${this.renderFilters(corpus, views)}
        <section class="result" part="answer" aria-labelledby="shown">
          <h2 class="shown" id="shown">${say('cases-shown', { count: shown.length })}</h2>
          ${this.snapshot() === undefined ? nothing : html`<p class="quiet">${this.counts(shown)}</p>`}
          ${repeat(this.whole ? shown : shown.slice(0, this.drawn), placeOf, (one) => this.renderEntry(views, one))}
          ${shown.length === 0 ? html`<p>${say('cases-nothing')}</p>` : nothing}
        </section>
      </div>
      ${this.renderCommands()}`;
  }

  private sum(entries: Entry[]): string {
    return `${this.words('cases-sum', { count: entries.length })}${this.counts(entries)}`;
  }

  private counts(entries: Entry[]): string {
    const { agrees, open, contradicts, none } = counted(entries);
    return this.words('cases-counts', { agrees, open, contradicts, none });
  }

  private renderFilters(corpus: Corpus, views: Map<string, View>): TemplateResult {
    const say = this.words;
    const fields = filters(say, corpus, views, this.filter, this.choose);
    return html`<div class="choice" part="questions" role="search" aria-label=${say('cases-filter')}>
      ${
        this.wide
          ? fields
          : html`<details
              class="fold"
              ?open=${this.choosing}
              @toggle=${(event: Event) => {
                this.choosing = (event.currentTarget as HTMLDetailsElement).open;
              }}
            >
              <summary>${say('cases-filter')}</summary>
              ${fields}
            </details>`
      }
    </div>`;
  }

  private renderEntry(views: Map<string, View>, one: Entry): TemplateResult | typeof nothing {
    const view = views.get(one.rulebook);
    if (!view) return nothing;
    return entry(view, one, {
      tool: this.links.get(placeOf(one)),
      unfolded: () => void this.makeLink(one),
      linked: this.fragment !== 'off',
    });
  }

  /** Writes the facts of a case as a link of the tool that asks for them. */
  private async makeLink(one: Entry): Promise<void> {
    const named = TOOL_OF[one.rulebook];
    const page = named && this[named];
    if (!page || this.links.has(placeOf(one)) || !URL.canParse(page, document.baseURI)) return;
    const [looked] = one.outcomes;
    const state = {
      asOf: this.day,
      ...(looked ? { issue: looked.issue } : {}),
      answers: one.described.facts,
    };
    const { encodeState } = await import('../lazy/keeping.ts');
    const url = new URL(page, document.baseURI);
    url.hash = `${ENTRY_OF[named]}=${await encodeState(state)}`;
    this.links.set(placeOf(one), url.href);
    this.requestUpdate();
  }
}
