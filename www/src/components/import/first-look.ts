import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../../engine/types.ts';
import type { Found, Remark } from '../../exchange/types.ts';
import { messageOf } from '../../i18n/told.ts';
import type { Seen } from '../../reading/types.ts';
import { REMARKS } from './messages.ts';
import type { ImportWords } from './words.ts';

/** The ledger that would come of the file, before anything is added to it. */
export function firstLook(words: ImportWords, seen: Seen): TemplateResult | typeof nothing {
  const { say } = words;
  const { first, count, outcome, remarks } = seen;
  if (count === 0) return nothing;
  return html`<section class="first-look" aria-labelledby="first-look-title">
    <h4 id="first-look-title">${say('first-look')}</h4>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="first-look-title">
      <table>
        <thead>
          <tr>
            <th scope="col">${say('first-look-day')}</th>
            <th scope="col">${say('first-look-tier')}</th>
            <th scope="col" class="figure">${say('first-look-rule')}</th>
            <th scope="col" class="figure">${say('first-look-taken')}</th>
          </tr>
        </thead>
        <tbody>
          ${first.map((found) => row(words, found, outcome?.entries?.[found.finding.id]))}
        </tbody>
      </table>
    </div>
    ${count > first.length ? html`<p class="quiet">${say('first-look-more', { count: count - first.length })}</p>` : nothing}
    ${remarked(words, remarks)} ${standing(words, seen)}
  </section>`;
}

function row(
  { say, law }: ImportWords,
  { finding, remarks }: Found,
  entry: Entry | undefined,
): TemplateResult {
  const { day, time, tier, items, reversed, taken } = finding;
  const open = say('first-look-open');
  return html`<tr>
    <th scope="row"><time>${day}${time === undefined ? '' : ` ${time}`}</time></th>
    <td>
      ${law.say(`tier/${tier}/title`)}${items === undefined || items === 1 ? nothing : ` × ${items}`}${
        reversed ? html` <small>${say('first-look-reversed')}</small>` : nothing
      }${remarks.map((remark) => html` <small>${say(REMARKS[remark].one)}</small>`)}
    </td>
    <td class="figure">${entry === undefined ? open : entry.points}</td>
    <td class="figure">${taken?.points ?? open}</td>
  </tr>`;
}

/** What is worth saying of the findings together. */
function remarked({ say }: ImportWords, remarks: Seen['remarks']): TemplateResult | typeof nothing {
  const told = Object.entries(remarks) as [Remark, number][];
  if (told.length === 0) return nothing;
  return html`<ul class="remarks">
    ${told.map(([remark, count]) => html`<li>${say(REMARKS[remark].all, { count })}</li>`)}
  </ul>`;
}

/** Where the account would stand, or why that cannot be said yet. */
function standing({ say }: ImportWords, { outcome, count, most }: Seen): TemplateResult {
  if (outcome?.failure) {
    return html`<p class="wrong">${messageOf(outcome.failure, say.lang)}</p>`;
  }
  if (!outcome?.status) {
    return html`<p class="wrong">${say('first-look-too-many', { count, most })}</p>`;
  }
  const { open, points, strikes } = outcome.status;
  return html`<p class="would">
    ${say(open ? 'first-look-open-account' : 'first-look-closed', { points, strikes })}
  </p>`;
}
