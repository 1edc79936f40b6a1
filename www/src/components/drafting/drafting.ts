import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '../../i18n/words-drafting.ts';
import {
  type DocumentDescription,
  type Draft,
  type Failure,
  type FieldDescription,
  isFailure,
  type Lang,
} from '../../engine/types.ts';
import { download, fileName } from '../../exchange/download.ts';
import { type Paper, paperOf, plainText } from '../../state/paper.ts';
import { type Jump, jumpLink } from '../decision/jump.ts';
import { sourceList } from '../sources.ts';
import { tick } from '../tick.ts';
import { troubles } from '../troubles.ts';
import type { View } from '../view.ts';

/** The ways to the document in a language. */
const IN: Record<Lang, string> = { zh: 'drafting-in-zh', en: 'drafting-in-en' };

/** What was typed into a document, by field. */
export type Typed = Record<string, string>;

/** How what was typed into documents is kept. */
export interface Keeping {
  /** Called after something was typed. */
  typed: () => void;
  /** Whether what is typed into a document outlives the tab. */
  onDevice: (document: string) => boolean;
  setOnDevice: (document: string, on: boolean) => void;
  /** Whether the browser keeps what was typed. */
  kept: boolean;
  /** What the matter is called with which the device keeps it, where it is one. */
  matter?: string | undefined;
  /** Takes away what was typed into a document, with a way back. */
  clear: (document: string) => void;
}

/** What a document needs beside its draft. */
export interface Drafting {
  document: DocumentDescription;
  draft: Draft | Failure;
  typed: Typed;
  /** The language of the document, which need not be the page's. */
  lang: Lang;
  type: (field: string, text: string) => void;
  keep: Keeping;
  speak: (lang: Lang) => void;
  jump: Jump;
  copy: (text: string) => void;
  print: (event: Event) => void;
  /** Saves it as a file for word processors. */
  word: (paper: Paper) => void;
}

/** A document beside the fields that fill it. */
export function drafting(view: View, one: Drafting): TemplateResult {
  const { say, law } = view;
  const { document, draft } = one;
  const key = `document/${document.id}`;
  const note = law.maybe(`${key}/note`);
  // A tool may show several documents.
  const title = `drafting-${document.id}`;
  const head = html`<h2 id=${title}>${say('drafting-title', { name: law.say(`${key}/title`) })}</h2>
    ${note ? html`<p class="quiet">${note}</p>` : nothing}`;
  if (isFailure(draft)) {
    return html`<section class="part drafting" aria-labelledby=${title}>
      ${head} ${troubles(say, draft)}
    </section>`;
  }
  const paper = paperOf(view.description, draft, one.lang);
  const named = new Set(
    draft.sections.flatMap(({ sentences }) => sentences).flatMap((it) => it.names),
  );
  const fields = document.fields.filter(({ id, optional }) => optional || named.has(id));
  return html`<section class="part drafting" aria-labelledby=${title} data-document=${document.id} ?data-typed=${isTyped(one.typed)}>
    ${head}
    <div class="drafting-columns">
      <form class="fields" autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
        ${fields.map((field) => entry(view, one, key, field))} ${keeping(view, one)}
      </form>
      <div class="drafting-paper">
        ${state(view, draft, one.jump)} ${sheet(paper, one.lang, say('drafting-paper'))}
        ${commands(view, one, paper)} ${rests(view, paper)}
      </div>
    </div>
  </section>`;
}

/** Whether anything was typed: a document of which nothing was is not printed with the rest. */
function isTyped(typed: Typed): boolean {
  return Object.values(typed).some((text) => text.trim() !== '');
}

/** Where what was typed is kept, how long, and the way to be rid of it. */
function keeping({ say }: View, { document: { id }, typed, keep }: Drafting): TemplateResult {
  const onDevice = keep.onDevice(id);
  const empty = Object.values(typed).every((text) => text === '');
  const { matter } = keep;
  const where = onDevice ? 'drafting-kept-device' : 'drafting-kept-tab';
  return html`<div class="keeping">
    <p class="quiet">${matter === undefined ? say(keep.kept ? where : 'drafting-kept-nowhere') : say('matter-paper-kept', { name: matter })}</p>
    ${keep.kept && matter === undefined ? tick(say('drafting-keep'), undefined, onDevice, (on) => keep.setOnDevice(id, on)) : nothing}
    <button type="button" class="link" ?disabled=${empty} @click=${() => keep.clear(id)}>
      ${say('drafting-clear')}
    </button>
  </div>`;
}

