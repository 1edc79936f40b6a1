import { html, nothing, type TemplateResult } from 'lit';
import type { Column } from '../exchange/columns.ts';
import type { Order } from '../exchange/moments.ts';
import { orderAsked, rowsOf, type Session, unknownTiers } from '../exchange/session.ts';
import type { Words } from '../i18n/words.ts';

type Change = (part: Partial<Session>) => void;

/** How many values of a column are shown as a sample. */
const SAMPLE = 3;

/** What each column holds, how its dates are written, and what unknown tiers are. */
export function importMapping(
  say: Words,
  session: Session,
  columns: Column[],
  tiers: [string, string][],
  titled: { id: string; title: string }[],
  change: Change,
): TemplateResult {
  const rows = rowsOf(session);
  const unknown = unknownTiers(session, tiers);
  return html`<h4>${say('mapping-title')}</h4>
    <ul class="mapping">
      ${session.table.headings.map((heading, place) => {
        const values = rows.map(({ cells }) => cells[place] ?? '').filter(Boolean);
        const sample = [...new Set(values)].slice(0, SAMPLE).join(say('list-separator'));
        return html`<li>
          <label for="column-${place}">
            ${heading || say('mapping-no-heading', { number: place + 1 })}
            <small>${sample}</small>
          </label>
          <select
            id="column-${place}"
            @change=${(event: Event) => {
              const chosen = (event.target as HTMLSelectElement).value || undefined;
              change({
                mapping: session.mapping.map((old, other) =>
                  other === place ? chosen : old === chosen ? undefined : old,
                ),
              });
            }}
          >
            <option value="" ?selected=${session.mapping[place] === undefined}>
              ${say('mapping-ignore')}
            </option>
            ${columns.map(
              ({
                id,
                names,
              }) => html`<option value=${id} ?selected=${session.mapping[place] === id}>
                ${names[say.lang][0]}
              </option>`,
            )}
          </select>
        </li>`;
      })}
    </ul>
    ${order(say, session, change)}
    ${
      unknown.length === 0
        ? nothing
        : html`<h4>${say('mapping-tiers')}</h4>
            <ul class="mapping">
              ${unknown.map(
                (text, place) => html`<li>
                  <label for="tier-${place}">${text}</label>
                  <select
                    id="tier-${place}"
                    @change=${(event: Event) => {
                      const { value } = event.target as HTMLSelectElement;
                      const { [text]: _, ...others } = session.chosen;
                      change({ chosen: value === '' ? others : { ...others, [text]: value } });
                    }}
                  >
                    <option value="">${say('mapping-choose')}</option>
                    ${titled.map(
                      ({
                        id,
                        title,
                      }) => html`<option value=${id} ?selected=${session.chosen[text] === id}>
                        ${title}
                      </option>`,
                    )}
                  </select>
                </li>`,
              )}
            </ul>`
    }`;
}

/** How dates such as 3/4/2026 are written, where they leave it open. */
function order(say: Words, session: Session, change: Change): TemplateResult | typeof nothing {
  const asked = orderAsked(session);
  if (!asked?.open) return nothing;
  const choices: [Order | '', string][] = [
    ['', say('mapping-choose')],
    ['dmy', say('order-dmy')],
    ['mdy', say('order-mdy')],
  ];
  return html`<ul class="mapping">
    <li>
      <label for="order">${say('order')}</label>
      <select
        id="order"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          change({ order: value === '' ? undefined : (value as Order) });
        }}
      >
        ${choices.map(
          ([id, name]) =>
            html`<option value=${id} ?selected=${(asked.order ?? '') === id}>${name}</option>`,
        )}
      </select>
    </li>
  </ul>`;
}
