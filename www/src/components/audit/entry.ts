import { html, nothing, type TemplateResult } from 'lit';
import type { Agreement, Entry, EntryAudit, ReadSo } from '../../engine/types.ts';
import { sentence } from '../../i18n/sentence.ts';
import { citationName } from '../citation.ts';
import { names } from '../ledger/measures.ts';
import { joined, type View, within } from '../view.ts';

/** Whether something stated is not what the rules give as they are read here. */
function differs(audit: EntryAudit): boolean {
  return [audit.points, audit.strike, audit.measures].some(
    (one) => one !== null && !['agrees', 'unknown'].includes(one.verdict),
  );
}

/** How what the platform took stands to the rules, in a word or two. */
function word({ say }: View, { points, strike, measures }: EntryAudit): string {
  if (points && points.by > 0) {
    return say(points.taken > points.due ? 'audit-more' : 'audit-less', { by: points.by });
  }
  if (strike && strike.verdict !== 'agrees') {
    return say(strike.taken ? 'audit-strike-over' : 'audit-strike-short');
  }
  if (measures && measures.verdict === 'unknown') return say('audit-measures-open');
  if (measures && measures.verdict !== 'agrees') return say('audit-measures-differ');
  return say('audit-agrees');
}

/** What the platform took for a finding, and how it stands to the rules. */
export function takenCell(view: View, { audit }: Entry): TemplateResult {
  const { say } = view;
  if (!audit) return html`<td class="figure taken"><small>${say('audit-unstated')}</small></td>`;
  const { points, strike } = audit;
  return html`<td class="figure taken" data-differs=${differs(audit) ? '' : nothing}>
    <span class="strikes"
      >${points?.taken ?? '–'}${
        strike?.taken
          ? html`<span class="plus" role="img" aria-label=${say('ledger-strike')}></span>`
          : nothing
      }</span
    ><small>${word(view, audit)}</small>
  </td>`;
}

/** The ways of reading ambiguous texts that make it right, in words. */
function readings({ say, law }: View, ways: ReadSo[][]): string {
  const one = ({ reading, choice }: ReadSo) =>
    say('audit-reading', {
      reading: law.say(`reading/${reading}/title`),
      choice: law.say(`reading/${reading}/choice/${choice}`),
    });
  return ways.map((way) => way.map(one).join(say('audit-and'))).join(say('audit-or'));
}

/** What differs between what was taken and what is due, a sentence each. */
export function differences(view: View, { points, strike, measures }: EntryAudit): string[] {
  const { say } = view;
  const told: string[] = [];
  const tell = (id: string, verdict: Agreement, ways: ReadSo[][], values = {}) => {
    if (verdict === 'agrees') return;
    const explained =
      verdict === 'explained' ? say('audit-explained', { readings: readings(view, ways) }) : '';
    told.push(`${say(id, values)}${explained}`);
  };
  if (points) {
    const { verdict, taken, due, by } = points;
    const id = taken > due ? 'audit-points-more' : 'audit-points-less';
    tell(id, verdict, points.readings, { taken, due, by });
  }
  if (strike) {
    const id = strike.taken ? 'audit-strike-more' : 'audit-strike-less';
    tell(id, strike.verdict, strike.readings);
  }
  if (measures) {
    const { verdict, notDue, notTaken } = measures;
    const list = (codes: string[]) => within(view, names(view, codes));
    if (notDue.length > 0) {
      tell('audit-measures-more', verdict, measures.readings, { measures: list(notDue) });
    }
    if (notTaken.length > 0) {
      tell('audit-measures-less', verdict, measures.readings, { measures: list(notTaken) });
    }
  }
  return told;
}

/** What cannot be held against the rules, because one of them was not found. */
function unknowns(view: View, { measures }: EntryAudit): string[] {
  if (!measures) return [];
  const { say, law } = view;
  const { verdict, unknown, gaps } = measures;
  const told: string[] = [];
  if (unknown.length > 0) {
    const list = within(view, names(view, unknown));
    told.push(say('audit-measures-unknown', { measures: list }));
  }
  // Without the full stop: the sentence that it stands in has one.
  const why = gaps.map((gap) => law.say(`gap/${gap}`).replace(/[.。]$/u, ''));
  if (why.length > 0) told.push(say('audit-measures-gap', { gaps: joined(view, why) }));
  if (why.length === 0 && verdict === 'unknown') told.push(say('audit-measures-read'));
  return told;
}

/** The provisions by which a finding was held against the rules, by name. */
export function grounds(view: View, { citations }: EntryAudit): string {
  return joined(
    view,
    citations.map(({ provision }) => citationName(view, provision)),
  );
}

/** What differs at a finding, in the row that explains it. */
export function auditRemarks(
  view: View,
  { audit, reason }: Entry,
): TemplateResult | typeof nothing {
  if (!audit) return nothing;
  const { say } = view;
  const told = differences(view, audit);
  if (told.length > 0 && reason === 'reversed') told.push(say('audit-reversed'));
  told.push(...unknowns(view, audit));
  if (audit.points?.asStated) told.push(say('audit-as-stated'));
  if (told.length === 0) return nothing;
  const text = told.join(say('sentence-separator'));
  return html`<p class="why audited">${sentence(say, text)}</p>`;
}
