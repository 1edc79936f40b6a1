import {
  html,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  render,
  type TemplateResult,
} from 'lit';
import { commands } from '../components/commands.ts';
import { Printed } from '../components/printed.ts';
import type { Notice } from '../components/told.ts';
import { EngineUnavailable, type Loader, type Reason } from '../engine/load.ts';
import type { Lang } from '../engine/types.ts';
import { spoken, type Words, words } from '../i18n/words.ts';
import { entryName } from '../state/entry-names.ts';
import type { Hindrance, Keeper, Left, Said } from '../state/keeper.ts';
import type { Readers, Reads } from '../state/outside/readers.ts';
import type { Drafts } from '../state/states.ts';

/**
 * From this width on, in rem, a tool shows its answer beside the questions, and notes in a
 * margin. Larger text asks for more room.
 */
const WIDE = 56;

/** From this width on, in rem, the answer has room for a margin of its own. */
const ROOMY = 68;

const REASONS: Record<Reason, string> = {
  no_wasm: 'fallback-no-wasm',
  blocked: 'fallback-blocked',
  fetch: 'fallback-fetch',
};

/** What is said where the address does not carry the answers. */
const UNLINKED: Partial<Record<Hindrance, string>> = {
  'too-long': 'unlinked-too-long',
  refused: 'unlinked-refused',
};

function unlinked(hindrance: Hindrance | undefined): string {
  return (hindrance && UNLINKED[hindrance]) ?? 'unlinked-unsupported';
}

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/**
 * What every tool does: load the engine and say so if that fails, speak the language of its
 * `lang` attribute, keep its state in the fragment of the address, announce results.
 *
 * Attributes: `lang` (zh or en), `src` (where the engine's files are; beside the module, if
 * left out), `fragment="off"` (keep out of the address), `storage="off"` (keep nothing in the
 * browser's storages), `reference` (the folder with the pages of the reference, to which
 * citations then link).
 * Event: `zhengpin-change` after every change, with the state in `detail`.
 */
export abstract class ToolElement<State, Engine, Typed extends Drafts = Drafts> extends LitElement {
  static override properties: PropertyDeclarations = {
    lang: { reflect: true },
    src: {},
    fragment: {},
    storage: {},
    reference: {},
    engine: { state: true },
    reason: { state: true },
    width: { state: true },
    notice: { state: true },
    announcement: { state: true },
    hindrance: { state: true },
    carries: { state: true },
  };

  declare lang: string;
  declare src: string | undefined;
  declare fragment: string | undefined;
  declare storage: string | undefined;
  declare reference: string | undefined;
  declare protected engine: Engine | undefined;
  /** The width there is, in rem. */
  declare protected width: number;
  /** A message about the link or the last command, with a way back where there is one. */
  declare protected notice: Notice<State, Typed> | undefined;
  declare private reason: Reason | undefined;
  declare private announcement: string;
  /** What keeps the state out of the address, where something does. */
  declare private hindrance: Hindrance | undefined;
  /** Whether a copied link carries what was typed, too. */
  declare private carries: boolean;

  /** The name of the tool, under which the fragment keeps its state. */
  protected abstract readonly key: string;
  /** That name, or one beside it where a page shows the tool twice. */
  declare entry: string;
  /** How the engine that this tool needs is had. */
  protected abstract readonly load: Loader<Engine>;
  /** How it reads what comes from outside. */
  protected abstract readonly reads: (readers: Readers) => Reads<State, Typed>;
  /** The state that was shown last without an error, if it was not empty. */
  private sound: State | undefined;
  private keeping: typeof import('../lazy/keeping.ts') | undefined;
  private keeper: Keeper<State, Typed> | undefined;
  /** Whether the browser keeps what was typed. */
  protected draftsKept = true;
  private speaking = 0;
  protected readonly printed = new Printed(this);
  /** What gets the focus back once a notice is gone. */
  private cameFrom: Element | null = null;
  private readonly size = new ResizeObserver(([entry]) => {
    if (entry) this.width = entry.contentRect.width / rem();
  });

  constructor() {
    super();
    this.width = WIDE;
    this.announcement = '';
    this.carries = false;
  }

  /** What a link has to carry, or nothing while there is nothing to keep. */
  protected abstract snapshot(): State | undefined;
  /** Takes up a state of the right form; returns how many parts of it no longer exist. */
  protected abstract restore(state: State): number;
  /** Starts empty, without what was typed. */
  protected abstract clear(): void;
  /** Shows what is shown where no link says anything else. */
  protected startOver(): void {
    this.clear();
  }
  /** What was typed and stands in no link, by name; nothing while there is nothing. */
  protected drafts(): Typed | undefined {
    return undefined;
  }
  /** Takes up what was typed, in place of what stands there. */
  protected takeDrafts(_drafts: Typed | undefined): void {}
  /** The tool itself, once the engine is there. */
  protected abstract renderTool(): TemplateResult;

