import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { type ChildPart, directive } from 'lit/directive.js';

/**
 * What stands in a `<details>` and is drawn while it is open only: a long list of folds is
 * otherwise mostly of elements that nobody looks at, and that the browser styles all the same.
 */
class WhenOpen extends AsyncDirective {
  private content: () => unknown = () => nothing;
  private fold: HTMLDetailsElement | undefined;

  override render(_content: () => unknown): unknown {
    return nothing;
  }

  override update(part: ChildPart, [content]: [() => unknown]): unknown {
    this.content = content;
    if (!this.fold && part.parentNode instanceof HTMLDetailsElement) {
      this.fold = part.parentNode;
      this.fold.addEventListener('toggle', this.turn);
    }
    return this.fold?.open ? content() : nothing;
  }

  protected override disconnected(): void {
    this.fold?.removeEventListener('toggle', this.turn);
  }

  protected override reconnected(): void {
    this.fold?.addEventListener('toggle', this.turn);
  }

  private readonly turn = (): void => {
    this.setValue(this.fold?.open ? this.content() : nothing);
  };
}

/** Draws `content` inside the `<details>` around it while that is open. */
export const whenOpen = directive(WhenOpen);
