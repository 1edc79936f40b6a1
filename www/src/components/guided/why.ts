import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, IssueAnswer, Node } from '../../engine/types.ts';
import { foldedNote } from '../citation.ts';
import { joined, type View } from '../view.ts';

/** Why questions are asked: the verdicts that hang on them, the rules that ask them, their sources. */
export function why(view: View, facts: string[], issues: IssueAnswer[]): TemplateResult {
  const rests = new Set(facts.flatMap((fact) => view.facts.get(fact)?.issues ?? []));
  const bearing = issues.filter(({ issue }) => rests.has(issue));
  const rules = new Map<string, Citation[]>();
  for (const { application } of bearing) collect(application, facts, [], rules);
  return html`<details class="fold why">
    <summary>${view.say('guided-why')}</summary>
    <ul>
      ${bearing.map((answer) => html`<li>${hangs(view, answer)}</li>`)}
    </ul>
    ${
      rules.size === 0
        ? nothing
        : html`<ul class="why-rules">
            ${[...rules].map(
              ([element, cited]) => html`<li>
                <p>${view.law.say(`element/${element}/title`)}</p>
                ${cited.map((citation) => foldedNote(view, citation))}
              </li>`,
            )}
          </ul>`
    }
  </details>`;
}

function hangs(view: View, { issue, settled, possible }: IssueAnswer): TemplateResult {
  const title = view.law.say(`issue/${issue}/title`);
  if (settled) return html`${view.say('guided-why-mend', { issue: title })}`;
  const verdicts = possible.map((id) => view.law.say(`verdict/${issue}/${id}/title`));
  return html`${view.say('guided-why-open', { issue: title, verdicts: joined(view, verdicts) })}`;
}

/** The elements that stand right above facts in the tree, with their provisions. */
function collect(node: Node, facts: string[], above: Node[], rules: Map<string, Citation[]>): void {
  if (node.kind === 'fact' && node.id !== null && facts.includes(node.id)) {
    const element = above.findLast(({ kind, id }) => kind === 'element' && id !== null);
    if (element?.id) rules.set(element.id, element.citations);
    return;
  }
  for (const child of node.children) collect(child, facts, [...above, node], rules);
}
