import {
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import type { Description, Failure } from '../../engine/types.ts';
import { download } from '../../exchange/download.ts';
import type {
  Answers,
  ColumnId,
  Progress,
  Question,
  Reader,
  TakenFinding,
} from '../../exchange/types.ts';
import { legal } from '../../i18n/legal.ts';
import { messageOf } from '../../i18n/told.ts';
import { spoken, type Words, words } from '../../i18n/words.ts';
import { columnNames } from '../../reading/known.ts';
import { openDesk } from '../../reading/open-desk.ts';
import { refusedTable } from '../../reading/refused-table.ts';
import { forget, recall, remember, shapeOf } from '../../reading/remembered.ts';
import type { Desk, Look, Seen, Span } from '../../reading/types.ts';
import type { LedgerState } from '../../state/ledger.ts';
import importing from '../../styles/import.css?inline';
import { tool } from '../../styles/tool.ts';
import { wearAnew } from '../sheets.ts';
import { importFile } from './file-said.ts';
import { firstLook } from './first-look.ts';
import { knownColumns } from './known-columns.ts';
import { importMapping } from './mapping.ts';
import { STAGES } from './messages.ts';
import { importPassed } from './passed.ts';
import { askedSoFar, importQuestions } from './questions.ts';
import { importRefused } from './refused.ts';
import { importSource } from './source.ts';
import { importSpan } from './span.ts';
import type { Change, ImportWords } from './words.ts';

/** What the import asks the tool that opened it. */
export interface Host {
  description: Description;
  rulebook: string;
  /** Today. */
  asOf: string;
  engine: Reader;
  /** Where the files of the engine are; beside the modules, if nothing. */
  base: string | undefined;
  /** The ledger that is there. */
  ledger: LedgerState;
}

/** What an import hands on. */
export type Imported =
  | { state: LedgerState }
  | { findings: TakenFinding[]; replace: boolean; done: boolean };

/**
 * `<zhengpin-ledger-import>`: takes findings from a file or a pasted table. It shows what each
 * column was taken for, asks what the table leaves open, and shows the ledger that would come
 * of it; rows that cannot be read are named and stay. The file is read here and goes nowhere.
 *
 * Events: `ledger-import` with findings and what to do with those that are there, or with a
 * whole state, in `detail`; `ledger-import-close`.
 */
export class LedgerImport extends LitElement {
  static readonly tag = 'zhengpin-ledger-import';
  static override styles = [...tool, unsafeCSS(importing)];
  static override properties = {
    lang: { reflect: true },
    host: {},
    seen: { state: true },
    progress: { state: true },
    trouble: { state: true },
    replacing: { state: true },
    remembering: { state: true },
    recalled: { state: true },
    taken: { state: true },
  };
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  declare lang: string;
  declare host: Host;
  /** What is seen of the file; nothing before one was read. */
  declare private seen: Seen | undefined;
  /** How far the reading is; nothing while none is under way. */
  declare private progress: Progress | undefined;
  /** Why the file cannot be read at all. */
  declare private trouble: string | undefined;
  /** Whether the findings take the place of those that are there. */
  declare private replacing: boolean;
  /** Whether the answers are kept for the next file of the same shape. */
  declare private remembering: boolean;
  /** Whether the answers came from an earlier file. */
  declare private recalled: boolean;
  /** How many findings were taken over so far. */
  declare private taken: number;

  /** Where files are read; made when the screen opens. */
  private desk: Promise<Desk> | undefined;
  /** Whether a file lies on it. */
  private opened = false;
  private answers: Answers = {};
  private span: Span = {};
  private from = 0;
  /** The rulebook that a request names, where it is not the one shown. */
  private other: string | undefined;
  /** What was asked so far, answered or not. */
  private asked: Question[] = [];
  private cancel: AbortController | undefined;
  private names = new Map<ColumnId, string>();
  /** For which rulebook and language the names are. */
  private named = '';

  constructor() {
    super();
    this.replacing = false;
    this.remembering = false;
    this.recalled = false;
    this.taken = 0;
  }

  /** Called by the browser once the element stands in another document. */
  adoptedCallback(): void {
    wearAnew(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
    void this.desk?.then((desk) => desk.close());
    this.desk = undefined;
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (!changes.has('host') && !changes.has('lang')) return;
    const { engine, rulebook, base } = this.host;
    this.desk ??= openDesk(engine, base);
    const { lang } = this.say;
    const key = `${rulebook} ${lang}`;
    if (this.named === key) return;
    this.named = key;
    this.names = columnNames(engine, rulebook, lang);
  }

  private get say(): Words {
    return words(spoken(this.lang));
  }

  private readonly readFile = async (file: File): Promise<void> => {
    await this.open(new Uint8Array(await file.arrayBuffer()));
  };

  private readonly readText = (text: string): void => {
    void this.open(text);
  };

  private async open(bytes: Uint8Array | string): Promise<void> {
    this.leave();
    this.trouble = undefined;
    this.progress = { stage: 'decoding', done: 0, all: 0 };
    try {
      const desk = await this.desk;
      await desk?.open(bytes);
      this.opened = true;
    } catch {
      this.progress = undefined;
      this.trouble = this.say('import-failed');
      return;
    }
    const seen = await this.look();
    if (!seen) return;
    const known = recall(shapeOf(this.host.rulebook, seen.columns));
    if (!known) return;
    this.recalled = true;
    this.remembering = true;
    await this.change(() => known);
  }

  /** Reads the file with what was said so far; the last reading wins. */
  private async look(): Promise<Seen | undefined> {
    const { host } = this;
    const desk = await this.desk;
    if (!desk || !this.opened) return undefined;
    this.cancel?.abort();
    const cancel = new AbortController();
    this.cancel = cancel;
    const { findings, ...state } = host.ledger;
    const look: Look = {
      rulebook: this.other ?? host.rulebook,
      asOf: host.asOf,
      answers: this.answers,
      present: this.replacing || this.other ? [] : findings,
      state,
      span: this.span,
      from: this.from,
    };
    const progress = (told: Progress) => {
      if (!cancel.signal.aborted) this.progress = told;
    };
    try {
      const seen = await desk.look(look, { progress, signal: cancel.signal });
      if (cancel.signal.aborted) return undefined;
      this.show(seen);
      return seen;
    } catch (error) {
      if (!cancel.signal.aborted) {
        this.trouble = this.say('import-failed');
        console.error(error);
        this.leave();
      }
      return undefined;
    } finally {
      if (this.cancel === cancel) this.progress = undefined;
    }
  }

  private show(seen: Seen): void {
    const { lang } = this.say;
    if (!seen.file.readable) {
      this.trouble = seen.file.says[lang];
      this.leave();
      return;
    }
    if (seen.file.kind !== 'json') {
      // Questions of the columns are asked where the columns are listed.
      const questions = seen.questions.filter(({ topic }) => topic !== 'column');
      this.asked = askedSoFar(this.asked, questions, this.answers);
      this.seen = seen;
      const nothing = seen.count + seen.outside + seen.refusedCount + seen.questions.length === 0;
      this.trouble = nothing && this.taken === 0 ? this.say('import-nothing') : undefined;
      return;
    }
    if (this.other === undefined && seen.refused[0]?.reasons[0]?.code === 'other_rulebook') {
      this.other = seen.request?.rulebook;
      if (this.other !== undefined) {
        void this.look();
        return;
      }
    }
    // A request is taken as a whole or not at all.
    if (seen.refusedCount > 0 || seen.request === undefined) {
      const reasons = seen.refused.flatMap((row) => row.reasons);
      this.trouble = reasons
        .map(({ path, says }) => [path, says[lang]].filter(Boolean).join(' '))
        .join(this.say('sentence-separator'));
      this.leave();
      return;
    }
    void this.takeRequest(seen.request);
  }

  private async takeRequest(request: NonNullable<Seen['request']>): Promise<void> {
    const desk = await this.desk;
    const findings = await desk?.take();
    if (findings) this.send({ state: { ...request, findings } });
  }

  /** Says what the engine has against a whole ledger. */
  refuse({ error }: Failure): void {
    this.trouble = [error, ...error.more]
      .map((told) => `${told.path} ${messageOf(told, spoken(this.lang))}`)
      .join(this.say('sentence-separator'));
    this.leave();
  }

  /** Takes up an answer: what was said since the last reading stays said. */
  private readonly change = async (answer: Change): Promise<void> => {
    this.answers = answer(this.answers);
    this.from = 0;
    await this.look();
    this.keep();
  };

  /** Keeps the answers for the next file of this shape, or forgets them, as the user wants. */
  private keep(): void {
    if (!this.seen) return;
    const shape = shapeOf(this.host.rulebook, this.seen.columns);
    if (this.remembering) remember(shape, this.answers);
    else forget(shape);
  }

  private readonly take = async (): Promise<void> => {
    const { seen } = this;
    const desk = await this.desk;
    if (!desk || !seen) return;
    const findings = await desk.take();
    const done = seen.refusedCount === 0 && seen.outside === 0;
    this.send({ findings, replace: this.replacing, done });
    if (done) return;
    // What could not be read stays, so that nothing is lost.
    this.taken += findings.length;
    this.replacing = false;
    await this.updateComplete;
    await this.look();
  };

  private readonly downloadRefused = async (): Promise<void> => {
    const { seen, say } = this;
    const desk = await this.desk;
    if (!desk || !seen) return;
    const headings = seen.columns.map(({ heading }) => heading);
    const table = refusedTable(
      headings,
      await desk.refused(),
      [say('refused-line'), say('refused-reasons')],
      say.lang,
    );
    download(say('refused-file'), 'text/csv', table);
  };

  private send(detail: Imported): void {
    this.dispatchEvent(new CustomEvent('ledger-import', { detail, bubbles: true, composed: true }));
  }

  private readonly stop = (): void => {
    this.leave();
    this.trouble = this.say('import-cancelled');
  };

  /** Puts the file away. */
  private leave(): void {
    this.cancel?.abort();
    this.opened = false;
    this.seen = undefined;
    this.progress = undefined;
    this.answers = {};
    this.asked = [];
    this.span = {};
    this.from = 0;
    this.other = undefined;
    this.taken = 0;
    this.recalled = false;
    this.remembering = false;
  }

  private readonly close = (): void => {
    this.leave();
    this.dispatchEvent(new CustomEvent('ledger-import-close', { bubbles: true, composed: true }));
  };

  protected override render(): TemplateResult {
    const { say, seen, progress } = this;
    return html`<section class="tool import" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'} aria-labelledby="import-title">
      <h3 id="import-title">${say('import-title')}</h3>
      ${seen || progress ? nothing : importSource(say, this.readFile, this.readText)}
      <p class="wrong" role="alert">${this.trouble ?? ''}</p>
      ${seen ? this.renderSeen(seen) : progress ? nothing : knownColumns(say, this.host.description, this.names)}
      ${this.renderProgress()}
      <p class="buttons">
        ${seen ? this.renderTake(seen) : nothing}
        ${seen ? html`<button type="button" @click=${() => this.leave()}>${say('import-other')}</button>` : nothing}
        <button type="button" @click=${this.close}>${say('import-close')}</button>
      </p>
    </section>`;
  }

  private renderProgress(): TemplateResult | typeof nothing {
    const { progress, say } = this;
    if (!progress) return nothing;
    const { stage, done, all } = progress;
    return html`<div class="progress">
      <label for="import-progress">${say(STAGES[stage], { done, all })}</label>
      ${
        all > 0
          ? html`<progress id="import-progress" max=${all} .value=${done}></progress>`
          : html`<progress id="import-progress"></progress>`
      }
      <button type="button" @click=${this.stop}>${say('import-cancel')}</button>
    </div>`;
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
