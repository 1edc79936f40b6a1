import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.ts';

/** A part of the program, with its style sheet, that is loaded once somebody unfolds it. */
export class LazyPart<Part extends { css: string }> {
  private part: Part | 'failed' | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<Part>,
    private readonly wear: (css: string) => void,
  ) {}

  /** Loads it, unless it is there. */
  want(): void {
    if (!this.part || this.part === 'failed') void this.fetch();
  }

  /** What it shows; until it is there, that it is being loaded or cannot be had. */
  told<Shown>(say: Words, show: (part: Part) => Shown): Shown | TemplateResult {
    const { part } = this;
    if (!part) return html`<p class="quiet">${say('loading')}</p>`;
    if (part === 'failed') return html`<p class="quiet">${say('fallback-fetch')}</p>`;
    return show(part);
  }

  private async fetch(): Promise<void> {
    this.part = undefined;
    const part = await this.load().catch(() => 'failed' as const);
    if (part !== 'failed') this.wear(part.css);
    this.part = part;
    this.host.requestUpdate();
  }
}
