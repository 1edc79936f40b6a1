import { html, nothing, type TemplateResult } from 'lit';
import type { FactDescription } from '../../engine/types.ts';
import { columnsTold } from '../import/columns-told.ts';
import { joined, type View } from '../view.ts';
import { whenOpen } from '../when-open.ts';

/** What a cell says that answers a question of each kind, by message. */
const HOLDS: Record<FactDescription['kind'], string> = {
  yes_no: 'many-holds-yes-no',
  choice: 'many-holds-choice',
  set: 'many-holds-set',
  number: 'many-holds-number',
  date: 'many-holds-date',
};

/** Which columns a table can have for an issue, what they hold, and an empty one to fill in. */
export function columnsKnown(view: View, issue: string): TemplateResult {
  const { say, law, description } = view;
  const facts = description.facts.filter(({ issues }) => issues.includes(issue));
  const choices = ({ id, choices: all }: FactDescription) =>
    all.length === 0
      ? nothing
      : html` <small>${joined(
          view,
          all.map((choice) => law.say(`fact/${id}/choice/${choice}`)),
        )}</small>`;
  return html`<details class="fold columns-known">
    <summary>${say('many-known')}</summary>
    ${whenOpen(() =>
      columnsTold(
        say,
        { lead: 'many-known-lead', template: 'many-template' },
        facts.map(
          (fact) => html`<div>
            <dt>${law.say(`fact/${fact.id}/ask`)} <small><code>${fact.id}</code></small></dt>
            <dd>${say(HOLDS[fact.kind])}${choices(fact)}</dd>
          </div>`,
        ),
        () => [say('many-case'), ...facts.map(({ id }) => law.say(`fact/${id}/ask`))],
      ),
    )}
  </details>`;
}
