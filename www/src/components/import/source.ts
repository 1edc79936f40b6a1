import { html, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';

/** Where rows come from: a file, chosen or dropped, or a table pasted from a spreadsheet. */
export function importSource(
  say: Words,
  lead: string,
  readFile: (file: File) => void,
  readText: (text: string) => void,
): TemplateResult {
  return html`<p class="quiet">${lead}</p>
    <div
      class="field drop"
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        (event.currentTarget as HTMLElement).toggleAttribute('data-over', true);
      }}
      @dragleave=${(event: DragEvent) => {
        (event.currentTarget as HTMLElement).toggleAttribute('data-over', false);
      }}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        (event.currentTarget as HTMLElement).toggleAttribute('data-over', false);
        const file = event.dataTransfer?.files[0];
        if (file) readFile(file);
      }}
    >
      <label class="file">
        <input
          id="import-file"
          class="unseen"
          type="file"
          accept=".csv,.tsv,.txt,.json,.xlsx,.xls,.htm,.html"
          @change=${(event: Event) => {
            const field = event.target as HTMLInputElement;
            const file = field.files?.[0];
            if (file) readFile(file);
            field.value = '';
          }}
        />
        <span class="button">${say('import-file')}</span>
      </label>
    </div>
    <div class="field">
      <label for="import-text">${say('import-paste')}</label>
      <textarea
        id="import-text"
        rows="4"
        spellcheck="false"
        autocomplete="off"
        @paste=${(event: ClipboardEvent) => {
          const text = event.clipboardData?.getData('text') ?? '';
          if (text.includes('\n')) readText(text);
        }}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLTextAreaElement;
          if (value.trim() !== '') readText(value);
        }}
      ></textarea>
    </div>`;
}
