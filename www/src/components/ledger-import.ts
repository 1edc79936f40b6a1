import {
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import type { Description, Failure, Lang, Simulation, TierDescription } from '../engine/types.ts';
import { type Column, columnsOf } from '../exchange/columns.ts';
import { decode } from '../exchange/decode.ts';
import { type Judge, readJson } from '../exchange/json.ts';
import { tierNames } from '../exchange/read.ts';
import { begin, type Result, readSession, type Session } from '../exchange/session.ts';
import { readTable } from '../exchange/table.ts';
import { legal } from '../i18n/legal.ts';
import { messageOf } from '../i18n/told.ts';
import { spoken, type Words, words } from '../i18n/words.ts';
import type { Finding } from '../state/findings.ts';
import type { Ledger, LedgerState } from '../state/ledger.ts';
import importing from '../styles/import.css?inline';
import { tool } from '../styles/tool.ts';
import { importColumns } from './import-columns.ts';
import { importMapping } from './import-mapping.ts';
import { importSource } from './import-source.ts';
import { importTroubles } from './import-troubles.ts';

/** What the import asks the tool that opened it. */
export interface Host {
  description: Description;
  /** Every tier that any version knows. */
  tiers: TierDescription[];
  present: Finding[];
  simulate: (ledger: Ledger) => Simulation | Failure | undefined;
  /** What judges a whole request as it stands. */
  judge: Judge | undefined;
}

/**
 * `<zhengpin-ledger-import>`: takes findings from a file or a pasted table, asks what it
 * cannot guess, and names what is wrong by row and column. The file is read here and goes
 * nowhere.
 *
 * Events: `ledger-import` with findings and what to do with those that are there, or with a
 * whole state, in `detail`; `ledger-import-close`.
 */
export class LedgerImport extends LitElement {
  static override styles = [...tool, unsafeCSS(importing)];
  static override properties = {
    lang: { reflect: true },
    host: {},
    session: { state: true },
    trouble: { state: true },
    replacing: { state: true },
    taken: { state: true },
  };
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  declare lang: string;
  declare host: Host;
  declare private session: Session | undefined;
  /** Why the file cannot be read at all. */
  declare private trouble: string | undefined;
  /** Whether the findings take the place of those that are there. */
  declare private replacing: boolean;
  /** How many findings were taken over so far. */
  declare private taken: number;

  private columns: Column[] = [];
  private tiers: [string, string][] = [];
  private result: Result | undefined;

  constructor() {
    super();
    this.replacing = false;
    this.taken = 0;
  }

  private get say(): Words {
    return words(spoken(this.lang));
  }

  protected override willUpdate(changes: PropertyValues): void {
    const { description, tiers, present, simulate } = this.host;
    const { ledger } = description;
    if (!ledger) return;
    if (changes.has('host')) {
      const law = { zh: legal(description, 'zh'), en: legal(description, 'en') };
      this.columns = columnsOf(ledger, law);
      const titles = (['zh', 'en'] satisfies Lang[]).map(
        (lang) => (id: string) => law[lang].say(`tier/${id}/title`),
      );
      this.tiers = tierNames(tiers, titles);
    }
    const { session, columns, replacing, say } = this;
    this.result =
      session &&
      readSession(session, columns, this.tiers, replacing ? [] : present, ledger, simulate, say);
  }

  private readonly readFile = async (file: File): Promise<void> => {
    this.readText(decode(new Uint8Array(await file.arrayBuffer())).text);
  };

  private readonly readText = (text: string): void => {
    this.trouble = undefined;
    this.session = undefined;
    this.taken = 0;
    if (/^\uFEFF?\s*[[{]/.test(text)) {
      this.readRequest(text);
      return;
    }
    const table = readTable(text);
    if (table.rows.length === 0) this.trouble = this.say('import-nothing');
    else this.session = begin(table, this.columns);
  };

  /** Hands on a whole ledger, if the engine takes it as it is. */
  private readRequest(text: string): void {
    const read = this.host.judge && readJson(text, this.host.judge);
    if (read === undefined || read === 'other') this.trouble = this.say('import-no-json');
    else if ('twice' in read) this.trouble = this.say('import-twice', { key: read.twice });
    else if ('failure' in read) this.refuse(read.failure);
    else this.send({ state: read.state });
  }

  /** Says what the engine has against a whole ledger. */
  private refuse({ error }: Failure): void {
    this.trouble = [error, ...error.more]
      .map((told) => `${told.path} ${messageOf(told, spoken(this.lang))}`)
      .join(this.say('sentence-separator'));
  }

  private readonly take = (): void => {
    const { session, result } = this;
    if (!session || !result) return;
    const findings = [...result.findings.values()];
    const left = session.table.rows.filter(({ number }) => !result.findings.has(number));
    this.send({ findings, replace: this.replacing, done: left.length === 0 });
    if (left.length === 0) return;
    // What could not be read stays, so that nothing is lost.
    this.taken += findings.length;
    this.replacing = false;
    this.session = { ...session, table: { ...session.table, rows: left } };
  };

  private send(detail: Imported): void {
    this.dispatchEvent(new CustomEvent('ledger-import', { detail, bubbles: true, composed: true }));
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('ledger-import-close', { bubbles: true, composed: true }));
  };

  protected override render(): TemplateResult {
    const { say, session, result } = this;
    return html`<section class="tool import" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'} aria-labelledby="import-title">
      <h3 id="import-title">${say('import-title')}</h3>
      ${session ? nothing : importSource(say, this.readFile, this.readText)}
      <p class="wrong" role="alert">${this.trouble ?? ''}</p>
      ${session && result ? this.renderSession(session, result) : importColumns(say, this.columns, this.tiers)}
      <p class="buttons">
        ${session && result ? this.renderTake(result) : nothing}
        <button type="button" @click=${this.close}>${say('import-close')}</button>
      </p>
    </section>`;
  }

  private renderSession(session: Session, result: Result): TemplateResult {
    const { say, columns, tiers } = this;
    const change = (part: Partial<Session>) => {
      this.session = { ...session, ...part };
    };
    const titled = this.host.tiers.map(({ id }) => {
      const law = legal(this.host.description, say.lang);
      return { id, title: law.say(`tier/${id}/title`) };
    });
    return html`${this.taken === 0 ? nothing : html`<p>${say('import-taken', { count: this.taken })}</p>`}
      ${importMapping(say, session, columns, tiers, titled, change)}
      ${importTroubles(say, session, result, change)}
      ${
        this.host.present.length === 0
          ? nothing
          : html`<label class="answer replace">
              <input
                type="checkbox"
                .checked=${this.replacing}
                @change=${(event: Event) => {
                  this.replacing = (event.target as HTMLInputElement).checked;
                }}
              />
              <span>${say('import-replace', { count: this.host.present.length })}</span>
            </label>`
      }`;
  }

  private renderTake({ findings }: Result): TemplateResult {
    const { say } = this;
    return html`<button type="button" class="main" ?disabled=${findings.size === 0} @click=${this.take}>
      ${say('import-take', { count: findings.size })}
    </button>`;
  }
}

/** What an import hands on. */
export type Imported =
  | { state: LedgerState }
  | { findings: Finding[]; replace: boolean; done: boolean };
