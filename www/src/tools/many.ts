import texts from 'virtual:engine-texts/deciding';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { asOfLine } from '../components/decision/as-of.ts';
import type { ManyPart } from '../components/many/many-part.ts';
import { aboutRules } from '../components/sources.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { type DecidingEngine, loadDeciding } from '../engine/deciding.ts';
import { describeOnce } from '../engine/describe-once.ts';
import type { Loader } from '../engine/load.ts';
import { type Description, type Failure, isFailure, type Listed } from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import type { TableExample } from '../reading/many/example.ts';
import type { OtherSide } from '../reading/many/types.ts';
import type { Readers } from '../state/outside/readers.ts';
import { placeOf } from '../state/places.ts';
import type { ManyShown } from '../state/shown.ts';
import type { ManyState } from '../state/states.ts';
import { tool } from '../styles/tool.ts';
import { ToolElement } from './tool-element.ts';

type Part = typeof import('../lazy/many.ts');

/** The tool that shows a case of a rulebook, by the attribute that names its page, and its entry in the address. */
const TOOL_OF: Record<
  string,
  [attribute: 'complaint' | 'parallelImport' | 'appeal', entry: string]
> = {
  'cn/complaint': ['complaint', 'complaint'],
  'cn/parallel-import': ['parallelImport', 'parallel-import'],
  'taobao/findings': ['appeal', 'appeal'],
};

/**
 * `<zhengpin-many>`: a table of cases, one row a case and one column a fact, decided all together.
 * It is read and decided in a worker, goes nowhere and is kept nowhere.
 *
 * Attributes: `rulebook`, the rules shown at first. `complaint`, `parallel-import`, `abroad` and
 * `appeal`, the pages that show these tools, to which the cases then lead.
 */
export class ZhengpinMany extends ToolElement<ManyState, DecidingEngine> {
  static readonly tag = 'zhengpin-many';
  static override styles = tool;
  static override properties = {
    rulebook: {},
    complaint: {},
    parallelImport: { attribute: 'parallel-import' },
    abroad: {},
    appeal: {},
    asked: { state: true },
    parts: { state: true },
  };

  declare rulebook: string | undefined;
  declare complaint: string | undefined;
  declare parallelImport: string | undefined;
  declare abroad: string | undefined;
  declare appeal: string | undefined;
  /** What is asked besides what is asked at first. */
  declare private asked: ManyState;
  declare private parts: Part | undefined;

  protected readonly key = 'many';
  protected readonly texts = [texts];
  protected override readonly load: Loader<DecidingEngine> = async (wanted) => {
    const [engine] = await Promise.all([loadDeciding(wanted), this.fetchPart()]);
    return engine;
  };
  protected readonly reads = ({ many, noDrafts }: Readers) => ({ state: many, drafts: noDrafts });
  private table: ManyPart | undefined;
  private examples: TableExample[] = [];
  private books: Listed[] | undefined;
  /** What the engine has against the day asked for. */
  private refused: Failure | undefined;
  /** By which rules the table was last decided, and against which side it was held. */
  private told: { rules?: string | undefined; side?: string | undefined } = {};

  constructor() {
    super();
    this.asked = {};
  }

  /** The rulebooks that decide something. */
  private get listed(): Listed[] {
    if (this.books) return this.books;
    const list = this.engine?.list();
    if (!list || isFailure(list)) return [];
    this.books = list.rulebooks.filter(({ issues }) => issues.length > 0);
    return this.books;
  }

  private get book(): string {
    const known = (id: string | undefined) => this.listed.find(({ rulebook }) => rulebook === id);
    const book = known(this.asked.rulebook) ?? known(this.rulebook) ?? this.listed[0];
    return book?.rulebook ?? '';
  }

  private get asOf(): string {
    return this.asked.asOf ?? today();
  }

  private get issue(): string {
    const told = this.describe();
    const issues = !told || isFailure(told) ? [] : told.issues.map(({ id }) => id);
    const { issue } = this.asked;
    return issue !== undefined && issues.includes(issue) ? issue : (issues[0] ?? '');
  }

  /** The second side that a link names. */
  private get other(): OtherSide | undefined {
    const { to, against } = this.asked;
    if (against !== undefined) return { kind: 'draft', draft: against };
    return to === undefined ? undefined : { kind: 'day', day: to };
  }

  protected snapshot(): ManyState | undefined {
    const said = Object.entries(this.asked).filter(([, value]) => value !== undefined);
    return said.length === 0 ? undefined : Object.fromEntries(said);
  }

  protected restore(state: ManyState): number {
    const { rulebook, issue, against } = state;
    this.asked = state;
    let lost = 0;
    if (rulebook !== undefined && this.book !== rulebook) {
      delete this.asked.rulebook;
      lost += 1;
    }
    if (issue !== undefined && this.issue !== issue) {
      delete this.asked.issue;
      lost += 1;
    }
    if (against !== undefined && !this.lawDrafts.some((draft) => draft.rulebook === against)) {
      delete this.asked.against;
      lost += 1;
    }
    return lost;
  }

  private get lawDrafts() {
    return this.parts?.DRAFTS.filter(({ amends }) => amends === this.book) ?? [];
  }

