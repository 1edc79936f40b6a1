import { html, nothing, type TemplateResult } from 'lit';
import type { Alternative, ReadingEntry, Simulation } from '../../engine/types.ts';
import { confidenceInWords } from '../citation.ts';
import { choice } from '../tick.ts';
import type { View } from '../view.ts';
import { countedIn } from './columns.ts';
import { entryNames } from './names.ts';
import { standingOf } from './standing.ts';

/**
 * The ambiguous texts that make a difference to this ledger: how each is read, and what
 * another way of reading it would change.
 */
export function ledgerReadings(
  view: View,
  simulation: Simulation,
  read: (reading: string, choice: string) => void,
): TemplateResult | typeof nothing {
  const { readings } = simulation;
  if (readings.length === 0) return nothing;
  return html`<section class="part readings" aria-labelledby="readings-title">
    <h3 id="readings-title">${view.say('readings-title')}</h3>
    <p class="quiet">${view.say('readings-lead')}</p>
    <ul>
      ${readings.map((reading) => question(view, reading, simulation, read))}
    </ul>
  </section>`;
}

function question(
  view: View,
  { reading, chosen, alternatives }: ReadingEntry,
  simulation: Simulation,
  read: (reading: string, choice: string) => void,
): TemplateResult {
  const { say, law } = view;
  const described = view.description.ledger?.readings.find(({ id }) => id === reading);
  const shown = (described?.choices ?? [chosen]).filter(
    (one) => one === chosen || alternatives.some((other) => other.choice === one),
  );
  return html`<li data-reading=${reading}>
    <fieldset class="stacked">
      <legend>${law.say(`reading/${reading}/title`)}</legend>
      <p class="quiet">
        ${law.say(`reading/${reading}/says`)}${
          described && described.confidence !== 'high'
            ? html`<br />${say('reading-default', {
                choice: law.say(`reading/${reading}/choice/${described.default}`),
                confidence: confidenceInWords(view, described.confidence),
              })}`
            : nothing
        }
      </p>
      <div class="answers">
        ${shown.map((one) => {
          const other = alternatives.find((alternative) => alternative.choice === one);
          const title = law.say(`reading/${reading}/choice/${one}`);
          return choice({
            name: `reading-${reading}`,
            value: one,
            label: other ? html`${title}<small>${changes(view, other, simulation)}</small>` : title,
            hint: law.maybe(`reading/${reading}/choice/${one}/says`),
            checked: one === chosen,
            choose: () => read(reading, one),
          });
        })}
      </div>
    </fieldset>
  </li>`;
}

/** What another choice would change: which findings, and where the account would stand. */
function changes(view: View, { entries, status }: Alternative, simulation: Simulation): string {
  const { say } = view;
  const standing = standingOf(say, status, countedIn(simulation));
  return entries.length === 0
    ? say('reading-changes-standing', { standing })
    : say('reading-changes', {
        findings: entryNames(view, simulation.entries, entries),
        standing,
      });
}
