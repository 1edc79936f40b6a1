import { html, LitElement, nothing, type TemplateResult, unsafeCSS } from 'lit';
import { legal } from '../../i18n/legal.ts';
import type { Seen } from '../../reading/types.ts';
import file from '../../styles/file.css?inline';
import importing from '../../styles/import.css?inline';
import { tool } from '../../styles/tool.ts';
import { wearAnew } from '../sheets.ts';
import { importFile } from './file-said.ts';
import { firstLook } from './first-look.ts';
import { knownColumns } from './known-columns.ts';
import { importMapping } from './mapping.ts';
import { importPassed } from './passed.ts';
import { progressLine } from './progress.ts';
import { importQuestions } from './questions.ts';
import { importRefused } from './refused.ts';
import { importSource } from './source.ts';
import { importSpan } from './span.ts';
import { TableReader } from './table-reader.ts';
import type { Change, ImportWords } from './words.ts';

/**
 * `<zhengpin-ledger-import>`: takes findings from a file or a pasted table. It shows what each
 * column was taken for, asks what the table leaves open, and shows the ledger that would come
 * of it; rows that cannot be read are named and stay. The file is read here and goes nowhere.
 *
 * Events: `ledger-import` with findings and what to do with those that are there, or with a
 * whole state, in `detail`; `ledger-import-close`.
 */
export class LedgerImport extends TableReader {
  static readonly tag = 'zhengpin-ledger-import';
  static override styles = [...tool, unsafeCSS(file + importing)];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** Called by the browser once the element stands in another document. */
  adoptedCallback(): void {
    wearAnew(this);
  }

  protected override render(): TemplateResult {
    const { say, seen, progress } = this;
    return html`<section class="tool import" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'} aria-labelledby="import-title">
      <h3 id="import-title">${say('import-title')}</h3>
      ${seen || progress ? nothing : importSource(say, say('import-lead'), this.readFile, this.readText)}
      <p class="wrong" role="alert">${this.trouble ?? ''}</p>
      ${seen ? this.renderSeen(seen) : progress ? nothing : knownColumns(say, this.host.description, this.names)}
      ${progressLine(say, progress, this.stop)}
      <p class="buttons">
        ${seen ? this.renderTake(seen) : nothing}
        ${seen ? html`<button type="button" @click=${() => this.leave()}>${say('import-other')}</button>` : nothing}
        <button type="button" @click=${this.close}>${say('import-close')}</button>
      </p>
    </section>`;
  }

  private renderSeen(seen: Seen): TemplateResult {
    const { say, host, answers } = this;
    const wording: ImportWords = {
      say,
      law: legal(host.description, say.lang),
      headings: seen.columns.map(({ heading }) => heading),
      names: this.names,
    };
    const change = (answer: Change) => void this.change(answer);
    return html`${this.taken === 0 ? nothing : html`<p>${say('import-taken', { count: this.taken })}</p>`}
      ${importFile(say, seen.file, importPassed(say, seen.passed), change)}
      ${importQuestions(wording, this.asked, answers, change)}
      ${importMapping(wording, seen.columns, change)}
      ${importRefused(wording, seen, {
        change,
        from: this.from,
        turn: (from) => {
          this.from = from;
          void this.look();
        },
        download: () => void this.downloadRefused(),
        waits: seen.questions.some(({ blocks }) => blocks),
      })}
      ${firstLook(wording, seen)}
      ${importSpan(say, seen, host.ledger.findings.length, this.span, (span) => {
        this.span = span;
        void this.look();
      })}
      ${this.renderReplace()} ${this.renderRemember()}`;
  }

  private renderReplace(): TemplateResult | typeof nothing {
    const { length } = this.host.ledger.findings;
    if (length === 0) return nothing;
    return tick(this.say('import-replace', { count: length }), this.replacing, (on) => {
      this.replacing = on;
      void this.look();
    });
  }

  private renderRemember(): TemplateResult {
    const { say } = this;
    return html`${tick(say('import-remember'), this.remembering, (on) => {
      this.remembering = on;
      this.keep();
    })}
    ${this.recalled ? html`<p class="quiet">${say('import-recalled')}</p>` : nothing}`;
  }

  /** Nothing is added while a row waits for an answer that concerns it. */
  private renderTake({ count, questions, outcome }: Seen): TemplateResult {
    const { say } = this;
    const open = questions.filter(({ blocks }) => blocks).length;
    const none = count === 0 || outcome === undefined || outcome.failure !== undefined;
    return html`<button type="button" class="main" ?disabled=${none || open > 0 || this.progress !== undefined} @click=${this.take}>
        ${say('import-take', { count })}
      </button>
      ${open > 0 ? html`<small class="waits">${say('import-waits', { count: open })}</small>` : nothing}`;
  }
}

/** A line that is ticked or not. */
function tick(label: string, on: boolean, set: (on: boolean) => void): TemplateResult {
  return html`<label class="answer replace">
    <input
      type="checkbox"
      .checked=${on}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
}
