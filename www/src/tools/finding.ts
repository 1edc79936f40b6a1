import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { findingFields } from '../components/finding/form.ts';
import { aboutRules } from '../components/sources.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { isFailure, type Simulation } from '../engine/types.ts';
import '../i18n/words-finding.ts';
import '../i18n/words-ledger.ts';
import { type Draft, draftOf, EMPTY } from '../state/draft.ts';
import type { Finding } from '../state/findings.ts';
import type { LedgerState } from '../state/ledger.ts';
import type { FindingDrafts } from '../state/states.ts';
import ledger from '../styles/ledger.css?inline';
import { tool } from '../styles/tool.ts';
import { FindingTool, type RecordPart } from './finding-tool.ts';

/** The entry of the address under which the whole ledger keeps its state. */
const LEDGER = 'penalties';

/**
 * `<zhengpin-finding>`: what one finding of selling counterfeits costs a shop: points, strike,
 * measures and until when, and what one more would do. The answer follows every change.
 *
 * Attributes: `rulebook`, the one shown at first; `findings`, of which the first is taken;
 * `penalties`, the page that shows `<zhengpin-penalties>`, to which the finding is taken along.
 */
export class ZhengpinFinding extends FindingTool {
  static readonly tag = 'zhengpin-finding';
  static override styles = [...tool, unsafeCSS(ledger)];
  static override properties = {
    penalties: {},
    packed: { state: true },
  };

  declare penalties: string | undefined;
  /** The finding as a link to the whole ledger carries it. */
  declare private packed: string | undefined;

  protected override readonly key = 'finding';

  protected override fetchLater(): void {
    super.fetchLater();
    void this.fetchRecord();
  }

  /** There is one finding, whatever it says. */
  protected override freshId(): string {
    return 'f1';
  }

  /** What is half entered; a finding that is whole stands in the link. */
  protected override drafts(): FindingDrafts | undefined {
    return this.ledger.findings.length > 0 ? undefined : super.drafts();
  }

  /** Takes the first finding alone; the others are lost, which is said. */
  protected override restore({ base: _, ...state }: LedgerState): number {
    const [first, ...others] = state.findings;
    const lost = super.restore({ ...state, findings: first ? [first] : [] });
    const [finding] = this.ledger.findings;
    this.fill(finding ? draftOf(finding) : EMPTY);
    return lost + others.length;
  }

  /** Judges what stands in the fields as soon as it is a finding; until then nothing is shown. */
  private readonly judge = (part: Partial<Draft>): void => {
    this.change(part);
    const { entered } = this;
    if (!entered) return;
    if (!('id' in entered)) {
      const { day: _, tier: __, ...wrong } = entered as Record<string, string>;
      this.wrong = wrong;
      this.put([]);
      return;
    }
    const finding = entered as Finding;
    const answer = this.simulate({ findings: [finding] });
    const refused = answer && isFailure(answer);
    this.wrong = refused ? this.troublesOf(answer, [finding], finding) : {};
    this.put(refused ? [] : [finding]);
  };

  private put(findings: Finding[]): void {
    if (findings.length === 0 && this.ledger.findings.length === 0) return;
    this.ledger = { ...this.ledger, findings };
    this.changed();
    this.typed();
    this.announceStatus();
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    if (this.ledger.findings.length > 0) void this.fetchRecord();
    if (this.penalties !== undefined && changes.has('ledger')) void this.pack();
  }

  /** Packs the finding for the page with the whole ledger. */
  private async pack(): Promise<void> {
    const { ledger, keeping } = this;
    const state = ledger.findings.length > 0 ? this.snapshot() : undefined;
    const packed = state && (await keeping?.encodeState(state).catch(() => undefined));
    if (this.ledger === ledger) this.packed = packed;
  }

  protected renderTool(): TemplateResult {
    const description = this.describe(this.day);
    const tables = this.draftTables ?? description?.ledger;
    if (!description || !tables) {
      const failure = this.described?.failure;
      return html`${failure ? troubles(this.words, failure) : nothing}`;
    }
    const view = makeView(description, {}, this.words, this.wide, this.reference);
    return html`${this.renderPlatform((rulebook) =>
      this.replaceBy({ rulebook, findings: [] }, 'finding-platform-changed'),
    )}
      <div class="columns ledger-columns">
        <div class="entering" part="questions">
          <form
            class="finding"
            autocomplete="off"
            novalidate
            aria-labelledby="finding-title"
            @submit=${(event: Event) => event.preventDefault()}
          >
            <h2 id="finding-title">${view.say('finding-one')}</h2>
            ${findingFields(view, tables, this.filled, this.wrong, {
              change: this.judge,
              examined: this.examined,
              remark: this.remarkOnDay,
            })}
          </form>
        </div>
        <section class="record" part="answer" aria-labelledby="record-title" data-narrow data-slim>
          <h2 id="record-title" tabindex="-1">${view.say('finding-outcome')}</h2>
          ${this.refusal ? troubles(view.say, this.refusal) : nothing}
          ${this.renderOutcome(view)}
        </section>
      </div>
      ${this.renderCommands()} ${aboutRules(view)}`;
  }

  private renderOutcome(view: View): TemplateResult {
    const [finding] = this.ledger.findings;
    const [entry] = this.simulated?.entries ?? [];
    const { record, simulated } = this;
    if (!finding || !entry || !simulated) {
      return html`<p class="quiet empty">${view.say('finding-incomplete')}</p>`;
    }
    if (!record) {
      return html`<p class="quiet">${view.say(this.missing ? 'fallback-fetch' : 'loading')}</p>`;
    }
    return html`${record.ledgerStatus(view, simulated)}
      <div class="explained" data-finding=${entry.id}>
        ${record.outcome(view, finding, entry, simulated, this.tiersOf(entry.version))}
      </div>
      ${record.ledgerReadings(view, simulated, (reading, choice) => this.read(reading, choice))}
      ${this.renderAhead(view, simulated, record)}
      ${record.ledgerWarnings(view, simulated.warnings)} ${record.ledgerCited(view, simulated)}
      ${this.renderOnward(view)}`;
  }

  /** What one more finding would do, and what runs out when. */
  private renderAhead(view: View, simulated: Simulation, record: RecordPart) {
    const { forecast } = simulated;
    if (!forecast) return nothing;
    return html`${record.ledgerNext(view, simulated)} ${record.ledgerEndings(view, forecast)}`;
  }

  /** The way to the whole ledger, with this finding in it. */
  private renderOnward({ say }: View): TemplateResult | typeof nothing {
    if (this.penalties === undefined || this.packed === undefined) return nothing;
    const address = `${this.penalties}${location.search}#${LEDGER}=${this.packed}`;
    return html`<p class="onward"><a href=${address}>${say('finding-onward')}</a></p>`;
  }
}
