import { html, nothing, type TemplateResult } from 'lit';
import type { Answers, FileRead } from '../../exchange/types.ts';
import type { Words } from '../../i18n/words.ts';
import { choice } from './choice.ts';

/** How many of the first lines can be said to be the headings. */
const LINES = 12;

/** What the file was taken for, and a way to say otherwise where it can be. */
export function importFile(
  say: Words,
  file: FileRead,
  passed: TemplateResult | typeof nothing,
  change: (answer: (said: Pick<Answers, 'sheet'>) => Pick<Answers, 'sheet' | 'headings'>) => void,
): TemplateResult {
  const { encoding, sheets = [], sheet, headings, lines = 0 } = file;
  const last = Math.max(headings ?? 0, Math.min(LINES, lines));
  return html`<p class="file-said">
      ${file.says[say.lang]}${encoding === undefined ? nothing : say('file-encoding', { encoding })}
    </p>
    ${passed}
    <ul class="mapping">
      ${
        sheets.length < 2
          ? nothing
          : choice({
              id: 'import-sheet',
              label: say('file-sheet'),
              note: '',
              options: sheets.map((name) => [name, name]),
              chosen: sheet ?? '',
              choose: (name) => change(() => ({ sheet: name })),
            })
      }
      ${
        headings === undefined
          ? nothing
          : choice({
              id: 'import-headings',
              label: say('file-headings'),
              note: '',
              options: [
                ['0', say('file-no-headings')],
                ...Array.from({ length: last }, (_, place): [string, string] => [
                  `${place + 1}`,
                  say('file-line', { number: place + 1 }),
                ]),
              ],
              chosen: `${headings}`,
              // Another line of headings makes other columns of the same cells.
              choose: (line) =>
                change(({ sheet: said }) => ({
                  ...(said === undefined ? {} : { sheet: said }),
                  headings: Number(line),
                })),
            })
      }
    </ul>`;
}
