import {
  html,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { EngineUnavailable, type Loader, type Reason } from '../engine/load.ts';
import type { Lang } from '../engine/types.ts';
import { spoken, type Words, words } from '../i18n/words.ts';
import { decodeState, encodeState } from '../state/codec.ts';
import { readFragment, writeFragment } from '../state/fragment.ts';
import { Printed } from './printed.ts';

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

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/**
 * What every tool does: load the engine and say so if that fails, speak the language of its
 * `lang` attribute, keep its state in the fragment of the address, announce results.
 *
 * Attributes: `lang` (zh or en), `src` (where the engine's files are; beside the module, if
 * left out), `fragment="off"` (keep out of the address), `reference` (the folder with the
 * pages of the reference, to which citations then link).
 * Event: `zhengpin-change` after every change, with the state in `detail`.
 */
export abstract class ToolElement<State, Engine> extends LitElement {
  static override properties: PropertyDeclarations = {
    lang: { reflect: true },
    src: {},
    fragment: {},
    reference: {},
    engine: { state: true },
    reason: { state: true },
    width: { state: true },
    notice: { state: true },
    announcement: { state: true },
  };

  declare lang: string;
  declare src: string | undefined;
  declare fragment: string | undefined;
  declare reference: string | undefined;
  declare protected engine: Engine | undefined;
  /** The width there is, in rem. */
  declare protected width: number;
  /** A message about the link or the last command, with a way back where there is one. */
  declare protected notice: { id: string; undo?: State; count?: number } | undefined;
  declare private reason: Reason | undefined;
  declare private announcement: string;

  /** The name under which the fragment keeps this tool's state. */
  protected abstract readonly key: string;
  /** How the engine that this tool needs is had. */
  protected abstract readonly load: Loader<Engine>;
  private written: string | undefined;
  private speaking = 0;
  protected readonly printed = new Printed(this);
  private readonly size = new ResizeObserver(([entry]) => {
    if (entry) this.width = entry.contentRect.width / rem();
  });

  constructor() {
    super();
    this.width = WIDE;
    this.announcement = '';
  }

  /** What a link has to carry, or nothing while there is nothing to keep. */
  protected abstract snapshot(): State | undefined;
  /** Takes up a state from a link; returns how many parts of it no longer exist. */
  protected abstract restore(state: State): number;
  /** Starts empty. */
  protected abstract clear(): void;
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
    this.size.observe(this);
    addEventListener('hashchange', this.followLink);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
    removeEventListener('hashchange', this.followLink);
  }

  private async start(): Promise<void> {
    try {
      const base = this.src ? new URL(this.src, document.baseURI).href : undefined;
      this.engine = await this.load(base);
    } catch (error) {
      this.reason = error instanceof EngineUnavailable ? error.reason : 'blocked';
      return;
    }
    await this.followLink();
  }

  private readonly followLink = async (): Promise<void> => {
    if (this.fragment === 'off' || !this.engine) return;
    const text = readFragment(this.key);
    if (text === undefined || text === this.written) return;
    try {
      const lost = this.restore((await decodeState(text)) as State);
      this.notice = lost > 0 ? { id: 'link-partly', count: lost } : undefined;
    } catch {
      this.clear();
      this.notice = { id: 'link-broken' };
    }
    this.written = text;
    this.requestUpdate();
  };

  /** To be called after the user has changed something. */
  protected changed(): void {
    this.notice = undefined;
    this.keep();
  }

  private keep(): void {
    const state = this.snapshot();
    this.dispatchEvent(new CustomEvent('zhengpin-change', { detail: state, bubbles: true }));
    this.requestUpdate();
    if (this.fragment !== 'off') void this.write(state);
  }

  private async write(state: State | undefined): Promise<void> {
    const text = state === undefined ? undefined : await encodeState(state);
    if (JSON.stringify(state) !== JSON.stringify(this.snapshot())) return;
    this.written = text;
    writeFragment(this.key, text);
  }

  /** Replaces the state by another one, and offers the way back. */
  protected replaceBy(next: State | undefined, notice: string): void {
    const undo = this.snapshot();
    if (next === undefined) this.clear();
    else this.restore(next);
    this.keep();
    this.notice = undo === undefined ? undefined : { id: notice, undo };
  }

  private readonly goBack = (): void => {
    const undo = this.notice?.undo;
    if (undo === undefined) return;
    this.restore(undo);
    this.changed();
    this.shadowRoot?.querySelector<HTMLElement>('.commands button')?.focus();
  };

  private readonly copyLink = async (): Promise<void> => {
    await this.write(this.snapshot());
    try {
      await navigator.clipboard.writeText(location.href);
      this.notice = { id: 'link-copied' };
    } catch {
      this.notice = { id: 'link-by-hand' };
    }
  };

  /** Tells a screen reader the result, shortly after the last change. */
  protected announce(text: string): void {
    clearTimeout(this.speaking);
    this.speaking = window.setTimeout(() => {
      this.announcement = text;
    }, 400);
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (this.engine && this.reason === undefined) this.setAttribute('ready', '');
  }

  protected override render(): TemplateResult {
    const say = this.words;
    return html`<div class="tool" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'} ?data-wide=${this.wide} ?data-roomy=${this.width >= ROOMY}>
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

  /** Copy the link, print, start again, and what else a tool can do; and what came of it. */
  protected renderCommands(more?: TemplateResult): TemplateResult {
    const say = this.words;
    const notice = this.notice;
    return html`<div class="commands">
      ${this.fragment === 'off' ? '' : html`<button type="button" @click=${this.copyLink}>${say('command-link')}</button>`}
      <button type="button" @click=${() => print()}>${say('command-print')}</button>
      ${more ?? ''}
      <button type="button" @click=${() => this.replaceBy(undefined, 'cleared')} ?disabled=${this.snapshot() === undefined}>
        ${say('command-clear')}
      </button>
      <p class="notice" role="status">
        ${notice ? say(notice.id, { count: notice.count ?? 0 }) : ''}
        ${notice?.undo === undefined ? '' : html`<button type="button" @click=${this.goBack}>${say('command-undo')}</button>`}
        ${notice?.id === 'link-by-hand' ? html`<input readonly aria-label=${say('link-label')} .value=${location.href} />` : ''}
      </p>
    </div>
    ${this.printed.render(say)}`;
  }
}
