import openings from 'virtual:opening/taobao/counterfeit';
import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { exampleList } from '../components/example-list.ts';
import { findingForm } from '../components/finding/form.ts';
import { aboutRules } from '../components/sources.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import type { Simulation } from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import '../i18n/words-ledger.ts';
import { EMPTY } from '../state/draft.ts';
import { type Example, loadExamples } from '../state/example.ts';
import type { Finding } from '../state/findings.ts';
import { handOver } from '../state/handover.ts';
import { FIRST, isSame } from '../state/ledger.ts';
import ledger from '../styles/ledger.css?inline';
import { tool } from '../styles/tool.ts';
import { ExchangedTool } from './exchanged-tool.ts';
import type { RecordPart } from './finding-tool.ts';

type ChartPart = typeof import('../lazy/chart.ts');
type AuditPart = typeof import('../lazy/audit.ts');

/** The form beside the ledger and the gap between them, in rem. */
const FORM = 24;

/** So many rows of the record are drawn at first, and so many more each time they are asked for. */
const ROWS = 100;
const MORE = 400;

/** Below these widths, in rem, the record stands in fewer columns, in narrower ones, in lines. */
const NARROW = 34;
const SLIM = 30;
const TINY = 16;

/**
 * `<zhengpin-penalties>`: what findings of selling counterfeits cost a shop on a platform,
 * and how far it is from closure.
 *
 * Attributes: `rulebook`, the one shown at first, such as `taobao/counterfeit`; `appeal`, the
 * page that shows `<zhengpin-appeal>`, to which a finding for which too much was taken is then
 * handed over.
 */
export class ZhengpinPenalties extends ExchangedTool {
  static readonly tag = 'zhengpin-penalties';
  static override styles = [...tool, unsafeCSS(ledger)];
  static override properties = {
    appeal: {},
    examples: { state: true },
    chart: { state: true },
    audit: { state: true },
    rows: { state: true },
  };

  protected override readonly openings = openings;
  declare appeal: string | undefined;
  declare private examples: Example[];
  declare private chart: ChartPart | undefined;
  declare private audit: AuditPart | undefined;
  /** How many rows of the record are drawn. */
  declare private rows: number;

  constructor() {
    super();
    this.examples = [];
    this.rows = ROWS;
  }

  protected override async fetchBeside(): Promise<void> {
    this.examples = await loadExamples();
  }

  protected override fetchLater(): void {
    super.fetchLater();
    void this.fetchRecord();
    void this.fetchExchange();
  }

  protected override async fetchRecord(): Promise<void> {
    if (this.record) return;
    await super.fetchRecord();
    if (!this.record) return;
    try {
      this.chart = await import('../lazy/chart.ts');
    } catch {
      this.missing = true;
    }
  }

  private async fetchAudit(): Promise<void> {
    if (this.audit) return;
    try {
      const audit = await import('../lazy/audit.ts');
      if (!this.audit) this.adopt(audit.css);
      this.audit = audit;
    } catch {
      this.missing = true;
    }
  }

  protected override forget(): void {
    super.forget();
    this.rows = ROWS;
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    if (this.ledger.findings.length > 0) void this.fetchRecord();
    if (this.simulated?.audit) void this.fetchAudit();
  }

  /** Keeps the ledger, and looks at it with something else in place of a finding. */
  private readonly suppose = (finding: Finding, instead: Finding | undefined): void => {
    const findings = this.ledger.findings.flatMap((one) =>
      one.id === finding.id ? (instead ?? []) : one,
    );
    const base = this.base ?? this.ledger;
    const trouble = this.take({ findings });
    if (trouble === undefined) {
      this.base = base;
      this.changed();
    } else this.announce(trouble);
    void this.updateComplete.then(() => {
      this.shadowRoot
        ?.querySelector<HTMLElement>('#difference-title')
        ?.scrollIntoView({ block: 'nearest' });
    });
  };

  protected renderTool(): TemplateResult {
    const description = this.describe(this.day);
    const ledger = description?.ledger;
    if (!description || !ledger) {
      const failure = this.described?.failure;
      return html`${failure ? troubles(this.words, failure) : nothing}`;
    }
    const view = makeView(description, {}, this.words, this.wide, this.reference);
    const tables = this.draftTables ?? ledger;
    return html`${this.renderPlatform(this.engine && ((rulebook) => this.choose(rulebook)))}
      <div class="columns ledger-columns">
        <div class="entering" part="questions">
          ${findingForm(view, tables, this.filled, this.wrong, {
            change: this.change,
            save: this.engine && this.save,
            standing: this.standing(),
            examined: this.examined,
            remark: this.remarkOnDay,
            cancel: () => this.begin(EMPTY),
          })}
        </div>
        <section
          class="record"
          part="answer"
          aria-labelledby="record-title"
          ?data-narrow=${this.room < NARROW}
          ?data-slim=${this.room < SLIM}
          ?data-tiny=${this.room < TINY}
        >
          <h2 id="record-title" tabindex="-1">${view.say('record-title')}</h2>
          ${this.importing ? this.renderImport(view) : nothing}
          ${this.refusal ? troubles(view.say, this.refusal) : nothing}
          ${this.simulated ? this.renderRecord(view, this.simulated) : nothing}
          ${this.engine ? nothing : this.renderEarly(view)}
        </section>
      </div>
      ${this.engine ? this.renderCommands(this.renderExchange(view)) : nothing} ${aboutRules(view)}`;
  }

