import { html, nothing, type TemplateResult } from 'lit';
import { dayInWords, instantInDigits } from '../../i18n/dates.ts';
import type { Task } from '../../lessons/task.ts';
import { type CaseLesson, isLedger, type LedgerLesson } from '../../lessons/types.ts';
import { factLines } from '../precedents/decided.ts';
import { joined, type View } from '../view.ts';

/** What the engine is asked, beside the story: findings, or facts, and the day. */
export function scenario(view: View, { lesson }: Task): TemplateResult {
  return isLedger(lesson) ? findings(view, lesson) : facts(view, lesson);
}

function findings(view: View, { findings: all, until }: LedgerLesson): TemplateResult {
  const { say, law, description } = view;
  const counted = all.some(({ items }) => items !== undefined);
  const noted = all.map((finding) => [
    ...(description.ledger?.circumstances ?? [])
      .filter((id) => finding[id] === true)
      .map((id) => law.say(`circumstance/${id}/ask`)),
    ...(finding.reversed ? [say('lesson-reversed')] : []),
  ]);
  const special = noted.some((notes) => notes.length > 0);
  const count = (tier: string, items = 1) => {
    const per = description.ledger?.tiers.find(({ id }) => id === tier)?.per ?? 'finding';
    return say(COUNT[per], { count: items });
  };
  return html`<table class="scenario">
      <thead>
        <tr>
          <th scope="col">${say('lesson-finding-day')}</th>
          <th scope="col">${say('lesson-finding-tier')}</th>
          ${counted ? html`<th scope="col">${say('lesson-finding-count')}</th>` : nothing}
          ${special ? html`<th scope="col">${say('lesson-finding-notes')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({ issued, tier, items }, place) => html`<tr>
            <td>${instantInDigits(issued)}</td>
            <td>${law.say(`tier/${tier}/title`)}</td>
            ${counted ? html`<td>${count(tier, items)}</td>` : nothing}
            ${special ? html`<td>${joined(view, noted[place] ?? [])}</td>` : nothing}
          </tr>`,
        )}
      </tbody>
    </table>
    ${until === undefined ? nothing : html`<p class="quiet">${say('lesson-until', { day: dayInWords(until, say.lang) })}</p>`}`;
}

/** How what a finding is counted by is told. */
const COUNT = {
  finding: 'lesson-count-time',
  item: 'lesson-count-item',
  time: 'lesson-count-time',
  point: 'lesson-count-point',
} as const;

function facts(view: View, { asOf, facts: stated, presume }: CaseLesson): TemplateResult {
  const { say } = view;
  return html`<details class="fold scenario-facts">
    <summary>${say('lesson-facts', { count: Object.keys(stated).length })}</summary>
    ${factLines(view, Object.keys(stated), stated)}
    <p class="quiet">
      ${say('lesson-as-of', { day: dayInWords(asOf, say.lang) })}${presume ? `${say('gap')}${say('lesson-presumed')}` : nothing}
    </p>
  </details>`;
}
