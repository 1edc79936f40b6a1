import { html, nothing, type TemplateResult } from 'lit';
import type { IssueAnswer } from '../engine/types.ts';
import { confidenceInWords } from './citation.ts';
import { type Sign, sign } from './marks.ts';
import { type View, verdictOf } from './view.ts';

/** How the answer to an issue is drawn, and what it is called. */
export interface VerdictLook {
  sign: Sign;
  title: string;
  says: string;
}

/** The look of an answer: that of its verdict, or of an answer that is still open. */
export function lookOf(view: View, { issue, verdict: id }: IssueAnswer): VerdictLook {
  const key = `verdict/${issue}/${id}`;
  return {
    sign: (id && verdictOf(view, issue, id)?.weight) || 'open',
    title: (id && view.law.maybe(`${key}/title`)) || view.say('verdict-open'),
    says: (id && view.law.maybe(`${key}/says`)) || '',
  };
}

/** A verdict's words with their shape; what hurts is a seal. */
export function verdictMark({ sign: of, title }: VerdictLook): TemplateResult {
  return of === 'severe'
    ? seal(title)
    : html`<span class="plain-verdict">${sign(of)}<span>${title}</span></span>`;
}

/** Words as a seal bears them: short Chinese ones fill a square, in columns from the right. */
export function seal(words: string): TemplateResult {
  const short = words.length <= 9 && /^\p{Script=Han}+$/u.test(words);
  const rows = short ? Math.max(2, Math.ceil(Math.sqrt(words.length))) : nothing;
  return html`<span class="seal" data-rows=${rows}>${words}</span>`;
}

/** The answer to an issue: the verdict, what it means, whether it still can change. */
export function verdict(view: View, answer: IssueAnswer): TemplateResult {
  const look = lookOf(view, answer);
  const described = answer.verdict ? verdictOf(view, answer.issue, answer.verdict) : undefined;
  return html`<div
    class="verdict"
    part="verdict"
    data-issue=${answer.issue}
    data-verdict=${answer.verdict ?? nothing}
    data-settled=${answer.settled}
    data-sign=${look.sign}
  >
    <p class="issue-asks">${view.law.say(`issue/${answer.issue}/asks`)}</p>
    <p class="verdict-name">${verdictMark(look)}</p>
    ${look.says ? html`<p class="verdict-says">${look.says}</p>` : nothing}
    ${
      answer.settled
        ? html`<p class="verdict-standing">${view.say('verdict-settled')}</p>`
        : possible(view, answer)
    }
    ${
      described && described.confidence !== 'high'
        ? html`<p class="verdict-standing">${confidenceInWords(view, described.confidence)}</p>`
        : nothing
    }
  </div>`;
}

function possible(view: View, answer: IssueAnswer): TemplateResult {
  return html`<div class="verdict-standing">
    <span>${view.say('verdict-possible')}</span>
    <ul class="possible">
      ${answer.possible.map((id) => {
        const weight = verdictOf(view, answer.issue, id)?.weight ?? 'open';
        return html`<li>${sign(weight)} ${view.law.say(`verdict/${answer.issue}/${id}/title`)}</li>`;
      })}
    </ul>
  </div>`;
}
