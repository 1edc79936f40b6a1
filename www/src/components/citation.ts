import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, Confidence, Rank } from '../engine/types.ts';
import type { Legal } from '../i18n/legal.ts';
import { otherLang, type Words, words } from '../i18n/words.ts';
import { provisionPage } from './reference.ts';
import type { View } from './view.ts';

const RANKS: Record<Rank, string> = {
  law: 'rank-law',
  regulation: 'rank-regulation',
  interpretation: 'rank-interpretation',
  departmental_rule: 'rank-departmental-rule',
  normative_document: 'rank-normative-document',
  local_regulation: 'rank-local-regulation',
  court_guidance: 'rank-court-guidance',
  guiding_case: 'rank-guiding-case',
  case_law: 'rank-case-law',
  platform_rule: 'rank-platform-rule',
  standard: 'rank-standard',
  soft_law: 'rank-soft-law',
  practice: 'rank-practice',
};

const CONFIDENCES: Record<Confidence, string> = {
  high: 'confidence-high',
  medium: 'confidence-medium',
  low: 'confidence-low',
};

/** How well something is attested, in words. */
export function confidenceInWords(view: View, confidence: Confidence): string {
  return view.say(CONFIDENCES[confidence]);
}

/** What kind of authority a provision has, and how well it is attested, in words. */
export function standingInWords(view: View, { rank, confidence }: Citation): string {
  return [view.say(RANKS[rank]), confidenceInWords(view, confidence)].join(view.say('dot'));
}

/** The provision as a lawyer cites it: 《电子商务法》第四十二条第一款. */
export function citationName(view: View, provision: string): string {
  return named(view.say, view.law.say, view, provision);
}

/** The provision as a lawyer cites it, linked to its page where there is one. */
export function citationLink(view: View, provision: string): TemplateResult {
  const page = provisionPage(view, provision);
  const name = citationName(view, provision);
  return page === undefined ? html`${name}` : html`<a href=${page}>${name}</a>`;
}

/** The address of the official text that a provision stands in, where one is known. */
export function officialText(view: View, provision: string): string | undefined {
  const instrument = view.provisions.get(provision)?.instrument ?? '';
  return view.law.maybe(`instrument/${instrument}/address`);
}

/** The provision as the other language cites it, once its words are there. */
function nameBeside(view: View, provision: string): string | undefined {
  const { beside } = view.law;
  if (beside(`provision/${provision}/label`) === undefined) return undefined;
  return named(words(otherLang(view.say.lang)), (key) => beside(key) ?? key, view, provision);
}

function named(say: Words, law: Legal['say'], view: View, provision: string): string {
  const instrument = view.provisions.get(provision)?.instrument ?? '';
  const label = law(`provision/${provision}/label`);
  // A place that has a name and no number would run together with the name of the instrument.
  const numbered = new RegExp(say('citation-numbered')).test(label);
  return say(numbered ? 'citation' : 'citation-named', {
    instrument: law(`instrument/${instrument}/short`),
    label,
  });
}

/**
 * Provisions as notes: the first in the margin where there is one, the others folded under
 * their names, as all are where there is no margin. Each says what it provides, what rank it
 * has and how it was read, and carries its name in the other language.
 *
 * A list of notes passes on what it has `told`, so that no text stands in its margin twice.
 */
export function notes(
  view: View,
  citations: Citation[],
  told: Set<string> = new Set(),
): TemplateResult | typeof nothing {
  if (citations.length === 0) return nothing;
  return html`<div class="notes">
    ${citations.map((citation, place) => {
      const again = told.has(citation.provision);
      told.add(citation.provision);
      return view.wide && place === 0 && !again ? note(view, citation) : foldedNote(view, citation);
    })}
  </div>`;
}

/** A provision as an open note. */
export function note(view: View, citation: Citation): TemplateResult {
  return html`<div class="note" role="note">
    <p class="note-name">${citationLink(view, citation.provision)}</p>
    ${noteBody(view, citation)}
  </div>`;
}

/** A provision as its name, with the rest of the note to unfold; on paper the name stands alone. */
export function foldedNote(view: View, citation: Citation): TemplateResult {
  return html`<details class="note">
    <summary class="note-name">${citationName(view, citation.provision)}</summary>
    ${noteBody(view, citation)} ${more(view, citation.provision)}
  </details>`;
}

/** The way to the provision's page, for a note whose name unfolds it. */
function more(view: View, provision: string): TemplateResult | typeof nothing {
  const page = provisionPage(view, provision);
  return page === undefined
    ? nothing
    : html`<p class="note-more"><a href=${page}>${view.say('reference-provision')}</a></p>`;
}

/** What the provision of a citation says, its rank, how it was read, its other name. */
function noteBody(view: View, citation: Citation): TemplateResult {
  const { provision } = citation;
  return html`<p>${view.law.say(`provision/${provision}/says`)}</p>
    <p class="note-rank">${standingInWords(view, citation)}</p>
    <p class="note-beside" lang=${view.say.lang === 'zh' ? 'en' : 'zh-CN'}>
      ${nameBeside(view, provision) ?? nothing}
    </p>`;
}