  private renderExamples(view: View, folded: boolean): TemplateResult | typeof nothing {
    const examples = this.examples.filter(({ rulebook }) => rulebook === this.book);
    return exampleList(view, examples, { folded, level: 3 }, (example) =>
      this.whenThere(() => this.show(example)),
    );
  }

  /** What stands in place of the ledger until the engine is there. */
  private renderEarly(view: View): TemplateResult {
    return html`${this.renderEmpty(view)}
      <p class="quiet">${view.say('loading')}</p>`;
  }

  /** That nothing is entered, and how to begin. */
  private renderEmpty(view: View): TemplateResult {
    return html`<p class="quiet empty">
        ${view.say('record-empty')}
        <button type="button" class="link" @click=${() => this.whenThere(() => void this.openImport())}>${view.say('import-open')}</button>
      </p>
      ${this.renderExamples(view, false)}`;
  }

  private renderRecord(view: View, simulation: Simulation): TemplateResult {
    const { findings, until } = this.ledger;
    if (findings.length === 0 && !this.base) {
      return this.renderEmpty(view);
    }
    const { record, chart } = this;
    if (!record) {
      return html`<p class="quiet">${view.say(this.missing ? 'fallback-fetch' : 'loading')}</p>`;
    }
    return html`${this.renderExamples(view, true)} ${this.renderDifference(view, record)}
      ${record.ledgerStatus(view, simulation)}
      ${this.renderAudit(view, record, simulation)}
      ${chart ? chart.ledgerChart(view, simulation, this.room, until) : html`<div class="chart"></div>`}
      ${record.ledgerTable(view, simulation, {
        findings,
        tiersOf: (version) => this.tiersOf(version),
        edit: this.edit,
        remove: this.strikeOut,
        today: today(),
        most: this.printed.now ? Number.POSITIVE_INFINITY : this.rows,
        more: this.showMore,
        audit: this.audit,
        appeal: this.appealing(view, record, simulation),
        suppose: (finding) =>
          record.ledgerSuppose(view, finding, this.tiersOf(finding.day), this.suppose),
      })}
      ${
        this.base
          ? nothing
          : html`<p class="keep">
              <button type="button" class="link" @click=${() => this.keepBase()}>${view.say('base-keep')}</button>
            </p>`
      }
      ${record.ledgerReadings(view, simulation, (reading, choice) => this.read(reading, choice))}
      ${record.ledgerOutlook(view, simulation, this.renderPremises(view, record))}
      ${record.ledgerWarnings(view, simulation.warnings)} ${record.ledgerCited(view, simulation)}`;
  }

  /** Draws earlier rows too, and goes on from the first that is new. */
  private readonly showMore = (): void => {
    const before = this.shadowRoot?.querySelector('tbody[data-finding]');
    this.rows += MORE;
    void this.updateComplete.then(() => {
      const next = this.shadowRoot?.querySelector<HTMLElement>('.earlier button');
      (next ?? before?.querySelector<HTMLElement>('.row-commands button'))?.focus();
    });
  };

  /** The room for the record, in rem. */
  private get room(): number {
    return this.wide ? this.width - FORM : this.width;
  }

  /** What the platform booked, held against the rules. */
  private renderAudit(view: View, record: RecordPart, simulation: Simulation) {
    const { audit } = this;
    if (!simulation.audit) return nothing;
    if (!audit) {
      return html`<p class="quiet">${view.say(this.missing ? 'fallback-fetch' : 'loading')}</p>`;
    }
    const { page, handOver: hand } = this.appealing(view, record, simulation) ?? {};
    return audit.ledgerAudit(view, simulation, {
      page,
      handOver: (id) => hand?.(id),
      copy: (text) => void this.copy(text),
    });
  }

  /** The page of appeals, and what hands a finding over to it with all that is known of it. */
  private appealing(
    view: View,
    { appealOf }: Pick<RecordPart, 'appealOf'>,
    simulation: Simulation,
  ) {
    // Only the rulebook of the first ledger has a page that drafts its appeals.
    if (this.book !== FIRST || !this.appeal) return undefined;
    const of = this.audit?.auditedAppeal ?? appealOf;
    return {
      page: this.appeal + location.search,
      handOver: (id: string) => {
        handOver('appeal', of(view, simulation, id));
      },
    };
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.notice = { id: 'audit-copied' };
    } catch {
      this.notice = { id: 'audit-copy-failed' };
    }
    this.announce(this.words(this.notice.id));
  }

  private renderPremises(view: View, record: RecordPart): TemplateResult {
    return record.premises(view, view.description.ledger?.amounts ?? [], {
      until: this.ledger.until,
      untilWrong: this.untilWrong,
      amounts: this.sums,
      wrong: this.sumsWrong,
      runTo: (day) => this.runTo(day),
      today: () => this.runTo(today()),
      write: (id, text) => {
        this.sums = { ...this.sums, [id]: text };
      },
      state: (id, text) => this.state(id, text),
    });
  }

  /** What distinguishes the ledger from the one that was kept. */
  private renderDifference(view: View, record: RecordPart): TemplateResult | typeof nothing {
    if (!this.base) return nothing;
    const difference = isSame(this.base, this.ledger) ? undefined : this.difference;
    return record.ledgerDifference(view, difference, {
      back: () => this.dropBase(true),
      accept: () => this.dropBase(false),
    });
  }
}
