import {
  html,
  type PropertyDeclarations,
  type PropertyValues,
  render,
  type TemplateResult,
} from 'lit';
import { commands } from '../components/commands.ts';
import { Printed } from '../components/printed.ts';
import { broken, unavailable } from '../components/unavailable.ts';
import { EngineUnavailable, type Loader, type Reason, type TextFiles } from '../engine/load.ts';
import { isFailure, type Lang } from '../engine/types.ts';
import { otherLang } from '../i18n/langs.ts';
import { breathe, painted, seen } from '../state/breathe.ts';
import type { Drafts } from '../state/states.ts';
import { GivenElement } from './given-element.ts';
import { whenIdle } from './when-idle.ts';

/**
 * What every tool does: load the engine and say so if that fails, speak the language of its
 * `lang` attribute, keep its state in the fragment of the address, announce results.
 *
 * Attributes: `lang` (zh or en), `theme` (light or dark; as the host's `color-scheme` says, if left
 * out), `src` (where the engine's files are; beside the module, if
 * left out), `fragment="off"` (keep out of the address), `storage="off"` (keep nothing in the
 * browser's storages), `reference` (the folder with the pages of the reference, to which
 * citations then link).
 * `matters` (the page that shows `<zhengpin-matters>`, beside which those of the tools stand; no
 * matter is kept on the device, if left out).
 * Events: `zhengpin-change` after every change, with the state in `detail`; `zhengpin-answer`
 * whenever another answer is shown, also the first and that of a link, with that answer.
 * Slot: `fallback`, the host's own words where the tool cannot be had.
 */
export abstract class ToolElement<
  State,
  Engine,
  Typed extends Drafts = Drafts,
