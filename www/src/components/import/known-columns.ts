import { html, nothing, type TemplateResult } from 'lit';
import type { Description } from '../../engine/types.ts';
import type { ColumnId } from '../../exchange/types.ts';
import { legal } from '../../i18n/legal.ts';
import type { Words } from '../../i18n/words.ts';
import { columnsTold } from './columns-told.ts';
import { HOLDS } from './messages.ts';

/** Without these there is no finding. */
const REQUIRED: ColumnId[] = ['day', 'tier'];

/** What is recognised so that it is not taken for something else, and is not written. */
const NOT_WRITTEN: ColumnId[] = ['shop', 'end', 'ignored', 'number', 'listing', 'status'];

/** Which columns a table can have, and what they hold. */
export function knownColumns(
  say: Words,
  description: Description,
  names: Map<ColumnId, string>,
): TemplateResult {
  const law = legal(description, say.lang);
  const tiers = (description.ledger?.tiers ?? []).map(({ id }) => law.say(`tier/${id}/title`));
  const held = (id: ColumnId) =>
    say(HOLDS[id.split('/')[0] ?? ''] ?? id, { tiers: tiers.join(say('list-separator')) });
  return html`<details class="fold columns-known">
    <summary>${say('import-columns')}</summary>
    ${columnsTold(
      say,
      { lead: 'import-columns-lead', template: 'import-template' },
      [...names]
        .filter(([id]) => id !== 'ignored')
        .map(
          ([id, name]) => html`<div>
            <dt>${name}</dt>
            <dd>
              ${held(id)}${REQUIRED.includes(id) ? html` <strong>${say('import-required')}</strong>` : nothing}
            </dd>
          </div>`,
        ),
      () => [...names].filter(([id]) => !NOT_WRITTEN.includes(id)).map(([, name]) => name),
    )}
  </details>`;
}
