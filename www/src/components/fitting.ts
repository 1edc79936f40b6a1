import type { LitElement, ReactiveController } from 'lit';

/** What stays free above and below something that is to stay in view, in pixels. */
const FREE = 32;

/**
 * Marks a part of its host with `data-fits` while the window is high enough for all of it.
 * What fits can stay in view while the page scrolls; what does not would hide its own end.
 */
export class Fitting implements ReactiveController {
  private part: Element | undefined;
  private readonly size = new ResizeObserver(() => this.measure());

  constructor(
    private readonly host: LitElement,
    private readonly selector: string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('resize', this.measure);
  }

  hostDisconnected(): void {
    removeEventListener('resize', this.measure);
    this.size.disconnect();
    this.part = undefined;
  }

  hostUpdated(): void {
    const part = this.host.renderRoot.querySelector(this.selector) ?? undefined;
    if (part === this.part) return;
    this.size.disconnect();
    this.part = part;
    if (part) this.size.observe(part);
  }

  private readonly measure = (): void => {
    const height = this.part?.scrollHeight ?? 0;
    this.part?.toggleAttribute('data-fits', height + FREE <= innerHeight);
  };
}
