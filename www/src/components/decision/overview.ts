import { html, nothing, type TemplateResult } from 'lit';
import type { Decision, Warning } from '../../engine/types.ts';
import { foldedNote } from '../citation.ts';
import { sign } from '../marks.ts';
import { lookOf, verdictMark } from '../verdict.ts';
import type { View } from '../view.ts';

type Choose = (issue: string) => void;

/**
 * The verdicts of all issues side by side. A remark on two of them together hangs under the
 * columns it is about.
 */
export function overview(
  view: View,
  decision: Decision,
  current: string | undefined,
  choose: Choose,
): TemplateResult {
  return html`<ul class="overview" part="verdicts" aria-label=${view.say('overview-title')}>
      ${decision.issues.map((answer) => {
        const look = lookOf(view, answer);
        return html`<li
          data-issue=${answer.issue}
          data-verdict=${answer.verdict ?? nothing}
          data-sign=${look.sign}
        >
          <button
            type="button"
            data-choose=${answer.issue}
            aria-pressed=${answer.issue === current}
            @click=${() => choose(answer.issue)}
          >
            <span class="overview-issue">${view.law.say(`issue/${answer.issue}/title`)}</span>
            <span class="overview-verdict">${verdictMark(look)}</span>
          </button>
        </li>`;
      })}
    </ul>
    ${decision.warnings.filter(isConflict).map((alert) => conflict(view, decision, alert))}`;
}

/** Whether a warning is a remark on several issues together. */
export function isConflict({ code, issues }: Warning): boolean {
  return code === 'alert' && issues.length > 1;
}

function conflict(view: View, decision: Decision, alert: Warning): TemplateResult {
  const columns = alert.issues
    .map((issue) => decision.issues.findIndex((answer) => answer.issue === issue) + 1)
    .filter((column) => column > 0);
  const place = `--columns: ${decision.issues.length}; --from: ${Math.min(...columns)}; --to: ${Math.max(...columns) + 1}`;
  return html`<div class="conflict" role="note" .style=${place}>
    <div class="bracket"></div>
    <div class="conflict-text noted" data-alert=${alert.about}>
      <div>
        <p class="conflict-name">${view.law.say(`alert/${alert.about}/title`)}</p>
        <p>${view.law.say(`alert/${alert.about}/says`)}</p>
      </div>
      <div class="notes">${alert.citations.map((cited) => foldedNote(view, cited))}</div>
    </div>
  </div>`;
}

/** The issues to choose from, where one is looked at in detail. */
export function chooser(
  view: View,
  decision: Decision,
  current: string | undefined,
  choose: Choose,
): TemplateResult | typeof nothing {
  if (decision.issues.length < 2) return nothing;
  return html`<nav class="chooser" part="verdicts" aria-label=${view.say('chooser-title')}>
    <ul>
      ${decision.issues.map(
        (answer) => html`<li>
          <button
            type="button"
            data-choose=${answer.issue}
            aria-pressed=${answer.issue === current}
            @click=${() => choose(answer.issue)}
          >
            ${sign(lookOf(view, answer).sign)} ${view.law.say(`issue/${answer.issue}/title`)}
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}

/** All verdicts in one line: a shape and the issue's name each. */
export function signs(view: View, decision: Decision): TemplateResult {
  return html`<span class="signs">
    ${decision.issues.map((answer) => {
      const look = lookOf(view, answer);
      return html`<span class="sign-of">
        ${sign(look.sign)}<span>${view.law.say(`issue/${answer.issue}/title`)}</span>
        <span class="unseen">${look.title}</span>
      </span>`;
    })}
  </span>`;
}
