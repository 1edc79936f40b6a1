import { html, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import { type Corpus, yearOf } from '../../state/corpus.ts';
import type { CasesState } from '../../state/states.ts';
import type { View } from '../view.ts';
import { AGREEING } from './decided.ts';

/** What a filter offers under a heading: values with their words. */
interface Group {
  title: string;
  options: [value: string, words: string][];
}

/** The fields of the filter that are chosen, by message. */
const CHOSEN = {
  rulebook: 'cases-by-rulebook',
  issue: 'cases-by-issue',
  verdict: 'cases-by-verdict',
  year: 'cases-by-year',
  agreement: 'cases-by-agreement',
} as const;
type Chosen = keyof typeof CHOSEN;

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
      <span>${say(CHOSEN[name])}</span>
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
    ${field('issue', apart(say, issues(views, filter)), (issue) => ({ issue, verdict: '' }))}
    ${field('verdict', apart(say, verdicts(say, corpus, views, filter)), (verdict) => ({ verdict }))}
    ${field(
      'year',
      flat(years.map((year) => [year, year === 'none' ? say('case-no-year') : year])),
      (year) => ({ year }),
    )}
    ${field(
      'agreement',
      flat(Object.entries(AGREEING).map(([one, id]) => [one, say(id)])),
      (agreement) => ({ agreement }),
    )}`;
}

/** The same words under two headings carry their heading, which a closed list does not show. */
function apart(say: Words, groups: Group[]): Group[] {
  const count = (words: string) =>
    groups.filter(({ options }) => options.some(([, other]) => other === words)).length;
  return groups.map(({ title, options }) => ({
    title,
    options: options.map(([value, words]) => [
      value,
      count(words) > 1 ? [words, title].join(say('dot')) : words,
    ]),
  }));
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
  say: Words,
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
          const titles = [law.say('title'), law.say(`issue/${one.id}/title`)];
          return { title: titles.join(say('dot')), options };
        }),
    )
    .filter(({ options }) => options.length > 0);
}
