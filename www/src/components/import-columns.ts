import { html, type TemplateResult } from 'lit';
import type { Column } from '../exchange/columns.ts';
import { download } from '../exchange/download.ts';
import { writeTable } from '../exchange/table.ts';
import type { Words } from '../i18n/words.ts';

const HOLDS = {
  day: 'holds-day',
  time: 'holds-time',
  tier: 'holds-tier',
  items: 'holds-items',
  yes: 'holds-yes',
  text: 'holds-text',
  yuan: 'holds-yuan',
  exam: 'holds-exam',
} as const;

/** Which columns a table can have, what they are called and what they hold. */
export function importColumns(
  say: Words,
  columns: Column[],
  tiers: [string, string][],
): TemplateResult {
  const known = [...new Set(tiers.map(([id]) => id))]
    .map((id) => tiers.filter(([one]) => one === id).map(([, name]) => name))
    .map((names) => names[say.lang === 'zh' ? 1 : 2] ?? names[0] ?? '');
  return html`<details class="fold columns-known">
    <summary>${say('import-columns')}</summary>
    <p class="quiet">${say('import-columns-lead')}</p>
    <dl>
      ${columns.map(({ id, kind, names }) => {
        const own = names[say.lang];
        return html`<div>
          <dt>${own[0]} <code>${own.at(-1)}</code></dt>
          <dd>
            ${say(HOLDS[kind], { tiers: known.join(say('list-separator')) })}${
              ['day', 'tier'].includes(id) ? html` <strong>${say('import-required')}</strong>` : ''
            }
          </dd>
        </div>`;
      })}
    </dl>
    <button
      type="button"
      class="link"
      @click=${() => {
        const headings = columns.map(({ names }) => names[say.lang][0] ?? '');
        download('zhengpin.csv', 'text/csv', writeTable(headings, []));
      }}
    >
      ${say('import-template')}
    </button>
  </details>`;
}
