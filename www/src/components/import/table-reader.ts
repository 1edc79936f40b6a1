import { LitElement, type PropertyValues } from 'lit';
import type { Failure } from '../../engine/types.ts';
import { download } from '../../exchange/download.ts';
import type { Answers, ColumnId, Progress, Question } from '../../exchange/types.ts';
import { messageOf } from '../../i18n/told.ts';
import { spoken, type Words, words } from '../../i18n/words.ts';
import { columnNames } from '../../reading/known.ts';
import { openDesk } from '../../reading/open-desk.ts';
import { refusedTable } from '../../reading/refused-table.ts';
import { forget, recall, remember, shapeOf } from '../../reading/remembered.ts';
import type { Desk, Look, Seen, Span } from '../../reading/types.ts';
import type { Host, Imported } from './host.ts';
import { askedSoFar } from './questions.ts';
import type { Change } from './words.ts';

/**
 * What reads a file for a ledger, with what was said of it so far; it shows nothing. The file is
 * read here and goes nowhere.
 */
export abstract class TableReader extends LitElement {
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

  declare lang: string;
  declare host: Host;
  /** What is seen of the file; nothing before one was read. */
  declare protected seen: Seen | undefined;
  /** How far the reading is; nothing while none is under way. */
  declare protected progress: Progress | undefined;
  /** Why the file cannot be read at all. */
  declare protected trouble: string | undefined;
  /** Whether the findings take the place of those that are there. */
  declare protected replacing: boolean;
  /** Whether the answers are kept for the next file of the same shape. */
  declare protected remembering: boolean;
  /** Whether the answers came from an earlier file. */
  declare protected recalled: boolean;
  /** How many findings were taken over so far. */
  declare protected taken: number;

  /** Where files are read; made when the screen opens. */
  private desk: Promise<Desk> | undefined;
  /** Whether a file lies on it. */
  private opened = false;
  protected answers: Answers = {};
  protected span: Span = {};
  protected from = 0;
  /** The rulebook that a request names, where it is not the one shown. */
  private other: string | undefined;
  /** What was asked so far, answered or not. */
  protected asked: Question[] = [];
  private cancel: AbortController | undefined;
  protected names = new Map<ColumnId, string>();
  /** For which rulebook and language the names are. */
  private named = '';

  constructor() {
    super();
    this.replacing = false;
    this.remembering = false;
    this.recalled = false;
    this.taken = 0;
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
    this.desk ??= openDesk(base);
    const { lang } = this.say;
    const key = `${rulebook} ${lang}`;
    if (this.named === key) return;
    this.named = key;
    this.names = columnNames(engine, rulebook, lang);
  }

  protected get say(): Words {
    return words(spoken(this.lang));
  }

  protected readonly readFile = async (file: File): Promise<void> => {
    await this.open(new Uint8Array(await file.arrayBuffer()));
  };

  protected readonly readText = (text: string): void => {
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
  protected async look(): Promise<Seen | undefined> {
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
  protected readonly change = async (answer: Change): Promise<void> => {
    this.answers = answer(this.answers);
    this.from = 0;
    await this.look();
    this.keep();
  };

  /** Keeps the answers for the next file of this shape, or forgets them, as the user wants. */
  protected keep(): void {
    if (!this.seen) return;
    const shape = shapeOf(this.host.rulebook, this.seen.columns);
    if (this.remembering) remember(shape, this.answers);
    else forget(shape);
  }

  protected readonly take = async (): Promise<void> => {
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

  protected readonly downloadRefused = async (): Promise<void> => {
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

  protected readonly stop = (): void => {
    this.leave();
    this.trouble = this.say('import-cancelled');
  };

  /** Puts the file away. */
  protected leave(): void {
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

  protected readonly close = (): void => {
    this.leave();
    this.dispatchEvent(new CustomEvent('ledger-import-close', { bubbles: true, composed: true }));
  };
}
