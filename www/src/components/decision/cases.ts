import { html, nothing, type TemplateResult } from 'lit';
import type { CaseDescription, IssueAnswer, Node } from '../../engine/types.ts';
import { confidenceInWords } from '../citation.ts';
import { docketsInWords } from '../dockets.ts';
import type { View } from '../view.ts';

/** Decided cases on the elements that the verdict rests on: for and against. */
export function cases(view: View, { application }: IssueAnswer): TemplateResult | typeof nothing {
  const decisive = [...new Set(decisiveElements(application))]
    .map((id) => view.elements.get(id))
    .filter((element) => element !== undefined);
  const pro = listed(
    view,
    decisive.flatMap((element) => element.casesFor),
  );
  const contra = listed(
    view,
    decisive.flatMap((element) => element.casesAgainst),
  );
  if (pro.length + contra.length === 0) return nothing;
  return html`<section class="part">
    <h3>${view.say('cases-title')}</h3>
    ${group(view, 'cases-for', pro)} ${group(view, 'cases-against', contra)}
  </section>`;
}

function decisiveElements(node: Node): string[] {
  const own = node.kind === 'element' && node.decisive && node.id !== null ? [node.id] : [];
  return [...own, ...node.children.flatMap(decisiveElements)];
}

function listed(view: View, ids: string[]): CaseDescription[] {
  const wanted = new Set(ids);
  return view.description.cases.filter(({ id }) => wanted.has(id));
}

/** Cases by their ids, a line each. */
export function caseList(view: View, ids: string[]): TemplateResult {
  return lines(view, listed(view, ids));
}

function group(
  view: View,
  title: string,
  items: CaseDescription[],
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<h4>${view.say(title)}</h4>
    ${lines(view, items)}`;
}

function lines(view: View, items: CaseDescription[]): TemplateResult {
  return html`<ul class="cases">
    ${items.map((item) => one(view, item))}
  </ul>`;
}

function one(view: View, item: CaseDescription): TemplateResult {
  const told = (key: string) => view.law.say(`case/${item.id}/${key}`);
  return html`<li>
    <p>
      <span class="case-name">${told('name')}</span>
      <span class="case-court">
        ${told('court')}${view.say('dot')}${item.year === null ? view.say('case-no-year') : item.year}${
          item.dockets.length === 0
            ? nothing
            : html`${view.say('dot')}${docketsInWords(view, item.dockets)}`
        }
      </span>
    </p>
    <p>${told('holding')}</p>
    <p class="note-rank">
      ${confidenceInWords(view, item.confidence)}${
        item.overruledBy === null
          ? nothing
          : html`${view.say('dot')}${view.say('case-overruled', { by: view.law.say(`case/${item.overruledBy}/name`) })}`
      }
    </p>
  </li>`;
}
