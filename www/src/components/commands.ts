import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.ts';
import { tick } from './tick.ts';
import type { Notice } from './told.ts';

interface Commands {
  /** What else a tool can do. */
  more: TemplateResult | undefined;
  /** What came of the last command. */
  notice: Notice | undefined;
  /** Whether there is nothing to clear. */
  empty: boolean;
  clear: () => void;
  /** Copies the link, where there is one. */
  copy: (() => void) | undefined;
  /** Whether a copied link carries what was typed; not asked, if nothing was. */
  carries: boolean | undefined;
  carry: (on: boolean) => void;
  /** What keeps the answers out of the address, by message. */
  unlinked: string | undefined;
  /** Whether the tab keeps them then; nothing, if that cannot be said. */
  kept: boolean | undefined;
}

/** Copy the link, print, start again; and what came of it. */
export function commands(say: Words, one: Commands): TemplateResult {
  const { notice, unlinked, kept, carries } = one;
  return html`<div class="commands" part="commands">
    ${one.copy ? html`<button type="button" @click=${one.copy}>${say('command-link')}</button>` : nothing}
    <button type="button" @click=${() => print()}>${say('command-print')}</button>
    ${one.more ?? nothing}
    <button type="button" @click=${one.clear} ?disabled=${one.empty}>${say('command-clear')}</button>
    ${
      carries === undefined
        ? nothing
        : html`<div class="carries">${tick(say('link-carries'), undefined, carries, one.carry)}</div>`
    }
    <p class="notice" role="status">${notice ? say(notice.id, { count: notice.count ?? 0 }) : ''}${
      notice?.link === undefined
        ? nothing
        : html`<input readonly aria-label=${say('link-label')} .value=${notice.link} />`
    }</p>
    ${
      unlinked === undefined
        ? nothing
        : html`<p class="unlinked">
            ${say(unlinked)}${kept === undefined ? nothing : say(kept ? 'unlinked-kept' : 'unlinked-lost')}
          </p>`
    }
  </div>`;
}
