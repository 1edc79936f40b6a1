import { html, nothing, type TemplateResult } from 'lit';
import type { IssueAnswer, Node } from '../../engine/types.ts';
import { confidenceInWords, foldedNote } from '../citation.ts';
import { stateMark } from '../marks.ts';
import { answerInWords, type View } from '../view.ts';

const STATES = { yes: 'state-yes', no: 'state-no', unknown: 'state-unknown' } as const;

/** The elements held against the facts, as a tree to unfold. */
export function application(view: View, { issue, application: root }: IssueAnswer): TemplateResult {
  return html`<section class="part">
    <h3>${view.say('application-title')}</h3>
    <ul class="tree">
      ${root.children.map((child) => node(view, issue, child, 0))}
    </ul>
  </section>`;
}

function node(view: View, issue: string, one: Node, depth: number): TemplateResult {
  const name = html`<span class="node-name" data-decisive=${one.decisive ? '' : nothing}>
      ${nameOf(view, issue, one)}
    </span>
    ${
      one.kind === 'otherwise'
        ? nothing
        : html`<span class="node-state" data-state=${one.state}>
            ${stateMark(one.state)}${view.say(STATES[one.state])}
          </span>`
    }`;
  const inside = [...remarks(view, one), ...one.citations.map((cited) => foldedNote(view, cited))];
  if (one.children.length === 0 && inside.length === 0) {
    return html`<li class="leaf">${name}</li>`;
  }
  return html`<li>
    <details ?open=${one.decisive && depth < 2}>
      <summary>${name}</summary>
      ${inside}
      <ul>
        ${one.children.map((child) => node(view, issue, child, depth + 1))}
      </ul>
    </details>
  </li>`;
}

function nameOf(view: View, issue: string, { kind, id }: Node): string | TemplateResult {
  const verdict = () => view.law.say(`verdict/${issue}/${id}/title`);
  switch (kind) {
    case 'issue':
      return view.law.say(`issue/${id}/title`);
    case 'when':
      return view.say('node-when', { verdict: verdict() });
    case 'unless':
      return view.say('node-unless', { verdict: verdict() });
    case 'otherwise':
      return view.say('node-otherwise', { verdict: verdict() });
    case 'all':
      return view.say('node-all');
    case 'any':
      return view.say('node-any');
    case 'not':
      return view.say('node-not');
    case 'element':
      return view.law.say(`element/${id}/title`);
    case 'exception':
      return id === null
        ? view.say('node-exception')
        : view.say('node-exception-named', { name: view.law.say(`element/${id}/title`) });
    case 'fact':
      return html`${view.law.say(`fact/${id}/ask`)}${view.say('gap')}<b>${answerInWords(view, id ?? '', view.answers[id ?? ''])}</b>`;
  }
}

function remarks(view: View, { kind, id, defeated }: Node): TemplateResult[] {
  const element = kind === 'element' ? view.elements.get(id ?? '') : undefined;
  const texts = [
    defeated ? view.say('node-defeated') : undefined,
    element && view.law.maybe(`element/${id}/note`),
    element && view.law.maybe(`element/${id}/split`),
    element && view.law.maybe(`element/${id}/reading`),
    element && element.confidence !== 'high'
      ? confidenceInWords(view, element.confidence)
      : undefined,
  ];
  return texts
    .filter((text) => text !== undefined)
    .map((text) => html`<p class="remark">${text}</p>`);
}
