import { html, type TemplateResult } from 'lit';
import type { Decision, IssueAnswer } from '../../engine/types.ts';
import { joined, type View, verdictOf } from '../view.ts';

/**
 * The answer to all issues together in one sentence: which of them stand in the way, which are
 * doubtful, which are open. A verdict counts only once it is settled.
 */
export function overall(view: View, { issues }: Decision): TemplateResult {
  const weight = ({ issue, verdict, settled }: IssueAnswer) =>
    (settled && verdict !== null && verdictOf(view, issue, verdict)?.weight) || 'open';
  const named = (wanted: string) => issues.filter((answer) => weight(answer) === wanted);
  const found = ['severe', 'caution', 'open'].filter((one) => named(one).length > 0);
  const parts = found.map((one) =>
    view.say(`overall-${one}`, {
      issues: joined(
        view,
        named(one).map(({ issue }) => view.law.say(`issue/${issue}/title`)),
      ),
    }),
  );
  const says = found.length === 0 ? view.say('overall-clear') : parts.join(view.say('overall-and'));
  return html`<p class="overall" data-overall=${found[0] ?? 'clear'}>
    ${view.say('overall', { says })}
  </p>`;
}
