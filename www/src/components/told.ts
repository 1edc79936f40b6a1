import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.ts';
import type { Left, Said } from '../state/keeper.ts';

/** A message about a link or the last command. */
export interface Notice<State = unknown, Typed = unknown> extends Said {
  /** Whether it is told at the top of the window; at the commands, if not. */
  top?: boolean;
  /** Where the focus goes: to it, because it has to be known first, or to the way back. */
  focus?: 'self' | 'way' | undefined;
  /** What to go back to. */
  undo?: Left<State, Typed>;
  /** A link to copy by hand. */
  link?: string;
}

interface Ways {
  back: () => void;
  clear: () => void;
  close: () => void;
}

/**
 * What has to be seen whatever part of the page is in view: at the top of the window, above
 * everything, so that nothing moves under a click.
 */
export function told(say: Words, notice: Notice | undefined, ways: Ways): TemplateResult {
  const shown = notice?.top ? notice : undefined;
  const { id = '', count = 0, all = 0, undo } = shown ?? {};
  return html`<div
    class="told"
    part="notice"
    popover="manual"
    role="alert"
    tabindex="-1"
    ?hidden=${!shown}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') ways.close();
    }}
  >
    ${
      shown
        ? html`<div class="told-line">
            <p>${say(id, { count, all })}</p>
            ${undo ? html`<button type="button" class="way" @click=${ways.back}>${say('command-undo')}</button>` : nothing}
            ${id === 'kept-back' ? html`<button type="button" @click=${ways.clear}>${say('command-clear')}</button>` : nothing}
            <button type="button" class="close" aria-label=${say('command-close')} @click=${ways.close}>×</button>
          </div>`
        : nothing
    }
  </div>`;
}

/**
 * Puts the notice above the page or takes it away; to be called once it is drawn. `from` is
 * what had the focus before a notice took it, and gets it back. Returns what has to get it back
 * next.
 */
export function present(
  root: ShadowRoot,
  notice: Notice | undefined,
  from: Element | null,
): Element | null {
  const place = root.querySelector<HTMLElement>('.told');
  if (!place) return from;
  const open = place.matches(':popover-open');
  if (notice?.top) {
    const had = root.activeElement;
    if (!open) place.showPopover();
    if (!notice.focus) return from;
    const way = notice.focus === 'way' ? place.querySelector<HTMLElement>('.way') : null;
    (way ?? place).focus({ preventScroll: true });
    return had && !place.contains(had) ? had : from;
  }
  if (open) place.hidePopover();
  if (open && (document.activeElement === document.body || place.contains(root.activeElement))) {
    const back = from?.isConnected && !from.matches(':disabled') ? from : undefined;
    const next = back ?? root.querySelector('.commands button');
    (next as HTMLElement | null)?.focus({ preventScroll: true });
  }
  return null;
}
