import { html, type TemplateResult } from 'lit';
import type { ColumnId, ColumnRead } from '../../exchange/types.ts';
import { choice } from './choice.ts';
import { REASONS } from './messages.ts';
import { type Change, headingOf, type ImportWords, kindInWords } from './words.ts';

/** What each column was taken for and why, with examples, and what it could be besides. */
export function importMapping(
  words: ImportWords,
  columns: ColumnRead[],
  change: (answer: Change) => void,
): TemplateResult {
  const { say } = words;
  return html`<h4>${say('mapping-title')}</h4>
    <ul class="mapping columns-read">
      ${columns.map(({ place, examples, is, why, also }) => {
        const likely = [...(is === undefined ? [] : [is]), ...also];
        const others = [...words.names.keys()].filter((kind) => !likely.includes(kind));
        const named = (id: ColumnId): [string, string] => [id, kindInWords(words, id)];
        const note = [examples.join(say('list-separator')), say(REASONS[why])].filter(Boolean);
        return choice({
          id: `column-${place}`,
          label: headingOf(words, place),
          note: note.join(say('mapping-note-separator')),
          options: [
            ...(is === undefined ? [['', say('mapping-choose')] as [string, string]] : []),
            ...likely.map(named),
            ...others.map(named),
          ],
          chosen: is ?? '',
          open: why === 'asked',
          choose: (id) =>
            change((now) => ({ ...now, columns: { ...now.columns, [place]: id as ColumnId } })),
        });
      })}
    </ul>`;
}
