import { html, type TemplateResult } from 'lit';

/** One line with a list to choose from: what is asked left, the choices right. */
export interface Choice {
  id: string;
  label: string;
  /** What stands small under the label. */
  note: string;
  /** Values with their words. */
  options: [value: string, words: string][];
  chosen: string;
  /** Marks what waits for an answer. */
  open?: boolean;
  choose(value: string): void;
}

/** A line with a list to choose from. */
export function choice(line: Choice): TemplateResult {
  const { id, label, note, options, chosen, open = false, choose } = line;
  return html`<li ?data-open=${open}>
    <label for=${id}>${label} <small>${note}</small></label>
    <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(
        ([value, words]) =>
          html`<option value=${value} ?selected=${value === chosen}>${words}</option>`,
      )}
    </select>
  </li>`;
}