  protected get wide(): boolean {
    return this.width >= WIDE;
  }

  protected get spoken(): Lang {
    return spoken(this.lang);
  }

  protected get words(): Words {
    return words(this.spoken);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.lang ||= this.closest('[lang]')?.getAttribute('lang') ?? 'zh';
    this.entry = entryName(this, this.key);
    this.size.observe(this);
    addEventListener('hashchange', this.followLink);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
    removeEventListener('hashchange', this.followLink);
  }

  /** Where the engine's files are; beside the modules, if nothing. */
  protected get files(): string | undefined {
    return this.src ? new URL(this.src, document.baseURI).href : undefined;
  }

  private async start(): Promise<void> {
    const keeping = import('../lazy/keeping.ts').catch(() => undefined);
    try {
      this.engine = await this.load(this.files);
    } catch (error) {
      this.reason = error instanceof EngineUnavailable ? error.reason : 'blocked';
      return;
    }
    this.keeping = await keeping;
    if (this.keeping) {
      const reads = this.reads(this.keeping.readers);
      this.keeper ??= new this.keeping.Keeper(this, this.key, reads);
    } else this.hindrance = 'unsupported';
    await this.followLink();
  }

  private readonly followLink = async (): Promise<void> => {
    const opened = this.engine && (await this.keeper?.open());
    if (!opened) return;
    const { state, says, before, resumed, handed } = opened;
    const there = before ?? this.left();
    let said: Said | undefined = says;
    try {
      if (state !== undefined) {
        const lost = (opened.lost ?? 0) + this.restore(state);
        if (lost > 0) said = { id: 'link-partly', count: lost, ...says };
      } else if (says) this.clearState();
    } catch {
      this.clearState();
      said = { id: 'link-broken' };
    }
    if (opened.drafts) {
      this.takeDrafts(opened.drafts);
      this.draftsKept = this.keeper?.keepDrafts(this.drafts()) ?? false;
      this.requestUpdate();
    }
    this.hush();
    if (resumed || handed) this.keep();
    else if (state !== undefined) this.tell();
    const undo = isEmpty(there) || resumed ? undefined : there;
    this.notice = said && {
      ...said,
      top: true,
      focus: resumed ? undefined : 'self',
      ...(undo ? { undo } : {}),
    };
  };

  /** Starts empty, but for what was typed. */
  private clearState(): void {
    const drafts = this.drafts();
    this.clear();
    this.takeDrafts(drafts);
  }

  /** What stands here now. */
  private left(): Left<State, Typed> {
    return { state: this.snapshot(), drafts: this.drafts() };
  }

  /** To be called after the user has changed something. */
  protected changed(): void {
    this.notice = undefined;
    this.keep();
  }

  /** To be called after the user has typed something that goes into no link. */
  protected typed(): void {
    this.notice = undefined;
    this.draftsKept = this.keeper?.keepDrafts(this.drafts()) ?? false;
    this.requestUpdate();
  }

  /** Whether what was typed under a name outlives the tab. */
  protected onDevice(name: string): boolean {
    return this.keeper?.onDevice(name) ?? false;
  }

  protected setOnDevice(name: string, on: boolean): void {
    this.keeper?.setOnDevice(name, on);
    this.typed();
  }

  private keep(): void {
    this.tell();
    void this.write();
  }

  private tell(): void {
    const state = this.snapshot();
    this.dispatchEvent(new CustomEvent('zhengpin-change', { detail: state, bubbles: true }));
    this.keeper?.remember(state);
    this.requestUpdate();
  }

  /** Writes what stands here into the address. Returns whether it still stands here then. */
  private async write(): Promise<boolean> {
    const { keeper } = this;
    if (!keeper) return true;
    const hindrance = await keeper.write(this.snapshot());
    if (hindrance === 'superseded') return false;
    this.hindrance = hindrance;
    return true;
  }

  /** Replaces the state by another one, and offers the way back. */
  protected replaceBy(next: State | undefined, notice: string, focus?: 'way'): void {
    const take = () => (next === undefined ? this.clear() : this.restore(next));
    this.replace(notice, take, focus);
  }

  /** Does something that takes away what stands here, and offers the way back. */
  protected replace(notice: string, take: () => void, focus?: 'way'): void {
    const undo = this.left();
    take();
    this.hush();
    this.typed();
    this.keep();
    this.notice = isEmpty(undo) ? undefined : { id: notice, undo, top: true, focus };
  }

  private readonly goBack = (): void => {
    const undo = this.notice?.undo;
    if (!undo) return;
    if (undo.state === undefined) this.startOver();
    else this.restore(undo.state);
    this.takeDrafts(undo.drafts);
    this.hush();
    this.typed();
    this.changed();
  };

