import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { findingForm } from '../components/finding-form.ts';
import { ledgerChart } from '../components/ledger-chart.ts';
import { ledgerStatus } from '../components/ledger-status.ts';
import { ledgerTable } from '../components/ledger-table.ts';
import { aboutRules } from '../components/sources.ts';
import { ToolElement } from '../components/tool-element.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { warnings } from '../components/warnings.ts';
import { loadSimulating, type SimulatingEngine } from '../engine/simulating.ts';
import {
  type Description,
  type Failure,
  isFailure,
  messageOf,
  type Simulation,
} from '../engine/types.ts';
import '../i18n/words-ledger.ts';
import { type Draft, type DraftTroubles, draftOf, EMPTY, readDraft } from '../state/draft.ts';
import { EXAMPLES, type Example } from '../state/examples.ts';
import { type Finding, inOrder, isFinding, toRequest } from '../state/findings.ts';
import ledger from '../styles/ledger.css?inline';
import { tool } from '../styles/tool.ts';

/** What a link to a ledger carries. */
interface LedgerState {
  findings: Finding[];
  until?: string;
}

const RULEBOOK = 'taobao/counterfeit';

/**
 * `<zhengpin-penalties>`: what findings of selling counterfeits cost a shop on Taobao, and
 * how far it is from closure.
 */
export class ZhengpinPenalties extends ToolElement<LedgerState, SimulatingEngine> {
  static override styles = [...tool, unsafeCSS(ledger)];
  static override properties = {
    findings: { state: true },
    until: { state: true },
    draft: { state: true },
    wrong: { state: true },
    untilWrong: { state: true },
  };

  declare private findings: Finding[];
  /** The day up to which the ledger runs; that of the last finding, if nothing. */
  declare private until: string | undefined;
  declare private draft: Draft;
  declare private wrong: DraftTroubles;
  declare private untilWrong: string | undefined;

  protected readonly key = 'penalties';
  protected readonly load = loadSimulating;
  private described: Description | undefined;
  private simulated: Simulation | undefined;
  private failure: Failure | undefined;

  constructor() {
    super();
    this.findings = [];
    this.draft = EMPTY;
    this.wrong = {};
  }

  protected snapshot(): LedgerState | undefined {
    if (this.findings.length === 0 && this.until === undefined) return undefined;
    return {
      findings: this.findings,
      ...(this.until === undefined ? {} : { until: this.until }),
    };
  }

  protected restore({ findings, until }: LedgerState): number {
    this.describe();
    const ledger = this.described?.ledger;
    const known = ledger ? findings.filter((one) => isFinding(one, ledger)) : [];
    const accepted = known.filter((one) => this.accepts([one]));
    const kept = this.accepts(accepted) ? accepted : [];
    this.findings = kept;
    this.until = until !== undefined && this.accepts(kept, until) ? until : undefined;
    this.draft = EMPTY;
    return findings.length - kept.length;
  }

  protected clear(): void {
    this.findings = [];
    this.until = undefined;
    this.untilWrong = undefined;
    this.draft = EMPTY;
    this.wrong = {};
  }

  private describe(): void {
    const answer = this.described ?? this.engine?.describe({ rulebook: RULEBOOK });
    if (!answer) return;
    if (isFailure(answer)) this.failure = answer;
    else this.described = answer;
  }

  /** The ledger of these findings, or why the engine refuses them. */
  private simulate(findings: Finding[], until?: string): Simulation | Failure | undefined {
    const ledger = this.described?.ledger;
    if (!ledger) return undefined;
    return this.engine?.simulate({
      rulebook: RULEBOOK,
      findings: inOrder(findings, ledger).map((one) => toRequest(one, ledger)),
      ...(until === undefined ? {} : { until }),
    });
  }

  private accepts(findings: Finding[], until?: string): boolean {
    const answer = this.simulate(findings, until);
    return answer !== undefined && !isFailure(answer);
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (!this.engine) return;
    this.describe();
    if (!['engine', 'findings', 'until'].some((name) => changes.has(name))) return;
    const answer = this.simulate(this.findings, this.until);
    this.simulated = answer && !isFailure(answer) ? answer : undefined;
  }

  private readonly change = (part: Partial<Draft>): void => {
    this.draft = { ...this.draft, ...part };
    const fields = Object.keys(part);
    this.wrong = Object.fromEntries(
      Object.entries(this.wrong).filter(([field]) => !fields.includes(field)),
    );
  };

  private readonly save = (): void => {
    const ledger = this.described?.ledger;
    if (!ledger) return;
    const read = readDraft(this.draft, ledger, this.draft.id ?? this.freshId(), this.words);
    if (!('id' in read)) {
      this.refuse(read);
      return;
    }
    const next = [...this.findings.filter(({ id }) => id !== read.id), read];
    const answer = this.simulate(next, this.until);
    if (answer && isFailure(answer)) {
      const field = answer.error.path.endsWith('/items') ? 'items' : 'day';
      this.refuse({ [field]: messageOf(answer.error, this.spoken) });
      return;
    }
    this.wrong = {};
    this.findings = next;
    this.draft = { ...EMPTY, day: read.day, tier: read.tier };
    this.changed();
    this.announceStatus();
  };

