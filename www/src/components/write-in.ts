import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface Field {
  id: string;
  label: string;
  hint?: string | undefined;
  value: string;
  wrong: string | undefined;
  /** Whether digits go in. */
  numeric?: boolean;
  write: (text: string) => void;
  /** Called once the user is done with the field. */
  done?: (text: string) => void;
}

/**
 * A field to write in, with its label and what belongs in it above, and what is wrong below. What
 * is said once the field is left has its room already, so that nothing moves under a click.
 */
export function writeIn(field: Field): TemplateResult {
  const { id, label, hint, value, wrong, numeric, write, done } = field;
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${hint ?? ''}</p>
    <input
      id=${id}
      class=${numeric ? 'number' : 'text'}
      inputmode=${numeric ? 'decimal' : nothing}
      aria-describedby="${id}-hint ${id}-wrong"
      aria-invalid=${wrong ? 'true' : 'false'}
      .value=${live(value)}
      @input=${(event: Event) => write(text(event))}
      @change=${(event: Event) => done?.(text(event))}
    />
    <p class=${done ? 'wrong room' : 'wrong'} id="${id}-wrong">${wrong ?? ''}</p>
  </div>`;
}
