import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/** What stays free above and below something that is to stay in view, in pixels. */
const FREE = 32;

/**
 * Marks its element with `data-fits` while the window is high enough for all of it. What fits
 * can stay in view while the page scrolls; what does not would hide its own end.
 */
class Fitting extends AsyncDirective {
  private element: Element | undefined;
  private readonly size = new ResizeObserver(() => this.measure());

  override render(): unknown {
    return nothing;
  }

  override update({ element }: ElementPart): unknown {
    if (this.element === undefined) {
      this.element = element;
      this.reconnected();
    }
    return nothing;
  }

  protected override disconnected(): void {
    this.size.disconnect();
    removeEventListener('resize', this.measure);
  }

  protected override reconnected(): void {
    if (this.element) this.size.observe(this.element);
    addEventListener('resize', this.measure);
  }

  private readonly measure = (): void => {
    const height = this.element?.scrollHeight ?? 0;
    this.element?.toggleAttribute('data-fits', height + FREE <= innerHeight);
  };
}

/** Marks its element while the window is high enough for it. */
export const fitting = directive(Fitting);