  /** Says what is wrong at the fields, and goes to the first of them. */
  private refuse(wrong: DraftTroubles): void {
    this.wrong = wrong;
    void this.updateComplete.then(() => {
      const [field] = Object.keys(wrong);
      const place = field === 'tier' ? '.tier input' : `#finding-${field}`;
      this.shadowRoot?.querySelector<HTMLElement>(place)?.focus();
    });
  }

  private freshId(): string {
    const used = this.findings.map(({ id }) => Number(id.slice(1)) || 0);
    return `f${Math.max(0, ...used) + 1}`;
  }

  private readonly edit = (id: string): void => {
    const finding = this.findings.find((one) => one.id === id);
    if (!finding) return;
    this.draft = draftOf(finding);
    this.wrong = {};
    void this.updateComplete.then(() => {
      this.shadowRoot?.querySelector<HTMLElement>('#finding-day')?.focus();
    });
  };

  private readonly strikeOut = (id: string): void => {
    const state = this.snapshot();
    if (!state) return;
    this.replaceBy(
      { ...state, findings: this.findings.filter((one) => one.id !== id) },
      'finding-removed',
    );
    this.announceStatus();
    void this.updateComplete.then(() => {
      this.shadowRoot?.querySelector<HTMLElement>('.notice button')?.focus();
    });
  };

  private show({ findings }: Example): void {
    const numbered = findings.map((one, place) => ({ ...one, id: `f${place + 1}` }));
    this.replaceBy({ findings: numbered }, 'example-shown');
    this.announceStatus();
  }

  /** Runs the ledger on to a day, or says why it cannot be. */
  private runTo(until: string | undefined): void {
    const answer = this.simulate(this.findings, until);
    this.untilWrong =
      answer && isFailure(answer) ? messageOf(answer.error, this.spoken) : undefined;
    if (this.untilWrong !== undefined) return;
    this.until = until;
    this.changed();
    this.announceStatus();
  }

  private announceStatus(): void {
    void this.updateComplete.then(() => {
      const standing = this.standing();
      if (standing) this.announce(standing);
    });
  }

  /** Where the account stands, in a sentence, once there is a finding. */
  private standing(): string | undefined {
    if (!this.simulated || this.findings.length === 0) return undefined;
    const { points, strikes, open } = this.simulated.status;
    return this.words(open ? 'announce-open' : 'announce-closed', { points, strikes });
  }

  protected renderTool(): TemplateResult {
    const ledger = this.described?.ledger;
    if (!this.described || !ledger) {
      return html`${this.failure ? troubles(this.words, this.failure) : nothing}`;
    }
    const view = makeView(this.described, {}, this.words, this.wide, this.reference);
    return html`<div class="columns ledger-columns">
        <div class="entering">
          ${findingForm(view, ledger, this.draft, this.wrong, {
            change: this.change,
            save: this.save,
            standing: this.standing(),
            cancel: () => {
              this.draft = EMPTY;
              this.wrong = {};
            },
          })}
        </div>
        <section class="record" aria-labelledby="record-title">
          <h2 id="record-title" tabindex="-1">${view.say('record-title')}</h2>
          <p class="examples">
            ${view.say('examples-lead')}
            ${EXAMPLES.map(
              (
                example,
              ) => html`<button type="button" class="link" @click=${() => this.show(example)}>
                ${view.say(example.title)}
              </button>`,
            )}
          </p>
          ${this.simulated ? this.renderRecord(view, this.simulated) : nothing}
        </section>
      </div>
      ${this.renderCommands()} ${aboutRules(view)}`;
  }

  private renderRecord(view: View, simulation: Simulation): TemplateResult {
    if (simulation.entries.length === 0) {
      return html`<p class="quiet">${view.say('record-empty')}</p>`;
    }
    return html`${ledgerStatus(view, simulation)}
      ${ledgerChart(view, simulation, this.width, this.until)}
      ${ledgerTable(view, {
        findings: this.findings,
        simulation,
        edit: this.edit,
        remove: this.strikeOut,
      })}
      <zhengpin-date-field
        class="until"
        lang=${view.say.lang}
        .value=${this.until ?? null}
        .label=${view.say('until-label')}
        .hint=${view.say('until-hint')}
        .trouble=${this.untilWrong}
        @day=${(event: CustomEvent<string | null>) => this.runTo(event.detail ?? undefined)}
      ></zhengpin-date-field>
      ${warnings(view, simulation.warnings)}`;
  }
}