  /** Where the cases stand, in numbers: no case is told. */
  protected get answerShown(): ManyShown | Failure | undefined {
    const told = this.refused ?? this.describe();
    if (!told || isFailure(told)) return told;
    const { rulebook, version, asOf } = told;
    const { blocked, counts, all, open, refusedCount } = this.table?.seen ?? {};
    const stand = counts && Object.fromEntries(counts);
    return {
      rulebook,
      issue: this.issue,
      asOf,
      version,
      blocked,
      counts: stand,
      all,
      open,
      refusedCount,
    };
  }

  protected clear(): void {
    this.asked = {};
    this.table?.leave();
  }

  private async fetchPart(): Promise<void> {
    const part = await import('../lazy/many.ts').catch(() => undefined);
    if (!part || this.parts) return;
    this.examples = await part.loadExamples().catch(() => []);
    this.adopt(part.css);
    const asking = () =>
      this.engine && {
        engine: this.engine,
        base: this.files,
        rulebook: this.book,
        issue: this.issue,
        asOf: this.asOf,
        other: this.other,
        announce: (text: string) => this.announce(text),
      };
    this.table = new part.ManyPart(this, asking, () => this.view());
    this.parts = part;
  }

  /** What is known of the rules on the day; the refusal, where there are none. */
  private describe(): Description | Failure | undefined {
    return this.engine && describeOnce(this.engine, this.book, this.asOf);
  }

  private view(): View | undefined {
    const told = this.describe();
    if (!told || isFailure(told)) return undefined;
    return makeView(told, {}, this.words, this.wide, this.reference);
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (!this.engine) return;
    const [rules, side] = [[this.book, this.issue, this.asOf], this.other].map((one) =>
      JSON.stringify(one),
    );
    const { table, told } = this;
    this.told = { rules, side };
    if (rules !== told.rules) table?.askAnew();
    else if (side !== told.side) table?.askOther();
  }

  private ask(more: Partial<ManyState>): void {
    this.asked = { ...this.asked, ...more };
    this.changed();
  }

  private readonly chooseDay = (day: string | null): void => {
    const next = day === null || day === today() ? undefined : day;
    const told = this.engine && describeOnce(this.engine, this.book, next ?? today());
    this.refused = told && isFailure(told) ? told : undefined;
    if (this.refused) this.requestUpdate();
    else this.ask({ asOf: next });
  };

  private readonly chooseOther = (to: string | null): void => {
    if (this.table?.own) void this.table.readOwn([]);
    this.ask({ to: to ?? undefined, against: undefined });
  };

  private readonly chooseDraft = (against: string | undefined): void => {
    if (this.table?.own) void this.table.readOwn([]);
    this.ask({ against, to: undefined });
  };

  /** The address of the tool that shows a case, up to what a link carries. */
  private get toolAddress(): string | undefined {
    const { book } = this;
    const [attribute, entry] = placeOf(book)
      ? (['abroad', 'abroad'] as const)
      : (TOOL_OF[book] ?? []);
    const page = attribute && this[attribute];
    return page === undefined ? undefined : `${page}${location.search}#${entry}=`;
  }

  protected renderTool(): TemplateResult {
    const { parts: part, table } = this;
    const told = this.describe();
    const view = this.view();
    if (!view) return html`${told && isFailure(told) ? troubles(this.words, told) : nothing}`;
    // Without this part there is nothing to show, and that must be seen.
    if (!part || !table) return html`<p class="quiet">${this.words('fallback-fetch')}</p>`;
    const { issue, asOf, asked } = this;
    const trouble = this.refused?.error.message[view.say.lang];
    const examples = this.examples.filter(
      (one) => one.rulebook === this.book && one.issue === issue,
    );
    return html`${asOfLine(view, asOf, view.description.version, trouble, this.chooseDay)}
      ${this.renderChoice(view)}
      ${part.caseTable(view, table, {
        issue,
        asOf,
        tool: this.toolAddress,
        examples,
        to: asked.to,
        drafts: this.lawDrafts,
        against: asked.against,
        chooseDay: this.chooseOther,
        chooseDraft: this.chooseDraft,
      })}
      ${this.renderCommands()} ${aboutRules(view)}`;
  }

  /** Which rules, and which question. */
  private renderChoice(view: View): TemplateResult {
    const { engine, listed, book, issue } = this;
    const { say, law, description } = view;
    const title = ({ rulebook, asOf }: Listed) => {
      const told = rulebook === book ? description : engine && describeOnce(engine, rulebook, asOf);
      return (told && !isFailure(told) && told.texts[say.lang]?.title) || rulebook;
    };
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`<p class="many-choice" part="questions">
      <label>
        <span>${say('many-rulebook')}</span>
        <select
          name="rulebook"
          @change=${(event: Event) => this.ask({ rulebook: chosen(event), issue: undefined, against: undefined })}
        >
          ${listed.map(
            (one) =>
              html`<option value=${one.rulebook} .selected=${live(one.rulebook === book)}>${title(one)}</option>`,
          )}
        </select>
      </label>
      <label>
        <span>${say('many-issue')}</span>
        <select name="issue" @change=${(event: Event) => this.ask({ issue: chosen(event) })}>
          ${description.issues.map(
            ({ id }) =>
              html`<option value=${id} .selected=${live(id === issue)}>${law.say(`issue/${id}/title`)}</option>`,
          )}
        </select>
      </label>
    </p>`;
  }
}
