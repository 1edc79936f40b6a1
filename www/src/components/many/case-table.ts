import { html, nothing, type TemplateResult } from 'lit';
import type { LawDraft } from '../../engine/drafts.ts';
import { dayInWords } from '../../i18n/dates.ts';
import type { TableExample } from '../../reading/many/example.ts';
import type { CasesSeen } from '../../reading/many/types.ts';
import { progressLine } from '../import/progress.ts';
import { importSource } from '../import/source.ts';
import { unreadRows } from '../import/unread-rows.ts';
import type { View } from '../view.ts';
import { columnsKnown } from './columns-known.ts';
import { standingCounts, whatIsMissing } from './counts.ts';
import { caseFilter, caseList } from './list.ts';
import type { ManyPart } from './many-part.ts';
import { caseColumns } from './mapping.ts';
import { whoIsTouched } from './touched.ts';

/** What heads the rows that cannot be read. */
const UNREAD = { title: 'many-refused', more: 'many-refused-more' };

/** What is asked of the table. */
export interface Asked {
  issue: string;
  asOf: string;
  /** The address of the tool that shows a case, up to what a link carries. */
  tool: string | undefined;
  examples: TableExample[];
  to: string | undefined;
  drafts: LawDraft[];
  against: string | undefined;
  chooseDay: (day: string | null) => void;
  chooseDraft: (draft: string | undefined) => void;
}

/** The way in for a table of cases, and what is told of it. */
export function caseTable(view: View, part: ManyPart, asked: Asked): TemplateResult {
  const { say } = view;
  const { seen, progress, trouble } = part;
  return html`<section class="rows-part many">
    ${
      seen || progress
        ? nothing
        : html`${importSource(say, say('many-lead'), part.readFile, part.readText)}
            ${
              asked.examples.length === 0
                ? nothing
                : html`<p class="try">
                    ${asked.examples.map(
                      (example) =>
                        html`<button type="button" class="link" data-example @click=${() => part.showExample(example)}>
                          ${say('many-example', { title: example.title[say.lang] })}
                        </button>`,
                    )}
                  </p>`
            }
            ${columnsKnown(view, asked.issue)}`
    }
    <p class="wrong" role="alert">${trouble}</p>
    ${progressLine(say, progress, part.stop)} ${seen ? result(view, part, seen, asked) : nothing}
  </section>`;
}

function result(view: View, part: ManyPart, seen: CasesSeen, asked: Asked): TemplateResult {
  const { say } = view;
  return html`${part.example ? html`<p class="quiet">${say('many-example-note')}</p>` : nothing}
    ${caseColumns(view, seen, part)}
    ${
      seen.blocked
        ? html`<p class="waits">${say(seen.columns.some(({ is }) => is === undefined) || part.asked.some(({ blocks }) => blocks) ? 'many-blocked' : 'many-no-facts')}</p>`
        : told(view, part, seen, asked)
    }
    <p class="commands">
      <button type="button" @click=${part.leave}>${say('many-other')}</button>
    </p>`;
}

/** How the cases stand, who is touched, and the ways out. */
function told(view: View, part: ManyPart, seen: CasesSeen, asked: Asked): TemplateResult {
  const { say } = view;
  const { all, open, refusedCount: refused } = seen;
  const day = dayInWords(asked.asOf, say.lang);
  const beside = seen.touched !== undefined && 'groups' in seen.touched;
  const headings = seen.columns.map(({ heading }) => heading);
  const narrowed = seen.found < all;
  return html`<h2>${view.law.say(`issue/${asked.issue}/title`)}</h2>
    <p class="sum" data-all=${all} data-refused=${refused}>
      ${say('many-sum', { all, day, settled: all - open, open, refused })}
    </p>
    ${unreadRows(say, seen.refused, refused, UNREAD, part.saveRefused, headings)}
    ${standingCounts(view, asked.issue, seen, part)} ${whatIsMissing(view, seen, part)}
    ${caseFilter(view, part)}
    ${caseList(view, seen, part, { issue: asked.issue, tool: asked.tool, beside })}
    <p class="commands">
      <button type="button" data-save="all" @click=${() => part.saveTable('all')}>${say('many-save')}</button>
      ${
        narrowed
          ? html`<button type="button" data-save="found" @click=${() => part.saveTable('found')}>
              ${say('many-save-found', { count: seen.found })}
            </button>`
          : nothing
      }
    </p>
    <p class="quiet">${say('many-save-note')}</p>
    ${whoIsTouched(view, seen, part, asked)}`;
}