  private readonly copyLink = async (): Promise<void> => {
    const { keeper } = this;
    const drafts = this.carries ? this.drafts() : undefined;
    while (!(await this.write()));
    if (!keeper || this.hindrance) {
      this.notice = { id: unlinked(this.hindrance) };
      return;
    }
    const link = await keeper.link(drafts).catch(() => undefined);
    if (link === undefined) {
      this.notice = { id: 'unlinked-too-long' };
      return;
    }
    try {
      await navigator.clipboard.writeText(link);
      this.notice = { id: this.copied(drafts) };
    } catch {
      this.notice = { id: 'link-by-hand', link };
    }
  };

  /** What a copied link carries, by message. */
  private copied(drafts: Typed | undefined): string {
    if (drafts) return 'link-copied-with';
    if (this.drafts()) return 'link-copied-without';
    return this.snapshot() === undefined ? 'link-copied-bare' : 'link-copied';
  }

  /** Takes back what a screen reader was told, because it is true no more. */
  protected hush(): void {
    clearTimeout(this.speaking);
    this.announcement = '';
  }

  /** Tells a screen reader the result, shortly after the last change. */
  protected announce(text: string): void {
    clearTimeout(this.speaking);
    this.speaking = window.setTimeout(() => {
      this.announcement = text;
    }, 400);
  }

  /**
   * Shows what there is to show. Where an error keeps it from being shown, what stood there is
   * taken away: it belongs to other answers.
   */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      reportError(error);
      const inside = this.shadowRoot?.activeElement;
      render(this.renderBroken(error), this.renderRoot, this.renderOptions);
      if (inside) this.shadowRoot?.querySelector<HTMLElement>('.fallback button')?.focus();
    }
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (changes.has('notice') && this.keeping && this.shadowRoot) {
      this.cameFrom = this.keeping.present(this.shadowRoot, this.notice, this.cameFrom);
    }
    if (!this.engine || this.reason !== undefined) return;
    this.sound = this.snapshot();
    this.setAttribute('ready', '');
  }

  protected override render(): TemplateResult {
    const say = this.words;
    return html`<div class="tool" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'} ?data-wide=${this.wide} ?data-roomy=${this.width >= ROOMY}>
      ${this.keeping?.told(say, this.notice, { back: this.goBack, clear: this.empty, close: this.dismiss })}
      ${this.reason ? this.renderFallback(this.reason) : this.engine ? this.renderTool() : html`<p class="quiet">${say('loading')}</p>`}
      <p class="unseen" role="status">${this.announcement}</p>
    </div>`;
  }

  private renderFallback(reason: Reason): TemplateResult {
    const say = this.words;
    return html`<section class="fallback" role="alert">
      <h2>${say('fallback-title')}</h2>
      <p>${say(REASONS[reason])}</p>
      <p>${say('fallback-then')}</p>
    </section>`;
  }

  /** That nothing can be shown, and the ways on: what was shown last, or nothing at all. */
  private renderBroken(error: unknown): TemplateResult {
    const say = this.words;
    const { sound } = this;
    const begin = (state: State | undefined) => {
      if (state === undefined) this.clear();
      else this.restore(state);
      this.changed();
    };
    return html`<div class="tool" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'}>
      <section class="fallback" role="alert" data-code="cannot_draw">
        <h2>${say('broken-title')}</h2>
        <p>${say('broken-says')}</p>
        <p class="quiet"><code>cannot_draw: ${error}</code></p>
        <p class="buttons">
          ${sound === undefined ? '' : html`<button type="button" class="main" @click=${() => begin(sound)}>${say('broken-back')}</button>`}
          <button type="button" @click=${() => begin(undefined)}>${say('command-clear')}</button>
        </p>
      </section>
    </div>`;
  }
  private readonly empty = (): void => this.replaceBy(undefined, 'cleared', 'way');

  private readonly dismiss = (): void => {
    this.notice = undefined;
  };

  /** Copy the link, print, start again, and what else a tool can do; and what came of it. */
  protected renderCommands(more?: TemplateResult): TemplateResult {
    const { hindrance, keeper } = this;
    const linked = this.fragment !== 'off';
    const line = commands(this.words, {
      more,
      notice: this.notice?.top ? undefined : this.notice,
      empty: isEmpty(this.left()),
      clear: this.empty,
      copy: linked ? this.copyLink : undefined,
      carries: linked && this.drafts() ? this.carries : undefined,
      carry: (on) => {
        this.carries = on;
      },
      unlinked: linked && hindrance ? unlinked(hindrance) : undefined,
      kept: keeper?.stateKept,
    });
    return html`${line} ${this.printed.render(this.words)}`;
  }
}

function isEmpty({ state, drafts }: Left): boolean {
  return state === undefined && drafts === undefined;
}
