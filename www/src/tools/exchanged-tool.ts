import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Host, Imported } from '../components/import/host.ts';
import type { LedgerImport } from '../components/import/ledger-import.ts';
import type { View } from '../components/view.ts';
import type { SimulatingEngine } from '../engine/simulating.ts';
import { today } from '../i18n/dates.ts';
import { toLedgerRequest } from '../state/ledger.ts';
import { FindingTool } from './finding-tool.ts';

type ExchangePart = typeof import('../lazy/exchange.ts');

/** A ledger that is read from files, and written to them. */
export abstract class ExchangedTool extends FindingTool {
  static override properties: PropertyDeclarations = {
    exchange: { state: true },
    importing: { state: true },
  };

  declare private exchange: ExchangePart | undefined;
  /** Whether the screen is open by which findings are read. */
  declare protected importing: boolean;

  constructor() {
    super();
    this.importing = false;
  }

  protected async fetchExchange(): Promise<ExchangePart> {
    if (!this.exchange) {
      const exchange = await import('../lazy/exchange.ts');
      exchange.define();
      this.exchange = exchange;
    }
    return this.exchange;
  }

  protected override forget(): void {
    super.forget();
    this.importing = false;
  }

  protected readonly openImport = async (): Promise<void> => {
    await this.fetchExchange();
    this.importing = true;
    await this.updateComplete;
    const screen = this.shadowRoot?.querySelector<LedgerImport>('zhengpin-ledger-import');
    await screen?.updateComplete;
    screen?.focus();
  };

  protected renderImport(view: View): TemplateResult | typeof nothing {
    const { engine } = this;
    if (!engine) return nothing;
    return html`<zhengpin-ledger-import
      lang=${view.say.lang}
      .host=${this.host(view, engine)}
      @ledger-import=${(event: CustomEvent<Imported>) => this.takeOver(event)}
      @ledger-import-close=${() => {
        this.importing = false;
        this.shadowRoot?.getElementById('record-title')?.focus();
      }}
    ></zhengpin-ledger-import>`;
  }

  /** What the import has to know of the ledger. */
  private host({ description }: View, engine: SimulatingEngine): Host {
    return {
      description,
      rulebook: this.book,
      asOf: today(),
      engine,
      base: this.files,
      ledger: this.ledger,
    };
  }

  /** Takes over what was imported. */
  private takeOver({ detail }: CustomEvent<Imported>): void {
    if ('state' in detail) {
      this.replaceBy(detail.state, 'imported');
      return;
    }
    const { findings, replace, done } = detail;
    const next = {
      ...this.ledger,
      findings: replace ? findings : [...this.ledger.findings, ...findings],
    };
    const state = { ...this.snapshot(), ...next, rulebook: this.book };
    this.replaceBy(state, 'imported');
    this.importing = !done;
    this.announceStatus();
  }

  /** Ways in and out of the page for whole ledgers. */
  protected renderExchange(view: View): TemplateResult {
    const empty = this.ledger.findings.length === 0;
    return html`<button type="button" @click=${this.openImport}>${view.say('import-open')}</button>
      <button type="button" ?disabled=${empty} @click=${this.exportTable}>${view.say('export-csv')}</button>
      <button type="button" ?disabled=${empty} @click=${this.exportRequest}>${view.say('export-json')}</button>`;
  }

  private get fileName(): string {
    return `zhengpin-${this.book.replace('/', '-')}`;
  }

  private readonly exportTable = async (): Promise<void> => {
    const { exportTable } = await this.fetchExchange();
    const { engine, book, words } = this;
    if (engine) exportTable(engine, book, this.ledger.findings, words.lang, this.fileName);
  };

  private readonly exportRequest = async (): Promise<void> => {
    const { exportRequest } = await this.fetchExchange();
    const { tables } = this;
    if (!tables) return;
    const request = { rulebook: this.book, ...toLedgerRequest(this.ledger, tables) };
    exportRequest(request, this.simulated, this.fileName);
  };
}
