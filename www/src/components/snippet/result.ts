import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';

/** What a host has to see to, by message, in the order in which it is done. */
const CHECKLIST = [
  'snippet-host-files',
  'snippet-host-types',
  'snippet-host-packed',
  'snippet-host-cache',
  'snippet-host-policy',
  'snippet-host-hashes',
  'snippet-host-licences',
  'snippet-host-privacy',
  'snippet-host-update',
] as const;

/** A text to take along. */
export interface Piece {
  id: 'head' | 'element' | 'policy';
  title: string;
  says: string;
  text: string;
}

/** The texts to take along, each with a button that copies it. */
export function pieces(
  say: Words,
  all: readonly Piece[],
  copy: (piece: Piece) => void,
  copied: Piece['id'] | undefined,
): TemplateResult {
  return html`${all.map(
    (piece) => html`<section class="piece" aria-labelledby="piece-${piece.id}">
      <header>
        <h3 id="piece-${piece.id}">${piece.title}</h3>
        <button type="button" data-copy=${piece.id} @click=${() => copy(piece)}>
          ${say('snippet-copy')}<span class="unseen">${say('snippet-copy-what', { what: piece.title })}</span>
        </button>
      </header>
      <p class="quiet">${piece.says}</p>
      <pre tabindex="0" role="group" aria-labelledby="piece-${piece.id}" data-piece=${piece.id} lang="en"><code>${piece.text}</code></pre>
      ${copied === piece.id ? html`<p class="quiet">${say('snippet-copied')}</p>` : nothing}
    </section>`,
  )}`;
}

/** What a host has to see to. */
export function checklist(say: Words): TemplateResult {
  return html`<section class="checklist" aria-labelledby="checklist-title">
    <h2 id="checklist-title">${say('snippet-checklist')}</h2>
    <ol>
      ${CHECKLIST.map((id) => html`<li>${say(id)}</li>`)}
    </ol>
    <h3>${say('snippet-uncovered')}</h3>
    <p>${say('snippet-uncovered-says')}</p>
  </section>`;
}
