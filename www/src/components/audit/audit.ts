import { html, nothing, type TemplateResult } from 'lit';
import type { Audit, Correction, Entry, MeasureChange, Simulation } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { sentence } from '../../i18n/sentence.ts';
import { type Counted, countedIn } from '../ledger/columns.ts';
import { names } from '../ledger/measures.ts';
import { entryName } from '../ledger/names.ts';
import { standingOf } from '../ledger/standing.ts';
import { type View, within } from '../view.ts';
import { differences, grounds } from './entry.ts';

/** So many findings to appeal stand open; the others are folded. */
const SHOWN = 6;

/** What can be done about a finding for which too much was taken. */
export interface Onward {
  /** The page of appeals, where there is one for this platform. */
  page: string | undefined;
  /** Hands the finding over to it. */
  handOver: (finding: string) => void;
  /** Copies a text. */
  copy: (text: string) => void;
}

/**
 * The account by the platform's numbers beside the one that the rules support, what the
 * difference changes, and which findings to appeal first.
 */
export function ledgerAudit(
  view: View,
  simulation: Simulation,
  onward: Onward,
): TemplateResult | typeof nothing {
  const { audit, status } = simulation;
  if (!audit) return nothing;
  const { say } = view;
  const counted = countedIn(simulation);
  const { stated, agree, differ, explained, unknown } = audit;
  return html`<section class="part audit" aria-labelledby="audit-title">
    <h3 id="audit-title">${say('audit-title')}</h3>
    <p>
      ${agree === stated ? say('audit-all-agree', { stated }) : say('audit-counts', { stated, agree, differ, explained, unknown })}
    </p>
    <dl class="standings">
      <div><dt>${say('audit-by-platform')}</dt><dd>${standingOf(say, audit.status, counted)}</dd></div>
      <div><dt>${say('audit-by-rules')}</dt><dd>${standingOf(say, status, counted)}</dd></div>
    </dl>
    ${changed(view, audit, simulation)}
    ${assumed(view, audit, counted)}
    ${appeals(view, audit, simulation, counted, onward)}
    ${audit.exhaustive ? nothing : html`<p class="quiet">${say('audit-bounded')}</p>`}
  </section>`;
}

/** What the platform's numbers change besides the counts. */
function changed(
  view: View,
  { closure, turns, measures, status }: Audit,
  simulation: Simulation,
): TemplateResult | typeof nothing {
  const { say } = view;
  const only = (present: (one: MeasureChange) => boolean) => [
    ...new Set(measures.filter(present).map(({ code }) => code)),
  ];
  const more = only(({ was, is }) => was !== null && is === null);
  const less = only(({ was, is }) => was === null && is !== null);
  const moved = only(({ was, is }) => was !== null && is !== null);
  const told = [
    ...(closure
      ? [
          say(
            status.open
              ? 'audit-closed-by-rules'
              : simulation.status.open
                ? 'audit-closed-by-platform'
                : 'audit-closed-otherwise',
          ),
        ]
      : []),
    ...turns.map((year) => say('audit-turn', { year: `${year}` })),
    ...(more.length > 0 ? [say('audit-more-measures', { measures: list(view, more) })] : []),
    ...(less.length > 0 ? [say('audit-less-measures', { measures: list(view, less) })] : []),
    ...(moved.length > 0 ? [say('audit-moved-measures', { measures: list(view, moved) })] : []),
  ];
  if (told.length === 0) return nothing;
  return html`<ul class="audit-changes">${told.map((text) => html`<li>${sentence(say, text)}</li>`)}</ul>`;
}

function list(view: View, codes: string[]): string {
  return within(view, names(view, codes));
}

/** What was not stated, and therefore taken as the rules give it. */
function assumed(
  { say }: View,
  { pointsAssumed, strikesAssumed }: Audit,
  counted: Counted,
): TemplateResult | typeof nothing {
  const told = [
    ...(pointsAssumed > 0 ? [say('audit-points-assumed', { count: pointsAssumed })] : []),
    ...(counted.strikes && strikesAssumed > 0
      ? [say('audit-strikes-assumed', { count: strikesAssumed })]
      : []),
  ];
  return told.length === 0 ? nothing : html`<p class="quiet">${told.join(say('gap'))}</p>`;
}

function appeals(
  view: View,
  audit: Audit,
  simulation: Simulation,
  counted: Counted,
  onward: Onward,
): TemplateResult | typeof nothing {
  if (audit.appeals.length === 0) return nothing;
  const { say } = view;
  const row = (one: Correction) => correction(view, one, simulation.entries, counted, onward);
  const rest = audit.appeals.slice(SHOWN);
  return html`<h4>${say('audit-first')}</h4>
    <ol class="corrections">${audit.appeals.slice(0, SHOWN).map(row)}</ol>
    ${
      rest.length === 0
        ? nothing
        : html`<details class="fold">
            <summary>${say('appeals-more', { count: rest.length })}</summary>
            <ol class="corrections" start=${SHOWN + 1}>${rest.map(row)}</ol>
          </details>`
    }`;
}

function correction(
  view: View,
  one: Correction,
  entries: Entry[],
  counted: Counted,
  { page, handOver, copy }: Onward,
): TemplateResult {
  const { say } = view;
  const entry = entries.find(({ id }) => id === one.finding);
  if (!entry?.audit) return html``;
  const over = new Set(one.measures.filter(({ is }) => is === null).map(({ code }) => code));
  const effects = [
    ...(one.reopens ? [say('appeal-reopens')] : []),
    ...(one.strikes > 0 ? [say('appeal-strikes', { strikes: one.strikes })] : []),
    ...(one.points > 0 ? [say('appeal-points', { points: one.points })] : []),
    ...(over.size > 0 ? [say('appeal-over', { measures: list(view, [...over]) })] : []),
  ];
  const standing = standingOf(say, one.together, counted);
  const told = [
    effects.length === 0
      ? say('appeal-nothing')
      : sentence(say, effects.join(say('list-separator'))),
    say('audit-together', { standing }),
    ...(one.certain ? [] : [say('audit-arguable')]),
  ];
  const text = appealText(view, entry);
  return html`<li data-correct=${one.finding}>
    <p>${entryName(view, entries, one.finding)}</p>
    <p>${sentence(say, differences(view, entry.audit).join(say('sentence-separator')))}</p>
    <p class="quiet">
      ${told.join(say('gap'))}
    </p>
    <p class="row-commands">
      ${
        page === undefined
          ? nothing
          : html`<a href=${page} @click=${() => handOver(one.finding)}>${say('audit-appeal')}</a>`
      }
      <button type="button" class="link" @click=${() => copy(text)}>
        ${say('audit-copy')}<span class="unseen"> ${entryName(view, entries, one.finding)}</span>
      </button>
    </p>
  </li>`;
}

/** What differs at a finding, as a text to put into an appeal. */
function appealText(view: View, entry: Entry): string {
  const { say, law } = view;
  const { audit } = entry;
  if (!audit) return '';
  const by = grounds(view, audit);
  return [
    say('audit-text-finding', {
      day: dayInWords(entry.issued, say.lang),
      tier: law.say(`tier/${entry.tier}/title`),
    }),
    ...differences(view, audit).map((text) => sentence(say, text)),
    ...(by === '' ? [] : [say('audit-text-grounds', { provisions: by })]),
    say('audit-text-request'),
  ].join(say('gap'));
}