/** A field to type into. */
function entry(view: View, one: Drafting, key: string, field: FieldDescription): TemplateResult {
  const { say, law } = view;
  const { id, kind, optional } = field;
  const ask = law.say(`${key}/field/${id}/ask`);
  const label = optional ? say('drafting-optional', { field: ask }) : ask;
  const hint = law.maybe(`${key}/field/${id}/hint`);
  const value = one.typed[id] ?? '';
  if (kind === 'date') {
    return html`<zhengpin-date-field
      data-field=${id}
      lang=${say.lang}
      .value=${live(value || null)}
      .label=${label}
      .hint=${hint}
      @day=${(event: CustomEvent<string | null>) => one.type(id, event.detail ?? '')}
    ></zhengpin-date-field>`;
  }
  const typed = (event: Event) =>
    one.type(id, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
  return html`<label class="field" data-field=${id}>
    <span>${label}</span>
    ${hint ? html`<small class="hint">${hint}</small>` : nothing}
    ${
      kind === 'lines'
        ? html`<textarea rows="3" maxlength="4000" .value=${live(value)} @input=${typed}></textarea>`
        : html`<input maxlength="4000" .value=${live(value)} @input=${typed} />`
    }
  </label>`;
}

/** Whether anything is missing, and the questions that are open. */
function state(view: View, { missing, open, complete }: Draft, jump: Jump): TemplateResult {
  const { say } = view;
  return html`<div class="drafting-state" role="status" data-complete=${complete ? '' : nothing}>
    <p>${complete ? say('drafting-complete') : say('drafting-missing', { count: missing.length })}</p>
    ${
      open.length === 0
        ? nothing
        : html`<details class="fold">
            <summary>${say('drafting-open', { count: open.length })}</summary>
            <ul>
              ${open.map((fact) => html`<li>${jumpLink(view, fact, jump)}</li>`)}
            </ul>
          </details>`
    }
  </div>`;
}

/** The document itself. What is not filled in is marked. */
function sheet({ title, parts }: Paper, lang: Lang, label: string): TemplateResult {
  return html`<article class="sheet" lang=${lang === 'zh' ? 'zh-CN' : 'en'} aria-label=${label}>
    <h3>${title}</h3>
    ${parts.map(
      ({
        heading,
        paragraphs,
      }) => html`${heading === undefined ? nothing : html`<h4>${heading}</h4>`}
      ${paragraphs.map(
        (pieces) =>
          html`<p>${pieces.map(({ text, kind }) => (kind === 'gap' ? html`<mark>${text}</mark>` : text))}</p>`,
      )}`,
    )}
  </article>`;
}

function commands(view: View, one: Drafting, paper: Paper): TemplateResult {
  const { say } = view;
  const other = one.lang === 'zh' ? 'en' : 'zh';
  return html`<div class="commands drafting-commands">
    <button type="button" @click=${() => one.copy(plainText(paper))}>${say('drafting-copy')}</button>
    <button type="button" @click=${one.print}>${say('drafting-print')}</button>
    <button type="button" @click=${() => save(paper)}>${say('drafting-save')}</button>
    <button type="button" @click=${() => one.word(paper)}>${say('drafting-word')}</button>
    <button type="button" @click=${() => one.speak(other)}>${say(IN[other])}</button>
  </div>`;
}

/** What the sentences rest on, with the way to each provision. */
function rests(view: View, { citations }: Paper): TemplateResult | typeof nothing {
  if (citations.length === 0) return nothing;
  return html`<details class="fold drafting-rests">
    <summary>${view.say('drafting-rests', { count: citations.length })}</summary>
    ${sourceList(view, citations)}
  </details>`;
}

/** Saves the document as a text file, without a request. */
function save(paper: Paper): void {
  const name = fileName(paper.title, paper.asOf, 'txt');
  download(name, 'text/plain;charset=utf-8', plainText(paper));
}