> extends GivenElement<State, Typed> {
  static override properties: PropertyDeclarations = {
    src: {},
    reference: {},
    engine: { state: true },
    reason: { state: true },
    voice: { state: true },
    whole: { state: true },
    early: { state: true },
  };

  declare src: string | undefined;
  declare reference: string | undefined;
  declare protected engine: Engine | undefined;
  declare private reason: Reason | undefined;
  /** Whether all is shown; at first only what is read first is, so that it is there soon. */
  declare protected whole: boolean;
  /** Whether more is drawn as soon as what there is can be seen. */
  private drawing = false;
  /** Whether the tool is shown although its engine is still on its way. */
  declare private early: boolean;
  /** The language of which the words of law are there. */
  declare private voice: Lang | undefined;
  /** The language that was asked for last, while it is not the one that is spoken. */
  private turning: Lang | undefined;

  /** How the engine that this tool needs is had. */
  protected abstract readonly load: Loader<Engine>;
  /** The words of law that it shows. */
  protected abstract readonly texts: TextFiles[];
  /** What was asked for last for which there was no engine yet. */
  private waiting: (() => void) | undefined;
  /** Whether the engine was asked what has to be known first. */
  protected prepared = false;
  /** The state that was shown last without an error, if it was not empty. */
  private sound: State | undefined;
  protected readonly printed = new Printed(this);

  constructor() {
    super();
    this.whole = false;
    this.early = false;
  }

  /**
   * Shows what can be shown before the engine is there, where it begins with nothing. Returns
   * whether that is so.
   */
  protected async openEarly(_lang: Lang): Promise<boolean> {
    return false;
  }

  /** What is fetched beside the engine and stands above the answers; it may be missing. */
  protected async fetchBeside(): Promise<void> {}

  /** What is asked of the engine before anything is shown, apart from drawing it. */
  protected async prepare(): Promise<void> {}

  /** What is fetched once what is read first is shown, and before the rest is. */
  protected async fetchBelow(): Promise<void> {}

  /** Fetches what only some visitors need once all others have what they need. */
  protected fetchLater(): void {}

  /** Draws more of what is shown. Returns whether that was all. */
  protected drawMore(): boolean {
    return true;
  }

  /** What the engine said that is shown now; another object whenever it was asked anew. */
  protected abstract readonly answerShown: object | undefined;
  /** Whether all of it is shown: until then nobody is told. */
  protected get complete(): boolean {
    return true;
  }
  /** What was shown last, and as what text it was told. */
  private answerTold: { shown?: object | undefined; text?: string | undefined } = {};

  /** What a page is told of it, in the engine's terms. */
  protected detail(): object | undefined {
    return this.answerShown;
  }

  /** The tool itself, once the engine is there, or what it begins with. */
  protected abstract renderTool(): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.start();
  }

  /** Where the engine's files are; beside the modules, if nothing. */
  protected get files(): string | undefined {
    const { src } = this;
    if (!src) return undefined;
    try {
      return new URL(src, document.baseURI).href;
    } catch (cause) {
      throw new EngineUnavailable('fetch', cause);
    }
  }

  /** The language asked for, once the words of law are there; until then the one before. */
  protected override get spoken(): Lang {
    return this.voice ?? super.spoken;
  }

  /** The engine, with the words of law in a language. */
  private hear(lang: Lang): Promise<Engine> {
    return this.load({ texts: this.texts, langs: [lang], base: this.files });
  }

  /**
   * Fetches the words of the other language, or of the one that is asked for now. The tool goes
   * on in its own where they cannot be had.
   */
  private async turnTo(lang: Lang): Promise<void> {
    try {
      await this.hear(lang);
    } catch {
      return;
    }
    if (super.spoken === lang) this.voice = lang;
    else this.requestUpdate();
  }

  /** Turns to the language that is asked for, also where nothing else can be shown. */
  private follow(): void {
    const lang = super.spoken;
    if (!this.engine || lang === this.turning) return;
    this.turning = lang === this.voice ? undefined : lang;
    if (this.turning) void this.turnTo(lang);
  }

  private async start(): Promise<void> {
    const keeping = import('../lazy/keeping.ts').catch(() => undefined);
    const beside = this.fetchBeside().catch(() => {});
    // The page says its language once all modules ran.
    await Promise.resolve();
    const lang = super.spoken;
    void this.showEarly(lang, beside);
    // An engine is the largest file of all: it gives way to what is read first.
    await seen();
    try {
      const engine = await this.hear(lang);
      await beside;
      this.voice = lang;
      this.engine = engine;
      // One long task would keep the page from hearing anybody.
      await breathe();
      // What goes wrong here goes wrong again where it can be said.
      await this.prepare().catch(() => {});
      await breathe();
      this.prepared = true;
      this.requestUpdate('engine');
    } catch (error) {
      this.reason = error instanceof EngineUnavailable ? error.reason : 'blocked';
      this.voice = undefined;
      this.keepEntered(await keeping);
      return;
    }
    await this.resume(await keeping);
    this.waiting?.();
    this.waiting = undefined;
    // The other language stands beside this one in places; once it is there, nothing is requested.
    whenIdle(() => {
      this.fetchLater();
      void this.turnTo(otherLang(lang));
    });
  }

  /** Does something for which the engine is needed, as soon as it is there; the last such thing. */
  protected whenThere(act: () => void): void {
    if (this.opened) act();
    else this.waiting = act;
  }

  /** Begins without the engine, where it can; it goes on with it. */
  private async showEarly(lang: Lang, beside: Promise<void>): Promise<void> {
    const [shown] = await Promise.all([this.openEarly(lang).catch(() => false), beside]);
    if (!shown || this.engine || this.reason !== undefined) return;
    this.voice = lang;
    this.early = true;
  }

  protected override shouldUpdate(): boolean {
    return !this.engine || this.prepared;
  }

  /**
   * Shows what there is to show. Where an error keeps it from being shown, what stood there is
   * taken away: it belongs to other answers.
   */
  protected override performUpdate(): void {
    this.follow();
    try {
      super.performUpdate();
    } catch (error) {
      reportError(error);
      const inside = this.shadowRoot?.activeElement;
      render(this.renderBroken(error), this.renderRoot, this.renderOptions);
      if (inside) this.shadowRoot?.querySelector<HTMLElement>('.fallback button')?.focus();
    }
  }

  /** That nothing can be shown, and the ways on. */
  private renderBroken(error: unknown): TemplateResult {
    const { sound } = this;
    const begin = (state: State | undefined) => {
      if (state === undefined) this.clear();
      else this.restore(state);
      this.changed();
    };
    return broken(this.words, error, {
      back: sound === undefined ? undefined : () => begin(sound),
      clear: () => begin(undefined),
    });
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (!this.engine || this.reason !== undefined) return;
    this.sound = this.snapshot();
    if (this.whole) this.setAttribute('ready', '');
    else void this.drawOn();
    if (this.opened && this.complete) this.tellAnswer();
  }

  /** Draws what is read later, in pieces between which the page is heard. */
  private async drawOn(): Promise<void> {
    if (this.drawing) return;
    this.drawing = true;
    await Promise.all([painted(), this.fetchBelow()]);
    this.drawing = false;
    this.whole = this.drawMore();
    this.requestUpdate();
  }

  /** Tells the page what answer is shown, or what the engine has against giving one. */
  private tellAnswer(): void {
    const { answerShown: shown } = this;
    if (shown === this.answerTold.shown) return;
    const text = JSON.stringify(shown && isFailure(shown) ? shown : this.detail());
    const isNew = text !== undefined && text !== this.answerTold.text;
    this.answerTold = { shown, text };
    if (!isNew) return;
    // A copy: what a page does with it must not change what is shown here.
    const told = { detail: JSON.parse(text), bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent('zhengpin-answer', told));
  }

  protected override render(): TemplateResult {
    const say = this.words;
    return html`<div class="tool" part="tool" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'} ?data-wide=${this.wide} ?data-roomy=${this.roomy}>
      ${this.keeping?.told(say, this.notice, { back: this.goBack, clear: this.empty, close: this.dismiss })}
      ${this.strip?.render(say)}
      ${this.reason ? unavailable(say, this.reason) : this.engine || this.early ? this.renderTool() : html`<p class="quiet">${say('loading')}</p>`}
      <p class="unseen" role="status">${this.announcement}</p>
    </div>`;
  }

  /** Copy the link, print, start again, and what else a tool can do; and what came of it. */
  protected renderCommands(more?: TemplateResult): TemplateResult {
    const line = commands(this.words, { more, ...this.commanded });
    return html`${line} ${this.strip?.renderOffer(this.words)} ${this.printed.render(this.words)}`;
  }
}
