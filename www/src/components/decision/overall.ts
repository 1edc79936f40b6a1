import { html, type TemplateResult } from 'lit';
import type { Decision, IssueAnswer } from '../../engine/types.ts';
import { joined, type View, verdictOf } from '../view.ts';

/** What stands in the way first, then what is doubtful, then what is open. */
const OVERALL: Record<string, string> = {
  severe: 'overall-severe',
  caution: 'overall-caution',
  open: 'overall-open',
};

/**
 * The answer to all issues together in one sentence: which of them stand in the way, which are
 * doubtful, which are open. A verdict counts only once it is settled.
 */
export function overall(view: View, { issues }: Decision): TemplateResult {
  const weight = ({ issue, verdict, settled }: IssueAnswer) =>
    (settled && verdict !== null && verdictOf(view, issue, verdict)?.weight) || 'open';
  const named = (wanted: string) => issues.filter((answer) => weight(answer) === wanted);
  const found = Object.keys(OVERALL).filter((one) => named(one).length > 0);
  const parts = found.map((one) =>
    view.say(OVERALL[one] ?? '', {
      count: named(one).length,
      issues: joined(
        view,
        named(one).map(({ issue }) => view.law.say(`issue/${issue}/title`)),
      ),
    }),
  );
  const none = named('open').length === issues.length;
  const says = none
    ? view.say('overall-none')
    : found.length === 0
      ? view.say('overall-clear')
      : parts.join(view.say('overall-and'));
  return html`<p class="overall" data-overall=${found[0] ?? 'clear'}>
    ${view.say('overall', { says })}
  </p>`;
}
