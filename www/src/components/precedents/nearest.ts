import { html, nothing, type TemplateResult } from 'lit';
import type { Precedent, Precedents } from '../../engine/types.ts';
import { confidenceInWords } from '../citation.ts';
import { answerInWords, type View } from '../view.ts';
import { agreement, caseSources, courtLine, outcome } from './decided.ts';

/** The decided cases nearest to the answers, on the issue looked at. */
export function nearest(
  view: View,
  found: Precedents,
  /** The page of all cases; nothing, if the host named none. */
  page: string | undefined,
): TemplateResult {
  const { issue, decided, ways } = found;
  const { say, law } = view;
  if (decided === 0) return html`<p class="quiet">${say('nearest-none')}</p>`;
  const told = ways.map(({ verdict, cases }) =>
    say('nearest-way', { verdict: law.say(`verdict/${issue}/${verdict}/title`), count: cases }),
  );
  const near = found.nearest.filter(({ shared }) => shared.length > 0);
  const answered = found.facts.some((fact) => (view.answers[fact] ?? null) !== null);
  return html`<p class="quiet">
      ${say('nearest-decided', { count: decided })}${told.join(say('sentence-separator'))}
    </p>
    <p class="quiet">
      ${say(answered ? 'nearest-measure' : 'nearest-unanswered')}
    </p>
    ${near.length > 0 && ways.length > 1 ? html`<p class="quiet">${say('nearest-split')}</p>` : nothing}
    <ol class="cases">
      ${near.map((one) => nearCase(view, issue, one, page))}
    </ol>`;
}

function nearCase(
  view: View,
  issue: string,
  one: Precedent,
  page: string | undefined,
): TemplateResult | typeof nothing {
  const { say, law } = view;
  const described = view.description.cases.find(({ id }) => id === one.case);
  if (!described) return nothing;
  const by = described.overruledBy;
  return html`<li data-case=${one.case}>
    <p><span class="case-name">${law.say(`case/${one.case}/name`)}</span></p>
    <p class="case-court">${courtLine(view, described)}</p>
    <p>${law.say(`case/${one.case}/holding`)}</p>
    <p class="outcome-line">${outcome(view, issue, one.held)} ${agreement(view, issue, one)}</p>
    <p class="note-rank">
      ${confidenceInWords(view, described.confidence)}${
        by === null
          ? nothing
          : html`${say('dot')}${say('case-overruled', { by: law.say(`case/${by}/name`) })}`
      }
    </p>
    ${facts(view, one)} ${caseSources(view, one.case)}
    ${
      page === undefined
        ? nothing
        : html`<p><a href=${`${page}#case=${view.description.rulebook}/${one.case}`}>${say('nearest-whole')}</a></p>`
    }
  </li>`;
}

/** What a case shares with the answers, where it differs, and what is open on either side. */
function facts(view: View, one: Precedent): TemplateResult {
  const { say, law } = view;
  const ask = (id: string) => law.say(`fact/${id}/ask`);
  const there = (id: string) => html`<b>${answerInWords(view, id, one.facts[id])}</b>`;
  const here = (id: string) => answerInWords(view, id, view.answers[id]);
  const list = (title: string, ids: string[], line: (id: string) => unknown) =>
    ids.length === 0
      ? nothing
      : html`<h4>${say(title, { count: ids.length })}</h4>
          <ul class="criteria">${ids.map((id) => html`<li>${ask(id)}${say('gap')}${line(id)}</li>`)}</ul>`;
  return html`${list('nearest-differs', one.differs, (id) => html`${there(id)} <span class="quiet">${say('nearest-here', { answer: here(id) })}</span>`)}
    ${list('nearest-shared', one.shared, there)}
    <details class="fold">
      <summary>${say('nearest-open', { count: one.asked.length + one.silent.length })}</summary>
      ${list('nearest-asked', one.asked, there)}
      ${list('nearest-silent', one.silent, (id) => html`<span class="quiet">${say('nearest-here', { answer: here(id) })}</span>`)}
    </details>`;
}
