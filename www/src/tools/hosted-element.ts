import { type CSSResultGroup, LitElement, type PropertyDeclarations, unsafeCSS } from 'lit';
import { wear, wearAnew } from '../components/sheets.ts';
import type { Lang } from '../engine/types.ts';
import { spoken, type Words, words } from '../i18n/words.ts';
import apart from '../styles/apart.css?inline';

/**
 * From this width on, in rem, a tool shows its answer beside the questions, and notes in a
 * margin. Larger text asks for more room.
 */
const WIDE = 56;

/** From this width on, in rem, the answer has room for a margin of its own. */
const ROOMY = 68;

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/**
 * An element on somebody's page: it speaks the language of its `lang` attribute or of what it
 * stands in, knows its room, keeps its own style, and tells screen readers what came of a change.
 */
export abstract class HostedElement extends LitElement {
  static override properties: PropertyDeclarations = {
    lang: { reflect: true },
    theme: { reflect: true },
    width: { state: true },
    announcement: { state: true },
  };

  declare lang: string;
  /** `light` or `dark`; as the host's `color-scheme` says, if left out. */
  declare theme: string | undefined;
  /** The width there is, in rem. */
  declare protected width: number;
  /** What a screen reader is told. */
  declare protected announcement: string;

  private speaking = 0;
  /** Style sheets that were loaded later. */
  private readonly worn: string[] = [];
  private readonly size = new ResizeObserver(([entry]) => {
    if (entry) this.width = entry.contentRect.width / rem();
  });

  constructor() {
    super();
    this.width = WIDE;
    this.announcement = '';
  }

  /** The sheet that keeps the host's styles out comes before all others. */
  protected static override finalizeStyles(styles?: CSSResultGroup) {
    return [unsafeCSS(apart), ...LitElement.finalizeStyles(styles)];
  }

  protected get wide(): boolean {
    return this.width >= WIDE;
  }

  protected get roomy(): boolean {
    return this.width >= ROOMY;
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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  /** Called by the browser once the element stands in another document. */
  adoptedCallback(): void {
    wearAnew(this, this.worn);
  }

  /** Wears one more style sheet, for what was loaded later. */
  protected adopt(css: string): void {
    this.worn.push(css);
    wear(this, css);
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
}
