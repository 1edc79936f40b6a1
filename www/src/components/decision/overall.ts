import { html, type TemplateResult } from 'lit';
import type { Decision, IssueAnswer } from '../../engine/types.ts';
import { type View, verdictOf, within } from '../view.ts';

/**
 * The answer to all issues together in one sentence: which of them stand in the way first, then
 * which verdicts are neither that nor clear, then which issues are open. A verdict counts only
 * once it is settled.
 */
export function overall(view: View, { issues }: Decision): TemplateResult {
  const weight = ({ issue, verdict, settled }: IssueAnswer) =>
    (settled && verdict !== null && verdictOf(view, issue, verdict)?.weight) || 'open';
  const named = (wanted: string) => issues.filter((answer) => weight(answer) === wanted);
  const title = ({ issue }: IssueAnswer) => view.law.say(`issue/${issue}/title`);
  const together = (message: string, some: IssueAnswer[]) =>
    some.length === 0
      ? []
      : view.say(message, { count: some.length, issues: within(view, some.map(title)) });
  const parts = [
    together('overall-severe', named('severe')),
    named('caution').map((answer) =>
      view.say('overall-caution', {
        issue: title(answer),
        verdict: view.law.say(`verdict/${answer.issue}/${answer.verdict}/title`),
      }),
    ),
    together('overall-open', named('open')),
  ].flat();
  const worst = ['severe', 'caution', 'open'].find((one) => named(one).length > 0);
  const none = named('open').length === issues.length;
  const says = none
    ? view.say('overall-none')
    : worst === undefined
      ? view.say('overall-clear')
      : parts.join(view.say('overall-and'));
  return html`<p class="overall" data-overall=${worst ?? 'clear'}>
    ${view.say('overall', { says })}
  </p>`;
}
