import { html, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import { type Corpus, yearOf } from '../../state/corpus.ts';
import type { CasesState } from '../../state/states.ts';
import type { View } from '../view.ts';

/** What a filter offers under a heading: values with their words. */
interface Group {
  title: string;
  options: [value: string, words: string][];
}

/** A field of the filter that is chosen. */
type Chosen = Exclude<keyof CasesState, 'text'>;

/** The fields of the filter on decided cases. */
export function filters(
  say: Words,
  corpus: Corpus,
  views: Map<string, View>,
  filter: CasesState,
  choose: (next: Partial<CasesState>) => void,
): TemplateResult {
  const years = [...new Set(corpus.entries.map(yearOf))].sort().reverse();
  const flat = (options: Group['options']): Group[] => [{ title: '', options }];
  const field = (name: Chosen, groups: Group[], next: (value: string) => Partial<CasesState>) =>
    html`<label class="filter">
      <span>${say(`cases-by-${name}`)}</span>
      <select
        data-filter=${name}
        @change=${(event: Event) => choose(next((event.target as HTMLSelectElement).value))}
      >
        <option value="" ?selected=${!filter[name]}>${say('cases-any')}</option>
        ${groups.map(({ title, options }) => {
          const list = options.map(
            ([value, words]) =>
              html`<option value=${value} ?selected=${filter[name] === value}>${words}</option>`,
          );
          return title ? html`<optgroup label=${title}>${list}</optgroup>` : list;
        })}
      </select>
    </label>`;
  return html`<label class="filter">
      <span>${say('cases-by-text')}</span>
      <input
        type="search"
        data-filter="text"
        .value=${filter.text ?? ''}
        @input=${(event: Event) => choose({ text: (event.target as HTMLInputElement).value })}
      />
    </label>
    ${field(
      'rulebook',
      flat([...views].map(([rulebook, view]) => [rulebook, view.law.say('title')])),
      (rulebook) => ({ rulebook, issue: '', verdict: '' }),
    )}
    ${field('issue', issues(views, filter), (issue) => ({ issue, verdict: '' }))}
    ${field('verdict', verdicts(corpus, views, filter), (verdict) => ({ verdict }))}
    ${field(
      'year',
      flat(years.map((year) => [year, year === 'none' ? say('case-no-year') : year])),
      (year) => ({ year }),
    )}
    ${field(
      'agreement',
      flat(['agrees', 'open', 'contradicts', 'none'].map((one) => [one, say(`precedent-${one}`)])),
      (agreement) => ({ agreement }),
    )}`;
}

function issues(views: Map<string, View>, { rulebook }: CasesState): Group[] {
  return [...views]
    .filter(([id]) => !rulebook || rulebook === id)
    .map(([id, { law, description }]) => ({
      title: law.say('title'),
      options: description.issues.map((issue) => [
        `${id}/${issue.id}`,
        law.say(`issue/${issue.id}/title`),
      ]),
    }));
}

/** The verdicts at which cases came out, by issue. */
function verdicts(
  { entries }: Corpus,
  views: Map<string, View>,
  { rulebook, issue }: CasesState,
): Group[] {
  const held = new Set(
    entries.flatMap((entry) =>
      entry.outcomes.flatMap((one) =>
        one.precedent.held.map((verdict) => `${entry.rulebook}/${one.issue}/${verdict}`),
      ),
    ),
  );
  return [...views]
    .filter(([id]) => !rulebook || rulebook === id)
    .flatMap(([id, { law, description }]) =>
      description.issues
        .filter((one) => !issue || issue === `${id}/${one.id}`)
        .map((one): Group => {
          const all = one.verdicts.map((verdict): [string, string] => [
            `${id}/${one.id}/${verdict.id}`,
            law.say(`verdict/${one.id}/${verdict.id}/title`),
          ]);
          const options = all.filter(([value]) => held.has(value));
          return { title: law.say(`issue/${one.id}/title`), options };
        }),
    )
    .filter(({ options }) => options.length > 0);
}
